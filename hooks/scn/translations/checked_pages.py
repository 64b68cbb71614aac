"""Checks every translation beside the English text that it was made from."""

from __future__ import annotations

from collections.abc import Iterator

from scn.glossary import Glossary
from scn.language_identification import language_identifier
from scn.problems import Problem
from scn.translations.catalogue import Catalogue
from scn.translations.checks.page import check_translation


def check_pages(catalogue: Catalogue, glossary: Glossary) -> Iterator[Problem]:
    """Where that text is not kept, or nobody says which it is, there is nothing to compare."""
    language_of = language_identifier(catalogue.languages.codes)
    for language in catalogue.translated_languages:
        for state in catalogue.states(language):
            source = catalogue.translations.pinned.get(state.head.source) if state.head else None
            if state.head is None or source is None:
                continue
            file = f"{language}/{state.path}"
            yield from check_translation(
                catalogue.texts[file],
                f"docs/{file}",
                source=source,
                language=language,
                glossary=glossary,
                pending=state.head.pending,
                language_of=language_of,
            )
