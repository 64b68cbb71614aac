"""YAML as text with positions.

YAML's own values bite authors: `10:30` becomes 630, `NO` becomes false, `0123` becomes 83, and a
key written twice passes in silence. So a file becomes a tree of plain strings, each with its
place, and whoever reads the tree decides what a string means. What hides or multiplies content
(anchors, aliases, merge keys, tags) is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

import yaml

from scn.problems import Problem, quoted
from scn.yaml_mistakes import Place, forbidden_characters, mistake_of

_LONGEST_TEXT = 4_000_000
_DEEPEST = 24
_MOST_NODES = 50_000
_MOST_PROBLEMS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    text: str
    line: int
    column: int
    quoted: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing was written, as after `key:`; an empty string in quotes is something."""
        return not self.text and not self.quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    items: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        return next((value for name, value in self.items if name.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def read_yaml(text: str, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of one document and everything wrong with it; no tree when it cannot be read.

    An empty file is no tree and no problem.
    """
    reading = _Reading(path, text.removeprefix("\ufeff").replace("\r\n", "\n"))
    tree = reading.tree() if reading.is_legible() else None
    return tree, tuple(sorted(reading.problems))


class _TooMuchError(Exception):
    """Reading on would only repeat what is already reported."""


class _Reading:
    """Builds the tree from the events of libyaml: unlike its nodes, they show anchors."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.nodes = 0

    def is_legible(self) -> bool:
        if len(self.text) > _LONGEST_TEXT:
            self._refuse((1, 1), f"The file is longer than {_LONGEST_TEXT:,} letters. Split it.")
        else:
            for place, message in islice(forbidden_characters(self.text), _MOST_PROBLEMS):
                self._refuse(place, message)
        return not self.problems

    def tree(self) -> Node | None:
        try:
            return self._document(yaml.parse(self.text, Loader=yaml.CSafeLoader))
        except yaml.MarkedYAMLError as error:
            self._refuse(*mistake_of(error, self.lines))
        except _TooMuchError:
            pass
        return None

    def _refuse(self, place: Place, message: str) -> None:
        line, column = place
        if line > len(self.lines):
            line, column = len(self.lines), len(self.lines[-1]) + 1
        self.problems.append(
            Problem(
                path=self.path,
                line=line,
                column=column,
                message=message,
                source=self.lines[line - 1],
            )
        )

    def _document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    self._refuse(_place(event), "A line cannot begin with %. Delete the line.")
                if documents == 2:
                    self._refuse(_place(event), "A second document begins. Write a second file.")
                    break
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 1)
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        line, column = place = _place(event)
        if len(self.problems) >= _MOST_PROBLEMS:
            raise _TooMuchError
        self.nodes += 1
        if self.nodes > _MOST_NODES:
            self._refuse(place, f"There are more than {_MOST_NODES:,} values. Split the file.")
            raise _TooMuchError
        if isinstance(event, yaml.AliasEvent):
            name = quoted(f"*{event.anchor}")
            self._refuse(place, f"{name} repeats another part of the file. Write it out.")
            return Scalar(text="", line=line, column=column)
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            raise TypeError(event)
        for mark in (
            f"&{event.anchor}" if event.anchor else "",
            (event.tag or "").replace("tag:yaml.org,2002:", "!!"),
        ):
            if mark:
                self._refuse(
                    place,
                    f"{quoted(mark)} has a meaning in YAML that is not used here. "
                    "Delete it, or put the whole text between quotation marks.",
                )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if depth > _DEEPEST:
            self._refuse(
                place,
                f"There are more than {_DEEPEST} levels inside each other. "
                "Check brackets and indentation.",
            )
            raise _TooMuchError
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                items.append(self._node(event, events, depth + 1))
            return Sequence(items=tuple(items), line=line, column=column)
        return self._mapping(events, place, depth)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar:
        if event.style == '"':  # the only style that can write a character by its number
            for _, message in islice(forbidden_characters(event.value), 1):
                self._refuse(place, message)
        return Scalar(
            text=event.value,
            line=place[0],
            column=place[1],
            quoted=event.style in {"'", '"', "|", ">"},
        )

    def _mapping(self, events: Iterator[yaml.Event], place: Place, depth: int) -> Mapping:
        items: list[tuple[Scalar, Node]] = []
        first_lines: dict[str, int] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            key_place = key.line, key.column
            if not isinstance(key, Scalar) or not key.text:
                self._refuse(key_place, "There is no field name before the colon. Write one.")
            elif key.text == "<<" and not key.quoted:
                self._refuse(key_place, '"<<" copies fields from elsewhere. Write them out.')
            elif key.text in first_lines:
                self._refuse(
                    key_place,
                    f"{quoted(key.text)} is here twice, first in line {first_lines[key.text]}. "
                    "Keep one.",
                )
            else:
                first_lines[key.text] = key.line
                items.append((key, value))
        return Mapping(items=tuple(items), line=place[0], column=place[1])


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
