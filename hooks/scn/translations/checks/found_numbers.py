"""Numbers, times and dates of a text in another language, with the ways to read each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from babel.numbers import get_decimal_symbol, get_group_symbol

from scn.dates import locale_of
from scn.translations.checks.months import months_in

NAME = r"(?<!\w)(?:[A-Za-z]{2,}\d\w*|[A-Za-z]\d+[A-Za-z]\w*|[A-Za-z]\d+(?:\.\d+)+)"
"""Digits inside a name, which is the same in every language: LDT4SSC, W3C, V1.7.1."""

_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    text: str
    at: int
    readings: tuple[tuple[str, ...], ...]
    """Each a way to take it apart, the likeliest first."""

    def read_for(self, wanted: Counter[str]) -> tuple[str, ...]:
        """The first way that gives only what is wanted."""
        return next((way for way in self.readings if not Counter(way) - wanted), self.readings[0])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    decimal = re.escape(get_decimal_symbol(locale_of(language)))
    groups = re.escape(f"{_SPACES}{get_group_symbol(locale_of(language))}")
    groups += r"\." if decimal == "," else ""
    space = f"[{_SPACES}]"
    return re.compile(
        rf"""
          (?P<iso>(?<!\d)\d{{4}}-\d{{2}}-\d{{2}}(?!\d))
        | (?<!\w)(?P<date>\d{{1,2}}(?P<dot>\.{space}?|/)\d{{1,2}}(?P=dot)\d{{4}})(?!\d)
        | (?<!\w)(?P<hours>\d{{1,2}}{space}?h{space}?\d{{2}})(?!\d)
        | (?<![\w.,])(?P<grouped>\d{{1,3}}(?P<sep>[{groups}])\d{{3}}(?:(?P=sep)\d{{3}})*
          (?:{decimal}\d+)?)(?!\d)
        | (?<!\w)(?P<time>\d{{1,2}}:[0-5]\d)(?!\d|:\d)
        | (?<!\w)(?P<joined>\d+(?:[.,]\d+)+)
        | (?P<name>{NAME})
        | (?<![^\W\d_])(?<!\d)(?P<plain>\d+)
        """,
        re.VERBOSE,
    )


def written_numbers(text: str, language: str) -> Iterator[Written]:
    decimal = get_decimal_symbol(locale_of(language))
    for one in _pattern(language).finditer(text):
        readings = tuple(dict.fromkeys(_readings(one, decimal)))
        yield Written(text=one[0], at=one.start(), readings=readings)
    for month, at in months_in(text, language):
        yield Written(text=_word_at(text, at), at=at, readings=((f"month {month}",),))


def _readings(one: re.Match[str], decimal: str) -> Iterator[tuple[str, ...]]:
    parts = [str(int(part)) for part in re.findall(r"\d+", one[0])]
    if one["iso"]:
        yield parts[2], f"month {parts[1]}", parts[0]
    elif one["date"]:
        yield parts[0], f"month {parts[1]}", parts[2]
    elif one["hours"]:
        yield (f"{parts[0]}:{int(parts[1]):02}",)
    elif one["time"]:
        yield (f"{parts[0]}:{parts[1]:0>2}",)
    elif one["name"]:
        yield (one[0],)
    elif one["grouped"]:
        whole, _, rest = one[0].partition(decimal) if decimal != one["sep"] else (one[0], "", "")
        digits = re.sub(r"\D", "", whole)
        yield (f"{digits}.{rest}" if rest else digits,)
        yield (one[0],)  # as in a version, which every language writes with a full stop
        if one["sep"] in _SPACES:
            yield tuple(parts)  # as in the name of a standard: EN 301 549
    elif one["joined"] and len(parts) == 2:
        if re.fullmatch(r"\d{1,2}\.[0-5]\d", one[0]):
            yield (f"{parts[0]}:{parts[1]:0>2}",)
        if decimal in one[0]:
            yield (one[0].replace(decimal, "."),)
        yield (one[0],)
    else:
        yield tuple(parts)


def _word_at(text: str, at: int) -> str:
    found = re.compile(r"\w+").match(text, at)
    return found[0] if found else ""


def left_over(
    written: Iterable[Written], wanted: Counter[str]
) -> tuple[Counter[str], list[tuple[Written, tuple[str, ...]]]]:
    """All that the text says, and how each number of it was read."""
    open_, read = Counter(wanted), list[tuple[Written, tuple[str, ...]]]()
    for one in written:
        way = one.read_for(open_)
        open_ -= Counter(way)
        read.append((one, way))
    return Counter(part for _, way in read for part in way), read
