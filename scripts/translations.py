"""The commands for translators and for those who watch over translations.

python scripts/translations.py status                   how every language stands
python scripts/translations.py todo fr                  what to do, the most urgent first
python scripts/translations.py new fr package/roles.md  start a page from the English text
python scripts/translations.py diff fr package/roles.md what changed in English

After an edit, state what the page is:
python scripts/translations.py sync fr package/roles.md     it matches today's English page
python scripts/translations.py sync fr package/roles.md --except funding,rules
                                                            these sections do not yet
python scripts/translations.py confirm fr package/roles.md  English changed, nothing to do here
python scripts/translations.py fix fr package/roles.md      I corrected only this page's own text
python scripts/translations.py review fr package/roles.md --by fr-member-association

Before a pull request:
python scripts/translations.py snapshot                 keep English texts that translations pin
python scripts/translations.py check --against main     every problem, each with what to do
python scripts/translations.py impact --against main    what this change makes outdated
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from scn.glossary import load_glossary
from scn.languages import OFFICIAL_CODES
from scn.problems import ContentError, Problem
from scn.translations.blob import blob_id
from scn.translations.catalogue import Catalogue, catalogue_from_folder
from scn.translations.checked_pages import check_pages
from scn.translations.checks.terms_file import check_terms_file
from scn.translations.difference_texts import to_html, to_text
from scn.translations.differences import PageDifferences, differences
from scn.translations.former import Former, former_from_files
from scn.translations.gate import check_statements
from scn.translations.head import ORIGINS, with_head
from scn.translations.impact import impact
from scn.translations.impact_texts import impact_markdown, impact_text
from scn.translations.keeping import lost_text, snapshot_plan
from scn.translations.reports import (
    status_json,
    status_of_language_text,
    status_text,
    todo_text,
)
from scn.translations.snapshots import SNAPSHOT_FOLDER, snapshot_path
from scn.translations.starting import start_page
from scn.translations.statements import (
    COMMAND,
    Statement,
    TranslatedPage,
    confirm,
    fix,
    page_of,
    review,
    sync,
)
from shared.clock import today
from shared.git import commit_of, files_of_commit, run_git
from shared.reports import report

ROOT = Path(__file__).resolve().parent.parent
TERMS = "docs/_data/terms.yml"


def status_(options: argparse.Namespace) -> int:
    catalogue = read(options)
    languages = [options.language] if options.language else catalogue.translated_languages
    if options.json:
        print(status_json(catalogue, languages))
    elif options.language:
        print(status_of_language_text(catalogue, options.language))
    else:
        print(status_text(catalogue))
    return also_report(catalogue)


def todo_(options: argparse.Namespace) -> int:
    catalogue = read(options)
    print(todo_text(catalogue, options.language))
    return also_report(catalogue)


def diff_(options: argparse.Namespace) -> int:
    catalogue = read(options)
    page = page_of(catalogue, options.language, options.page)
    head = page.state.head
    if head is None:
        raise page.error(
            "This page does not say which English text it was made from, so nobody sees what has"
            f" changed. Compare it and run `{COMMAND} sync {page.names} --state human`."
        )
    if not page.is_kept:
        raise page.error(
            f"The English text {head.source} that this page was made from is not kept."
            f" Run `{COMMAND} snapshot`, which takes it from Git."
        )
    if not page.state.changes:
        if options.html:
            print("No file is written.")
        print(f"{page.shown}: the English page has not changed since it was made.")
        return 0
    language = catalogue.languages.by_code(options.language)
    pinned = catalogue.translations.pinned[head.source]
    shown = PageDifferences(
        path=page.state.path,
        language=language.code,
        name=language.english_name,
        direction=language.direction,
        differences=tuple(differences(page.state.changes, page.text, pinned, page.english or "")),
    )
    if options.html:
        options.html.write_text(to_html(shown), encoding="utf-8", newline="\n")
        print(f"{options.html}: written.")
    else:
        print(to_text(shown, with_colours=sys.stdout.isatty() and "NO_COLOR" not in os.environ))
    return 0


def new_(options: argparse.Namespace) -> int:
    catalogue = read(options)
    name, text = start_page(catalogue, options.language, options.page, options.state)
    path: Path = options.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    print(f"{name}: written, with the English text. Translate its title, description and text;")
    print("keep the ids of headings and the addresses of links as they are.")
    return 0


def sync_(options: argparse.Namespace) -> int:
    pending = [id_.strip() for id_ in (options.pending or "").split(",") if id_.strip()]
    if pending and len(options.pages) != 1:
        sys.exit("--except is about one page: give its name, and run the command for each page.")
    return state(
        options,
        lambda page: sync(page, pending=pending, origin=options.state, by=options.by or ()),
        ("current", "outdated", "partial", "diverged", "unpinned"),
    )


def confirm_(options: argparse.Namespace) -> int:
    return state(options, lambda page: confirm(page, with_critical=options.critical), ("outdated",))


def fix_(options: argparse.Namespace) -> int:
    return state(options, lambda page: fix(page, is_proofread=options.proofread))


def review_(options: argparse.Namespace) -> int:
    day = options.on or today()
    return state(options, lambda page: review(page, by=options.by, on=day))


def state(
    options: argparse.Namespace,
    statement_on: Callable[[TranslatedPage], Statement],
    standings_of_all: tuple[str, ...] = (),
) -> int:
    """Make one statement about each page; where one cannot be made, nothing is written."""
    catalogue = read(options)
    given = list(options.pages)
    if standings_of_all and options.all:
        if given:
            sys.exit("Give pages or --all, not both.")
        states = catalogue.states(options.language)
        given = [one.path for one in states if one.standing in standings_of_all]
        if not given:
            print("There is no page to do this for.")
            return also_report(catalogue)
    elif not given:
        also = ", or --all for every page of the language" if standings_of_all else ""
        sys.exit(f"Which pages? Give them as package/roles.md{also}.")
    statements: list[Statement] = []
    found: list[Problem] = []
    for one in given:
        try:
            statements.append(statement_on(page_of(catalogue, options.language, one)))
        except ContentError as error:
            found += error.problems
    if found:
        status = report(found, "")
        print("Nothing is written.", file=sys.stderr)
        return status
    for statement in statements:
        is_written = write_head(options.root, statement)
        about = "written" if is_written else "nothing to write"
        print(f"{statement.file}: {about}. You state: {statement.said}.")
    return 0


def write_head(root: Path, statement: Statement) -> bool:
    """Whether the file is another one now; every byte outside the entry stays."""
    path = root / statement.file
    before = path.read_bytes()
    after = with_head(before.decode("utf-8"), statement.head).encode()
    if after == before:
        return False
    path.write_bytes(after)
    return True


def snapshot_(options: argparse.Namespace) -> int:
    catalogue = read(options)
    if catalogue.problems_of_heads:
        status = report(catalogue.problems_of_heads, "")
        print("Nothing is written: it is not known what these pages pin.", file=sys.stderr)
        return status
    plan = snapshot_plan(catalogue)
    lost: list[Problem] = []
    wanted = [*plan.missing, *(plan.altered if options.all else ())]
    for id_ in wanted:
        data = run_git(options.root, "cat-file", "blob", id_)
        if not data or blob_id(data) != id_:
            lost.append(lost_text(catalogue, id_))
            continue
        path: Path = options.root / snapshot_path(id_)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print(f"{snapshot_path(id_)}: written.")
    for name in plan.superfluous:
        (options.root / name).unlink()
        print(f"{name}: deleted, no translation needs it.")
    if not options.all:
        for id_ in plan.altered:
            message = (
                "The content is not the text that the name stands for. Get the file back from Git,"
                " or run the command again with --all, which overwrites it."
            )
            lost.append(Problem(path=snapshot_path(id_), line=1, column=1, message=message))
    if lost:
        return report(lost, "")
    if not wanted and not plan.superfluous:
        print("Nothing to do: all texts that translations pin are kept, and no others.")
    return 0


def impact_(options: argparse.Namespace) -> int:
    catalogue = read(options)
    pages = impact(former_of(options), catalogue)
    print(impact_markdown(pages) if options.markdown else impact_text(pages))
    return also_report(catalogue)


def check_(options: argparse.Namespace) -> int:
    catalogue = read(options)
    found = [*catalogue.problems_of_heads, *catalogue.problems]
    found += check_texts(options.root, catalogue)
    if options.against:
        found += check_statements(former_of(options), catalogue, options.against)
    count = sum(
        one.standing not in ("missing", "local")
        for language in catalogue.translated_languages
        for one in catalogue.states(language)
    )
    return report(found, f"No problems: {count} translations.")


def check_texts(root: Path, catalogue: Catalogue) -> Iterator[Problem]:
    codes = OFFICIAL_CODES.union(catalogue.languages.codes)
    try:
        text = (root / TERMS).read_text("utf-8-sig")
        glossary = load_glossary(text, TERMS, languages=codes)
    except OSError:
        message = "The file is missing. Restore it from the repository."
        yield Problem(path=TERMS, line=1, column=1, message=message)
    except ContentError as error:
        yield from error.problems
    else:
        yield from check_terms_file(text, TERMS)
        yield from check_pages(catalogue, glossary)


def read(options: argparse.Namespace) -> Catalogue:
    """All pages; ends when the language that was given is none."""
    catalogue = catalogue_from_folder(options.root)
    language = getattr(options, "language", None)
    if language and (problem := catalogue.language_problem(language)):
        raise ContentError([problem])
    return catalogue


def also_report(catalogue: Catalogue) -> int:
    """Pages with heads that cannot be read are in no report, so they are named below it."""
    found = catalogue.problems_of_heads
    return report(found, "") if found else 0


def former_of(options: argparse.Namespace) -> Former:
    """The pages, snapshots and waivers of a commit."""
    root, revision = options.root, options.against
    if not run_git(root, "rev-parse", "--git-dir"):
        sys.exit(f"--against: {root} is in no Git repository. Clone the project with Git.")
    commit = commit_of(root, revision)
    if not commit:
        sys.exit(
            f"--against: there is no commit {revision!r}. Write a branch or a commit that Git"
            " knows, or fetch it first."
        )

    def is_wanted(name: str) -> bool:
        return name.endswith(".md") or name.startswith("docs/_data/translations/")

    return former_from_files(files_of_commit(root, commit, "docs", is_wanted))


def parser() -> argparse.ArgumentParser:
    description, _, rest = (__doc__ or "").partition("\n")
    top = argparse.ArgumentParser(
        description=description,
        epilog=rest,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument(
        "--root", type=Path, default=ROOT, help="the folder with docs/ (default: this project)"
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, run: object, text: str, example: str) -> argparse.ArgumentParser:
        one = commands.add_parser(
            name,
            help=text,
            description=text,
            epilog=f"example: {COMMAND} {name} {example}",
            allow_abbrev=False,
        )
        one.set_defaults(run=run)
        return one

    def add_language(one: argparse.ArgumentParser, count: str | None = None) -> None:
        one.add_argument("language", metavar="LANG", help="a language such as fr", nargs=count)

    def add_pages(one: argparse.ArgumentParser, all_: str = "") -> None:
        add_language(one)
        one.add_argument("pages", nargs="*", metavar="PAGE", help="such as package/roles.md")
        if all_:
            one.add_argument("--all", action="store_true", help=all_)

    one = add("status", status_, "Say how translations stand.", "fr")
    add_language(one, "?")
    one.add_argument("--json", action="store_true", help="for programs")
    one = add("todo", todo_, "List what is to do in a language, the most urgent first.", "fr")
    add_language(one)
    one = add("diff", diff_, "Show what changed in English since a page was made.", "fr index.md")
    add_language(one)
    one.add_argument("page", metavar="PAGE", help="such as package/roles.md")
    one.add_argument("--html", type=Path, metavar="FILE", help="write a page for the browser")
    one = add("new", new_, "Start the translation of a page.", "fr package/roles.md")
    add_language(one)
    one.add_argument("page", metavar="PAGE", help="such as package/roles.md")
    one.add_argument("--state", choices=ORIGINS, default="human", help="who will write the text")
    one = add(
        "sync",
        sync_,
        "State that pages match today's English pages.",
        "fr package/roles.md --except funding,rules",
    )
    add_pages(one, "every page of the language")
    one.add_argument("--except", dest="pending", metavar="IDS", help="ids of headings that wait")
    one.add_argument("--state", choices=ORIGINS, help="who wrote the text (default: as before)")
    one.add_argument(
        "--by", action="append", metavar="NAME", help="the organisation; may be given again"
    )
    one = add(
        "confirm",
        confirm_,
        "State that the English page changed and nothing is to do in this language.",
        "fr package/roles.md",
    )
    add_pages(one, "every outdated page of the language")
    one.add_argument("--critical", action="store_true", help="even where a change is critical")
    one = add(
        "fix",
        fix_,
        "State that only the page's own text was corrected; the English text it follows stays.",
        "fr package/roles.md --proofread",
    )
    add_pages(one)
    one.add_argument(
        "--proofread", action="store_true", help="a person has read the whole machine draft"
    )
    one = add(
        "review",
        review_,
        "State that somebody has reviewed exactly this text.",
        "fr package/roles.md --by fr-member-association",
    )
    add_pages(one)
    one.add_argument(
        "--by", required=True, metavar="NAME", help="the organisation, or a person by own choice"
    )
    one.add_argument("--on", type=datetime.date.fromisoformat, metavar="DAY", help="as 2027-03-30")
    one = add("snapshot", snapshot_, "Keep the English texts that translations pin.", "")
    one.add_argument(
        "--all", action="store_true", help=f"also put back altered files of {SNAPSHOT_FOLDER}/"
    )
    one = add("impact", impact_, "Say what a change makes outdated.", "--against main --markdown")
    one.add_argument("--against", required=True, metavar="REV", help="a branch or a commit")
    one.add_argument("--markdown", action="store_true", help="for a comment on a pull request")
    one = add("check", check_, "Find every problem of the translations.", "--against main")
    one.add_argument(
        "--against", metavar="REV", help="also: changed translations state what they are"
    )
    return top


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    options.root = options.root.resolve()
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except ContentError as error:
        return report(error.problems, "")
    except BrokenPipeError:  # whoever reads has enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print()
        return 130
    return status


if __name__ == "__main__":
    sys.exit(main())
