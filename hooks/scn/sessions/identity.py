"""An id belongs to one session for ever: pages and calendars know it by that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scn.sessions.model import Session
from scn.sessions.rules import Found
from scn.yaml_text import Mapping, Node, Scalar
from scn.yaml_text import Sequence as YamlSequence


class Owners:
    """Which file or session has which id, while one file after the other is read."""

    def __init__(self, files: Iterable[str]) -> None:
        self._files = frozenset(files)
        self._by_id = {file: file for file in self._files}
        self._parts: dict[tuple[str, int], str] = {}

    def check(self, sessions: Sequence[Session], root: Node) -> Iterator[Found]:
        """What the sessions of one file claim, though it belongs to others."""
        first = sessions[0]
        is_series = first.id != first.file_id
        if is_series:
            yield from self._check_occurrences(sessions, root)
        for path, previous in _written_previous_ids(root):
            own = _occurrence_at(path, sessions) if is_series else first.id
            owner = self._by_id.get(previous)
            # What was one session may have become a series: one occurrence goes on under its id.
            goes_on = is_series and len(path) > 2 and owner == previous == first.file_id
            if owner and not goes_on:
                yield path, f"{previous} is an id of {owner}. Take it out here or there."
            if goes_on or not owner:
                self._by_id[previous] = own
        if is_series:
            yield from self._check_renamed(sessions, root)
        else:
            yield from self._check_series(first)

    def _check_occurrences(self, sessions: Sequence[Session], root: Node) -> Iterator[Found]:
        """Their ids, which a file read before may have called its own."""
        is_list = isinstance(root, Mapping) and root.get("occurrences") is not None
        for index, session in enumerate(sessions):
            owner = self._by_id.setdefault(session.id, session.id)
            if owner != session.id:
                message = f"{session.id} is an id of {owner}. Take it out there."
                yield ("occurrences", index, "key") if is_list else ("repeat",), message

    def _check_renamed(self, sessions: Sequence[Session], root: Node) -> Iterator[Found]:
        """The ids that occurrences had while the series had another."""
        for path, previous in _written_previous_ids(root):
            for session in sessions if path[0] == "previous_ids" else ():
                renamed = previous + session.id.removeprefix(session.file_id)
                owner = self._by_id.setdefault(renamed, session.id)
                if owner != session.id:
                    yield path, f"{renamed} is an id of {owner}. Take it out here or there."

    def _check_series(self, session: Session) -> Iterator[Found]:
        series = session.series
        if series is None:
            return
        if series.id in self._files:
            message = f"{series.id} is the name of a file. Give the series an id of its own."
            yield ("series", "id"), message
        other = self._parts.setdefault((series.id, series.part), session.id)
        if other != session.id:
            message = f"Part {series.part} is {other} already. Write another number."
            yield ("series", "part"), message


def _occurrence_at(path: Sequence[str | int], sessions: Sequence[Session]) -> str:
    """Whose previous ids stand there; those of the file are of all its occurrences."""
    if path[0] == "occurrences" and isinstance(path[1], int):
        return sessions[path[1]].id
    return sessions[0].file_id if path[0] == "previous_ids" else f"{sessions[0].file_id}.{path[2]}"


def _written_previous_ids(
    node: Node, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The fields `previous_ids` of a file, with their places."""
    if isinstance(node, Mapping):
        for key, value in node.items:
            yield from _written_previous_ids(value, (*path, key.text))
    elif isinstance(node, YamlSequence):
        for index, item in enumerate(node.items):
            if path and path[-1] == "previous_ids" and isinstance(item, Scalar):
                yield (*path, index), item.text
            else:
                yield from _written_previous_ids(item, (*path, index))
