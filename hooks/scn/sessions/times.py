"""Reads when a session is, and refuses times that calendar programs understand differently."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import partial

from scn.problems import listed
from scn.sessions.parts import LONGEST_DAYS
from scn.sessions.rules import Refuse
from scn.sessions.when import AllDay, Timed, Undated, When
from scn.timezones import readings, skipped_hour, zone

_ALTERNATIVES = ("start", "all_day", "undated")
_SERIES = ("occurrences", "repeat")
"""A file with one of these has no time of its own: each occurrence has."""

_GOES_ONLY_WITH = {"end": "start", "offset": "start", "hours_known": "all_day"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTimes:
    """The fields about time of one file, as far as they could be read."""

    names: Collection[str]
    """Those that are there, also when they cannot be read."""

    start: datetime | None = None
    end: datetime | None = None
    offset: timezone | None = None
    all_day: AllDay | None = None
    hours_known: bool | None = None
    undated: Undated | None = None
    is_of_series: bool = False


def when_from_times(written: WrittenTimes, zones: Sequence[str], refuse: Refuse) -> When | None:
    """When the session is, or nothing after refusing it or for a series.

    `zones` is the one that it is in, or several when the file should have said which.
    """
    here = [name for name in (*_ALTERNATIVES, *_SERIES) if name in written.names]
    if not here:
        or_undated = "" if written.is_of_series else ", or undated"
        refuse("start", f"There is no date. Write start and end, or all_day{or_undated}.")
    for name in here[1:]:
        choice = listed(dict.fromkeys((*_ALTERNATIVES, *here)), "and")
        refuse(name, f"There is {here[0]} as well. Keep one of {choice}.")
    for name, other in _GOES_ONLY_WITH.items():
        if name in written.names and other not in here and here:
            refuse(name, f"This goes only with {other}. Delete it.")
    if "start" in here and "end" not in written.names:
        refuse("end", "This is missing. Write a local time such as 2027-03-30T12:30.")
    if len(here) != 1:
        return None
    if written.all_day:
        first_day, last_day = written.all_day.first_day, written.all_day.last_day
        is_known = written.hours_known is not False
        return AllDay(first_day=first_day, last_day=last_day, hours_known=is_known)
    if written.start and written.end:
        return _timed(written.start, written.end, written.offset, zones, refuse)
    return written.undated


def _timed(
    start: datetime,
    end: datetime,
    offset: timezone | None,
    zones: Sequence[str],
    refuse: Refuse,
) -> Timed | None:
    if wrong := _wrong_order(start, end):
        refuse("end", wrong)
        return None
    if len(zones) > 1:
        refuse(
            "start", f"The country has several time zones. Add time_zone: {listed(zones, 'or')}."
        )
        return None
    begins, ends = (
        _instant(local, offset, zones[0], partial(refuse, name))
        for name, local in (("start", start), ("end", end))
    )
    is_repeated = any(len(readings(local, zones[0])) > 1 for local in (start, end))
    if offset and not is_repeated:
        refuse("offset", "Neither start nor end is in an hour that happens twice. Delete it.")
    if not begins or not ends:
        return None
    if ends <= begins:
        refuse("end", f"With this offset it is at {ends:%H:%M} UTC, not after the start. Mend it.")
        return None
    there = zone(zones[0])
    return Timed(
        start=begins.astimezone(there),
        end=ends.astimezone(there),
        time_zone=zones[0],
        happens_in_repeated_hour=is_repeated,
    )


def _wrong_order(start: datetime, end: datetime) -> str:
    """What is wrong with the end, nothing if it can be one."""
    if end == start:
        return f"{end:%H:%M} is the start as well. Write when the session ends."
    if end < start and end.date() == start.date():
        return f"{end:%H:%M} is before the start {start:%H:%M} on the same day."
    if end < start:
        return f"{end:%Y-%m-%d} is before the start on {start:%Y-%m-%d}."
    if end - start > timedelta(days=LONGEST_DAYS):
        return f"This is {(end - start).days} days after the start. Mend the year or the month."
    return ""


def _instant(
    local: datetime, offset: timezone | None, name: str, refuse: Callable[[str], None]
) -> datetime | None:
    """The instant in UTC at which the clocks of a zone show the time."""
    instants = readings(local, name)
    if len(instants) == 1:
        return instants[0]
    written = f"{local:%Y-%m-%dT%H:%M}"
    if not instants:
        jump, landing = skipped_hour(local, name)
        gap = landing - jump
        refuse(
            f"{written} does not exist in {name}: clocks go from {jump:%H:%M} to {landing:%H:%M}"
            f" that night. Write {local - gap:%H:%M} or {local + gap:%H:%M}."
        )
        return None
    by_offset = {at.astimezone(zone(name)).isoformat()[-6:]: at for at in instants}
    if not offset:
        first, second = by_offset
        in_utc = listed([f"{at:%H:%M}" for at in instants], "or")
        refuse(
            f"{written} happens twice in {name}: at {in_utc} UTC. Write another time, or add"
            f" offset: {first} for the first or {second} for the second."
        )
        return None
    chosen = local.replace(tzinfo=offset).isoformat()[-6:]
    if chosen not in by_offset:
        refuse(f"{name} is not at {chosen} then. Write offset: {listed(by_offset, 'or')}.")
    return by_offset.get(chosen)
