"""The command that compares the standing of each language with what its pages reach."""

from __future__ import annotations

import argparse

from scn.problems import ContentError
from scn.translations.catalogue import LANGUAGES
from scn.translations.language_standings import error_without_thresholds
from scn.translations.reports import standing_text
from scn.translations.standing_changes import proposals, with_proposals
from scn.translations.statements import COMMAND
from shared.clock import today
from shared.files import write_all
from shared.reports import report
from translation_commands.arguments import Commands, add_command, day, read


def add_to(commands: Commands) -> None:
    text = (
        "Say how far the translation into each language is kept up, and which standing is due."
        " A higher one comes at once; a lower one is announced first. The exit status is 1 while"
        " something is due."
    )
    one = add_command(commands, "standing", run_standing, text, "--write")
    one.add_argument("--write", action="store_true", help=f"write what is due into {LANGUAGES}")
    one.add_argument(
        "--on",
        type=day,
        metavar="DAY",
        help="as 2027-03-30 (default: today, or the day of SOURCE_DATE_EPOCH)",
    )


def run_standing(options: argparse.Namespace) -> int:
    catalogue = read(options)
    standings = catalogue.translations.standings
    if standings is None:
        found = [problem for problem in catalogue.problems if "standing" in problem.path]
        raise ContentError(found) if found else error_without_thresholds()
    if catalogue.problems_of_heads:
        status = report(catalogue.problems_of_heads, "")
        print("Nothing is written: it is not known how these pages stand.")
        return status
    on = options.on or today()
    due = tuple(proposals(catalogue.languages, standings, on))
    print(standing_text(catalogue.languages, standings))
    if not due:
        print("\nNothing is due.")
        return 0
    print()
    for one in due:
        print(f"{one.language.code}: {one.said}.")
    if not options.write:
        print(f"Write it with: {COMMAND} standing --write")
        return 1
    text = (options.root / LANGUAGES).read_bytes().decode("utf-8-sig")
    write_all(options.root, {LANGUAGES: with_proposals(text, due).encode()})
    print(f"{LANGUAGES}: written.")
    return 0
