"""The mistakes that make a YAML file unreadable, in plain words and at the place to mend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

Place = tuple[int, int]
"""Line and column, from 1."""

_TAB = "A tab character cannot stand here. Indent with spaces."
_AT_THE_END = (
    ("mapping values are not allowed", "A colon followed by a space cannot stand here. {quote}"),
    ("found a tab character", _TAB),
    ("cannot start any token", "A value cannot begin with this character. {quote}"),
    ("found unknown escape character", "This backslash is not understood. Use ' instead of \"."),
    ("expected '-' indicator", "This is not part of the list above. Check the indentation."),
    (
        "block sequence entries are not allowed",
        "A list cannot begin here. Begin it in the next line.",
    ),
    ("expected key", "This does not fit what is before it. {quote}"),
    ("expected <document start>", "This does not fit what is before it. Check the indentation."),
)
_AT_THE_BEGINNING = (
    ("found unexpected end of stream", "This quotation mark is never closed. Close it."),
    ("expected ',' or ']'", "This bracket is not closed, or a comma is missing in it."),
    ("expected ',' or '}'", "This brace is not closed, or a comma is missing in it."),
    ("could not find expected ':'", "A colon is missing. Write it, or check the indentation."),
)
_OTHERWISE = "This cannot be read. {quote}"
_QUOTE = "Put the whole text between quotation marks, or check the indentation."

# What YAML calls printable, without line ends that are no line feed and without the characters
# that turn the direction of a line.
_FORBIDDEN = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff]"
)


def mistake_of(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[Place, str]:
    said = error.problem or ""
    for marks, messages in (
        ((error.context_mark, error.problem_mark), _AT_THE_BEGINNING),
        ((error.problem_mark, error.context_mark), _AT_THE_END),
        ((error.problem_mark, error.context_mark), (("", _OTHERWISE),)),
    ):
        for theirs, ours in messages:
            if theirs in said:
                mark = marks[0] or marks[1]
                place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
                message = _TAB if _is_indented_with_a_tab(lines, place) else ours
                return place, message.format(quote=_QUOTE)
    raise AssertionError(said)


def forbidden_characters(text: str) -> Iterator[tuple[Place, str]]:
    for found in _FORBIDDEN.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        yield (line, column), _forbidden(found[0])


def _forbidden(char: str) -> str:
    code = f"U+{ord(char):04X}"
    if "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069":
        return f"An invisible character here turns the direction of writing ({code}). Delete it."
    return f"There is an invisible control character here ({code}). Delete it."


def _is_indented_with_a_tab(lines: Sequence[str], place: Place) -> bool:
    line = lines[place[0] - 1] if place[0] <= len(lines) else ""
    return "\t" in line[: len(line) - len(line.lstrip())]
