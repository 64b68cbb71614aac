"""When a session is: at a time, on whole days, or on no day that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    start: datetime
    """Aware, on the clocks of the place."""

    end: datetime
    time_zone: str
    happens_in_repeated_hour: bool = False
    """Start or end is in the hour that happens twice: calendars get it in UTC."""

    @property
    def first_day(self) -> date:
        return self.start.date()

    @property
    def last_day(self) -> date:
        return (self.end - timedelta(minutes=1)).date()

    @property
    def instant(self) -> datetime:
        return self.start.astimezone(UTC)

    @property
    def duration(self) -> timedelta:
        """What a watch shows; the clocks of the place may have changed meanwhile."""
        return self.end.astimezone(UTC) - self.instant


@dataclass(frozen=True, slots=True, kw_only=True)
class AllDay:
    first_day: date
    last_day: date
    """Included."""

    hours_known: bool = True
    """False where there were hours and no source gives them."""

    @property
    def instant(self) -> datetime:
        """For sorting, the beginning of the day in UTC."""
        return datetime(self.first_day.year, self.first_day.month, self.first_day.day, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """Either still to come, with a date to be announced, or of a past programme."""

    expected: str | None = None
    """A year, a quarter or a month: `2027`, `2027-Q2`, `2027-05`."""

    programme: str | None = None
    """Years of a programme whose sources do not give the day: `2024-2025`."""

    held: Literal["yes", "unknown"] = "unknown"

    @property
    def is_to_come(self) -> bool:
        return self.expected is not None


When = Timed | AllDay | Undated
