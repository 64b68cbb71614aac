"""How many processes build how many languages."""

import pytest

from engine.processes import available_cores
from engine.workers import workers_for


@pytest.mark.parametrize(
    ("languages", "pages", "wanted", "is_preview", "expected"),
    [
        (24, 1_700, 4, False, 4),
        (24, 1_700, 1, False, 1),
        (2, 10, 4, False, 2),  # who says how many gets them, but never one without work
        (1, 10_000, 4, False, 1),
        (24, 1_700, 4, True, 4),
        (24, 149, 0, False, 1),  # another process takes longer than it saves
        (24, 149, 0, True, 1),
        (5, 1_700, 0, True, 1),  # an edit of a few languages is quick
        (0, 0, 0, False, 0),
        (0, 0, 4, False, 0),
    ],
)
def test_how_many_processes(languages, pages, wanted, is_preview, expected):
    found = workers_for(languages, pages, wanted, is_preview=is_preview)
    assert max(found, 1) == max(expected, 1)


@pytest.mark.parametrize(("languages", "is_preview"), [(24, False), (2, False), (6, True)])
def test_much_work_is_for_all_cores(languages, is_preview):
    found = workers_for(languages, 150, 0, is_preview=is_preview)
    assert found == min(languages, available_cores())


def test_there_is_a_core():
    assert available_cores() >= 1
