"""How far a build is, in one line."""

import pytest

from scn.building.progress import progress_line


@pytest.mark.parametrize(
    ("languages", "pages", "seconds", "line"),
    [
        (0, 0, 0.0, "0 of 24 languages, 0 of 1,704 pages"),
        (0, 34, 1.0, "0 of 24 languages, 34 of 1,704 pages"),
        (0, 35, 1.0, "0 of 24 languages, 35 of 1,704 pages, about 48 s left"),
        (3, 412, 2.0, "3 of 24 languages, 412 of 1,704 pages, about 6 s left"),
        (23, 1_700, 10.0, "23 of 24 languages, 1,700 of 1,704 pages, about 0 s left"),
        (24, 1_704, 10.0, "24 of 24 languages, 1,704 of 1,704 pages, about 0 s left"),
        (24, 1_800, 10.0, "24 of 24 languages, 1,800 of 1,704 pages, about 0 s left"),
    ],
)
def test_it_tells_what_is_done_and_once_it_can_what_is_left(languages, pages, seconds, line):
    assert line == progress_line(
        languages=languages, all_languages=24, pages=pages, all_pages=1_704, seconds=seconds
    )


def test_a_site_without_pages_is_done():
    line = progress_line(languages=0, all_languages=1, pages=0, all_pages=0, seconds=0.1)
    assert line == "0 of 1 languages, 0 of 0 pages, about 0 s left"
