"""The budgets of the reader's side and other figures that the tests found, printed at the end.

A test measures, records and then asserts; nothing here decides whether a run has passed, but for
its own length.
"""

from __future__ import annotations

import collections
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

MINUTES = 25
"""That the whole test command may take on two cores."""

DURATION = "duration"


@dataclass(frozen=True, kw_only=True)
class Budget:
    what: str
    bar: str
    unit: str
    of: str = ""
    """What was looked at: `pages`."""

    combine: Callable[[Sequence[float]], float] = sum
    """How the values of several tests become one."""


BUDGETS = {
    "axe": Budget(
        what="axe, WCAG 2.0-2.2 A and AA, best practice",
        bar="0 violations",
        unit="violations",
        of="states of pages",
    ),
    "keyboard": Budget(
        what="keyboard: reachable, focus seen, Esc closes, focus returns",
        bar="0 faults",
        unit="faults",
        of="stops",
    ),
    "vnu": Budget(what="HTML checker, all languages", bar="0 errors", unit="errors", of="pages"),
    "weight": Budget(
        what="content page, first load, gzip, en and bg",
        bar="30 KB or less",
        unit="KB at most",
        of="pages",
        combine=max,
    ),
    "requests": Budget(
        what="content page, requests of the first load",
        bar="7 or fewer",
        unit="at most",
        of="pages",
        combine=max,
    ),
    "no scripts": Budget(
        what="without JavaScript: read, navigate, language, filter, subscribe",
        bar="0 faults",
        unit="faults",
        of="steps",
    ),
    "search weight": Budget(
        what="search, everything up to the first results",
        bar="130 KB or less",
        unit="KB at most",
        combine=max,
    ),
    "other hosts": Budget(
        what="requests to other hosts", bar="0", unit="requests", of="pages opened"
    ),
    "policy": Budget(
        what="reports of CSP and Trusted Types", bar="0", unit="reports", of="pages opened"
    ),
    "shift": Budget(
        what="layout shift: home, long page, agenda, session",
        bar="0.02 or less",
        unit="at most",
        of="loads",
        combine=max,
    ),
    "links": Budget(what="links and fragments (lychee)", bar="0 broken", unit="broken", of="links"),
    "search quality": Budget(
        what="search quality, wanted page in the first three",
        bar="95 % or more",
        unit="%",
        of="queries",
        combine=min,
    ),
    "built-in search": Budget(
        what="the same queries in the search that MkDocs has",
        bar="to compare",
        unit="%",
        of="queries",
        combine=min,
    ),
    "320 px": Budget(
        what="320 px, 24 languages: cut words, overlap, scroll",
        bar="0 faults",
        unit="faults",
        of="states of pages",
    ),
    "firefox": Budget(
        what="Firefox: a walk through the site", bar="0 faults", unit="faults", of="steps"
    ),
    DURATION: Budget(
        what="the whole test command, two cores", bar=f"{MINUTES} min or less", unit="min"
    ),
}


@dataclass
class BudgetTable:
    started: float = field(default_factory=time.monotonic)
    values: dict[str, list[float]] = field(default_factory=lambda: collections.defaultdict(list))
    counts: collections.Counter[str] = field(default_factory=collections.Counter)
    notes: list[str] = field(default_factory=list)
    """Lines that stand above the table."""

    def record(self, name: str, value: float, *, of: int = 0) -> None:
        """`record("axe", 0, of=340)`: before the assertion, so that the table tells what failed."""
        if name not in BUDGETS:
            raise KeyError(f"{name}: no budget, one of {', '.join(BUDGETS)}")
        self.values[name].append(value)
        self.counts[name] += of

    def note(self, line: str) -> None:
        self.notes.append(line)

    def found(self) -> dict[str, Any]:
        """Values of JSON, which one of several processes hands over."""
        return {"values": dict(self.values), "counts": dict(self.counts), "notes": self.notes}

    def add(self, found: Mapping[str, Any]) -> None:
        """What another process has found."""
        for name, values in found["values"].items():
            self.values[name] += values
        self.counts.update(found["counts"])
        self.notes += found["notes"]

    @property
    def minutes(self) -> float:
        return (time.monotonic() - self.started) / 60

    def rows(self) -> Iterator[tuple[str, str, str]]:
        for name, budget in BUDGETS.items():
            yield budget.what, budget.bar, self._found(name, budget)

    def _found(self, name: str, budget: Budget) -> str:
        if name == DURATION:
            return f"{self.minutes:.1f} {budget.unit}"
        if not self.values[name]:
            return "not measured in this run"
        value = budget.combine(self.values[name])
        shown = f"{value:.3f}".rstrip("0").rstrip(".") if value < 1 else f"{value:,.4g}"
        count = f" of {self.counts[name]:,} {budget.of}" if self.counts[name] else ""
        return f"{shown} {budget.unit}{count}"


def skipped_lines(reports: Sequence[object]) -> Iterator[str]:
    """How many tests were skipped for which reason."""
    reasons = collections.Counter(
        one.longrepr[2].removeprefix("Skipped: ")
        for one in reports
        if isinstance(getattr(one, "longrepr", None), tuple)
    )
    for reason, count in sorted(reasons.items()):
        yield f"{count} skipped: {reason}"
