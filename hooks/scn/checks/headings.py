"""Headings of a page: one at the top, levels in order, an explicit and unique id for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scn.checks.markdown_lines import lines_of_text
from scn.front_matter import split_front_matter
from scn.problems import Problem

_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t]*$")
_ID = re.compile(r"\{[^}]*#(?P<id>[^\s}]+)[^}]*\}[ \t]*$")
_GOOD_ID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    level: int
    id: str
    """Empty where the heading has none."""

    line: int
    id_column: int


def headings(text: str) -> Iterator[Heading]:
    """The ATX headings of a page."""
    for number, line in lines_of_text(text):
        if match := _HEADING.match(line):
            id_ = _ID.search(match[2])
            yield Heading(
                level=len(match[1]),
                id=id_["id"] if id_ else "",
                line=number,
                id_column=match.start(2) + id_.start("id") + 1 if id_ else len(line) + 1,
            )


def check_headings(text: str, path: str) -> Iterator[Problem]:
    def problem(heading: Heading, column: int, message: str) -> Problem:
        return Problem(path=path, line=heading.line, column=column, message=message)

    found = list(headings(text))
    body = split_front_matter(text)
    if not body.body.strip():
        yield Problem(
            path=path,
            line=body.body_line,
            column=1,
            message="The page is empty. Write its text, or delete the file and its line in"
            " mkdocs.yml.",
        )
        return
    if not found or found[0].level != 1:
        line = found[0].line if found else body.body_line
        message = "The page does not begin with a heading. Write `# Title { #id }` first."
        yield Problem(path=path, line=line, column=1, message=message)
    first_line_of: dict[str, int] = {}
    level = 0
    for number, heading in enumerate(found):
        if heading.level == 1 and number:
            yield problem(heading, 1, "A second heading of level 1. Write `##`.")
        elif level and heading.level > level + 1:
            yield problem(
                heading,
                1,
                f"The heading jumps from level {level} to {heading.level}."
                f" Write `{'#' * (level + 1)}`.",
            )
        level = heading.level
        if not heading.id:
            yield problem(
                heading,
                heading.id_column,
                "The heading has no id. Write one at its end: `{ #some-words }`.",
            )
        elif heading.id in first_line_of:
            yield problem(
                heading,
                heading.id_column,
                f'The id "{heading.id}" is here twice, first in line'
                f" {first_line_of[heading.id]}. Write another one.",
            )
        elif not _GOOD_ID.fullmatch(heading.id):
            yield problem(
                heading,
                heading.id_column,
                f'The id "{heading.id}" is not made of lower-case letters, digits and hyphens'
                " after a letter. Write such an id.",
            )
        first_line_of.setdefault(heading.id, heading.line)
