"""What a check found, in words for the person who wrote the text."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST_SOURCE = 100
_LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One mistake at one place; `line` and `column` count from 1, as editors do."""

    path: str
    line: int
    column: int
    message: str
    source: str = ""
    """The line of the file, without its line end; empty when there is none to show."""

    is_warning: bool = False
    """It may be meant so; nothing is refused because of it."""

    def __str__(self) -> str:
        word = "warning: " if self.is_warning else ""
        return f"{self.path}:{self.line}:{self.column}: {word}{self.message}"


class ContentError(Exception):
    """All problems of all files that were read together."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return format_problems(self.problems)

    @property
    def counted(self) -> str:
        """All of them below a line that says how many they are."""
        count = len(self.problems)
        return f"{count} problem{'s' * (count > 1)} in the content:\n{self}"


def cannot_be_read(path: str, error: OSError) -> Problem:
    message = f"the file cannot be read ({error.strerror}). Restore it, or delete it."
    return Problem(path=path, line=1, column=1, message=message)


def format_problems(
    problems: Iterable[Problem], *, with_source: bool = False, for_github: bool = False
) -> str:
    """One problem a line, sorted; on request the source line and a caret below each of them.

    `for_github` writes workflow commands, which GitHub Actions shows beside the changed line.
    """
    lines = []
    for problem in sorted(problems):
        lines.append(_github_command(problem) if for_github else str(problem))
        if with_source and not for_github and problem.source.strip():
            lines.extend(_source_and_caret(problem))
    return "\n".join(lines)


def quoted(value: str) -> str:
    """The value between quotation marks, safe for one line of a terminal."""
    if len(value) > _LONGEST_QUOTE:
        value = value[: _LONGEST_QUOTE - 1] + "…"
    return f'"{_visible(value)}"'


def not_known(value: str, allowed: Iterable[str]) -> str:
    """`"canceled" is not known. Did you mean "cancelled"? Allowed: …`"""
    known = list(allowed)
    near = closest(value, known)
    guess = f" Did you mean {quoted(near)}?" if near else ""
    return f"{quoted(value)} is not known.{guess} Allowed: {', '.join(known)}."


def listed(words: Iterable[str], last: str) -> str:
    """`a, b and c`, where `last` is the word before the last one."""
    *others, final = words
    return f"{', '.join(others)} {last} {final}" if others else final


def closest(value: str, known: Iterable[str]) -> str:
    """The known word that was probably meant; empty when none is near."""
    if len(value) > _LONGEST_QUOTE:
        return ""
    by_lower_case = {word.lower(): word for word in known}
    near = difflib.get_close_matches(value.lower(), by_lower_case, n=1, cutoff=0.6)
    return by_lower_case[near[0]] if near else ""


def _source_and_caret(problem: Problem) -> tuple[str, str]:
    column = min(problem.column - 1, len(problem.source))
    first = max(0, column - _LONGEST_SOURCE // 2)
    shown = "".join(
        char if char.isprintable() else " "
        for char in problem.source[first : first + _LONGEST_SOURCE]
    ).rstrip()
    before = sum(not unicodedata.combining(char) for char in problem.source[first:column])
    return f"    {shown}", f"    {' ' * before}^"


def _github_command(problem: Problem) -> str:
    path = _github_escaped(problem.path).replace(":", "%3A").replace(",", "%2C")
    where = f"file={path},line={problem.line},col={problem.column}"
    kind = "warning" if problem.is_warning else "error"
    return f"::{kind} {where}::{_github_escaped(problem.message)}"


def _github_escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _visible(text: str) -> str:
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
