"""The head of a Markdown page: the YAML between two lines of three hyphens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownText:
    head: str
    """YAML; empty where the page has none."""

    body: str
    body_line: int
    """The line of the file on which the body begins, counted from 1."""


def split_front_matter(text: str) -> MarkdownText:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    lines = text.split("\n")
    if lines[0].rstrip() == "---":
        for number, line in enumerate(lines[1:], start=1):
            if line.rstrip() in ("---", "..."):
                head = "\n".join(lines[1:number]) + "\n"
                body = "\n".join(lines[number + 1 :])
                return MarkdownText(head=head, body=body, body_line=number + 2)
    return MarkdownText(head="", body=text, body_line=1)
