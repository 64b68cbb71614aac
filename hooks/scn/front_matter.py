"""The head of a Markdown page: the YAML between two lines of three hyphens."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BEGIN = re.compile(r"---[^\S\n]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[^\S\n]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownText:
    head: str
    """YAML; empty where the page has none."""

    body: str
    body_line: int
    """The line of the file on which the body begins, counted from 1."""


def split_front_matter(text: str) -> MarkdownText:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not (begin := _BEGIN.match(text)) or not (end := _END.search(text, begin.end())):
        return MarkdownText(head="", body=text, body_line=1)
    head = text[begin.end() : end.start()] or "\n"
    return MarkdownText(
        head=head, body=text[end.end() + 1 :], body_line=text.count("\n", 0, end.start()) + 2
    )
