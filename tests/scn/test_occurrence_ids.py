"""The id of an occurrence belongs to it for ever, whichever file is read first."""

import pytest

from scn.problems import ContentError

FILES = {
    "bg/bg-2027-a.yml": """\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {en: A}
all_day: {from: 2027-05-14}
previous_ids: [bg-2027-b.1, bg-2027-c.2027-03-28, bg-2026-x.2]
""",
    "bg/bg-2027-b.yml": """\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {en: A}
previous_ids: [bg-2026-y, bg-2026-x]
occurrences:
  - {key: "1", all_day: {from: 2027-05-14}}
  - {key: "2", all_day: {from: 2027-05-14}, previous_ids: [bg-2027-b.2]}
  - {key: "3", all_day: {from: 2027-05-14}, previous_ids: [bg-2026-y.3]}
""",
    "bg/bg-2027-c.yml": """\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {en: A}
repeat: {every: week, first: 2027-03-21T10:00, length: 3h, times: 3}
""",
    "bg/bg-2027-d.yml": """\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {en: A}
all_day: {from: 2027-05-14}
previous_ids: [bg-2027-b.3]
""",
}
AGAIN = "Take it out here or there."
PROBLEMS = [
    ("b", 5, 27, f"previous_ids: bg-2026-x.2 is an id of bg-2027-a. {AGAIN}"),
    ("b", 7, 11, "occurrences.key: bg-2027-b.1 is an id of bg-2027-a. Take it out there."),
    ("b", 8, 60, f"occurrences.previous_ids: bg-2027-b.2 is an id of bg-2027-b.2. {AGAIN}"),
    ("c", 5, 9, "repeat: bg-2027-c.2027-03-28 is an id of bg-2027-a. Take it out there."),
    ("d", 6, 16, f"previous_ids: bg-2027-b.3 is an id of bg-2027-b.3. {AGAIN}"),
]


def test_former_ids_are_none_of_an_occurrence(sessions_from):
    with pytest.raises(ContentError) as error:
        sessions_from(FILES)
    found = [str(problem) for problem in error.value.problems]
    folder = "docs/_data/sessions/bg/bg-2027-"
    assert found == [
        f"{folder}{name}.yml:{line}:{column}: {message}" for name, line, column, message in PROBLEMS
    ]
