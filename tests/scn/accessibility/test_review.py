"""When a statement waits for its review, and when the tests speak against it."""

import datetime
from dataclasses import replace

import pytest

from scn.accessibility.review import check_record, check_review
from scn.accessibility.statement import STATEMENT_FILE

TEXT = "status: fully\nreviewed: 2025-12-01\n"
REVIEWED = datetime.date(2025, 12, 1)


@pytest.mark.parametrize(
    ("as_of", "says"),
    [
        (REVIEWED, []),
        (datetime.date(2026, 12, 1), []),
        (
            datetime.date(2026, 12, 2),
            ["The statement was reviewed more than a year ago. Review it, and write the day."],
        ),
        (
            datetime.date(2025, 11, 30),
            ["2025-12-01 is in the future. Write the day of the review."],
        ),
    ],
)
def test_a_review_counts_for_a_year(statement, as_of, says):
    found = check_review(statement, TEXT, as_of=as_of)
    assert [str(one) for one in found] == [
        f"{STATEMENT_FILE}:2:11: warning: reviewed: {message}" for message in says
    ]


def test_what_axe_found_speaks_against_full_compliance(statement, axe_record):
    full = replace(statement, status="fully")
    found = replace(axe_record, day=REVIEWED, problems=2)
    assert [str(one) for one in check_record(full, found, TEXT)] == [
        (
            f"{STATEMENT_FILE}:1:9: status: axe-core found problems on 2025-12-01: 2."
            " Write partially or not."
        )
    ]
    assert list(check_record(full, replace(found, problems=0), TEXT)) == []
    assert list(check_record(statement, found, TEXT)) == []
