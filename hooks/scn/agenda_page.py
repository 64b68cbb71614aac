"""What the agenda shows: sessions to come, past ones by year, the programme by country."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from scn.addresses import page_address
from scn.dates import format_date
from scn.month_page import MonthLink, month_link
from scn.months import Month, sessions_by_month
from scn.session_calendars import calendar_address
from scn.session_cards import SessionCard, card, cards
from scn.session_filters import FiltersView, filters_view
from scn.sessions.model import NETWORK, Session
from scn.sessions.when import Undated
from scn.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    year: int
    sessions: tuple[SessionCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRow:
    country: str
    address: str
    cells: tuple[SessionCard | None, ...]
    """One for each kind of session of the programme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    kinds: tuple[str, ...]
    rows: tuple[ProgrammeRow, ...]
    held: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    as_of: str
    to_come: tuple[SessionCard, ...]
    past: tuple[Year, ...]
    programme: Programme
    calendar: str
    filters: FiltersView
    month: MonthLink | None
    """The month of the build, or the nearest one that has a page."""

    months: tuple[MonthLink, ...]
    """Those with sessions."""


def agenda_view(site: Site, language: str) -> AgendaView:
    sessions = site.content.sessions
    past = newest_first(sessions.past(site.as_of))
    years = groupby(past, key=_year)
    months = sessions_by_month(sessions)
    return AgendaView(
        as_of=format_date(site.as_of, language),
        to_come=cards(site, sessions.to_come(site.as_of), language),
        past=tuple(Year(year=y, sessions=cards(site, group, language)) for y, group in years),
        programme=_programme(site, language),
        calendar=calendar_address(language),
        filters=filters_view(site, sessions.dated, language),
        month=_nearest(months, Month.of(site.as_of), language),
        months=tuple(month_link(month, language) for month, found in months.items() if found),
    )


def _nearest(months: Iterable[Month], wanted: Month, language: str) -> MonthLink | None:
    """Where two are as near, the later one."""
    found = min(months, key=lambda one: (abs(wanted.until(one)), -wanted.until(one)), default=None)
    return month_link(found, language) if found else None


def _year(session: Session) -> int:
    return 0 if isinstance(session.when, Undated) else session.when.first_day.year


def newest_first(sessions: Iterable[Session]) -> list[Session]:
    """Those with a day, the last one first."""
    dated = [(s.when.instant, s.id, s) for s in sessions if not isinstance(s.when, Undated)]
    return [session for *_, session in sorted(dated, reverse=True)]


def _programme(site: Site, language: str) -> Programme:
    content = site.content
    found = [s for s in content.sessions.undated if s.country != NETWORK and _is_programme(s)]
    kinds = [kind for kind in content.vocabulary.kinds if any(s.kind == kind for s in found)]
    by_place = {(session.country, session.kind): session for session in found}
    rows = []
    for country in content.countries:
        row = [by_place.get((country.id, kind)) for kind in kinds]
        if any(row):
            rows.append(
                ProgrammeRow(
                    country=country.name_in(language),
                    address=page_address(f"sessions/{country.id}.md", language),
                    cells=tuple(card(site, one, language) if one else None for one in row),
                )
            )
    return Programme(
        kinds=tuple(content.words[language](f"kinds.{kind}") for kind in kinds),
        rows=tuple(rows),
        held=sum(_is_held(session) for session in found),
        total=len(found),
    )


def _is_programme(session: Session) -> bool:
    return isinstance(session.when, Undated) and session.when.programme is not None


def _is_held(session: Session) -> bool:
    return isinstance(session.when, Undated) and session.when.held == "yes"
