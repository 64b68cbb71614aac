"""A page as a row of blocks: what must be the same in every language, and the text in between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scn.front_matter import split_front_matter
from scn.translations.checks.lines import (
    TRANSLATED_FIELDS,
    Line,
    body_lines,
    dedented,
    fields_of_head,
    without_blank_end,
)
from scn.translations.checks.tables import cells_of, is_table, table_shape
from scn.translations.markdown_forms import CAPTION, CAPTION_END, captioned_until

Kind = Literal[
    "field", "heading", "paragraph", "item", "definition", "table", "row", "cell", "code",
    "admonition", "tab", "quotation", "caption", "footnote", "abbreviation", "reference", "html",
    "rule",
]  # fmt: skip

NO_TEXT: frozenset[Kind] = frozenset({"table", "row", "code", "reference", "html", "rule"})
"""These hold no words to translate themselves."""

_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<text>.*)")
_ID = re.compile(r"\{[^}]*#(?P<id>[^\s}]+)[^}]*\}[ \t]*$")
_FENCE = re.compile(r"[ ]{0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)")
_ADMONITION = re.compile(
    r"(?P<mark>!!!|\?\?\?\+?)[ \t]+(?P<type>[\w -]+?)[ \t]*(?P<title>\".*\")?[ \t]*"
)
_TAB = re.compile(r"(?P<mark>===[!+]*)[ \t]+(?P<title>\".*\")[ \t]*")
_ITEM = re.compile(r"[ ]{0,3}(?P<mark>[-*+]|\d+[.)])[ \t]+(?P<task>\[[ xX]\][ \t]+)?(?=\S)")
_DEFINITION = re.compile(r":[ \t]{1,3}(?=\S)")
_NOTE = re.compile(r"\[\^(?P<id>[^\]]+)\]:[ \t]*")
_ABBREVIATION = re.compile(r"\*\[(?P<word>[^\]]+)\]:[ \t]*")
_REFERENCE = re.compile(r"[ ]{0,3}\[(?P<id>[^\]^]+)\]:[ \t]+(?P<target>\S+)")
_QUOTATION = re.compile(r"[ ]{0,3}>[ ]?")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,})")
_HTML = re.compile(r"[ ]{0,3}</?[A-Za-z][^>]*>[ \t]*")
_TRANSLATED_ATTRIBUTE = re.compile(r'\b(alt|title|aria-label|placeholder)="[^"]*"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    kind: Kind
    detail: str = ""
    """What is the same in every language besides the kind: an id, a type, a number of columns."""

    section: str
    """Id of the heading above it, its own for a heading; empty before the first heading."""

    place: Line
    """Where it begins."""

    lines: tuple[Line, ...] = ()
    """Its text, without what marks its kind; of code, the code."""

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.detail

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def blocks_of(text: str) -> tuple[Block, ...]:
    markdown = split_front_matter(text)
    fields = (
        Block(
            kind="field",
            detail=name if name in TRANSLATED_FIELDS else f"{name}: {_joined(lines)}",
            section="",
            place=lines[0],
            lines=lines if name in TRANSLATED_FIELDS else (),
        )
        for name, lines in fields_of_head(markdown)
        if name != "translation"
    )
    return (*fields, *_Reader().read(body_lines(markdown)))


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


class _Reader:
    """Reads from the top; what is indented below a mark is read in the same way."""

    def __init__(self) -> None:
        self.section = ""

    def read(self, lines: Sequence[Line], nest: str = "") -> Iterator[Block]:
        at = 0
        while at < len(lines):
            line = lines[at]
            if line.is_blank:
                at += 1
                continue
            end = _end_of_block(lines, at)
            yield from self._block(lines[at:end], nest)
            at = end

    def _block(self, lines: Sequence[Line], nest: str) -> Iterator[Block]:
        first = lines[0]
        text = first.text

        def block(kind: Kind, detail: str = "", lines: Sequence[Line] = ()) -> Block:
            return Block(
                kind=kind,
                detail=f"{nest}{detail}",
                section=self.section,
                place=first.after(first.indent),
                lines=tuple(lines),
            )

        if found := _HEADING.fullmatch(text):
            id_ = _ID.search(text)
            self.section = id_["id"] if id_ else ""
            title = first.after(found.start("text"))
            yield block("heading", f"{len(found['marks'])} {self.section}", [title])
        elif found := _FENCE.fullmatch(text):
            yield block("code", found["info"].strip(), dedented(lines[1:-1], first.indent))
        elif found := _ADMONITION.fullmatch(text) or _TAB.fullmatch(text):
            kind: Kind = "tab" if text.startswith("=") else "admonition"
            detail = f"{found['mark']} {found.groupdict().get('type', '')}".strip()
            yield block(kind, detail, _title(first, found))
            yield from self.read(dedented(lines[1:]), f"{nest}> ")
        elif CAPTION.fullmatch(text) and CAPTION_END.fullmatch(lines[-1].text):
            yield block("caption", text.strip())
            yield from self.read(lines[1:-1], f"{nest}> ")
        elif found := _NOTE.match(text):
            yield block("footnote", found["id"])
            yield from self.read([first.after(found.end()), *dedented(lines[1:])], f"{nest}> ")
        elif found := _ABBREVIATION.match(text):
            yield block("abbreviation", found["word"], [first.after(found.end())])
        elif found := _REFERENCE.match(text):
            yield block("reference", f"{found['id']}: {found['target']}")
        elif _RULE.fullmatch(text):
            yield block("rule")
        elif found := _ITEM.match(text) or _DEFINITION.match(text):
            yield from self._item(lines, found, block("item").place, nest)
        elif is_table(lines):
            yield block("table", table_shape(lines[1]))
            for row in (lines[0], *lines[2:]):
                yield from self._row(row, nest)
        elif found := _QUOTATION.match(text):
            inner = [line.after(len(_mark(_QUOTATION, line))) for line in lines]
            yield block("quotation")
            yield from self.read(inner, f"{nest}> ")
        elif _HTML.fullmatch(text):
            yield block("html", _TRANSLATED_ATTRIBUTE.sub(r'\1=""', text.strip()))
        elif first.indent >= 4 and not nest:
            yield block("code", "indented", dedented(lines))
        else:
            yield block("paragraph", "", [line.stripped() for line in lines])

    def _item(
        self, lines: Sequence[Line], mark: re.Match[str], place: Line, nest: str
    ) -> Iterator[Block]:
        word = mark.groupdict().get("mark", "")
        task = (mark.groupdict().get("task") or "").strip().lower()
        detail = task or ("" if not word else "-" if not word[0].isdigit() else "1.")
        rest = [lines[0].after(mark.end()), *dedented(lines[1:])]
        end = 1
        while end < len(rest) and not rest[end].is_blank and not _starts(rest[end]):
            end += 1
        yield Block(
            kind="item" if word else "definition",
            detail=f"{nest}{detail}",
            section=self.section,
            place=place,
            lines=tuple(line.stripped() for line in rest[:end]),
        )
        yield from self.read(rest[end:], f"{nest}> ")

    def _row(self, row: Line, nest: str) -> Iterator[Block]:
        cells = cells_of(row)
        yield Block(
            kind="row",
            detail=f"{nest}{len(cells)}",
            section=self.section,
            place=row.stripped(),
        )
        for cell in cells:
            yield Block(kind="cell", detail=nest, section=self.section, place=cell, lines=(cell,))


def _title(line: Line, found: re.Match[str]) -> list[Line]:
    if not found["title"]:
        return []
    title = line.after(found.start("title") + 1)
    return [Line(text=title.text.rstrip()[:-1], number=title.number, column=title.column)]


def _mark(pattern: re.Pattern[str], line: Line) -> str:
    found = pattern.match(line.text)
    return found[0] if found else ""


def _starts(line: Line) -> bool:
    """Begins a block even without an empty line before it."""
    return any(
        pattern.match(line.text)
        for pattern in (_HEADING, _FENCE, _ADMONITION, _TAB, _NOTE, _DEFINITION, CAPTION)
    ) or bool(_ITEM.match(line.text) and line.column > 4)


def _end_of_block(lines: Sequence[Line], at: int) -> int:
    """The index after the last line of the block that begins here."""
    text = lines[at].text
    if fence := _FENCE.fullmatch(text):
        for end in range(at + 1, len(lines)):
            closing = lines[end].text.strip()
            if closing.startswith(fence["mark"]) and not closing.strip(fence["mark"][0]):
                return end + 1
        return len(lines)
    if CAPTION.fullmatch(text):
        end = captioned_until([line.text for line in lines[at:]], 0)
        if end >= 0:
            return at + end + 1
    if any(each.fullmatch(text) for each in (_HEADING, _RULE, _HTML)) or any(
        each.match(text) for each in (_ABBREVIATION, _REFERENCE)
    ):
        return at + 1
    if any(each.match(text) for each in (_ADMONITION, _TAB)):
        return _end_of_indented(lines, at + 1)
    if any(each.match(text) for each in (_ITEM, _DEFINITION, _NOTE)):
        end = at + 1
        while end < len(lines) and not lines[end].is_blank and not _is_next(lines[end]):
            end += 1
        return _end_of_indented(lines, end)
    end = at + 1
    while end < len(lines) and not lines[end].is_blank and not _starts(lines[end]):
        end += 1
    return end


def _is_next(line: Line) -> bool:
    return not line.indent and (_starts(line) or bool(_ITEM.match(line.text)))


def _end_of_indented(lines: Sequence[Line], at: int) -> int:
    end = at
    while end < len(lines) and (lines[end].is_blank or lines[end].indent >= 3):
        end += 1
    return at + len(without_blank_end(lines[at:end]))
