"""Commands that show how translations stand and write nothing."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from scn.translations.catalogue import Catalogue
from scn.translations.difference_texts import to_html, to_text
from scn.translations.differences import PageDifferences, differences
from scn.translations.impact import impact
from scn.translations.impact_texts import impact_markdown, impact_text
from scn.translations.reports import (
    status_json,
    status_of_language_text,
    status_text,
    todo_text,
)
from scn.translations.statements import COMMAND, page_of
from translation_commands.arguments import (
    Commands,
    add_command,
    add_language,
    add_page,
    also_report,
    answer,
    former_of,
    read,
)


def add_to(commands: Commands) -> None:
    one = add_command(commands, "status", run_status, "Say how translations stand.", "fr")
    add_language(one, "?")
    one.add_argument("--json", action="store_true", help="for programs")
    text = "List what is to do in a language, the most urgent first."
    one = add_command(commands, "todo", run_todo, text, "fr")
    add_language(one)
    text = "Show what changed in English since a page was made."
    one = add_command(commands, "diff", run_diff, text, "fr index.md")
    add_page(one)
    one.add_argument("--html", type=Path, metavar="FILE", help="write a page for the browser")
    text = "Say what a change makes outdated."
    one = add_command(commands, "impact", run_impact, text, "--against main --markdown")
    one.add_argument("--against", required=True, metavar="REV", help="a branch or a commit")
    one.add_argument("--markdown", action="store_true", help="for a comment on a pull request")


def run_status(options: argparse.Namespace) -> int:
    language: str = options.language or ""

    def make(catalogue: Catalogue) -> str:
        if options.json:
            languages = [language] if language else catalogue.translated_languages
            return status_json(catalogue, languages)
        return status_of_language_text(catalogue, language) if language else status_text(catalogue)

    return answer(options, f"status {'--json' * options.json} {language}", make)


def run_todo(options: argparse.Namespace) -> int:
    language: str = options.language
    return answer(options, f"todo {language}", lambda catalogue: todo_text(catalogue, language))


def run_diff(options: argparse.Namespace) -> int:
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


def run_impact(options: argparse.Namespace) -> int:
    catalogue = read(options)
    pages = impact(former_of(options), catalogue)
    print(impact_markdown(pages) if options.markdown else impact_text(pages))
    return also_report(catalogue)
