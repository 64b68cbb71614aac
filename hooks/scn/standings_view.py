"""What the dashboard of the translations shows of the standing of each language."""

from __future__ import annotations

from dataclasses import dataclass

from scn.dates import format_date
from scn.languages import LanguageStanding
from scn.number_texts import format_share
from scn.site import Site
from scn.translations.language_standings import MEASURES
from scn.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingText:
    name: str
    note: str
    """A lower standing that is announced, or that the pages do not reach what is declared."""

    for_next: str
    lacking: tuple[Count, ...]
    """How many more the next standing asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdRow:
    standing: str
    shares: tuple[str, ...]
    """Least shares; empty where nothing is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingsView:
    """What the standings mean."""

    measures: tuple[str, ...]
    rows: tuple[ThresholdRow, ...]
    archived_means: str
    notice: str


def standing_text(site: Site, code: str, language: str) -> StandingText | None:
    """Of one language (`code`) in the words of another; nothing on a site without thresholds."""
    standings, words = site.content.translations.standings, site.content.words[language]
    one = standings.languages.get(code) if standings else None
    if one is None:
        return None
    note = ""
    if one.demotion:
        date = format_date(one.demotion.on, language)
        to = _name(one.demotion.to, words)
        note = words("translation.standing.announced", date=date, standing=to)
    elif one.is_below_declared:
        note = words("translation.standing.not_reached")
    next_ = _name(one.next, words) if one.next else ""
    return StandingText(
        name=_name(one.declared, words),
        note=note,
        for_next=words("translation.standing.for_next", standing=next_) if next_ else "",
        lacking=tuple(
            Count(label=words(f"translation.standing.measures.{name}"), count=count)
            for name, count in one.lacking
        ),
    )


def _name(standing: LanguageStanding, words: Words) -> str:
    return words(f"translation.standing.names.{standing or 'none'}")


def standings_view(site: Site, language: str) -> StandingsView | None:
    standings, words = site.content.translations.standings, site.content.words[language]
    if standings is None:
        return None
    return StandingsView(
        measures=tuple(words(f"translation.standing.measures.{name}") for name in MEASURES),
        rows=tuple(
            ThresholdRow(
                standing=_name(one.standing, words),
                shares=tuple(
                    format_share(share / 100, language) if share else ""
                    for share in (getattr(one, name) for name in MEASURES)
                ),
            )
            for one in standings.thresholds.standings
        ),
        archived_means=words(
            "translation.standing.archived_means", standing=_name("archived", words)
        ),
        notice=words("translation.standing.notice", days=standings.thresholds.notice_days),
    )
