"""The texts of a page that are translated one by one, and the skeleton between them.

A page is its skeleton with the texts in it, byte for byte; so a translation is the skeleton of the
English page with other texts.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import yaml

from scn.front_matter import split_front_matter
from scn.translations.checks.blocks import NO_TEXT, Block, Kind, blocks_of
from scn.translations.checks.lines import Line
from scn.translations.exchange.codes import has_words
from scn.translations.meta import FIELD, field_text

ONE_LINE: frozenset[Kind] = frozenset({"field", "heading", "cell", "admonition", "tab"})
"""These end with their line."""

_NO_NAME = re.compile(r"[^A-Za-z0-9._-]")
_NOT_QUOTED = re.compile(r"[^>\s]")
_GENERATED = re.compile(r"::: \S+(?:\n|$)")
_PLAIN = re.compile(r"[^\W\d_][^\n\"#{}\[\]|>&*!%@`]*[^\s:\"#{}\[\]|>&*!%@`]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    id: str
    """Unique in the page, a name token of XML: `funding.paragraph-2`."""

    kind: Kind
    section: str
    text: str
    """Markdown; of a field of the head, its value."""

    line: int
    column: int
    start: int
    end: int
    """Where it stands in the text of the page, counted in letters."""

    indent: str = ""
    """What stands before each further line of it."""

    @property
    def is_one_line(self) -> bool:
        return self.kind in ONE_LINE


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPage:
    """A page as its units; `text` has line ends LF and no byte order mark."""

    text: str
    units: tuple[Unit, ...]
    blocks: tuple[Block, ...]

    def with_targets(self, targets: Mapping[str, str]) -> str:
        """The page with other texts; a unit that is not among them keeps its own."""
        parts: list[str] = []
        at = 0
        for unit in self.units:
            target = targets.get(unit.id, unit.text)
            if target != unit.text:
                written = _written(unit, target)
                parts += [self.text[at : unit.start], written]
                at = unit.end
        return "".join([*parts, self.text[at:]])


def normalised(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=16)  # of the English page, again and again
def unit_page(text: str) -> UnitPage:
    text = normalised(text)
    blocks = blocks_of(text)
    counts: Counter[str] = Counter()
    units = [*_fields(text)]
    lines = text.split("\n")
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    for block in blocks:
        if block.kind in NO_TEXT or block.kind == "field" or not has_words(block.text):
            continue
        if _GENERATED.match(block.text):
            continue
        name = f"{_NO_NAME.sub('_', block.section) or 'head'}.{block.kind}"
        counts[name] += 1
        units.append(_unit(f"{name}-{counts[name]}", block, text, lines, offsets))
    units.sort(key=lambda unit: unit.start)
    return UnitPage(text=text, units=tuple(units), blocks=blocks)


def _fields(text: str) -> Iterator[Unit]:
    head = split_front_matter(text).head
    first = text.find("\n") + 1
    for field in FIELD.finditer(head):
        value = field["value"].strip()
        if not value:
            continue
        start = first + field.start("value") + field["value"].index(value)
        line = text.count("\n", 0, start) + 1
        yield Unit(
            id=f"head.{field['name']}",
            kind="field",
            section="",
            text=field_text(value),
            line=line,
            column=start - text.rfind("\n", 0, start),
            start=start,
            end=start + len(value),
        )


def _unit(id_: str, block: Block, text: str, lines: list[str], offsets: list[int]) -> Unit:
    own = [line for line in block.lines if line.text.strip()]
    first, last = own[0], own[-1]
    column = _column(first, lines)
    indents = [lines[line.number - 1][: _column(line, lines)] for line in own[1:]]
    indent = min(indents, key=len) if indents else lines[first.number - 1][:column]
    start = offsets[first.number - 1] + column
    end = offsets[last.number - 1] + _column(last, lines) + len(last.text.rstrip())
    raw = text[start:end]
    return Unit(
        id=id_,
        kind=block.kind,
        section=block.section,
        text=raw.replace(f"\n{indent}", "\n"),
        line=first.number,
        column=column + 1,
        start=start,
        end=end,
        indent=_NOT_QUOTED.sub(" ", indent),
    )


def _column(line: Line, lines: list[str]) -> int:
    """From 0; behind the end of a long comment the reader of blocks does not know it."""
    raw = lines[line.number - 1]
    if raw.startswith(line.text, line.column - 1):
        return line.column - 1
    return max(raw.rfind(line.text), 0)


def _written(unit: Unit, target: str) -> str:
    if unit.kind == "field":
        return _yaml_value(target)
    first, *others = target.split("\n")
    return "\n".join([first, *(f"{unit.indent}{line}" for line in others)])


def _yaml_value(text: str) -> str:
    """Plain where YAML reads the same text again, otherwise in double quotation marks."""
    if _PLAIN.fullmatch(text) and ": " not in text and " #" not in text:
        try:
            read = yaml.load(f"value: {text}", Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
        except yaml.YAMLError:
            read = None
        if read == {"value": text}:
            return text
    return json.dumps(text, ensure_ascii=False)
