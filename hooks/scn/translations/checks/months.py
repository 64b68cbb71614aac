"""Names of months in running text, whatever their case and ending."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from scn.dates import locale_of

_WORD = re.compile(r"[^\W\d_]{3,}")
_DIGIT_NEAR = 18
"""A month belongs to a number that is at most so many letters away: "juin et juillet 2024"."""


@cache
def _names(language: str) -> tuple[tuple[int, str], ...]:
    locale = locale_of(language)
    names = {
        (month, _plain(_first_word(name)))
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for month, name in locale.months[form][width].items()
    }
    return tuple(sorted((month, name) for month, name in names if len(name) >= 3))


def months_in(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The number of each month that stands near a number, and where its name begins."""
    for word in _WORD.finditer(text):
        near = text[max(0, word.start() - _DIGIT_NEAR) : word.end() + _DIGIT_NEAR]
        if any(char.isdigit() for char in near) and (month := _month(word[0], language)):
            yield month, word.start()


@cache
def _month(word: str, language: str) -> int:
    """Zero for a word that names no month."""
    best, month_of_best = (0, 0), 0
    plain = _plain(word)
    for month, name in _names(language):
        shared = _shared(plain, name)
        if (
            shared >= max(3, len(name) - (1 if len(name) <= 4 else 2))
            and len(plain) - shared <= (2 if len(name) <= 4 else 4)
            and (shared, -len(name)) > best
        ):
            best, month_of_best = (shared, -len(name)), month
    return month_of_best


def _first_word(name: str) -> str:
    found = _WORD.search(name)
    return found[0] if found else ""


def _plain(word: str) -> str:
    """Without accents, and without the h that Irish puts after a first letter."""
    letters = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain[0] + plain[2:] if plain[1:2] == "h" else plain


def _shared(one: str, other: str) -> int:
    for at, (first, second) in enumerate(zip(one, other, strict=False)):
        if first != second:
            return at
    return min(len(one), len(other))
