"""Which pages are made from data; every language has them."""

from __future__ import annotations

from collections.abc import Iterable

from scn.countries import Country
from scn.months import sessions_by_month
from scn.sessions.model import Session

AGENDA = "sessions/index.md"
BY_COUNTRY = "sessions/countries.md"
FIGURES = "sessions/figures.md"
A_TO_Z = "a-z.md"
SEARCH = "search.md"
NOT_FOUND = "404.md"


def generated_paths(sessions: Iterable[Session], countries: Iterable[Country]) -> frozenset[str]:
    """Their paths without a language."""
    sessions = tuple(sessions)
    return frozenset(
        {
            AGENDA,
            BY_COUNTRY,
            FIGURES,
            A_TO_Z,
            SEARCH,
            NOT_FOUND,
            "sessions/network.md",
            *(f"sessions/{country.id}.md" for country in countries),
            *(f"sessions/{session.id}.md" for session in sessions),
            *(month.path for month in sessions_by_month(sessions)),
        }
    )


def former_paths(sessions: Iterable[Session]) -> frozenset[str]:
    """Where their pages have been, without a language: no pages, but files that lead on."""
    return frozenset(f"sessions/{id_}.md" for each in sessions for id_ in each.previous_ids)
