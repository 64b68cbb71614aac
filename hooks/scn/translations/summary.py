"""How many pages stand how in each language: what the pages of all languages show of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scn.translations.model import Origin, Severity, Standing, TranslationState

OF_NO_SOURCE: frozenset[Standing] = frozenset({"orphan", "local"})
"""Pages that no English page misses, and so are not counted among those to translate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSummary:
    standings: Mapping[Standing, int]
    severities: Mapping[Severity, int]
    """Of the pages that are outdated."""

    origins: Mapping[Origin, int]
    """Of the pages that are translated and say it."""

    proofread: int = 0
    """Pages that a person wrote, corrected or reviewed."""

    @property
    def pages(self) -> int:
        """All English pages."""
        return sum(n for standing, n in self.standings.items() if standing not in OF_NO_SOURCE)

    @property
    def translated(self) -> int:
        return self.pages - self.standings.get("missing", 0)


def summaries_of(states: Iterable[TranslationState]) -> dict[str, LanguageSummary]:
    """By language, both in the order of their names."""
    of_language: dict[str, list[TranslationState]] = {}
    for state in states:
        of_language.setdefault(state.language, []).append(state)
    return {language: _summary(of_language[language]) for language in sorted(of_language)}


def _summary(states: Iterable[TranslationState]) -> LanguageSummary:
    standings: Counter[Standing] = Counter()
    severities: Counter[Severity] = Counter()
    origins: Counter[Origin] = Counter()
    proofread = 0
    for state in states:
        standings[state.standing] += 1
        if state.standing == "outdated" and state.severity:
            severities[state.severity] += 1
        if state.head and state.standing not in OF_NO_SOURCE:
            origins[state.head.state] += 1
            proofread += state.head.state != "machine" or state.is_reviewed
    return LanguageSummary(
        standings=dict(sorted(standings.items())),
        severities=dict(sorted(severities.items())),
        origins=dict(sorted(origins.items())),
        proofread=proofread,
    )
