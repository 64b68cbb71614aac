"""What the settings say about the order of pages."""

import pytest

from scn.site_navigation import sections_of_pages


@pytest.mark.parametrize(
    ("nav", "expected"),
    [
        (None, {}),
        ([], {}),
        (["index.md"], {"index.md": ""}),
        (
            ["index.md", {"b": ["b/2.md", "b/1.md"]}, {"a": "a.md"}],
            {"index.md": "", "b/2.md": "b", "b/1.md": "b", "a.md": "a"},
        ),
        ([{"a": [{"Title": "a/1.md"}, {"deep": ["a/2.md"]}]}], {"a/1.md": "a", "a/2.md": "a"}),
    ],
)
def test_each_page_has_the_key_of_its_section_in_the_order_of_the_navigation(nav, expected):
    assert list(sections_of_pages(nav).items()) == list(expected.items())
