"""The sections of a page as Markdown, and the pieces in which they can be exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scn.front_matter import split_front_matter

_HEADING = re.compile(
    r"(?P<marks>#{1,6})[ \t]+(?P<title>.*?)[ \t]*(?:\{(?P<attributes>[^{}]*)\})?[ \t]*$"
)
_ID = re.compile(r"#(?P<id>[^\s}]+)")
_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})")
_LIST_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionText:
    id: str
    """Of its heading; empty for what stands before the first one."""

    level: int
    title: str
    first: int
    """Line of the heading, counted from 1; of the first line where there is none."""

    lines: tuple[str, ...]
    """Without the heading."""

    @property
    def body_line(self) -> int:
        return self.first + 1 if self.level else self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What stands between blank lines of a section: a paragraph, a whole list, a whole table."""

    first: int
    lines: tuple[str, ...]

    @property
    def last(self) -> int:
        return self.first + len(self.lines) - 1


def section_texts(text: str) -> tuple[SectionText, ...]:
    return tuple(_sections(text))


def _sections(text: str) -> Iterator[SectionText]:
    page = split_front_matter(text)
    id_, level, title, first = "", 0, "", page.body_line
    lines: list[str] = []
    fence = ""
    for number, line in enumerate(page.body.split("\n"), start=page.body_line):
        fence = _fence_after(line, fence)
        heading = None if fence else _HEADING.match(line)
        if heading:
            yield SectionText(id=id_, level=level, title=title, first=first, lines=tuple(lines))
            found = _ID.search(heading["attributes"] or "")
            id_ = found["id"] if found else ""
            level, title, first, lines = len(heading["marks"]), heading["title"], number, []
        else:
            lines.append(line)
    yield SectionText(id=id_, level=level, title=title, first=first, lines=tuple(lines))


def _fence_after(line: str, fence: str) -> str:
    """The mark of the fenced code that is open after a line; empty outside of code."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if fence:
        return "" if found["mark"].startswith(fence) else fence
    return found["mark"]


def pieces_of(section: SectionText) -> tuple[Piece, ...]:
    return tuple(_pieces(section))


def _pieces(section: SectionText) -> Iterator[Piece]:
    lines: list[str] = []
    first = section.body_line
    fence = ""
    for number, line in enumerate(section.lines, start=section.body_line):
        is_after_blank = bool(lines) and not lines[-1].strip() and bool(line.strip())
        if is_after_blank and not fence and not _goes_on(lines, line):
            yield _piece(first, lines)
            lines = []
        fence = _fence_after(line, fence)
        if lines or line.strip():
            if not lines:
                first = number
            lines.append(line)
    if lines:
        yield _piece(first, lines)


def _goes_on(lines: Sequence[str], line: str) -> bool:
    """Whether a line after a blank one belongs to what stands before it."""
    if line.startswith(("    ", "\t", ":   ")):
        return True
    if _LIST_ITEM.match(lines[0]):
        return bool(_LIST_ITEM.match(line)) or line.startswith("  ")
    return lines[0].startswith("=== ") and line.startswith("=== ")


def _piece(first: int, lines: list[str]) -> Piece:
    while lines and not lines[-1].strip():
        lines.pop()
    return Piece(first=first, lines=tuple(lines))
