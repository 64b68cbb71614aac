"""Dates and times as readers of each language write them, from CLDR."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Literal

from babel import Locale
from babel import dates as babel_dates

from scn.languages import PSEUDO_LANGUAGE

Length = Literal["medium", "long", "full"]
"""Short names of months or digits; names of months; the day of the week as well."""

_LOCALES = {"en": "en_IE", "pt": "pt_PT", PSEUDO_LANGUAGE: "en_IE"}
"""What CLDR has under the plain code is the usage of the United States and of Brazil."""

_DASH = " – "


@cache
def locale_of(language: str) -> Locale:
    return Locale.parse(_LOCALES.get(language, language).replace("-", "_"), sep="_")


def format_date(day: date, language: str, length: Length = "long") -> str:
    return babel_dates.format_date(day, length, locale_of(language))


def format_dates(first: date, last: date, language: str) -> str:
    """Whole days, both included: `5–7 November 2024`."""
    if (first.year, first.month) != (last.year, last.month):
        return _DASH.join(format_date(day, language) for day in (first, last))
    if first == last:
        return format_date(first, language)
    locale = locale_of(language)
    begin, end = (locale.interval_formats.get("yMMMMd") or locale.interval_formats["yMMMd"])["d"]
    return "".join(
        babel_dates.format_date(day, _with_names_of_months(pattern), locale)
        for day, pattern in ((first, begin), (last, end))
    )


def _with_names_of_months(pattern: str) -> str:
    """CLDR has patterns of intervals with shortened months only; a wider one fits in (UTS 35)."""
    return pattern if "MMMM" in pattern else pattern.replace("MMM", "MMMM")


def format_month(year: int, month: int, language: str) -> str:
    """A month as a heading, not as a part of a date."""
    return babel_dates.format_skeleton("yMMMM", date(year, month, 1), locale=locale_of(language))


def weekday_names(language: str) -> tuple[tuple[str, str], ...]:
    """The days of the week from Monday on, in full and short."""
    days = locale_of(language).days["stand-alone"]
    return tuple((days["wide"][day], days["abbreviated"][day]) for day in range(7))


def format_time(at: datetime, language: str) -> str:
    return babel_dates.format_skeleton(
        "Hm", at.replace(tzinfo=None), fuzzy=False, locale=locale_of(language)
    )


def format_hours(start: datetime, end: datetime, language: str) -> str:
    """Two times of one day, which may end at midnight: `10:00 – 12:30`."""
    return babel_dates.format_interval(
        start.replace(tzinfo=None), end.replace(tzinfo=None), "Hm", locale=locale_of(language)
    )


def format_times(start: datetime, end: datetime, language: str, length: Length = "long") -> str:
    """A day with its hours; over midnight both ends have their day."""
    locale = locale_of(language)
    if start.date() == end.date():
        times = format_hours(start, end, language)
        return _date_and_time(format_date(start, language, length), times, locale)
    return _DASH.join(
        _date_and_time(format_date(at, language, length), format_time(at, language), locale)
        for at in (start, end)
    )


def _date_and_time(day: str, time: str, locale: Locale) -> str:
    return str(locale.datetime_formats["medium"]).replace("{1}", day).replace("{0}", time)


def format_offset(at: datetime) -> str:
    """How far the clocks are from UTC: `UTC+3`. The names of zones do not exist in Maltese."""
    distance = at.utcoffset()
    if distance is None:
        raise ValueError(at)
    minutes = round(distance.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "\N{MINUS SIGN}" if minutes < 0 else "+"
    return f"UTC{sign}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def city_of_zone(zone: str, language: str) -> str:
    names = locale_of(language).time_zones.get(zone) or {}
    return str(names.get("city") or zone.rpartition("/")[2].replace("_", " "))
