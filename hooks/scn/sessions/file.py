"""Makes a session from the tree of its file, or all sessions of a series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from scn.reading import Reading
from scn.sessions import rules
from scn.sessions.fields import SESSION, Defaults
from scn.sessions.model import Series, Session
from scn.sessions.series import Place, Planned, check_shared, planned_from_file
from scn.sessions.times import WrittenTimes, when_from_times
from scn.sessions.when import AllDay, Timed, Undated, When
from scn.vocabulary import Vocabulary
from scn.yaml_text import Mapping as YamlMapping
from scn.yaml_text import Node

_TIMES = ("start", "end", "offset", "all_day", "hours_known", "undated")
_FROM_DEFAULTS = ("languages", "organiser", "contact")


def sessions_from_file(
    root: Node,
    reading: Reading,
    *,
    id_: str,
    country: str,
    zones: Sequence[str],
    defaults: Defaults,
    vocabulary: Vocabulary,
) -> tuple[Session, ...]:
    """The session, or each of a series, or nothing after the reading has noted all that is wrong.

    `zones` are those of the country; a file of a country with several must say which it means.
    """
    if not isinstance(root, YamlMapping):
        reading.report(root, f"The file has no fields. Write {SESSION.wanted}.")
        return ()
    values = SESSION.read_fields(root, reading)
    file = _File(root, reading, tuple(key.text for key, _ in root.items), zones, defaults, values)
    when = file.when(values, file.names)
    occurrences = tuple(file.occurrences())
    file.check(when, occurrences, country)
    places = {(problem.line, problem.column) for problem in reading.problems}
    for scalar, message in rules.check_texts(root, vocabulary):
        if (scalar.line, scalar.column) not in places:
            reading.report(scalar, message)
    if reading.problems:
        return ()
    shared = {name: getattr(defaults, name) for name in _FROM_DEFAULTS}
    left_out = {*_TIMES, "time_zone", "occurrences", "repeat"}
    fields = {"announced": None, **shared} | {
        name: value for name, value in values.items() if name not in left_out
    }
    if when:
        return (Session(id=id_, country=country, when=when, **fields),)
    return tuple(
        _occurrence(each, number, {**fields, "id": id_, "country": country})
        for number, each in enumerate(occurrences, start=1)
    )


@dataclass(frozen=True, slots=True)
class _Occurrence:
    planned: Planned
    when: When | None


@dataclass(frozen=True, slots=True)
class _File:
    root: YamlMapping
    reading: Reading
    names: tuple[str, ...]
    zones: Sequence[str]
    defaults: Defaults
    values: Mapping[str, Any]

    def when(self, values: Mapping[str, Any], names: Sequence[str]) -> When | None:
        return self._when(values, names, lambda name, message: self._report((name,), message))

    def occurrences(self) -> Iterator[_Occurrence]:
        for planned in planned_from_file(self.values):

            def refuse(name: str, message: str, planned: Planned = planned) -> None:
                name = planned.time_names.get(name, name)
                self._report((*planned.time_place, name), message)

            when = self._when(planned.values, tuple(planned.values), refuse, is_of_series=True)
            if isinstance(when, Timed) and planned.time_names:
                _check_length(when, refuse)
            yield _Occurrence(planned, when)

    def check(self, when: When | None, parts: Sequence[_Occurrence], country: str) -> None:
        values = self.values
        announced, status = values.get("announced"), values.get("status")
        dated = [each.when for each in parts if isinstance(each.when, Timed | AllDay)]
        last = when or max(dated, key=lambda each: each.last_day, default=None)
        for found in (
            rules.check_presence(self.names, last, announced, country),
            rules.check_changes(values.get("changes", ()), announced, status, when),
            rules.check_registration(values.get("registration"), last),
            rules.check_attendance(values.get("attendance"), status, when),
            check_shared(values, self.names) if parts else (),
        ):
            for path, message in found:
                self._report(path, message)
        for each in parts:
            for path, message in _contradictions(each, announced, status):
                self._report((*each.planned.place, *path), message)

    def _when(
        self,
        values: Mapping[str, Any],
        names: Sequence[str],
        refuse: rules.Refuse,
        *,
        is_of_series: bool = False,
    ) -> When | None:
        zone = self.values.get("time_zone") or self.defaults.time_zone
        times = {name: values.get(name) for name in _TIMES}
        written = WrittenTimes(names=names, is_of_series=is_of_series, **times)
        return when_from_times(written, (zone,) if zone else self.zones, refuse)

    def _report(self, path: Place, message: str) -> None:
        self.reading.report_inside(self.root, path, message)


def _check_length(when: Timed, refuse: rules.Refuse) -> None:
    written = when.end.replace(tzinfo=None) - when.start.replace(tzinfo=None)
    if when.duration != written:
        message = f"On {when.first_day} the clocks change meanwhile. Write start and end in except."
        refuse("end", message)


def _contradictions(
    part: _Occurrence, announced: date | None, status: str | None
) -> Iterator[rules.Found]:
    values = part.planned.values
    own_status = None if part.planned.is_cancelled_from_the_start else values.get("status")
    yield from rules.check_changes(values.get("changes", ()), announced, own_status, part.when)
    status = values.get("status") or status
    yield from rules.check_attendance(values.get("attendance"), status, part.when)


def _occurrence(part: _Occurrence, number: int, shared: dict[str, Any]) -> Session:
    """The file says what holds for all; an occurrence adds to it, and has a status of its own."""
    own, key = part.planned.values, part.planned.key
    renamed = tuple(f"{previous}.{key}" for previous in shared.get("previous_ids", ()))
    if part.when is None or isinstance(part.when, Undated):
        raise AssertionError(part)
    changes = (*shared.get("changes", ()), *own.get("changes", ()))
    return Session(
        **{
            **shared,
            "id": f"{shared['id']}.{key}",
            "when": part.when,
            "series": Series(id=shared["id"], part=number),
            "status": own.get("status") or shared["status"],
            "changes": tuple(sorted(changes, key=lambda change: change.at)),
            "materials": (*shared.get("materials", ()), *own.get("materials", ())),
            "recordings": (*shared.get("recordings", ()), *own.get("recordings", ())),
            "attendance": own.get("attendance"),
            "previous_ids": (*own.get("previous_ids", ()), *renamed),
        }
    )
