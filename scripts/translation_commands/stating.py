"""Commands by which a translator says what a page is."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from scn.problems import ContentError, Problem
from scn.translations.head import ORIGINS, with_head
from scn.translations.statements import (
    Statement,
    TranslatedPage,
    confirm,
    fix,
    page_of,
    review,
    sync,
)
from shared.clock import today
from shared.reports import report
from translation_commands.arguments import (
    Commands,
    add_command,
    add_pages,
    also_report,
    day,
    read,
)


def add_to(commands: Commands) -> None:
    text = "State that pages match today's English pages."
    example = "fr package/roles.md --except funding,rules"
    one = add_command(commands, "sync", run_sync, text, example)
    add_pages(one, "every page of the language")
    one.add_argument("--except", dest="pending", metavar="IDS", help="ids of headings that wait")
    one.add_argument("--state", choices=ORIGINS, help="who wrote the text (default: as before)")
    one.add_argument(
        "--by", action="append", metavar="NAME", help="the organisation; may be given again"
    )
    text = "State that the English page changed and nothing is to do in this language."
    one = add_command(commands, "confirm", run_confirm, text, "fr package/roles.md")
    add_pages(one, "every outdated page of the language")
    one.add_argument("--critical", action="store_true", help="even where a change is critical")
    text = "State that only the page's own text was corrected; the English text it follows stays."
    one = add_command(commands, "fix", run_fix, text, "fr package/roles.md --proofread")
    add_pages(one)
    one.add_argument(
        "--proofread", action="store_true", help="a person has read the whole machine draft"
    )
    text = "State that somebody has reviewed exactly this text."
    example = "fr package/roles.md --by fr-member-association"
    one = add_command(commands, "review", run_review, text, example)
    add_pages(one)
    one.add_argument(
        "--by", required=True, metavar="NAME", help="the organisation, or a person by own choice"
    )
    one.add_argument("--on", type=day, metavar="DAY", help="as 2027-03-30")


def run_sync(options: argparse.Namespace) -> int:
    pending = [id_.strip() for id_ in (options.pending or "").split(",") if id_.strip()]
    if pending and len(options.pages) != 1:
        sys.exit("--except is about one page: give its name, and run the command for each page.")
    return state(
        options,
        lambda page: sync(page, pending=pending, origin=options.state, by=options.by or ()),
        ("current", "outdated", "partial", "diverged", "unpinned"),
    )


def run_confirm(options: argparse.Namespace) -> int:
    return state(options, lambda page: confirm(page, with_critical=options.critical), ("outdated",))


def run_fix(options: argparse.Namespace) -> int:
    return state(options, lambda page: fix(page, is_proofread=options.proofread))


def run_review(options: argparse.Namespace) -> int:
    on = options.on or today()
    return state(options, lambda page: review(page, by=options.by, on=on))


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
