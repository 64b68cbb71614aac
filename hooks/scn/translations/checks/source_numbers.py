"""Numbers, times and dates of an English text, and how another language may write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from babel.numbers import format_decimal

from scn.dates import format_date, format_month, locale_of
from scn.translations.checks.found_numbers import NAME

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _MONTHS)
_NUMBER = re.compile(
    rf"""
      (?P<iso>(?<!\d)\d{{4}}-\d{{2}}-\d{{2}}(?!\d))
    | (?<![\w.])(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?[ ]?[–-][ ]?)?(?P<day>\d{{1,2}})
      (?:st|nd|rd|th)?\s(?P<month>{_MONTH})\b\.?(?:\s(?P<year>\d{{4}})\b)?
    | \b(?P<month2>{_MONTH})\b\.?\s(?:(?P<day2>\d{{1,2}}),\s)?(?P<year2>\d{{4}})\b
    | \b(?P<month3>{_MONTH})\b(?=\s?(?:and|or|to|until|–|-)\s?(?:\d{{1,2}}\s)?(?:{_MONTH})\b\s\d)
    | (?<!\w)(?P<time>(?:[01]?\d|2[0-4]):[0-5]\d)(?=Z?(?!\w|:\d))
    | (?<![\w])(?P<grouped>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?)(?![\w])
    | (?<![\w.])(?P<decimal>\d+\.\d+)(?![\w]|\.\d)
    | (?P<name>{NAME})
    | (?<!\w)(?P<zero>[Dd]ay\s0)\b
    | (?<![\w])(?P<plain>\d+)(?:st|nd|rd|th)?(?![\w])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a translation must say: all parts of one of the ways."""

    text: str
    """As the English text has it."""

    ways: tuple[tuple[str, ...], ...]
    advice: str
    """How to write it."""


def wanted_numbers(text: str, language: str) -> Iterator[Wanted]:
    for one in _NUMBER.finditer(text):
        yield _wanted(one, language)


def _wanted(one: re.Match[str], language: str) -> Wanted:
    kind = one.lastgroup
    found = " ".join(one[0].split())
    if one["iso"]:
        year, month, day = (int(part) for part in found.split("-"))
        return _date(found, year, month, [day], language)
    if name := one["month"] or one["month2"] or one["month3"]:
        days = [int(one[group]) for group in ("first", "day", "day2") if one[group]]
        year = int(one["year"] or one["year2"] or 0)
        return _date(found, year, _number_of_month(name), days, language)
    if kind == "time":
        hour, minute = (int(part) for part in found.split(":"))
        ways: tuple[tuple[str, ...], ...] = ((f"{hour}:{minute:02}",), (str(hour), str(minute)))
        return Wanted(text=found, ways=(*ways, *(() if minute else ((str(hour),),))), advice=found)
    if kind == "zero":
        # The day itself, which other languages name by a letter alone: J, the day before J+1.
        return Wanted(text=found, ways=(("0",), ()), advice="0")
    if kind == "name":
        return Wanted(text=found, ways=((found,),), advice=found)
    if kind == "grouped":
        value = found.replace(",", "")
        return Wanted(text=found, ways=((value,),), advice=_decimal(value, language))
    if kind == "decimal":
        return Wanted(text=found, ways=((found,),), advice=_decimal(found, language))
    plain = str(int(one["plain"]))
    return Wanted(text=found, ways=((plain,),), advice=one["plain"])


def _date(text: str, year: int, month: int, days: list[int], language: str) -> Wanted:
    parts = (*map(str, days), f"month {month}", *((str(year),) if year else ()))
    if days and year and _exists(year, month, days[-1]):
        advice = format_date(date(year, month, days[-1]), language)
    elif year:
        advice = format_month(year, month, language)
    else:
        name = locale_of(language).months["format"]["wide"][month]
        advice = f"{days[-1]} {name}" if days else str(name)
    return Wanted(text=text, ways=(parts,), advice=advice)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _number_of_month(name: str) -> int:
    return next(at for at, full in enumerate(_MONTHS, start=1) if full.startswith(name[:3]))


def _decimal(value: str, language: str) -> str:
    return format_decimal(
        value, format=None, locale=locale_of(language), decimal_quantization=False
    )
