"""Lines of a page that know where they stand in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scn.front_matter import MarkdownText

TRANSLATED_FIELDS = ("title", "description", "summary")

_FIELD = re.compile(r"(?P<name>[\w-]+):(?P<before>[ \t]*)(?P<value>.*)")
_LONG_COMMENT = re.compile(r"<!--(?:(?!-->).)*?\n.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    text: str
    number: int
    column: int = 1
    """Where the text begins in the line of the file; both count from 1."""

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" \t"))

    @property
    def is_blank(self) -> bool:
        text = self.text.strip()
        return not text or (text.startswith("<!--") and text.endswith("-->"))

    def after(self, length: int) -> Line:
        return Line(text=self.text[length:], number=self.number, column=self.column + length)

    def stripped(self) -> Line:
        return Line(text=self.text.strip(), number=self.number, column=self.column + self.indent)


def body_lines(markdown: MarkdownText) -> list[Line]:
    """Without comments that go over several lines."""
    body = _LONG_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), markdown.body)
    first = markdown.body_line
    return [Line(text=text, number=at) for at, text in enumerate(body.split("\n"), start=first)]


def fields_of_head(markdown: MarkdownText) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Names and values as they are written, without quotation marks around them."""
    name, value = "", list[Line]()
    for number, text in enumerate(markdown.head.split("\n"), start=2):
        if found := _FIELD.match(text):
            if name:
                yield name, _unquoted(value)
            name, value = (
                found["name"],
                [Line(text=text, number=number).after(found.start("value"))],
            )
        elif text.strip():
            value.append(Line(text=text, number=number).stripped())
    if name:
        yield name, _unquoted(value)


def _unquoted(value: Sequence[Line]) -> tuple[Line, ...]:
    lines = [line.stripped() for line in value if line.text.strip() not in ("", ">", ">-", "|")]
    if not lines:
        return (value[0],)
    first, last = lines[0].text[:1], lines[-1].text[-1:]
    if first in ("'", '"') and first == last and (len(lines) > 1 or len(lines[0].text) > 1):
        end = lines[-1]
        lines[-1] = Line(text=end.text[:-1], number=end.number, column=end.column)
        lines[0] = lines[0].after(1)
    return tuple(lines)


def dedented(lines: Sequence[Line], most: int = 4) -> list[Line]:
    return [line.after(min(most, line.indent)) for line in lines]


def without_blank_end(lines: Sequence[Line]) -> list[Line]:
    end = len(lines)
    while end and lines[end - 1].is_blank:
        end -= 1
    return list(lines[:end])
