"""Months of the calendar: which of them have a page, and their weeks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from scn.sessions.model import Session
from scn.sessions.when import Undated

LONGEST_GAP = 4
"""Months without sessions have pages where those before and after them are no further apart: a
break of three months."""

Week = tuple[date | None, ...]
"""Seven days from Monday on; None for those of other months."""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    year: int
    number: int
    """1 to 12."""

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(day.year, day.month)

    @property
    def path(self) -> str:
        """Of its page, without a language."""
        return f"sessions/{self.year:04}-{self.number:02}.md"

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        return self.after(1).first_day - timedelta(days=1)

    def after(self, months: int) -> Month:
        years, number = divmod(self.number - 1 + months, 12)
        return Month(self.year + years, number + 1)

    def until(self, other: Month) -> int:
        """How many months later the other is."""
        return 12 * (other.year - self.year) + other.number - self.number

    def weeks(self) -> tuple[Week, ...]:
        before: list[date | None] = [None] * self.first_day.weekday()
        length = (self.last_day - self.first_day).days + 1
        days = [*before, *(self.first_day + timedelta(days=number) for number in range(length))]
        days += [None] * (-len(days) % 7)
        return tuple(tuple(days[start : start + 7]) for start in range(0, len(days), 7))


def sessions_by_month(sessions: Iterable[Session]) -> dict[Month, tuple[Session, ...]]:
    """The months that have a page, in their order, each with the sessions on its days.

    Readers go on month by month, over a summer without sessions too; a longer break is one step,
    so that no two sessions make a row of empty pages. The day of the build changes nothing here:
    a page that was there stays.
    """
    found: dict[Month, list[Session]] = {}
    for session in sessions:
        for month in _months_of(session):
            found.setdefault(month, []).append(session)
    busy = sorted(found)
    empty = {
        month.after(number): ()
        for month, following in pairwise(busy)
        if month.until(following) <= LONGEST_GAP
        for number in range(1, month.until(following))
    }
    months = {**{month: tuple(found[month]) for month in busy}, **empty}
    return dict(sorted(months.items()))


def _months_of(session: Session) -> Iterator[Month]:
    if not isinstance(session.when, Undated):
        first = Month.of(session.when.first_day)
        for number in range(first.until(Month.of(session.when.last_day)) + 1):
            yield first.after(number)
