"""How a series is written in one file: its occurrences one by one, or as a repetition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from scn.problems import listed
from scn.reading import Reading
from scn.records import ListOf, Record, Table
from scn.sessions.parts import (
    ALL_DAY,
    ATTENDANCE,
    CHANGE,
    FLAG,
    LOCAL_TIME,
    MATERIAL,
    OFFSET,
    PREVIOUS_IDS,
    RECORDING,
)
from scn.shapes import Choice, Schema, Shape, Value
from scn.values import between, day, length, one_of, pattern, written_as
from scn.yaml_text import Node, Scalar

Values = Mapping[str, Any]
"""By the names of fields, for fields of which any may be absent."""

CANCELLED = {"status": "cancelled"}
"""What a planned day has that never was to take place."""

_LAST_DAY_OF_ALL_MONTHS = 28
_MOST = 60
_STEPS = {"week": timedelta(weeks=1), "2 weeks": timedelta(weeks=2)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    every: str
    first: datetime
    length: timedelta
    times: int
    exceptions: tuple[tuple[str, Values], ...] = ()
    """What is different, by the planned day."""

    def days(self) -> Iterator[datetime]:
        """The planned beginnings."""
        for number in range(self.times):
            if self.every == "month":
                years, month = divmod(self.first.month - 1 + number, 12)
                yield self.first.replace(year=self.first.year + years, month=month + 1)
            else:
                yield self.first + number * _STEPS[self.every]


def _check_repeat(repeat: Repeat) -> Iterator[tuple[str, str]]:
    if repeat.every == "month" and repeat.first.day > _LAST_DAY_OF_ALL_MONTHS:
        wrong = f"Not every month has a day {repeat.first.day}."
        yield "first", f"{wrong} Write another, or list the days in occurrences."
        return
    days = [f"{each:%Y-%m-%d}" for each in repeat.days()]
    for key, _ in repeat.exceptions:
        if key not in days:
            yield "except", f"{key} is no day of the series. Its days: {listed(days, 'and')}."


class _Exception(Shape[Values]):
    """`cancelled`, or the fields that are different."""

    def read(self, node: Node, reading: Reading) -> Values:
        if isinstance(node, Scalar):
            text = Value(one_of([CANCELLED["status"]]), self.wanted).read(node, reading)
            return {"status": text}
        return _DIFFERENT.read(node, reading)

    def schema(self) -> Schema:
        return {"anyOf": [{"enum": [CANCELLED["status"]]}, _DIFFERENT.schema()]}

    @property
    def wanted(self) -> str:
        return "cancelled, or fields such as status and changes"


@written_as(**day.schema)
def _planned_day(text: str) -> str:
    return date.isoformat(day(text))


_OWN_FIELDS: dict[str, Shape[object]] = {
    "start": LOCAL_TIME,
    "end": LOCAL_TIME,
    "offset": OFFSET,
    "all_day": ALL_DAY,
    "hours_known": FLAG,
    "status": Choice("statuses", "a status such as confirmed"),
    "changes": ListOf(CHANGE, or_empty=True),
    "previous_ids": PREVIOUS_IDS,
    "materials": ListOf(MATERIAL, or_empty=True),
    "recordings": ListOf(RECORDING, or_empty=True),
    "attendance": ATTENDANCE,
}
_DIFFERENT: Record[dict[str, Any]] = Record(dict, _OWN_FIELDS, required=[])
_KEY = Value(pattern("[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,3}", "a key such as 2"), "a key such as 2")

OCCURRENCES: ListOf[dict[str, Any]] = ListOf(
    Record(dict, {"key": _KEY, **_OWN_FIELDS}, required=["key"]),
    identity=lambda occurrence: occurrence["key"],
)
REPEAT = Record(
    Repeat,
    {
        "every": Value(one_of([*_STEPS, "month"]), "week, 2 weeks or month"),
        "first": LOCAL_TIME,
        "length": Value(length, "a length such as 2h or 90min"),
        "times": Value(between(2, _MOST), f"a number from 2 to {_MOST}"),
        "except": Table(_planned_day, _Exception(), "a planned day, as in {2027-05-20: cancelled}"),
    },
    rename={"except": "exceptions"},
    check=_check_repeat,
)
