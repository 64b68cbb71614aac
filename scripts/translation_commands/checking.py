"""The command that finds every problem of the translations."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from scn.languages import OFFICIAL_CODES
from scn.problems import ContentError, Problem
from scn.translations.catalogue import Catalogue
from scn.translations.gate import check_statements
from shared.reports import report
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
    found += check_texts(options.root, catalogue)
    if options.against:
        found += check_statements(former_of(options), catalogue, options.against)
    count = sum(
        one.standing not in ("missing", "local")
        for language in catalogue.translated_languages
        for one in catalogue.states(language)
    )
    return report(found, f"No problems: {count} translation{'s' * (count != 1)}.")


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
