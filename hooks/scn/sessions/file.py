"""Makes a session from the tree of its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scn.reading import Reading
from scn.sessions import rules
from scn.sessions.fields import SESSION, Defaults
from scn.sessions.model import Session
from scn.sessions.times import WrittenTimes, when_from_times
from scn.sessions.when import When
from scn.vocabulary import Vocabulary
from scn.yaml_text import Mapping as YamlMapping
from scn.yaml_text import Node

_TIMES = ("start", "end", "offset", "all_day", "hours_known", "undated")
_FROM_DEFAULTS = ("languages", "organiser", "contact")


def session_from_file(
    root: Node,
    reading: Reading,
    *,
    id_: str,
    country: str,
    zones: Sequence[str],
    defaults: Defaults,
    vocabulary: Vocabulary,
) -> Session | None:
    """The session, or nothing after the reading has noted all that is wrong with the file.

    `zones` are those of the country; a file of a country with several must say which it means.
    """
    if not isinstance(root, YamlMapping):
        reading.report(root, f"The file has no fields. Write {SESSION.wanted}.")
        return None
    values = SESSION.read_fields(root, reading)
    names = {key.text for key, _ in root.items}
    zone = values.pop("time_zone", None) or defaults.time_zone
    when = when_from_times(
        WrittenTimes(names=names, **{each: values.pop(each, None) for each in _TIMES}),
        (zone,) if zone else zones,
        lambda name, message: reading.report_inside(root, (name,), message),
    )
    for path, message in _contradictions(values, names, when, country):
        reading.report_inside(root, path, message)
    places = {(problem.line, problem.column) for problem in reading.problems}
    for scalar, message in rules.check_texts(root, vocabulary):
        if (scalar.line, scalar.column) not in places:
            reading.report(scalar, message)
    if reading.problems or when is None:
        return None
    shared = {name: getattr(defaults, name) for name in _FROM_DEFAULTS}
    return Session(id=id_, country=country, when=when, **{"announced": None, **shared, **values})


def _contradictions(
    values: Mapping[str, Any], names: set[str], when: When | None, country: str
) -> Iterator[rules.Found]:
    announced, status = values.get("announced"), values.get("status")
    yield from rules.check_presence(names, when, announced, country)
    yield from rules.check_changes(values.get("changes", ()), announced, status, when)
    yield from rules.check_registration(values.get("registration"), when)
    yield from rules.check_attendance(values.get("attendance"), status, when)
