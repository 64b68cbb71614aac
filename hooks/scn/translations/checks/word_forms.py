"""Words of a term in running text, whatever their case, number and ending."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Shorter words, such as de, за and tal, are not looked for."""


def are_there(words: Iterable[str], text: Iterable[str]) -> bool:
    """Each word that counts has a form in the text, in any order."""
    plain = [_plain(word) for word in text]
    return all(
        any(is_form_of(other, _plain(word)) for other in plain)
        for word in words
        if len(word) >= _SHORTEST or word.isupper()
    )


def is_form_of(word: str, term: str) -> bool:
    """They begin alike, or the word is a compound that holds the term."""
    if len(term) < _SHORTEST:
        return word == term
    stem = term[: max(3, (len(term) * 3 + 2) // 5)]
    if word.startswith(stem):
        return len(word) - len(term) <= 6 or len(term) >= 6
    return len(term) >= 6 and term[: len(term) - 1] in word


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def phrase(text: str) -> re.Pattern[str]:
    """Finds the words in this order, each with an ending of up to two letters more."""
    words = r"[\s\xad-]+".join(rf"{re.escape(word)}\w{{0,2}}" for word in text.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def renderings(form: str) -> Iterator[str]:
    """The ways that a form names: `a; b`, `a (also: b)`; short names in brackets are left out."""
    for part in re.split(r"\(also:|[;)(]", form):
        if len(part.strip()) >= _SHORTEST:
            yield part.strip()


@cache
def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain[0] + plain[2:] if plain[1:2] == "h" else plain  # lenition in Irish
