"""Numbers as readers of each language write them, from CLDR."""

from __future__ import annotations

from babel import numbers

from scn.dates import locale_of


def format_number(number: int, language: str) -> str:
    return numbers.format_decimal(number, locale=locale_of(language))


def format_share(share: float, language: str) -> str:
    """A share of 1 in whole percent."""
    return numbers.format_percent(share, locale=locale_of(language))
