"""Calendars of sessions for calendar programs (RFC 5545, RFC 7986).

One VEVENT a session, no recurrence rules, no METHOD, no alarms: sixteen programs were tried, and
what each of them does with a calendar decides what is in here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scn.content_lines import folded, text_line
from scn.dates import format_date
from scn.ical_event import needed_zone, vevent
from scn.sessions.agenda import by_start
from scn.sessions.model import Session
from scn.sessions.when import AllDay, Timed, Undated
from scn.timezones import vtimezone
from scn.words import Words

WINDOW = timedelta(days=365)
"""How far back a feed goes."""

_HEAD = (
    "VERSION:2.0",
    "PRODID:-//Smart Communities Network//Knowledge base//EN",
    "CALSCALE:GREGORIAN",
)
_ROOM_FOR_HEAD_AND_ZONES = 25_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a calendar to subscribe to has besides events; one to import has none of it."""

    name: str
    time_zone: str = "Europe/Brussels"
    """A calendar without events has its rules, as it must have something (RFC 5545 §3.6)."""

    most_events: int = 1_000
    most_bytes: int = 1_000_000
    """Beyond these, programs cut a subscription in silence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    session: Session
    zone: str | None
    lines: tuple[str, ...]


def calendar_from_sessions(
    sessions: Iterable[Session],
    *,
    language: str,
    words: Words,
    as_of: date,
    uid_domain: str,
    address_of: Callable[[Session], str],
    feed: Feed | None = None,
) -> bytes:
    """A calendar of those sessions that have a date.

    A feed has what is to come and the last twelve months, as far as programs take it, the nearest
    first; it says so when something has no room.

    Args:
        uid_domain: the constant at the end of all UIDs.
        address_of: gives the address of the page of a session.
    """
    events = []
    for session in sorted(sessions, key=by_start):
        when = session.when
        if isinstance(when, Undated) or (feed and not _is_in_window(session, when, as_of)):
            continue
        lines = vevent(
            session,
            when,
            language=language,
            words=words,
            uid_domain=uid_domain,
            address=address_of(session),
        )
        events.append(_Event(session=session, zone=needed_zone(when), lines=tuple(lines)))
    return folded(_lines(events, feed, language, words, as_of))


def _is_in_window(session: Session, when: Timed | AllDay, as_of: date) -> bool:
    if session.status == "cancelled":
        return not session.is_over(as_of)
    return when.last_day >= as_of - WINDOW


def _lines(
    events: list[_Event], feed: Feed | None, language: str, words: Words, as_of: date
) -> Iterator[str]:
    chosen = _with_room(events, feed, as_of) if feed else events
    yield "BEGIN:VCALENDAR"
    yield from _HEAD
    if feed:
        is_cut = len(chosen) < len(events)
        key = "calendar.description_cut" if is_cut else "calendar.description"
        yield text_line("NAME", feed.name, language)
        yield text_line("X-WR-CALNAME", feed.name)
        yield text_line("DESCRIPTION", words(key, date=format_date(as_of, language)), language)
        # Programs of Apple read the first, those of Microsoft the second.
        yield "REFRESH-INTERVAL;VALUE=DURATION:PT6H"
        yield "X-PUBLISHED-TTL:PT6H"
    zones = {event.zone for event in chosen if event.zone}
    if feed and not chosen:
        zones = {feed.time_zone}
    for zone in sorted(zones):
        yield from vtimezone(zone)
    for event in chosen:
        yield from event.lines
    yield "END:VCALENDAR"


def _with_room(events: list[_Event], feed: Feed, as_of: date) -> list[_Event]:
    """The events that a feed has room for: first what is to come, then what was last."""
    to_come = [event for event in events if not event.session.is_over(as_of)]
    past = [event for event in events if event.session.is_over(as_of)]
    chosen: list[_Event] = []
    room = feed.most_bytes - _ROOM_FOR_HEAD_AND_ZONES
    for event in (*to_come, *reversed(past)):
        room -= len(folded(event.lines))
        if room < 0 or len(chosen) == feed.most_events:
            break
        chosen.append(event)
    return sorted(chosen, key=lambda event: by_start(event.session))
