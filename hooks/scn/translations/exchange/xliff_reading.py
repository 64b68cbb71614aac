"""Reads XLIFF 2.0 and 2.1 as translation programs give it back.

They may divide a unit into segments, write a code with two ends as two elements, and add elements
of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from scn.languages import SOURCE_LANGUAGE
from scn.problems import ContentError, Problem, quoted
from scn.translations.exchange.model import ReadFile, ReadPage, ReadUnit
from scn.translations.exchange.xliff import NAMESPACE, NO_TRANSLATION, TRANSLATION
from scn.translations.exchange.xml_tree import Element, read_xml

_VERSIONS = ("2.0", "2.1")
_DONE = ("translated", "reviewed", "final")
_HEX = re.compile(r"[0-9A-Fa-f]{1,6}")


def read_xliff(data: bytes, path: str) -> ReadFile:
    """Read what came back.

    Raises:
        ContentError: it is no XLIFF 2 file.
    """
    root = read_xml(data, path)
    version = root.attributes.get("version", "")
    if (root.namespace, root.name) != (NAMESPACE, "xliff") or version not in _VERSIONS:
        message = (
            f"XLIFF {version} is another format. Save the file as XLIFF 2.0, or export again."
            if root.name == "xliff" and version not in _VERSIONS
            else "This is no XLIFF 2.0 file. Give a file that `export` wrote."
        )
        raise ContentError([_problem(path, root, message)])
    reading = _Reading(path)
    pages = tuple(reading.pages(root))
    return ReadFile(
        source_language=root.attributes.get("srcLang", ""),
        language=root.attributes.get("trgLang", ""),
        pages=pages,
        problems=tuple(reading.problems),
        line=root.line,
        column=root.column,
    )


def _problem(path: str, place: Element, message: str) -> Problem:
    return Problem(path=path, line=place.line, column=place.column, message=message)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A segment, or what stands between two."""

    source: str
    target: str | None
    order: int
    state: str
    place: Element


class _Reading:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def _find(self, place: Element, message: str) -> None:
        self.problems.append(_problem(self.path, place, message))

    def pages(self, root: Element) -> Iterator[ReadPage]:
        for file in root.all("file"):
            skeleton = file.first("skeleton")
            href = skeleton.attributes.get("href", "") if skeleton else ""
            notes = file.first("notes")
            translation = next(
                (
                    note.text.strip()
                    for note in (notes.all("note") if notes else ())
                    if note.attributes.get("category") == TRANSLATION
                ),
                None,
            )
            yield ReadPage(
                path=file.attributes.get("original", "").removeprefix(f"docs/{SOURCE_LANGUAGE}/"),
                source_id=PurePosixPath(href).stem,
                translation_id="" if translation == NO_TRANSLATION else translation,
                units=tuple(self._unit(unit) for unit in _units(file)),
                line=file.line,
                column=file.column,
            )

    def _unit(self, unit: Element) -> ReadUnit:
        original = unit.first("originalData")
        data = {
            one.attributes.get("id", ""): self._letters(one)
            for one in (original.all("data") if original else ())
        }
        parts = [
            self._part(part, number, data)
            for number, part in enumerate(_parts(unit), start=1)
            if part.first("source")
        ]
        segments = [part for part in parts if part.place.name == "segment"]
        targets = [
            (part.order, part.source if part.target is None else part.target)
            for part in parts
            if part.target is not None or part.place.name == "ignorable"
        ]
        is_whole = all(part.target is not None for part in segments)
        target = "".join(text for _, text in sorted(targets, key=lambda one: one[0]))
        source = "".join(part.source for part in parts)
        first = next((part.place for part in segments if part.target is not None), unit)
        place = first.first("target") or unit
        return ReadUnit(
            id=unit.attributes.get("id", ""),
            source=source,
            target=target if is_whole else "",
            is_confirmed=is_whole and all(part.state in _DONE for part in segments),
            line=place.line,
            column=place.column,
        )

    def _part(self, part: Element, number: int, data: Mapping[str, str]) -> _Part:
        source, target = part.first("source"), part.first("target")
        order = target.attributes.get("order", "") if target else ""
        return _Part(
            source=self._inline(source, data) if source else "",
            target=self._inline(target, data) if target and target.children else None,
            order=int(order) if order.isdecimal() and len(order) < 7 else number,
            state=part.attributes.get("state", "initial"),
            place=part,
        )

    def _letters(self, element: Element) -> str:
        return "".join(
            child if isinstance(child, str) else self._code_point(child)
            for child in element.children
        )

    def _code_point(self, element: Element) -> str:
        value = element.attributes.get("hex", "")
        if element.name == "cp" and _HEX.fullmatch(value) and int(value, 16) < 0x110000:
            return chr(int(value, 16))
        return ""

    def _inline(self, element: Element, data: Mapping[str, str]) -> str:
        """Markdown again."""
        return "".join(self._inline_pieces(element, data))

    def _inline_pieces(self, element: Element, data: Mapping[str, str]) -> Iterator[str]:
        for child in element.children:
            if isinstance(child, str):
                yield child
                continue
            of = child.attributes
            match child.name if child.namespace == NAMESPACE else "":
                case "ph" | "sc" | "ec":
                    yield self._data(child, "dataRef", data)
                case "pc":
                    yield self._data(child, "dataRefStart", data)
                    yield from self._inline_pieces(child, data)
                    yield self._data(child, "dataRefEnd", data)
                case "cp":
                    yield self._code_point(child)
                case "mrk":
                    yield from self._inline_pieces(child, data)
                case "sm" | "em":
                    pass
                case _:
                    name = child.name or of.get("id", "")
                    self._find(child, f"XLIFF has no element {quoted(name)} here. Delete it.")

    def _data(self, code: Element, name: str, data: Mapping[str, str]) -> str:
        ref = code.attributes.get(name, "")
        if ref not in data:
            self._find(
                code,
                f"The code {quoted(code.attributes.get('id', ''))} has no original data. Take it"
                " from the source text again.",
            )
            return ""
        return data[ref]


def _units(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element) and child.namespace == NAMESPACE:
            if child.name == "unit":
                yield child
            elif child.name == "group":
                yield from _units(child)


def _parts(unit: Element) -> Iterator[Element]:
    for child in unit.children:
        if isinstance(child, Element) and child.name in ("segment", "ignorable"):
            yield child
