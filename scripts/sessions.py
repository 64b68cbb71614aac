"""The commands for session files: check, new, import, list, schema, fields.

python scripts/sessions.py check                 every problem of every session file
python scripts/sessions.py check --against main  and what may not change without a word
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from shared.project_python import go_over, has_project

if not has_project():
    go_over()

from scn.problems import ContentError, not_known
from scn.sessions.catalogue import (
    DATA,
    DATA_FILES,
    FOLDER,
    Catalogue,
    catalogue_from_folder,
    catalogue_from_texts,
)
from scn.sessions.choices import choices_of
from scn.sessions.field_tables import PAGE, page_with_tables
from scn.sessions.folder import is_of_sessions
from scn.sessions.from_ical import NoCalendarError
from scn.sessions.history import check_history
from scn.sessions.importing import imported_files
from scn.sessions.json_schema import FILES, check_first_lines, json_schema_text
from scn.sessions.listing import listing
from scn.sessions.model import NETWORK
from scn.sessions.new import QUESTIONS, new_file
from scn.sessions.unlikely_days import check_days
from scn.sessions.written import problems_of
from shared.clock import today
from shared.git import commit_of, files_of_commit
from shared.reports import report

ROOT = Path(__file__).resolve().parent.parent


def check(options: argparse.Namespace) -> int:
    root: Path = options.root
    now = catalogue_from_folder(root)
    found = [*now.problems, *check_first_lines(now.texts, FOLDER)]
    if options.against:
        base = catalogue_of_commit(root, options.against)
        found += check_history(base, now, as_of=as_of(options), name=options.against)
    found += check_days(now, as_of=as_of(options))
    if options.paths:
        wanted = [path.resolve() for path in options.paths]
        found = [each for each in found if is_below((root / each.path).resolve(), wanted)]
    return report(found, f"No problems: {len(now.sessions)} sessions.")


def is_below(path: Path, folders: Iterable[Path]) -> bool:
    return any(path == each or each in path.parents for each in folders)


def as_of(options: argparse.Namespace) -> datetime.date:
    """The day that decides what is to come."""
    day: datetime.date = options.as_of or today()
    return day


def catalogue_of_commit(root: Path, revision: str) -> Catalogue:
    """The sessions of a commit, with the data that they referred to then."""
    commit = commit_of(root, revision)
    if not commit:
        sys.exit(f"There is no commit {revision!r}. Write a branch or a commit that git knows.")

    def is_wanted(name: str) -> bool:
        return name.startswith(f"{FOLDER}/") or name.removeprefix(f"{DATA}/") in DATA_FILES

    files = files_of_commit(root, commit, DATA, is_wanted)
    texts = {name: data.decode("utf-8", errors="replace") for name, data in files.items()}
    known = {
        name: texts.get(f"{DATA}/{name}") or (root / DATA / name).read_text("utf-8-sig")
        for name in DATA_FILES
    }
    names = {name: name.removeprefix(f"{FOLDER}/") for name in texts if name.startswith(FOLDER)}
    sessions = {own: texts[name] for name, own in names.items() if is_of_sessions(own)}
    return catalogue_from_texts(known, sessions)


def schema(options: argparse.Namespace) -> int:
    known = catalogue_from_folder(options.root)
    choices = choices_of(known.vocabulary, known.languages, known.sources)
    texts = {options.root / FOLDER / name: json_schema_text(name, choices) for name in FILES}
    return write_or_compare(texts, "schema", options)


def write_or_compare(texts: dict[Path, str], command: str, options: argparse.Namespace) -> int:
    status = 0
    for path, text in texts.items():
        is_current = path.is_file() and path.read_text("utf-8") == text
        if options.check and not is_current:
            name = path.relative_to(options.root).as_posix()
            print(f"{name}: This is not up to date. Run python scripts/sessions.py {command}.")
            status = 1
        elif not is_current:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path)
    return status


def fields(options: argparse.Namespace) -> int:
    known = catalogue_from_folder(options.root)
    choices = choices_of(known.vocabulary, known.languages, known.sources)
    path: Path = options.root / PAGE
    page = page_with_tables(path.read_text("utf-8"), choices)
    return write_or_compare({path: page}, "fields", options)


def list_(options: argparse.Namespace) -> int:
    known = catalogue_from_folder(options.root)
    sessions = known.sessions
    if options.country:
        refuse_unknown("--country", options.country, [*known.countries.by_id, NETWORK])
        sessions = sessions.of_country(options.country)
    print("\n".join(listing(sessions, as_of=as_of(options))))
    return report(known.problems, "") if known.problems else 0


def refuse_unknown(option: str, value: str, allowed: Sequence[str]) -> None:
    if value not in allowed:
        sys.exit(f"{option}: {not_known(value, allowed)}")


def new(options: argparse.Namespace) -> int:
    known = catalogue_from_folder(options.root)
    is_asking = sys.stdin.isatty()
    answers = {question.name: getattr(options, question.name) for question in QUESTIONS}
    for question in QUESTIONS:
        while is_asking and question.is_open(answers, known):
            answers[question.name] = input(f"{question.text(known)}: ").strip()
            if message := question.mistake(answers, known):
                print(message)
                answers[question.name] = None
            elif not question.is_needed:
                break
    problems = [each.mistake(answers, known) for each in QUESTIONS]
    if found := [problem for problem in problems if problem]:
        sys.exit("\n".join(found))
    name, text = new_file(answers, known, announced=as_of(options))
    return write_new(options.root, name, text, known)


def write_new(root: Path, name: str, text: str, known: Catalogue) -> int:
    """Write a file that is right and is not there; say its path."""
    if problems := problems_of(name, text, known):
        return report(problems, "")
    path = root / FOLDER / name
    path.parent.mkdir(exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        sys.exit(f"{FOLDER}/{name} is there already. Give another name with --id.")
    print(f"{FOLDER}/{name}")
    return 0


def import_(options: argparse.Namespace) -> int:
    known = catalogue_from_folder(options.root)
    refuse_unknown("--country", options.country, [*known.countries.by_id, NETWORK])
    refuse_unknown("--kind", options.kind, known.vocabulary.kinds)
    try:
        data = options.file.read_bytes()
        found = list(imported_files(data, options.country, options.kind, known, as_of(options)))
    except OSError:
        sys.exit(f"{options.file} cannot be read. Write the path of a file that ends with .ics.")
    except NoCalendarError:
        sys.exit(f"{options.file} is no calendar. Save it again as iCalendar (.ics).")
    status = 0
    for each in found:
        if each.text:
            status |= write_new(options.root, each.name, each.text, known)
        else:
            status = 1
            print(f"{each.title}: no file")
        for message in each.left_out:
            print(f"    {message}")
    print(f"{sum(bool(each.text) for each in found)} of {len(found)} events were taken over.")
    if found:
        print("Check that what stands below en is English.")
        print("They are new to calendar programs: whoever has the old calendar must leave it.")
    return status


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

    def add(name: str, run: object, text: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        one.set_defaults(run=run)
        return one

    def add_day(one: argparse.ArgumentParser) -> None:
        one.add_argument(
            "--as-of",
            type=datetime.date.fromisoformat,
            metavar="DAY",
            help="what is to come on that day, as 2027-03-30 (default: today)",
        )

    one = add("check", check, "Find every problem of every session file.")
    one.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="only about these files")
    one.add_argument("--against", metavar="REV", help="a branch or commit to compare with")
    add_day(one)
    one = add("schema", schema, "Write the JSON Schema that editors use.")
    one.add_argument("--check", action="store_true", help="only say whether it is up to date")
    one = add("fields", fields, "Write the tables of fields on the page for contributors.")
    one.add_argument("--check", action="store_true", help="only say whether they are up to date")
    one = add("list", list_, "Print the agenda.")
    one.add_argument("--country", metavar="CC", help="only of that folder, such as bg or network")
    add_day(one)
    one = add("new", new, "Write the file of a session; asks for what is not given.")
    for question in QUESTIONS:
        one.add_argument(f"--{question.name.replace('_', '-')}", help=question.about)
    add_day(one)
    one = add("import", import_, "Turn a calendar of another program into files for review.")
    one.add_argument("file", type=Path, metavar="FILE.ics")
    one.add_argument("--country", required=True, metavar="CC", help="such as bg or network")
    one.add_argument("--kind", required=True, help="such as online-training")
    add_day(one)
    return top


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    options.root = options.root.resolve()
    try:
        status: int = options.run(options)
    except ContentError as error:
        return report(error.problems, "")
    except (EOFError, KeyboardInterrupt):
        print()
        return 130
    return status


if __name__ == "__main__":
    sys.exit(main())
