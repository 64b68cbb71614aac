"""Time zones from the pinned `tzdata` package, and their rules for calendar programs.

The zone data of the machine is never used: two machines would build two calendars.
"""

from __future__ import annotations

import re
from calendar import monthcalendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from zoneinfo import ZoneInfo

ALLOWED_ZONES = (
    "Europe/Amsterdam", "Europe/Athens", "Europe/Berlin", "Europe/Bratislava", "Europe/Brussels",
    "Europe/Bucharest", "Europe/Budapest", "Europe/Copenhagen", "Europe/Dublin", "Europe/Helsinki",
    "Europe/Lisbon", "Europe/Ljubljana", "Europe/London", "Europe/Luxembourg", "Europe/Madrid",
    "Europe/Malta", "Europe/Paris", "Europe/Prague", "Europe/Riga", "Europe/Rome", "Europe/Sofia",
    "Europe/Stockholm", "Europe/Tallinn", "Europe/Vienna", "Europe/Vilnius", "Europe/Warsaw",
    "Europe/Zagreb", "Europe/Zurich", "Asia/Nicosia", "Atlantic/Azores", "Atlantic/Canary",
    "Atlantic/Madeira", "Africa/Ceuta", "America/Cayenne", "America/Guadeloupe",
    "America/Marigot", "America/Martinique", "Indian/Mayotte", "Indian/Reunion", "UTC",
)  # fmt: skip
"""Zones that a session may be in. That `zoneinfo` knows a name is no check: it knows `EST`."""

_FIRST_YEAR = 2020
"""Before any session; the rules of the allowed zones have not changed since."""


@cache
def zone(name: str) -> ZoneInfo:
    with _data(name).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def _data(name: str) -> Traversable:
    return files("tzdata").joinpath("zoneinfo", *name.split("/"))


def readings(local: datetime, name: str) -> tuple[datetime, ...]:
    """The instants at which the clocks of a zone show a time, in UTC.

    That is one; none in the hour that is skipped in spring; two in the hour that happens twice in
    autumn.
    """
    there = zone(name)
    instants = (local.replace(tzinfo=there, fold=fold).astimezone(UTC) for fold in (0, 1))
    return tuple(
        sorted({at for at in instants if at.astimezone(there).replace(tzinfo=None) == local})
    )


def skipped_hour(local: datetime, name: str) -> tuple[datetime, datetime]:
    """From which time to which the clocks jump, for a time that they skip."""
    there = zone(name)
    before, after = (local.replace(tzinfo=there, fold=fold).utcoffset() for fold in (0, 1))
    if before is None or after is None or before >= after:
        raise ValueError(f"{local} {name}")
    # Read with the offset of summer the time lies before the change, with that of winter after it.
    early, late = local - after, local - before
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        if middle.replace(tzinfo=UTC).astimezone(there).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late + before, late + after


@dataclass(frozen=True, slots=True, kw_only=True)
class Observance:
    """A time of the year with one offset, as RFC 5545 §3.6.5 wants it."""

    name: str
    is_daylight: bool
    offset_from: timedelta
    offset_to: timedelta
    start: datetime
    """By the clocks before the change."""

    rule: str
    """Empty in a zone that never changes its clocks."""


def observances(name: str) -> tuple[Observance, ...]:
    """The rules that hold in a zone now, from the last line of its TZif file (RFC 8536 §3.3).

    Lists of single changes (RDATE), which some libraries write, are misread by common programs.
    """
    footer = _data(name).read_bytes().rpartition(b"\n")[0].rpartition(b"\n")[2].decode("ascii")
    found = _FOOTER.fullmatch(footer)
    if not found:
        raise ValueError(f"{name}: {footer}")
    standard = -_duration(found["offset"])
    if not found["summer"]:
        start = datetime(1970, 1, 1)  # noqa: DTZ001
        return (_observance(found["name"], standard, standard, start, ""),)
    hour_more = standard + timedelta(hours=1)
    summer = -_duration(found["summer_offset"]) if found["summer_offset"] else hour_more
    to_summer = _change(found["begin"], found["begin_time"])
    to_standard = _change(found["end"], found["end_time"])
    return (
        _observance(found["name"], summer, standard, *to_standard),
        _observance(found["summer"], standard, summer, *to_summer),
    )


_FOOTER = re.compile(
    r"(?P<name>[A-Za-z]+|<[^>]+>)(?P<offset>[-+\d:]+)"
    r"((?P<summer>[A-Za-z]+|<[^>]+>)(?P<summer_offset>[-+\d:]+)?"
    r",(?P<begin>M\d+\.\d\.\d)(/(?P<begin_time>[\d:]+))?"
    r",(?P<end>M\d+\.\d\.\d)(/(?P<end_time>[\d:]+))?)?"
)
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")


def _observance(
    name: str, before: timedelta, after: timedelta, start: datetime, rule: str
) -> Observance:
    # Dublin has it the other way round in law, with a negative summer time in winter; programs
    # that read the calendar expect the larger offset to be the daylight one.
    return Observance(
        name=name.strip("<>"),
        is_daylight=after > before,
        offset_from=before,
        offset_to=after,
        start=start,
        rule=rule,
    )


def _change(rule: str, time: str | None) -> tuple[datetime, str]:
    """When a change first happens by the old clocks, and how it repeats: `M3.5.0` is the last
    (fifth) Sunday of March.
    """
    month, week, weekday = (int(number) for number in rule[1:].split("."))
    weeks = monthcalendar(_FIRST_YEAR, month)
    days = [day for day in (each[(weekday - 1) % 7] for each in weeks) if day]
    day = days[-1] if week == 5 else days[week - 1]
    start = datetime(_FIRST_YEAR, month, day) + _duration(time or "2")  # noqa: DTZ001
    nth = -1 if week == 5 else week
    return start, f"FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{_DAYS[weekday]}"


def _duration(text: str) -> timedelta:
    sign = -1 if text.startswith("-") else 1
    hours, minutes, *_ = [*(int(part) for part in text.strip("+-").split(":")), 0]
    return sign * timedelta(hours=hours, minutes=minutes)


def vtimezone(name: str) -> Iterator[str]:
    """The content lines of a VTIMEZONE."""
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    for each in observances(name):
        part = "DAYLIGHT" if each.is_daylight else "STANDARD"
        yield f"BEGIN:{part}"
        yield f"DTSTART:{each.start:%Y%m%dT%H%M%S}"
        if each.rule:
            yield f"RRULE:{each.rule}"
        yield f"TZOFFSETFROM:{_utc_offset(each.offset_from)}"
        yield f"TZOFFSETTO:{_utc_offset(each.offset_to)}"
        yield f"TZNAME:{each.name}"
        yield f"END:{part}"
    yield "END:VTIMEZONE"


def _utc_offset(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}{rest:02}"
