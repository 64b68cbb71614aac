"""What the page of a month shows: its days with their sessions, and where to go from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scn.addresses import page_address
from scn.dates import format_date, format_hours, format_month, format_time, weekday_names
from scn.months import Month
from scn.session_cards import SessionCard, card, datetime_of, end_of, place_of
from scn.sessions.model import Session
from scn.sessions.when import AllDay, Timed, Undated
from scn.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLink:
    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    name: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A session on one of its days."""

    title: str
    title_language: str
    address: str
    time: str
    """The hours on this day at the place, or words in their stead."""

    start: str
    """Value of the HTML attribute for what `time` says; empty where it says no hour."""

    end: str
    """The same for the end, where `time` says both."""

    part: str
    """Which of its days this is, and that it goes on; empty for sessions of one day."""

    place: str
    status: str
    """Key of a status other than confirmed."""

    status_word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    number: int
    name: str
    """The whole date with its weekday."""

    datetime: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    weekdays: tuple[Weekday, ...]
    weeks: tuple[tuple[Day | None, ...], ...]
    """None for the days of other months in the first and the last week."""

    sessions: tuple[SessionCard, ...]
    """The same in one list, for narrow screens."""

    previous: MonthLink | None
    next: MonthLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    session: Session
    card: SessionCard


def month_link(month: Month, language: str) -> MonthLink:
    return MonthLink(
        name=format_month(month.year, month.number, language),
        address=page_address(month.path, language),
    )


def month_views(
    site: Site, months: Mapping[Month, Sequence[Session]], language: str
) -> Iterator[tuple[Month, MonthView]]:
    """The page of each month; previous and next are the nearest ones that have a page."""
    weekdays = tuple(Weekday(name=name, short=short) for name, short in weekday_names(language))
    links = {month: month_link(month, language) for month in months}
    ordered = list(months)
    for number, (month, sessions) in enumerate(months.items()):
        listed = [_Listed(session=one, card=card(site, one, language)) for one in sessions]
        yield (
            month,
            MonthView(
                weekdays=weekdays,
                weeks=_weeks(site, month, listed, language),
                sessions=tuple(one.card for one in listed),
                previous=links[ordered[number - 1]] if number else None,
                next=links[ordered[number + 1]] if number + 1 < len(ordered) else None,
            ),
        )


def _weeks(
    site: Site, month: Month, listed: Sequence[_Listed], language: str
) -> tuple[tuple[Day | None, ...], ...]:
    return tuple(
        tuple(_day(site, day, listed, language) if day else None for day in week)
        for week in month.weeks()
    )


def _day(site: Site, day: date, listed: Sequence[_Listed], language: str) -> Day:
    return Day(
        number=day.day,
        name=format_date(day, language, "full"),
        datetime=day.isoformat(),
        entries=tuple(_entry(site, one, day, language) for one in listed if _is_on(one, day)),
    )


def _is_on(one: _Listed, day: date) -> bool:
    when = one.session.when
    return not isinstance(when, Undated) and when.first_day <= day <= when.last_day


def _entry(site: Site, one: _Listed, day: date, language: str) -> Entry:
    words = site.content.words[language]
    session, shown = one.session, one.card
    time, start, end = _time(site, session, day, language)
    is_confirmed = session.status == "confirmed"
    return Entry(
        title=shown.title,
        title_language=shown.title_language,
        address=shown.address,
        time=time,
        start=start,
        end=end,
        part=_part(site, session, day, language),
        place=place_of(site, session, language),
        status="" if is_confirmed else session.status,
        status_word="" if is_confirmed else words(f"statuses.{session.status}"),
    )


def _time(site: Site, session: Session, day: date, language: str) -> tuple[str, str, str]:
    words, when = site.content.words[language], session.when
    if isinstance(when, Timed):
        is_first, is_last = day == when.first_day, day == when.last_day
        if is_first and is_last:
            hours = format_hours(when.start, when.end, language)
            return hours, datetime_of(session), end_of(session)
        if is_first:
            time = words("month.from", time=format_time(when.start, language))
            return time, datetime_of(session), ""
        if is_last:
            return words("month.until", time=format_time(when.end, language)), end_of(session), ""
    if isinstance(when, AllDay) and not when.hours_known:
        return words("month.hours_unknown"), "", ""
    return words("month.all_day"), "", ""


def _part(site: Site, session: Session, day: date, language: str) -> str:
    when = session.when
    if isinstance(when, Undated) or when.first_day == when.last_day:
        return ""
    number, count = (day - when.first_day).days + 1, (when.last_day - when.first_day).days + 1
    key = "month.begins" if number == 1 else "month.continues"
    return site.content.words[language](key, day=number, days=count)
