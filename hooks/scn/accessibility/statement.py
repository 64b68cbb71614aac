"""What the publisher states, from `docs/_data/accessibility.yml`.

The fields are those of the model in the annex of Implementing Decision (EU) 2018/1523.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scn.records import ListOf, Record, load
from scn.shapes import Choice, Translated, Value
from scn.texts import Text
from scn.values import count, day, one_line, pattern

STATEMENT_FILE = "docs/_data/accessibility.yml"

Status = Literal["fully", "partially", "not"]
Method = Literal["self-assessment", "third-party"]
How = Literal["automatic", "by-hand", "not-tested"]
Reason = Literal["non-compliance", "disproportionate-burden", "not-in-scope"]

STATUSES: tuple[Status, ...] = ("fully", "partially", "not")
METHODS: tuple[Method, ...] = ("self-assessment", "third-party")
HOW: tuple[How, ...] = ("automatic", "by-hand", "not-tested")
REASONS: tuple[Reason, ...] = ("non-compliance", "disproportionate-burden", "not-in-scope")
"""The three of the model, in its order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    name: str
    version: str
    wcag: str
    """Version of WCAG that the standard takes in: the one that compliance is claimed with."""

    level: str
    built_to: str
    """Version of WCAG that the site is built to, at the same level."""

    @property
    def claimed(self) -> str:
        return f"{self.name} v{self.version} (WCAG {self.wcag} {self.level})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    what: str
    """Key of the words below `accessibility.tests`."""

    how: How
    tool: str = ""
    """With its version, where it has one; for tests by hand also the browser."""

    when: datetime.date | None = None
    """Without a day, an automatic test runs with every change."""

    problems: int | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAccessible:
    content: Text
    reason: Reason
    criteria: tuple[str, ...] = ()
    """Numbers of success criteria of WCAG."""

    alternative: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    standard: Standard
    status: Status
    method: Method
    prepared: datetime.date
    reviewed: datetime.date
    tested: tuple[Assessment, ...]
    difficulties: tuple[str, ...] = ()
    """Keys of the words below `accessibility.hinders`."""

    not_accessible: tuple[NotAccessible, ...] = ()

    @property
    def has_untested(self) -> bool:
        return any(one.how == "not-tested" for one in self.tested)


_VERSION = Value(
    pattern(r"[0-9]+([.][0-9]+)+", "a version such as 3.2.1"), "a version such as 3.2.1"
)
_DAY = Value(day, "a day such as 2027-03-30")
_TEXT = Translated(one_line(400))


def _check_test(test: Assessment) -> Iterator[tuple[str, str]]:
    if test.how == "by-hand" and test.when is None:
        yield "how", "A test by hand needs its day. Write when: 2027-03-30."
    if test.how == "by-hand" and test.problems is None:
        yield "how", "A test by hand needs what it found. Write problems: 0, or how many."
    if test.how == "automatic" and not test.tool:
        yield "how", "An automatic test needs its tool. Write tool: with name and version."
    if test.how == "not-tested":
        for name in ("tool", "when", "problems"):
            if getattr(test, name) not in ("", None):
                yield name, "What is not tested has none. Delete it, or mend how."


def _check_statement(statement: Statement) -> Iterator[tuple[str, str]]:
    if statement.reviewed < statement.prepared:
        yield (
            "reviewed",
            f"This is before the statement was prepared, {statement.prepared}. Mend one.",
        )
    for test in statement.tested:
        if test.when and test.when > statement.reviewed:
            message = f"The test {test.what} was later, on {test.when}."
            yield "reviewed", f"{message} Review the statement, and write that day."
    if statement.status == "fully":
        for message in _against_full(statement):
            yield "status", f"{message} Write partially or not."


def _against_full(statement: Statement) -> Iterator[str]:
    if statement.not_accessible:
        yield "Content is listed as not accessible, so this is not fully compliant."
    if untested := [one.what for one in statement.tested if one.how == "not-tested"]:
        yield f"Not everything is tested, so this is not fully compliant: {', '.join(untested)}."
    if broken := [one.what for one in statement.tested if one.problems]:
        yield f"Tests found problems, so this is not fully compliant: {', '.join(broken)}."


_STANDARD = Record(
    Standard,
    {
        "name": Value(one_line(60), "EN 301 549"),
        "version": _VERSION,
        "wcag": _VERSION,
        "level": Value(pattern("A|AA|AAA", "A, AA or AAA"), "AA"),
        "built_to": _VERSION,
    },
)
_TESTED = Record(
    Assessment,
    {
        "what": Choice("tests", "a key of accessibility.tests in docs/_data/strings/en.yml"),
        "how": Choice("how", "by-hand"),
        "tool": Value(one_line(120), "a tool with its version"),
        "when": _DAY,
        "problems": Value(count, "a number, 0 if there were none"),
        "note": _TEXT,
    },
    check=_check_test,
)
_NOT_ACCESSIBLE = Record(
    NotAccessible,
    {
        "content": _TEXT,
        "reason": Choice("reason", "non-compliance"),
        "criteria": ListOf(
            Value(
                pattern(r"[1-4][.][1-9][.][0-9]{1,2}", "a number of WCAG such as 1.4.10"),
                "a number of WCAG such as 1.4.10",
            )
        ),
        "alternative": _TEXT,
    },
)
_STATEMENT = Record(
    Statement,
    {
        "standard": _STANDARD,
        "status": Choice("status", "partially"),
        "method": Choice("method", "self-assessment"),
        "prepared": _DAY,
        "reviewed": _DAY,
        "tested": ListOf(_TESTED),
        "difficulties": ListOf(
            Choice("hinders", "a key of accessibility.hinders in docs/_data/strings/en.yml"),
            or_empty=True,
        ),
        "not_accessible": ListOf(
            _NOT_ACCESSIBLE, or_empty=True, identity=lambda one: (one.content, one.reason)
        ),
    },
    check=_check_statement,
)


def load_statement(
    text: str,
    path: str,
    *,
    languages: frozenset[str],
    tests: tuple[str, ...],
    hinders: tuple[str, ...],
) -> Statement:
    """Read the file; `tests` and `hinders` are the keys that there are words for.

    Raises:
        ContentError: all that is wrong with it, also a status that the tests contradict.
    """
    choices = {
        "languages": languages,
        "tests": tests,
        "hinders": hinders,
        "status": STATUSES,
        "method": METHODS,
        "how": HOW,
        "reason": REASONS,
    }
    return load(_STATEMENT, text, path, choices)
