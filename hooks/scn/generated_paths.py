"""Which pages are made from data; every language has them, but for lists of translations."""

from __future__ import annotations

from collections.abc import Iterable

from scn.countries import Country
from scn.languages import SOURCE_LANGUAGE
from scn.months import sessions_by_month
from scn.sessions.model import Session

AGENDA = "sessions/index.md"
BY_COUNTRY = "sessions/countries.md"
FIGURES = "sessions/figures.md"
A_TO_Z = "a-z.md"
ACCESSIBILITY = "about/accessibility.md"
SEARCH = "search.md"
NOT_FOUND = "404.md"
TRANSLATIONS = "contribute/translations.md"


def generated_paths(sessions: Iterable[Session], countries: Iterable[Country]) -> frozenset[str]:
    """Their paths without a language."""
    sessions = tuple(sessions)
    return frozenset(
        {
            AGENDA,
            BY_COUNTRY,
            FIGURES,
            A_TO_Z,
            ACCESSIBILITY,
            SEARCH,
            NOT_FOUND,
            TRANSLATIONS,
            "sessions/network.md",
            *(f"sessions/{country.id}.md" for country in countries),
            *(f"sessions/{session.id}.md" for session in sessions),
            *(month.path for month in sessions_by_month(sessions)),
        }
    )


def translations_path(language: str) -> str:
    """The list of the pages of a language and of how each stands, without a language."""
    return f"contribute/translations/{language}.md"


def translation_lists(languages: Iterable[str]) -> dict[str, frozenset[str]]:
    """Their paths, and the languages that have each: the source, and the one that it is about.

    In all languages they would be more pages than all others, and nobody would read them.
    """
    return {
        translations_path(code): frozenset({SOURCE_LANGUAGE, code})
        for code in languages
        if code != SOURCE_LANGUAGE
    }


def former_paths(sessions: Iterable[Session]) -> frozenset[str]:
    """Where their pages have been, without a language: no pages, but files that lead on."""
    return frozenset(f"sessions/{id_}.md" for each in sessions for id_ in each.previous_ids)
