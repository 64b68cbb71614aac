"""A series in one file: its occurrences, written one by one or as a repetition.

Each occurrence is a session of its own, as calendar programs read lists of single events alike
and rules of repetition differently. Its id is that of the file, a full stop and its key. No name
of a file has a full stop, so neither the address nor the UID can be that of another session.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scn.sessions.repeat import CANCELLED, Repeat, Values

Place = tuple[str | int, ...]
"""The names and numbers that lead to a part of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One occurrence before its times are checked."""

    key: str
    values: Values
    """By the names of fields; those that the file has for all are not in here."""

    place: Place
    time_names: Mapping[str, str] = field(default_factory=dict)
    """What the fields of time are called there, if not by their own names."""

    is_cancelled_from_the_start: bool = False

    @property
    def time_place(self) -> Place:
        return self.place[:1] if self.time_names else self.place


_OF_THE_REPETITION = {"start": "first", "end": "length", "offset": "first"}


def planned_from_file(values: Values) -> Iterator[Planned]:
    """The occurrences of a file; none when it is no series."""
    for index, one in enumerate(values.get("occurrences") or ()):
        yield Planned(key=one["key"], values=one, place=("occurrences", index))
    repeat: Repeat | None = values.get("repeat")
    exceptions = dict(repeat.exceptions) if repeat else {}
    for start in repeat.days() if repeat else ():
        key = f"{start:%Y-%m-%d}"
        own = exceptions.get(key, {})
        is_moved = not own.keys().isdisjoint({"start", "end", "all_day"})
        times = {} if is_moved else {"start": start, "end": start + repeat.length} if repeat else {}
        yield Planned(
            key=key,
            values={**times, **own},
            place=("repeat", "except", key) if own else ("repeat",),
            time_names={} if is_moved else _OF_THE_REPETITION,
            is_cancelled_from_the_start=own == CANCELLED,
        )


def check_shared(values: Values, names: Sequence[str]) -> Iterator[tuple[Place, str]]:
    """What a series cannot say for all of its occurrences."""
    for name in ("attendance", "series"):
        if name in names:
            reason = "belongs to one occurrence" if name == "attendance" else "is this file itself"
            yield (name,), f"In a file with a whole series this {reason}. Move or delete it."
    for index, change in enumerate(values.get("changes", ())):
        if change.before and (change.before.start or change.before.all_day):
            message = "Each occurrence has its own time. Move this change to the occurrence."
            yield ("changes", index, "from"), message
