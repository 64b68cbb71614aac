"""What the last recorded run of axe-core looked at and found: written by a command."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scn.problems import listed
from scn.records import ListOf, Record, load
from scn.shapes import Value
from scn.values import between, count, day, one_line, pattern

RECORD_FILE = "docs/_data/accessibility/tested.yml"
RECORD_COMMAND = "python scripts/accessibility.py record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Which pages are tested: each kind in each language, scheme and width."""

    kinds: tuple[str, ...]
    languages: tuple[str, ...]
    schemes: tuple[str, ...]
    widths: tuple[int, ...]
    """In CSS pixels."""

    @property
    def runs(self) -> frozenset[tuple[str, str, int]]:
        return frozenset(
            (language, scheme, width)
            for language in self.languages
            for scheme in self.schemes
            for width in self.widths
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One language, scheme and width, over all kinds of page."""

    matrix: Matrix
    """What it is a part of."""

    language: str
    scheme: str
    width: int
    version: str
    """Of axe-core, as it says itself."""

    problems: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AxeRecord:
    tool: str
    version: str
    day: datetime.date
    kinds: tuple[str, ...]
    languages: tuple[str, ...]
    schemes: tuple[str, ...]
    widths: tuple[int, ...]
    pages: int
    problems: int

    @property
    def matrix(self) -> Matrix:
        return Matrix(
            kinds=self.kinds, languages=self.languages, schemes=self.schemes, widths=self.widths
        )


class IncompleteError(Exception):
    """The runs are not those of the matrix, so nothing can be stated about it."""


def runs_from_json(text: str) -> tuple[Run, ...]:
    """What the tests wrote, one run a line.

    Raises:
        IncompleteError: a line is not whole.
    """
    try:
        return tuple(_run(json.loads(line)) for line in text.splitlines())
    except (ValueError, KeyError, TypeError, AttributeError):
        raise IncompleteError("The results cannot be read. Run the tests again.") from None


def _run(line: dict[str, Any]) -> Run:
    matrix = {name: tuple(values) for name, values in line["matrix"].items()}
    return Run(**{**line, "matrix": Matrix(**matrix)})


def record_from_runs(runs: Sequence[Run], day: datetime.date) -> AxeRecord:
    """Put the runs together.

    Raises:
        IncompleteError: says which runs are missing, or what differs between them.
    """
    if not runs:
        raise IncompleteError("Nothing was tested. Run the tests where Chromium and axe-core are.")
    matrix = runs[0].matrix
    done = {(run.language, run.scheme, run.width) for run in runs}
    if missing := sorted(matrix.runs - done):
        names = [f"{language} {scheme} {width}" for language, scheme, width in missing]
        raise IncompleteError(f"These were not tested: {', '.join(names)}. Run all of them.")
    if len(runs) != len(matrix.runs) or any(run.matrix != matrix for run in runs):
        raise IncompleteError("The results are of several runs. Run the tests again.")
    versions = sorted({run.version for run in runs})
    if len(versions) != 1:
        text = listed(versions, "and")
        raise IncompleteError(f"The versions of axe-core differ: {text}. Run the tests again.")
    return AxeRecord(
        tool="axe-core",
        version=versions[0],
        day=day,
        kinds=matrix.kinds,
        languages=matrix.languages,
        schemes=matrix.schemes,
        widths=matrix.widths,
        pages=len(matrix.kinds) * len(runs),
        problems=sum(run.problems for run in runs),
    )


def record_text(record: AxeRecord) -> str:
    """The file, the same for the same record."""
    return "\n".join(
        [
            f"# Written by `{RECORD_COMMAND}` from what the tests found: do not edit.",
            "",
            f"tool: {record.tool}",
            f'version: "{record.version}"',
            f"day: {record.day.isoformat()}",
            f"kinds: {_list(record.kinds)}",
            f"languages: {_list(record.languages)}",
            f"schemes: {_list(record.schemes)}",
            f"widths: {_list(record.widths)}",
            f"pages: {record.pages}",
            f"problems: {record.problems}",
            "",
        ]
    )


def _list(values: Sequence[str | int]) -> str:
    return f"[{', '.join(map(str, values))}]"


_WORD = "a name of small letters with hyphens"
_NAME = Value(pattern("[a-z][a-z0-9]*(-[a-zA-Z0-9]+)*", _WORD), _WORD)
_SCHEME = Value(pattern("light|dark", "light or dark"), "light or dark")
_RECORD = Record(
    AxeRecord,
    {
        "tool": Value(one_line(60), "the name of the tool"),
        "version": Value(pattern("[0-9]+([.][0-9]+)*", "a version such as 4.10.3"), "a version"),
        "day": Value(day, "a day such as 2027-03-30"),
        "kinds": ListOf(_NAME),
        "languages": ListOf(_NAME),
        "schemes": ListOf(_SCHEME),
        "widths": ListOf(Value(between(100, 9999), "a width in pixels such as 320")),
        "pages": Value(count, "a number"),
        "problems": Value(count, "a number"),
    },
)


def load_record(text: str, path: str) -> AxeRecord:
    """Read the file.

    Raises:
        ContentError: all that is wrong with it.
    """
    return load(_RECORD, text, path, {})
