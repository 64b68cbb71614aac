"""Headings of pages, by the golden files in headings/: `page` is the input, `problems` all that
is said about it, each as `line:column: message`. A new case is a new file.
"""

from pathlib import Path

import pytest
import yaml

from scn.checks.headings import Heading, check_headings, headings

FOLDER = Path(__file__).parent / "headings"
CASES = sorted(FOLDER.glob("*.yml"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_headings_of_a_page(file):
    case = yaml.safe_load(file.read_text("utf-8"))
    assert case.keys() == {"page", "problems"}
    found = [str(one) for one in check_headings(case["page"], "page.md")]
    assert found == [f"page.md:{problem}" for problem in case["problems"]]


def test_there_are_cases():
    assert len(CASES) >= 10


def test_where_a_heading_and_its_id_stand():
    page = "---\ntitle: A\n---\n\n# A { #a }\n\n```\n# none\n```\n\n## B { .x #b }\n### C\n"
    assert list(headings(page)) == [
        Heading(level=1, id="a", line=5, id_column=8),
        Heading(level=2, id="b", line=11, id_column=12),
        Heading(level=3, id="", line=12, id_column=6),
    ]
