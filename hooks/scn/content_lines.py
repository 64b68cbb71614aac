"""Content lines of iCalendar: names, parameters, values, escapes and folding (RFC 5545 §3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

_LONGEST_LINE = 75
"""Octets, without the line end."""


def line(name: str, value: str, parameters: Iterable[tuple[str, str]] = ()) -> str:
    """One unfolded line; the value is already in the form that its type wants."""
    shown = "".join(f";{key}={_parameter(text)}" for key, text in parameters)
    return f"{name}{shown}:{value}"


def text_line(name: str, text: str, language: str = "") -> str:
    return line(name, escaped(text), [("LANGUAGE", language)] if language else [])


def escaped(text: str) -> str:
    """A text as a value (RFC 5545 §3.3.11)."""
    for char, escape in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(char, escape)
    return text


def _parameter(text: str) -> str:
    """Quotation marks cannot stand in a parameter, and few programs read RFC 6868."""
    text = text.replace('"', "'")
    return f'"{text}"' if any(char in text for char in ":;,") else text


def date_value(day: date) -> str:
    return f"{day:%Y%m%d}"


def local_value(at: datetime) -> str:
    return f"{at:%Y%m%dT%H%M%S}"


def utc_value(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def folded(lines: Iterable[str]) -> bytes:
    """The lines as bytes, with CRLF, none longer than 75 octets.

    A line is never cut inside a letter or an escape: several programs join the octets of a cut
    letter wrongly.
    """
    return b"".join(part for each in lines for part in _folded(each))


def _folded(text: str) -> Iterator[bytes]:
    data = text.encode()
    room = _LONGEST_LINE
    while len(data) > room:
        end = room
        while data[end] & 0xC0 == 0x80:  # in the middle of a letter
            end -= 1
        backslashes = len(data[:end]) - len(data[:end].rstrip(b"\\"))
        end -= backslashes % 2
        yield data[:end] + b"\r\n "
        data, room = data[end:], _LONGEST_LINE - 1
    yield data + b"\r\n"
