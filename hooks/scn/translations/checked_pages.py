"""Checks every translation beside the English text that it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scn.glossary import Glossary
from scn.language_identification import LanguageOf, language_identifier
from scn.problems import Problem
from scn.translations.catalogue import Catalogue
from scn.translations.checks.page import check_translation
from scn.translations.model import TranslationState
from scn.translations.statements import COMMAND


def check_pages(catalogue: Catalogue, glossary: Glossary | None) -> Iterator[Problem]:
    """Where that text is not kept, or nobody says which it is, there is nothing to compare."""
    language_of = language_identifier(catalogue.languages.codes)
    for language in catalogue.translated_languages:
        for state in catalogue.states(language):
            yield from _check(state, catalogue, glossary, language_of)


def _check(
    state: TranslationState,
    catalogue: Catalogue,
    glossary: Glossary | None,
    language_of: LanguageOf | None,
) -> Iterator[Problem]:
    """The advice of who brings a page up to date must not be to write the former date again."""
    translations = catalogue.translations
    pinned = translations.pinned.get(state.head.source) if state.head else None
    if state.head is None or pinned is None:
        return
    file = f"{state.language}/{state.path}"

    def problems(source: str, pending: tuple[str, ...]) -> Iterator[Problem]:
        return check_translation(
            catalogue.texts[file],
            f"docs/{file}",
            source=source,
            language=state.language,
            glossary=glossary,
            pending=pending,
            language_of=language_of,
        )

    found = tuple(problems(pinned, state.head.pending))
    today = translations.today.get(state.path)
    if not found or not state.changes or today is None:
        yield from found
        return
    lines_of_today = {problem.line for problem in problems(today, ())}
    for problem in found:
        if problem.line in lines_of_today or problem.is_warning:
            yield problem
        else:
            message = (
                "Here the page follows today's English text and not the one that it names. When it"
                f" is up to date, run `{COMMAND} sync {state.language} {state.path}`, with --except"
                " for sections that are not."
            )
            yield replace(problem, message=message)
