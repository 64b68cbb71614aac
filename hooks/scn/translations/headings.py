"""The headings of a page, whose ids a translation shares with its source.

Of all translations they are read in each run, so this looks at few lines and splits no blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from scn.front_matter import split_front_matter

_HEADING = re.compile(r"#{1,6}.*\{[^{}]*?#(?P<id>[^\s{}]+)[^{}]*\}[ \t#]*")
_FENCE = re.compile(r"[ ]{0,3}(?P<mark>`{3,}|~{3,})(?P<info>.*)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINE = re.compile(r"^(?:#|[ ]{0,3}(?:```|~~~)).*", re.MULTILINE)
"""A line that may be a heading or a fence."""


def heading_ids(text: str) -> tuple[str, ...]:
    """Those that are written down, in the order of the page."""
    return tuple(id_ for id_, _ in _with_ids(_lines(text)))


@lru_cache(maxsize=512)  # the English page is shown in every language that lacks it
def heading_lines(text: str) -> Mapping[str, int]:
    """The line of the file on which each id stands, counted from 1."""
    return dict(_with_ids(lines_of_headings(text)))


@lru_cache(maxsize=512)  # for the ids and for the words of the search
def lines_of_headings(text: str) -> tuple[tuple[int, str], ...]:
    """All that begin like a heading, each with its number in the file, counted from 1."""
    return tuple(_lines(text))


def _with_ids(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[str, int]]:
    for number, line in lines:
        if found := _HEADING.fullmatch(line):
            yield found["id"], number


def _lines(text: str) -> Iterator[tuple[int, str]]:
    page = split_front_matter(text)
    body = page.body
    if "<!--" in body:
        body = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), body)
    fence = ""
    number, place = page.body_line, 0
    for candidate in _LINE.finditer(body):
        line, start = candidate[0], candidate.start()
        number, place = number + body.count("\n", place, start), start
        if found := _FENCE.match(line):
            if not fence:
                fence = found["mark"]
            elif found["mark"].startswith(fence) and not found["info"].strip():
                fence = ""
        elif not fence:
            yield number, line
