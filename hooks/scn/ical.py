"""Calendars of sessions for calendar programs (RFC 5545, RFC 7986).

One VEVENT a session, no recurrence rules, no METHOD, no alarms: sixteen programs were tried, and
what each of them does with a calendar decides what is in here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from scn.content_lines import folded, text_line
from scn.dates import format_date
from scn.ical_event import needed_zone, vevent
from scn.sessions.agenda import by_start
from scn.sessions.model import Session
from scn.sessions.when import Undated
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
class Event:
    """A session as it is written in every calendar of a language."""

    session: Session
    zone: str | None
    content: bytes


def events_from_sessions(
    sessions: Iterable[Session],
    *,
    language: str,
    words: Words,
    uid_domain: str,
    address_of: Callable[[Session], str],
) -> Iterator[Event]:
    """One event for each session that has a date, in the order in which they happen.

    Args:
        uid_domain: the constant at the end of all UIDs.
        address_of: gives the address of the page of a session.
    """
    for session in sorted(sessions, key=by_start):
        when = session.when
        if not isinstance(when, Undated):
            lines = vevent(
                session,
                when,
                language=language,
                words=words,
                uid_domain=uid_domain,
                address=address_of(session),
            )
            yield Event(session=session, zone=needed_zone(when), content=folded(lines))


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
    """A calendar of those sessions that have a date."""
    events = events_from_sessions(
        sessions, language=language, words=words, uid_domain=uid_domain, address_of=address_of
    )
    return calendar_from_events(events, language=language, words=words, as_of=as_of, feed=feed)


def calendar_from_events(
    events: Iterable[Event],
    *,
    language: str,
    words: Words,
    as_of: date,
    feed: Feed | None = None,
) -> bytes:
    """A calendar of events, which are in their order.

    A feed has what is to come and the last twelve months, as far as programs take it, the nearest
    first; it says so when something has no room.
    """
    found = [event for event in events if not feed or _is_in_window(event.session, as_of)]
    chosen = _with_room(found, feed, as_of) if feed else found
    zones = {event.zone for event in chosen if event.zone}
    if feed and not chosen:
        zones = {feed.time_zone}
    is_cut = len(chosen) < len(found)
    return b"".join(
        (
            folded(("BEGIN:VCALENDAR", *_HEAD)),
            folded(_about(feed, language, words, as_of, is_cut=is_cut)) if feed else b"",
            *(_rules(zone) for zone in sorted(zones)),
            *(event.content for event in chosen),
            folded(("END:VCALENDAR",)),
        )
    )


@cache
def _rules(zone: str) -> bytes:
    return folded(vtimezone(zone))


def _is_in_window(session: Session, as_of: date) -> bool:
    when = session.when
    if isinstance(when, Undated):
        return False
    if session.status == "cancelled":
        return not session.is_over(as_of)
    return when.last_day >= as_of - WINDOW


def _about(feed: Feed, language: str, words: Words, as_of: date, *, is_cut: bool) -> Iterator[str]:
    key = "calendar.description_cut" if is_cut else "calendar.description"
    yield text_line("NAME", feed.name, language)
    yield text_line("X-WR-CALNAME", feed.name)
    yield text_line("DESCRIPTION", words(key, date=format_date(as_of, language)), language)
    # Programs of Apple read the first, those of Microsoft the second.
    yield "REFRESH-INTERVAL;VALUE=DURATION:PT6H"
    yield "X-PUBLISHED-TTL:PT6H"


def _with_room(events: list[Event], feed: Feed, as_of: date) -> list[Event]:
    """The events that a feed has room for: first what is to come, then what was last."""
    to_come = [event for event in events if not event.session.is_over(as_of)]
    past = [event for event in events if event.session.is_over(as_of)]
    chosen: list[Event] = []
    room = feed.most_bytes - _ROOM_FOR_HEAD_AND_ZONES
    for event in (*to_come, *reversed(past)):
        room -= len(event.content)
        if room < 0 or len(chosen) == feed.most_events:
            break
        chosen.append(event)
    return sorted(chosen, key=lambda event: by_start(event.session))
