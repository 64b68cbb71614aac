"""Values that authors write as text: each function gives one or says what to write instead.

Every function raises `RefusedError` when the text is no such value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta, timezone
from typing import TypeVar
from urllib.parse import quote, urlsplit

from scn.problems import not_known, quoted
from scn.shapes import Parse, RefusedError
from scn.texts import PERSONAL_MAILBOX, personal_mailboxes

_YEARS = range(2000, 2100)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LOCAL_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})")
_OFFSET = re.compile(r"([+-])(\d{2}):([0-5]\d)")
_LENGTH = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})min)?", re.ASCII)
_LONGEST = timedelta(hours=24)
_SLOPPY_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::\d{2}.*|[Zz]|[+-].*)?")
_MAILBOX = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


T = TypeVar("T")

_ANY_TEXT = ["string", "number"]
"""Editors take what looks like a number for one."""


def written_as(**schema: object) -> Callable[[Callable[[str], T]], Parse[T]]:
    """Says in terms of JSON Schema which texts a function takes."""
    return lambda function: Parse(function, schema)


def one_line(longest: int) -> Parse[str]:
    @written_as(type=_ANY_TEXT, maxLength=longest, pattern=r"^[^\n]+$")
    def parse(text: str) -> str:
        if "\n" in text:
            raise RefusedError("The text has several lines. Write it in one.")
        return _not_longer(text, longest)

    return parse


def lines(longest: int) -> Parse[str]:
    @written_as(type=_ANY_TEXT, minLength=1, maxLength=longest)
    def parse(text: str) -> str:
        return _not_longer(text, longest)

    return parse


def _not_longer(text: str, longest: int) -> str:
    if len(text) > longest:
        raise RefusedError(f"The text has {len(text)} letters. Write {longest} at most.")
    return text


def pattern(expression: str, example: str) -> Parse[str]:
    is_number = re.fullmatch(expression, "2027") or re.fullmatch(expression, "2")

    @written_as(type=_ANY_TEXT if is_number else "string", pattern=f"^(?:{expression})$")
    def parse(text: str) -> str:
        if not re.fullmatch(expression, text, re.ASCII):
            raise RefusedError(f"{quoted(text)} cannot stand here. Write {example}.")
        return text

    return parse


def one_of(allowed: Collection[str]) -> Parse[str]:
    @written_as(enum=list(allowed))
    def parse(text: str) -> str:
        if text not in allowed:
            raise RefusedError(not_known(text, allowed))
        return text

    return parse


@written_as(type="boolean")
def flag(text: str) -> bool:
    if text not in {"true", "false"}:
        raise RefusedError(f"{quoted(text)} is neither true nor false. Write one of them.")
    return text == "true"


@written_as(type="integer", minimum=0, maximum=9_999_999)
def count(text: str) -> int:
    if not re.fullmatch("[0-9]{1,7}", text, re.ASCII):
        raise RefusedError(f"{quoted(text)} is no number. Write digits only, such as 120.")
    return int(text)


def between(fewest: int, most: int) -> Parse[int]:
    @written_as(type="integer", minimum=fewest, maximum=most)
    def parse(text: str) -> int:
        number = count(text)
        if not fewest <= number <= most:
            raise RefusedError(f"{number} is too few or too many. Write {fewest} to {most}.")
        return number

    return parse


@written_as(type="string", pattern=r"^(?=.)(\d{1,2}h)?(\d{1,3}min)?$")
def length(text: str) -> timedelta:
    """How long something lasts: `2h`, `90min`, `1h30min`."""
    found = _LENGTH.fullmatch(text)
    value = timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0)) if found else None
    if not value or value > _LONGEST:
        raise RefusedError(f"{quoted(text)} is no length. Write it as 2h, 90min or 1h30min.")
    return value


@written_as(type="string", format="date", pattern=r"^20\d\d-\d\d-\d\d$")
def day(text: str) -> date:
    found = _DAY.fullmatch(text)
    if not found:
        raise RefusedError(f"{quoted(text)} is no date. Write it as 2027-03-30.")
    try:
        value = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise RefusedError(f"There is no day {text}. Write one that is in the calendar.") from None
    if value.year not in _YEARS:
        raise RefusedError(f"The year {value.year} is too far away. Mend it.")
    return value


@written_as(type="string", pattern=r"^20\d\d-\d\d-\d\dT\d\d:\d\d$")
def local_time(text: str) -> datetime:
    """A time on the clocks of the place: no offset, no seconds."""
    found = _LOCAL_TIME.fullmatch(text)
    if not found:
        sloppy = _SLOPPY_TIME.fullmatch(text)
        better = f"{sloppy[1]}T{sloppy[2]:0>2}:{sloppy[3]}" if sloppy else "2027-03-30T10:00"
        raise RefusedError(f"{quoted(text)} is no day with a local time. Write it as {better}.")
    value = day(found[1])
    hour, minute = int(found[2]), int(found[3])
    if hour > 23 or minute > 59:
        raise RefusedError(f"There is no time {found[2]}:{found[3]}. Write 00:00 to 23:59.")
    return datetime(value.year, value.month, value.day, hour, minute)  # noqa: DTZ001


@written_as(type="string", pattern=r"^20\d\d-\d\d-\d\d(T\d\d:\d\d)?$")
def day_or_local_time(text: str) -> date | datetime:
    return local_time(text) if "T" in text or ":" in text else day(text)


@written_as(type="string", pattern=r"^[+-]\d\d:[0-5]\d$")
def offset(text: str) -> timezone:
    found = _OFFSET.fullmatch(text)
    if not found or int(found[2]) > 14:
        raise RefusedError(f"{quoted(text)} is no offset from UTC. Write it as +02:00.")
    distance = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return timezone(-distance if found[1] == "-" else distance)


@written_as(type="string", pattern=r"^[hH][tT][tT][pP][sS]://[^\s@/?#]+([/?#]\S*)?$")
def link(text: str) -> str:
    """An address that a reader may follow."""
    if not text.lower().startswith("https://"):
        raise RefusedError(f"{quoted(text)} is no safe address. Write one with https://.")
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise RefusedError(f"{quoted(text)} is no address. Copy it again.") from None
    if "@" in parts.netloc:
        raise RefusedError("There is a user name or password in this address. Take it out.")
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host, re.ASCII):
        raise RefusedError(f"{quoted(host)} is no name of a server. Copy the address again.")
    if not re.fullmatch(r"[!#-;=?-\[\]_a-z~]+", text, re.ASCII):
        better = quote(text, safe=":/?#[]@!$&'()*+,;=%-._~")
        raise RefusedError(f"This address has letters that cannot stand in one. Write {better}.")
    return text


@written_as(type="string", pattern=f"^{_MAILBOX.pattern}$")
def mailbox(text: str) -> str:
    if not _MAILBOX.fullmatch(text):
        raise RefusedError(f"{quoted(text)} is no mail address. Write it as sessions@example.eu.")
    for found in personal_mailboxes(text):
        raise RefusedError(PERSONAL_MAILBOX.format(mailbox=found))
    return text
