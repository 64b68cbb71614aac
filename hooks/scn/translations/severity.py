"""How bad it is for readers when a translation lacks a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from scn.problems import quoted
from scn.translations import facts
from scn.translations.model import Block, Severity
from scn.translations.similarity import similarity

LEAST_SIMILAR = 0.85
"""Below it a change is more than a correction."""

_ORDER: tuple[Severity, ...] = ("minor", "major", "critical")
_CRITICAL = (
    facts.numbers,
    facts.dates,
    facts.currencies,
    facts.addresses,
    facts.code,
    facts.negations,
)
_NOT_WAIVABLE: tuple[tuple[str, Callable[[str], Counter[str]]], ...] = (
    ("The numbers", facts.numbers),
    ("The dates", facts.dates),
    ("The amounts", facts.currencies),
    ("The addresses", facts.addresses),
    ("The addresses", facts.links),
    ("The code", facts.code),
    ("The negations", facts.negations),
    ("The verbs that say what one must, may or can do", facts.modal_verbs),
)


def severity_of(old: Block | None, new: Block | None) -> Severity:
    """Of one changed block; None stands for a block that is not there.

    Links within the site are no reason for the worst: when a page gets another name, nobody is
    misled, and the check of the links finds them.
    """
    before, after = old.text if old else "", new.text if new else ""
    if (old and old.is_critical) or (new and new.is_critical):
        return "critical"
    if before == after:
        return "minor"
    if (old and old.kind == "code") or (new and new.kind == "code"):
        return "critical"
    if any(found(before) != found(after) for found in _CRITICAL):
        return "critical"
    if not old or not new or similarity(before, after) < LEAST_SIMILAR:
        return "major"
    return "minor"


def worst(severities: Iterable[Severity]) -> Severity | None:
    return max(severities, key=_ORDER.index, default=None)


def is_waivable(old: str, new: str) -> str:
    """Empty, or why this pair of texts of blocks must not count as equal."""
    for what, find in _NOT_WAIVABLE:
        before, after = find(old), find(new)
        if before != after:
            gone, come = _listed(before - after), _listed(after - before)
            return f"{what} differ: {gone} became {come}."
    return ""


def _listed(words: Counter[str]) -> str:
    return ", ".join(quoted(word) for word in sorted(words.elements())) or "nothing"
