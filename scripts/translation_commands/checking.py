"""The command that finds every problem of the translations."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from scn.language_list import load_languages
from scn.languages import OFFICIAL_CODES, Languages
from scn.problems import ContentError, Problem
from scn.translations.catalogue import LANGUAGES, Catalogue
from scn.translations.former import Former
from scn.translations.gate import check_statements
from scn.translations.standing_changes import check_changes, check_drift
from shared.clock import today
from shared.reports import report
from shared.words import check_words_of_all
from translation_commands.arguments import Commands, add_command, former_of, read

TERMS = "docs/_data/terms.yml"


def add_to(commands: Commands) -> None:
    text = "Find every problem of the translations."
    one = add_command(commands, "check", run_check, text, "--against main")
    one.add_argument(
        "--against", metavar="REV", help="also: changed translations state what they are"
    )


def run_check(options: argparse.Namespace) -> int:
    catalogue = read(options)
    found = [*catalogue.problems_of_heads, *catalogue.problems_of_places, *catalogue.problems]
    found += check_words_of_all(options.root)
    found += check_texts(options.root, catalogue)
    if catalogue.translations.standings:
        list_text = (options.root / LANGUAGES).read_text("utf-8-sig")
        found += check_drift(catalogue.languages, catalogue.translations.standings, list_text)
    if options.against:
        former = former_of(options)
        found += check_statements(former, catalogue, options.against)
        found += check_standings(former, catalogue, options.root)
    count = sum(
        one.standing not in ("missing", "local")
        for language in catalogue.translated_languages
        for one in catalogue.states(language)
    )
    return report(found, f"No problems: {count} translation{'s' * (count != 1)}.")


def check_standings(former: Former, catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    standings = catalogue.translations.standings
    if standings is None:
        return
    try:
        before = load_languages(former.languages, LANGUAGES)
    except ContentError:  # then nothing was declared that can be read
        before = Languages(())
    list_text = (root / LANGUAGES).read_text("utf-8-sig")
    yield from check_changes(before, catalogue.languages, standings, list_text, today())


def check_texts(root: Path, catalogue: Catalogue) -> Iterator[Problem]:
    """Where the termbase cannot be read, the pages are checked without it."""
    # Half of what a command starts with, and no other command needs it.
    from scn.glossary import load_glossary  # noqa: PLC0415
    from scn.translations.checked_pages import check_pages  # noqa: PLC0415
    from scn.translations.checks.terms_file import check_terms_file  # noqa: PLC0415

    codes = OFFICIAL_CODES.union(catalogue.languages.codes)
    glossary = None
    try:
        text = (root / TERMS).read_text("utf-8-sig")
        yield from check_terms_file(text, TERMS)
        glossary = load_glossary(text, TERMS, languages=codes)
    except OSError:
        message = "The file is missing. Restore it from the repository."
        yield Problem(path=TERMS, line=1, column=1, message=message)
    except ContentError as error:
        yield from error.problems
    yield from check_pages(catalogue, glossary)
