"""What may not change without a word, by the golden files in history/.

`files` are the session files before and now; `problems` is all that is said, with the source
lines. A new case is a new file.
"""

from datetime import date
from pathlib import Path

import pytest
import yaml

from scn.problems import format_problems
from scn.sessions.catalogue import DATA_FILES, catalogue_from_texts
from scn.sessions.history import check_history

CASES = sorted((Path(__file__).parent / "history").glob("*.yml"))
DATA = Path(__file__).resolve().parents[2] / "docs" / "_data"
AS_OF = date(2027, 3, 1)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_history(file):
    case = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    known = {name: (DATA / name).read_text("utf-8") for name in DATA_FILES}
    base, now = (catalogue_from_texts(known, case["files"][name]) for name in ("base", "now"))
    problems = list(check_history(base, now, as_of=AS_OF, name="main"))
    assert format_problems(problems, with_source=True) == case["problems"].rstrip("\n")
    assert list(check_history(now, now, as_of=AS_OF, name="main")) == []


def test_there_are_cases():
    assert len(CASES) >= 3
