"""What changed on a session, with what was before and what came after; notices at the top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from scn.dates import (
    city_of_zone,
    format_date,
    format_dates,
    format_offset,
    format_time,
    format_times,
)
from scn.session_cards import when_of
from scn.sessions.model import Before, Change, Session
from scn.sessions.when import Timed, Undated
from scn.site import Site
from scn.timezones import readings, zone
from scn.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Something that was one way and became another."""

    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    when: str
    datetime: str
    text: str
    shifts: tuple[Shift, ...]
    note: str
    note_language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a reader must not miss; `status` names a look, the text says the same in words."""

    text: str
    status: str = ""
    since: str = ""
    note: str = ""
    note_language: str = ""


def notice_of(site: Site, session: Session, language: str) -> Notice | None:
    words = site.content.words[language]
    if isinstance(session.when, Undated) and session.when.programme:
        held = "held" if session.when.held == "yes" else "not_confirmed"
        return Notice(text=words(f"session_page.{held}"))
    is_settled = session.status == "tentative" and session.is_over(site.as_of)
    if session.status == "confirmed" or is_settled:
        return None
    change = next((one for one in reversed(session.changes) if "status" in one.what), None)
    note, note_language = ("", "")
    if change and change.note:
        note, note_language = change.note.in_language(language)
    return Notice(
        text=words(f"calendar.{session.status}_note"),
        status=session.status,
        since=words("session_more.since", date=format_date(change.at, language)) if change else "",
        note=note,
        note_language=note_language,
    )


def changes_of(site: Site, session: Session, language: str) -> Iterator[ChangeView]:
    """The newest first."""
    words = site.content.words[language]
    for index, change in reversed(list(enumerate(session.changes))):
        note, note_language = change.note.in_language(language) if change.note else ("", "")
        later = session.changes[index + 1 :]
        yield ChangeView(
            when=format_date(change.at, language),
            datetime=change.at.isoformat(),
            text=", ".join(words(f"changes.{what}") for what in change.what),
            shifts=tuple(_shifts(site, session, change, later, language)),
            note=note,
            note_language=note_language,
        )


def _shifts(
    site: Site, session: Session, change: Change, later: Sequence[Change], language: str
) -> Iterator[Shift]:
    """What came after is what the next change of the same thing had before it, or what is now."""
    words = site.content.words[language]
    following = [one.before for one in later if one.before]
    before = _time(session, change.before, language)
    if before:
        after = (_time(session, one, language) for one in following)
        now = when_of(site, session, language)
        yield Shift(before=before, after=next(filter(None, after), now))
    before = _status(change.before, words)
    if before:
        states = (_status(one, words) for one in following)
        now = words(f"statuses.{session.status}")
        yield Shift(before=before, after=next(filter(None, states), now))
    before = _venue(change.before, language)
    if before:
        venues = (_venue(one, language) for one in following)
        here = session.venue.in_language(language)[0] if session.venue else ""
        now = here or words(f"modes.{session.mode}")
        yield Shift(before=before, after=next(filter(None, venues), now))


def _time(session: Session, before: Before | None, language: str) -> str:
    if before and before.all_day:
        return format_dates(before.all_day.first_day, before.all_day.last_day, language)
    if not before or not before.start:
        return ""
    if before.end and before.end > before.start:
        text = format_times(before.start, before.end, language, "full")
    else:
        text = local_time(before.start, language)
    return f"{text}{place_of_clocks(session, before.start, language)}"


def _status(before: Before | None, words: Words) -> str:
    return words(f"statuses.{before.status}") if before and before.status else ""


def _venue(before: Before | None, language: str) -> str:
    return before.venue.in_language(language)[0] if before and before.venue else ""


def local_time(at: datetime, language: str) -> str:
    return f"{format_date(at, language, 'full')}, {format_time(at, language)}"


def place_of_clocks(session: Session, local: datetime, language: str) -> str:
    """City and offset of a local time, in brackets; empty where the zone is not known."""
    if not isinstance(session.when, Timed):
        return ""
    instants = readings(local, session.when.time_zone)
    city = city_of_zone(session.when.time_zone, language)
    if not instants:
        return f" ({city})"
    at = instants[0].astimezone(zone(session.when.time_zone))
    return f" ({city}, {format_offset(at)})"
