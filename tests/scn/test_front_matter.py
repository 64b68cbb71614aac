"""The head of a Markdown page."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta

from scn.front_matter import MarkdownText, split_front_matter


def text(head, body, line):
    return MarkdownText(head=head, body=body, body_line=line)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("---\ntitle: A\n---\n# A\n", text("title: A\n", "# A\n", 4)),
        ("---\ntitle: A\n...\n# A\n", text("title: A\n", "# A\n", 4)),
        ("--- \ntitle: A\n---\t\n# A\n", text("title: A\n", "# A\n", 4)),
        ("\ufeff---\r\ntitle: A\r\n---\r\n# A\r\n", text("title: A\n", "# A\n", 4)),
        ("---\na: 1\nb: 2\n---\n\n# A\n\n---\n", text("a: 1\nb: 2\n", "\n# A\n\n---\n", 5)),
        ("---\ntitle: A\n---", text("title: A\n", "", 4)),
        ("# A\n\n---\ntitle: A\n---\n", text("", "# A\n\n---\ntitle: A\n---\n", 1)),
        ("---\ntitle: A\n", text("", "---\ntitle: A\n", 1)),
        ("\n---\ntitle: A\n---\n", text("", "\n---\ntitle: A\n---\n", 1)),
        ("----\ntitle: A\n---\n", text("", "----\ntitle: A\n---\n", 1)),
        ("", text("", "", 1)),
    ],
)
def test_the_head_is_between_two_lines_of_hyphens_at_the_very_top(page, expected):
    assert split_front_matter(page) == expected


plain = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=200)


@given(plain)
def test_nothing_of_a_page_is_lost_and_the_line_of_the_body_is_true(page):
    found = split_front_matter(page)
    lines = page.removeprefix("\ufeff").split("\n")
    assert found.body == "\n".join(lines[found.body_line - 1 :])
    assert found.head.count("\n") == max(0, found.body_line - 3)


words = st.text("abc: é-", min_size=1, max_size=8)


@given(st.dictionaries(st.sampled_from("abcd"), words, min_size=1), plain)
def test_mkdocs_sees_the_same_head_and_the_same_body(values, body):
    """Otherwise a page could pass our checks and still show its YAML to readers."""
    page = f"---\n{yaml.safe_dump(values, allow_unicode=True)}---\n{body}"
    found = split_front_matter(page)
    their_body, their_values = meta.get_data(page)
    assert yaml.safe_load(found.head) == their_values == values
    assert found.body.lstrip("\n") == their_body.lstrip("\n")
