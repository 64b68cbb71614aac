"""Which texts a regular expression needs, read off the expression itself."""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import Any, Generic, TypeVar

Needed = frozenset[str]
T = TypeVar("T")


class Candidates(Generic[T]):
    """Those of several things that can match a text, in their order."""

    def __init__(self, needs: Iterable[tuple[T, Needed | None]]) -> None:
        """Each with the texts of which it needs one; without, it can match any text."""
        self._needs = tuple(needs)
        self._signs = sorted({sign for _, needed in self._needs for sign in needed or ()})
        self._known: dict[tuple[str, ...], Sequence[T]] = {}

    def of(self, text: str) -> Sequence[T]:
        there = tuple([sign for sign in self._signs if sign in text])
        known = self._known.get(there)
        if known is None:
            known = self._known[there] = tuple(
                one for one, needed in self._needs if needed is None or not needed.isdisjoint(there)
            )
        return known


@cache
def needed_texts(expression: re.Pattern[str]) -> Needed | None:
    """Texts of which every match has at least one; nothing where that cannot be told."""
    if expression.flags & re.IGNORECASE:
        return None
    return _needed(parser.parse(expression.pattern, expression.flags))


def _needed(parts: Iterable[tuple[Any, Any]]) -> Needed | None:
    """What a sequence needs by the part that fewest texts have: few and long ones, no spaces."""
    found: list[Needed] = []
    for is_text, run in groupby(parts, key=lambda part: part[0] is op.LITERAL):
        if is_text:
            found.append(frozenset(["".join(chr(value) for _, value in run)]))
        else:
            found += filter(None, (_needed_by(code, value) for code, value in run))
    return min(found, key=_how_common, default=None)


def _how_common(needed: Needed) -> tuple[bool, int, int]:
    return all(map(str.isspace, needed)), len(needed), -min(map(len, needed))


def _needed_by(code: Any, value: Any) -> Needed | None:
    if code is op.IN and all(part is op.LITERAL for part, _ in value):
        return frozenset(chr(one) for _, one in value)
    if code is op.SUBPATTERN:
        return None if value[1] or value[2] else _needed(value[3])  # flags change within
    if code is op.ATOMIC_GROUP:
        return _needed(value)
    if code is op.ASSERT and value[0] > 0:  # what is ahead is part of the text too
        return _needed(value[1])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[0] > 0:
        return _needed(value[2])
    if code is op.BRANCH:
        every = [_needed(branch) for branch in value[1]]
        return None if None in every else frozenset().union(*every)  # type: ignore[arg-type]
    return None
