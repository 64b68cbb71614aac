"""All pages from A to Z."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    title: str
    language: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    letter: str
    id: str
    entries: tuple[Entry, ...]


def letters(entries: Iterable[Entry]) -> tuple[Letter, ...]:
    """Group entries by the first letter of their title, without its accents."""
    ordered = sorted(entries, key=lambda entry: (sort_key(entry.title), entry.address))
    groups = groupby(ordered, key=lambda entry: _letter(entry.title))
    return tuple(
        Letter(letter=letter, id=f"letter-{number}", entries=tuple(group))
        for number, (letter, group) in enumerate(groups, start=1)
    )


def sort_key(title: str) -> str:
    """Letters with accents stand with those without."""
    decomposed = unicodedata.normalize("NFKD", title.casefold())
    return "".join(c for c in decomposed if c.isalnum() or c.isspace()).strip()


def _letter(title: str) -> str:
    first = next((c for c in sort_key(title) if c.isalnum()), "#")
    return first.upper() if first.isalpha() else "0–9"
