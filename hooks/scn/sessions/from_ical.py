"""Sessions from a calendar of another program, for review by a person (RFC 5545).

Only what can be trusted is taken over, and what is left behind is said. People are never taken
over: organisers and attendees of a calendar are names and mailboxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import icalendar

from scn.sessions.written import Written
from scn.timezones import ALLOWED_ZONES, zone

_STATUS = {"CONFIRMED": "confirmed", "TENTATIVE": "tentative", "CANCELLED": "cancelled"}
_TAKEN = {
    "SUMMARY", "DTSTART", "DTEND", "DURATION", "STATUS", "DESCRIPTION", "URL", "CREATED", "DTSTAMP",
    "LAST-MODIFIED",
}  # fmt: skip
_WITHOUT_LOSS = {"UID", "SEQUENCE", "TRANSP", "CLASS", "PRIORITY"}


class NoCalendarError(Exception):
    """The bytes are no calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One event as the fields of a session file, and what is not in them."""

    title: str
    fields: dict[str, Written]
    year: int
    left_out: tuple[str, ...]
    """Sentences about what is not in them, or not as it was."""


def sessions_from_ical(
    data: bytes, *, kind: str, zones: tuple[str, ...], as_of: date
) -> Iterator[Imported | str]:
    """The events in their order; a sentence in place of one that cannot be a session.

    Args:
        zones: of the country; a time in another zone is given on the clocks of the first.

    Raises:
        NoCalendarError: the data cannot be read.
    """
    try:
        calendars = icalendar.Calendar.from_ical(data, multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        raise NoCalendarError(str(error)) from None
    for calendar in calendars:
        for event in calendar.walk("VEVENT"):
            yield _imported(event, kind, zones, as_of)


def _imported(
    event: icalendar.Component, kind: str, zones: tuple[str, ...], as_of: date
) -> Imported | str:
    title = " ".join(_text(event, "SUMMARY").split())
    name = title or "An event without a title"
    begin = _moment(event, "DTSTART")
    if begin is None:
        return f"{name}: it has no beginning (DTSTART) that can be read."
    left_out: list[str] = []
    if not title:
        left_out.append("there is no title (SUMMARY): write one")
    status = _STATUS.get(_text(event, "STATUS").upper(), "tentative")
    if not event.get("STATUS"):
        left_out.append("there is no STATUS: tentative was written")
    if isinstance(begin, datetime) and not event.get("DTEND") and not event.get("DURATION"):
        left_out.append("there is no end (DTEND): an hour was written")
    announced = _day(event, "CREATED") or _day(event, "DTSTAMP") or as_of
    fields: dict[str, Written] = {
        "kind": kind,
        "status": status,
        "announced": announced.isoformat(),
        "title": {"en": title or "Untitled"},
        **_times(begin, _end(event, begin), zones, left_out),
    }
    if description := _text(event, "DESCRIPTION").replace("\r\n", "\n").strip():
        fields["description"] = {"en": description}
    if url := _text(event, "URL"):
        fields["source"] = url
    if status == "cancelled":
        changed = _day(event, "LAST-MODIFIED") or _day(event, "DTSTAMP") or announced
        changed = max(changed, announced)
        fields["changes"] = [{"at": changed.isoformat(), "what": ["status"]}]
    left_out.extend(_not_taken(event))
    year = begin.year
    return Imported(title=name, fields=fields, year=year, left_out=tuple(left_out))


def _text(event: icalendar.Component, name: str) -> str:
    value = event.get(name)
    return str(value[0] if isinstance(value, list) else value or "").strip()


def _moment(event: icalendar.Component, name: str) -> date | datetime | None:
    value = getattr(event.get(name), "dt", None)
    return value if isinstance(value, date) else None


def _day(event: icalendar.Component, name: str) -> date | None:
    value = _moment(event, name)
    return value.date() if isinstance(value, datetime) else value


def _end(event: icalendar.Component, begin: date | datetime) -> date | datetime:
    """Without one, a day or an hour: RFC 5545 §3.6.1 has a day, or no time at all."""
    end = _moment(event, "DTEND")
    duration = getattr(event.get("DURATION"), "dt", None)
    if end is None and isinstance(duration, timedelta):
        end = begin + duration
    is_time = isinstance(begin, datetime)
    if end is None or isinstance(end, datetime) is not is_time or _is_before(end, begin):
        return begin + (timedelta(hours=1) if is_time else timedelta(days=1))
    return end


def _is_before(end: date | datetime, begin: date | datetime) -> bool:
    if isinstance(end, datetime) and isinstance(begin, datetime):
        if (end.tzinfo is None) is not (begin.tzinfo is None):
            return True
        return end <= begin
    return end <= begin


def _times(
    begin: date | datetime, end: date | datetime, zones: tuple[str, ...], left_out: list[str]
) -> dict[str, Written]:
    if not isinstance(begin, datetime) or not isinstance(end, datetime):
        last = end - timedelta(days=1)
        return {"all_day": {"from": begin.isoformat(), "to": last.isoformat()}}
    own = getattr(begin.tzinfo, "key", None) or str(begin.tzinfo or "")
    fields: dict[str, Written] = {}
    there = zones[0]
    if begin.tzinfo is None:
        left_out.append(f"there is no time zone: the times were taken as those in {there}")
    else:
        if own in ALLOWED_ZONES and own != "UTC":
            there = own
        else:
            left_out.append(f"the time zone was {own}: the times are now those in {there}")
        begin, end = begin.astimezone(zone(there)), end.astimezone(zone(there))
    fields["start"], fields["end"] = f"{begin:%Y-%m-%dT%H:%M}", f"{end:%Y-%m-%dT%H:%M}"
    if begin.second or end.second:
        left_out.append("not taken over: seconds")
    if zones != (there,):
        fields["time_zone"] = there
    return fields


def _not_taken(event: icalendar.Component) -> Iterator[str]:
    for name in event:
        upper = str(name).upper()
        if upper in {"ATTENDEE", "ORGANIZER", "CONTACT"}:
            yield f"not taken over: {upper}, which names people"
        elif upper in {"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}:
            yield f"not taken over: {upper}; write repeat or occurrences for a series"
        elif upper == "LOCATION":
            yield f"not taken over: LOCATION, {_text(event, name)[:80]}; write venue or online"
        elif upper not in _TAKEN | _WITHOUT_LOSS:
            yield f"not taken over: {upper}"
    yield from (f"not taken over: {each.name}" for each in event.subcomponents)
