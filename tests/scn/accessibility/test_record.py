"""What the tests found, from their results to the file and back."""

import datetime
import json

import pytest

from scn.accessibility.record import (
    RECORD_FILE,
    AxeRecord,
    IncompleteError,
    load_record,
    record_from_runs,
    record_text,
    runs_from_json,
)
from scn.problems import ContentError

DAY = datetime.date(2026, 11, 29)
MATRIX = {
    "kinds": ["home", "a-z"],
    "languages": ["en", "el"],
    "schemes": ["light"],
    "widths": [1280, 320],
}


def line(language, width, **more):
    values = {"language": language, "scheme": "light", "width": width, "version": "4.14.1"}
    return json.dumps({"matrix": MATRIX, **values, "problems": 0, **more})


LINES = [line("el", 320), line("en", 320, problems=3), line("el", 1280), line("en", 1280)]
RECORD = AxeRecord(
    tool="axe-core",
    version="4.14.1",
    day=DAY,
    kinds=("home", "a-z"),
    languages=("en", "el"),
    schemes=("light",),
    widths=(1280, 320),
    pages=8,
    problems=3,
)
TEXT = """\
# Written by `python scripts/accessibility.py record` from what the tests found: do not edit.

tool: axe-core
version: "4.14.1"
day: 2026-11-29
kinds: [home, a-z]
languages: [en, el]
schemes: [light]
widths: [1280, 320]
pages: 8
problems: 3
"""


def test_from_results_to_the_file_and_back():
    record = record_from_runs(runs_from_json("\n".join(LINES)), DAY)
    assert record == RECORD
    assert record_text(record) == TEXT
    assert load_record(TEXT, RECORD_FILE) == RECORD


def test_the_order_of_the_results_does_not_matter():
    other = record_from_runs(runs_from_json("\n".join(reversed(LINES))), DAY)
    assert other == RECORD


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([], "Nothing was tested. Run the tests where Chromium and axe-core are."),
        (
            LINES[:2],
            "These were not tested: el light 1280, en light 1280. Run all of them.",
        ),
        ([*LINES, LINES[0]], "The results are of several runs. Run the tests again."),
        (
            [*LINES[:3], line("en", 1280, version="4.10.0")],
            "The versions of axe-core differ: 4.10.0 and 4.14.1. Run the tests again.",
        ),
        (["{"], "The results cannot be read. Run the tests again."),
        (['{"matrix": {"kind": []}}'], "The results cannot be read. Run the tests again."),
        (["[]"], "The results cannot be read. Run the tests again."),
    ],
)
def test_results_that_are_not_whole_state_nothing(lines, says):
    with pytest.raises(IncompleteError) as caught:
        record_from_runs(runs_from_json("\n".join(lines)), DAY)
    assert str(caught.value) == says


def test_a_file_that_somebody_edited():
    with pytest.raises(ContentError) as caught:
        load_record(TEXT.replace("light", "red").replace("pages: 8", "pages: all"), RECORD_FILE)
    assert str(caught.value).split("\n") == [
        f'{RECORD_FILE}:8:11: schemes: "red" cannot stand here. Write light or dark.',
        f'{RECORD_FILE}:10:8: pages: "all" is no number. Write digits only, such as 120.',
    ]
