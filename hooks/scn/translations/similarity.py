"""How much two texts have in common, from 0 to 1."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

_LONGEST_BY_LETTER = 600


@lru_cache(maxsize=1024)  # asked when blocks are paired, and again for the severity
def similarity(old: str, new: str) -> float:
    """Letters that stay, as a part of all letters of both; long rewritten texts go by words."""
    total = len(old) + len(new)
    if old == new or not total:
        return 1.0
    start, end = _common_ends(old, new)
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    if len(old_middle) + len(new_middle) <= _LONGEST_BY_LETTER:
        same = _same(old_middle, new_middle)
    else:
        same = _same_in_words(old_middle.split(), new_middle.split())
    return 2 * (start + end + same) / total


def most_similarity(old: Counter[str], new: Counter[str]) -> float:
    """No less than the likeness of texts with these words: quick, to leave out hopeless pairs."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 1.0


def _common_ends(old: str, new: str) -> tuple[int, int]:
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return start, end


def _same(old: str, new: str) -> int:
    if not old or not new:
        return 0
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _same_in_words(old: list[str], new: list[str]) -> int:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return sum(
        len(word) + 1
        for block in matcher.get_matching_blocks()
        for word in old[block.a : block.a + block.size]
    )
