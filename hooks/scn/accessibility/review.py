"""Whether the statement is looked at in time, and agrees with what the tests found."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from scn.accessibility.record import AxeRecord
from scn.accessibility.statement import STATEMENT_FILE, Statement
from scn.problems import Problem
from scn.yaml_text import Mapping, read_yaml

_YEAR = datetime.timedelta(days=365)
"""National laws ask for a review at least once a year (Decision (EU) 2018/1523, recital 3)."""


def check_record(statement: Statement, record: AxeRecord, text: str) -> Iterator[Problem]:
    """`text` is that of the statement, for the place."""
    if statement.status == "fully" and record.problems:
        yield _problem(
            text,
            "status",
            f"{record.tool} found problems on {record.day}: {record.problems}. Write partially or"
            " not.",
        )


def check_review(statement: Statement, text: str, *, as_of: datetime.date) -> Iterator[Problem]:
    """Warnings, relative to the day of the check."""
    if statement.reviewed > as_of:
        message = f"{statement.reviewed} is in the future. Write the day of the review."
        yield _problem(text, "reviewed", message, is_warning=True)
    elif as_of - statement.reviewed > _YEAR:
        yield _problem(
            text,
            "reviewed",
            "The statement was reviewed more than a year ago. Review it, and write the day.",
            is_warning=True,
        )


def _problem(text: str, field: str, message: str, *, is_warning: bool = False) -> Problem:
    node, _ = read_yaml(text, STATEMENT_FILE)
    value = node.get(field) if isinstance(node, Mapping) else None
    line = value.line if value else 1
    lines = text.splitlines()
    return Problem(
        path=STATEMENT_FILE,
        line=line,
        column=value.column if value else 1,
        message=f"{field}: {message}",
        source=lines[line - 1] if line <= len(lines) else "",
        is_warning=is_warning,
    )
