"""The lines of a page that are text: outside its head, fenced code and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scn.front_matter import split_front_matter

_FENCE = re.compile(r"[ ]{0,3}(?P<mark>`{3,}|~{3,})(?P<rest>.*)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def lines_of_text(text: str) -> Iterator[tuple[int, str]]:
    """Each with its number in the file, counted from 1."""
    markdown = split_front_matter(text)
    body = _COMMENT.sub(_same_lines, markdown.body)
    fence = ""
    for number, line in enumerate(body.split("\n"), start=markdown.body_line):
        if found := _FENCE.match(line):
            if not fence:
                fence = found["mark"]
            elif found["mark"].startswith(fence) and not found["rest"].strip():
                fence = ""
        elif not fence:
            yield number, line


def _same_lines(comment: re.Match[str]) -> str:
    return f"<!---->{chr(10) * comment[0].count(chr(10))}"
