"""Shapes put together: lists, tables and records, up to a whole file.

They go on after a mistake, so one reading finds all mistakes of a file.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from scn import yaml_text
from scn.problems import ContentError, closest, listed, quoted
from scn.reading import Choices, Reading, UnreadableError
from scn.shapes import Schema, Shape, Value
from scn.yaml_text import Node, Scalar, read_yaml

T = TypeVar("T")


@dataclass(frozen=True)
class ListOf(Shape[tuple[T, ...]]):
    item: Shape[T]
    or_single: bool = False
    """One item may stand without a list around it."""

    or_empty: bool = False
    """`[]` says that there are none."""

    identity: Callable[[T], object] = lambda item: item
    """What no two items may have in common."""

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        if isinstance(node, yaml_text.Sequence):
            nodes = node.items
        elif self.or_single and isinstance(node, Scalar):
            nodes = (node,)
        else:
            raise reading.refused(node, f"This is no list. Write {self.wanted}.")
        if not nodes and not self.or_empty:
            raise reading.refused(node, "The list is empty. Delete the field.")
        values: list[T] = []
        seen: set[object] = set()
        for each in nodes:
            if reading.has_enough:
                break
            try:
                value = self.item.read(each, reading)
            except UnreadableError:
                continue
            identity = self.identity(value)
            if identity in seen:
                reading.report(each, "This is in the list twice. Keep one.")
            seen.add(identity)
            values.append(value)
        if len(values) < len(nodes):
            raise UnreadableError
        return tuple(values)

    def schema(self) -> Schema:
        fewest = {} if self.or_empty else {"minItems": 1}
        items = {"type": "array", "items": self.item.schema(), "uniqueItems": True, **fewest}
        return {"anyOf": [self.item.schema(), items]} if self.or_single else items

    @property
    def wanted(self) -> str:
        return f"{self.item.wanted} after a hyphen on a line of its own, for each item"


@dataclass(frozen=True)
class Table(Shape[tuple[tuple[str, T], ...]]):
    """Values by a key of the author's own."""

    key: Callable[[str], str]
    item: Shape[T]
    example: str

    def read(self, node: Node, reading: Reading) -> tuple[tuple[str, T], ...]:
        if not isinstance(node, yaml_text.Mapping):
            raise reading.refused(node, f"There are no fields. Write {self.wanted}.")
        before = len(reading.problems)
        rows: list[tuple[str, T]] = []
        for key, value in node.items:
            if reading.has_enough:
                break
            with reading.field(key.text):
                rows.append(
                    (
                        Value(self.key, self.example).read(key, reading),
                        self.item.read(value, reading),
                    )
                )
        if len(reading.problems) > before or len(rows) < len(node.items):
            raise UnreadableError
        return tuple(rows)

    def schema(self) -> Schema:
        return {
            "type": "object",
            "propertyNames": Value(self.key, self.example).schema(),
            "additionalProperties": self.item.schema(),
        }

    @property
    def wanted(self) -> str:
        return self.example


class Record(Shape[T]):
    """Fields with names. Those that the dataclass has no default for must be there."""

    def __init__(
        self,
        make: Callable[..., T],
        fields: Mapping[str, Shape[object]],
        *,
        rename: Mapping[str, str] | None = None,
        required: Collection[str] | None = None,
        check: Callable[[T], Iterable[tuple[str, str]]] | None = None,
    ) -> None:
        """Declare the fields that a file may have.

        Args:
            rename: the attribute for a field whose name cannot be one, such as `from`.
            required: the attributes that must be there, when `make` is no dataclass.
            check: gives the fields that contradict each other, with what is wrong.
        """
        self.make = make
        self.fields = fields
        self.rename = rename or {}
        self.required = _without_default(make) if required is None else frozenset(required)
        self.check = check

    def read(self, node: Node, reading: Reading) -> T:
        before = len(reading.problems)
        values = self.read_fields(node, reading)
        if len(reading.problems) == before and not reading.has_enough:
            value = self.make(**values)
            for name, message in self.check(value) if self.check else ():
                reading.report_inside(node, (name,), message)
            if len(reading.problems) == before:
                return value
        raise UnreadableError

    def read_fields(self, node: Node, reading: Reading) -> dict[str, Any]:
        """The values of the fields that can be read, for rules that need some of them only."""
        if not isinstance(node, yaml_text.Mapping):
            raise reading.refused(node, f"There are no fields. Write {self.wanted}.")
        values: dict[str, Any] = {}
        for key, value in node.items:
            if reading.has_enough:
                return values
            shape = self.fields.get(key.text)
            if shape is None:
                near = closest(key.text, self.fields)
                guess = f"Did you mean {quoted(near)}?" if near else f"Fields: {self._listed}."
                reading.report(key, f"{quoted(key.text)} is not a field here. {guess}")
                continue
            with reading.field(key.text):
                values[self.rename.get(key.text, key.text)] = shape.read(value, reading)
        for name, shape in self.fields.items():
            if self.rename.get(name, name) in self.required and node.get(name) is None:
                reading.report(node, f"This is missing. Write {shape.wanted}.", name)
        return values

    def schema(self) -> Schema:
        names = [each for each in self.fields if self.rename.get(each, each) in self.required]
        return {
            "type": "object",
            "properties": {name: shape.schema() for name, shape in self.fields.items()},
            **({"required": names} if names else {}),
            "additionalProperties": False,
        }

    @property
    def wanted(self) -> str:
        return f"its fields, one a line, such as {listed(list(self.fields)[:3], 'and')}"

    @property
    def _listed(self) -> str:
        return ", ".join(self.fields)


def _without_default(make: Callable[..., object]) -> frozenset[str]:
    fields = dataclasses.fields(make) if dataclasses.is_dataclass(make) else ()
    missing = dataclasses.MISSING
    return frozenset(
        each.name for each in fields if each.default is missing and each.default_factory is missing
    )


def load(shape: Shape[T], text: str, path: str, choices: Choices) -> T:
    """What a whole file says.

    Raises:
        ContentError: all that is wrong with the file.
    """
    reading = Reading(path=path, lines=text.splitlines(), choices=choices)
    node, problems = read_yaml(text, path)
    reading.problems.extend(problems)
    try:
        if node is not None:
            value = shape.read(node, reading)
            if not reading.problems:
                return value
        elif not problems:
            start = Scalar(text="", line=1, column=1)
            reading.report(start, f"The file is empty. Write {shape.wanted}.")
    except UnreadableError:
        pass
    raise ContentError(reading.problems)
