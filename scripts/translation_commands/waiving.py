"""The command that says: this change of an English page asks nothing of any translation."""

from __future__ import annotations

import argparse
import sys

from scn.languages import SOURCE_LANGUAGE
from scn.problems import ContentError, Problem, not_known
from scn.translations.blob import blob_id
from scn.translations.catalogue import Catalogue
from scn.translations.difference_texts import to_text_of_words
from scn.translations.keeping import lost_text
from scn.translations.waiving import older_versions, plan_waiver
from shared.files import write_all
from shared.git import commit_of, history_of, run_git
from shared.reports import report
from translation_commands.arguments import Commands, add_command, read


def add_to(commands: Commands) -> None:
    text = (
        "State that what changed on an English page, such as a typo, asks nothing of any"
        " translation. It is refused where numbers, dates, amounts, addresses, code, negations or"
        " what one must or may do changed, and where blocks came or went."
    )
    example = 'package/roles.md --reason "A typo." --by network-secretariat --reviewer network-lead'
    one = add_command(commands, "waive", run_waive, text, example)
    one.add_argument("page", metavar="PAGE", help="an English page such as package/roles.md")
    versions = one.add_mutually_exclusive_group()
    versions.add_argument(
        "--against", metavar="REV", help="what changed since this branch or commit, such as main"
    )
    versions.add_argument(
        "--from",
        dest="old",
        metavar="ID",
        help="what changed since this version (default: the one that translations were made from)",
    )
    one.add_argument("--reason", required=True, metavar="TEXT", help="why nothing is to do")
    who = "the organisation, or a person by own choice"
    one.add_argument("--by", required=True, metavar="NAME", help=f"who changed the page: {who}")
    one.add_argument(
        "--reviewer", required=True, metavar="NAME", help="somebody else, who has read the change"
    )


def run_waive(options: argparse.Namespace) -> int:
    catalogue = read(options)
    path = catalogue.path_of_page(SOURCE_LANGUAGE, options.page)
    shown = f"docs/{SOURCE_LANGUAGE}/{path}"
    if path not in catalogue.translations.today:
        problem = Problem(path=shown, line=1, column=1, message="There is no such English page.")
        raise ContentError([problem])
    try:
        data = old_text(options, catalogue, path)
        new = plan_waiver(
            catalogue,
            path,
            data.decode("utf-8-sig", "replace").replace("\r\n", "\n"),
            reason=options.reason,
            author=options.by,
            reviewer=options.reviewer,
        )
    except ContentError as error:
        status = report(error.problems, "")
        print("Nothing is written.", file=sys.stderr)
        return status
    before = standings(catalogue)
    files = {new.path: new.text.encode()}
    if new.snapshot:
        files[new.snapshot] = data
    write_all(options.root, files)
    count = len(new.changes)
    what = "this change asks" if count == 1 else "these changes ask"
    print(f"You state that {what} nothing of any translation:")
    for change in new.changes:
        if change.old and change.new:
            print(f"  {shown}:{change.new.line}: {to_text_of_words(change.old, change.new)}")
    for name in files:
        print(f"{name}: written.")
    after = standings(read(options))
    for file, standing in after.items():
        if standing != before[file]:
            print(f"{file}: {standing} (was {before[file]}).")
    return 0


def old_text(options: argparse.Namespace, catalogue: Catalogue, path: str) -> bytes:
    """The bytes of the version from which on changes are waived.

    Raises:
        ContentError: it is not clear which one, or nobody has it.
    """
    shown = f"docs/{SOURCE_LANGUAGE}/{path}"

    def refused(message: str) -> ContentError:
        return ContentError([Problem(path=shown, line=1, column=1, message=message)])

    if options.against:
        commit = commit_of(options.root, options.against)
        data = run_git(options.root, "cat-file", "blob", f"{commit}:./{shown}") if commit else b""
        if data:
            return data
        raise refused(
            f"--against: the commit {options.against} does not have this page."
            if commit
            else f"--against: there is no commit {options.against!r}. Write a branch or a commit"
            " that Git knows, or fetch it first."
        )
    versions = older_versions(catalogue, path)
    if not versions:
        raise refused(
            "No translation of this page was made from an older text, so there is nothing to waive."
        )
    if options.old and options.old not in versions:
        raise refused(f"--from: the version {not_known(options.old, versions)}")
    if not options.old and len(versions) > 1:
        listed = "; ".join(f"{id_}: {', '.join(files)}" for id_, files in versions.items())
        raise refused(
            "Translations were made from several texts of this page. Say from which one on the"
            f" changes are waived, with --from ID ({listed}), or with --against REV."
        )
    id_ = options.old or next(iter(versions))
    text = catalogue.translations.pinned.get(id_)
    data = text.encode() if text is not None else run_git(options.root, "cat-file", "blob", id_)
    if blob_id(data) != id_:
        raise ContentError([lost_text(catalogue, id_, history_of(options.root))])
    return data


def standings(catalogue: Catalogue) -> dict[str, str]:
    """By file; of the pages that are there."""
    return {
        f"docs/{language}/{path}": state.standing
        for (language, path), state in sorted(catalogue.translations.states.items())
        if state.standing != "missing"
    }
