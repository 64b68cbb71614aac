"""A page as blocks: each form of Markdown that the site uses, with its lines."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scn.checks.headings import headings
from scn.translations.blocks import blocks_of
from scn.translations.headings import heading_ids

HERE = Path(__file__).parent
ENGLISH = HERE.parents[2] / "docs" / "en"
COMPONENTS = ENGLISH / "contribute" / "components.md"


def told(text):
    return [
        f"{b.line}-{b.last_line} {b.kind} [{b.section}]{' critical' * b.is_critical}: {b.text}"
        for b in blocks_of(text)
    ]


def test_every_form_is_told_as_the_golden_file_has_it():
    page = (HERE / "every-form.md").read_text("utf-8")
    assert "\n".join(told(page)) + "\n" == (HERE / "every-form.txt").read_text("utf-8")


CAPTION = """\
![A](a.png)
/// caption
One line
of *text*.

More.
///
After it.
"""


def test_a_caption_has_the_text_between_its_marks_and_may_follow_at_once():
    assert told(CAPTION) == [
        "1-1 paragraph []: ![A](a.png)",
        "2-2 admonition []: caption",
        "3-4 paragraph []: One line of text.",
        "6-6 paragraph []: More.",
        "8-8 paragraph []: After it.",
    ]
    assert told("/// caption\nNot ended.\n") == ["1-2 paragraph []: /// caption Not ended."]


def test_no_line_of_the_page_of_components_is_lost():
    page = COMPONENTS.read_text("utf-8").split("\n")
    blocks = blocks_of("\n".join(page))
    seen = {n for block in blocks for n in range(block.line, block.last_line + 1)}
    lost = [line for n, line in enumerate(page, start=1) if line and n not in seen]
    assert lost == ["---", "as_of: 2026-11-23", "---", "|---|---|--:|", "///", "---"]


@pytest.mark.parametrize("page", sorted(ENGLISH.rglob("*.md")), ids=lambda page: page.stem)
def test_headings_are_those_of_the_check(page):
    text = page.read_text("utf-8")
    ids = [heading.id for heading in headings(text)]
    assert [block.section for block in blocks_of(text) if block.kind == "heading"] == ids
    assert list(heading_ids(text)) == ids


FORMS = (
    '# |## A { #a }|- |* |1. |> |>> |    |!!! note "T"|??? q|=== "t"|```|~~~|```yaml|:   |::: x|---'
    "|| a  b ||===|<div>|</div>|<div markdown>|<!--|-->|[a]: b|[^1]: n|*[A]: b|text|**b**|_e_|`c`"
    "|[l](m)|[l][a]|\\*|&amp;|<b>|{ .critical }|\t|***|é"
)
PIECES = st.sampled_from([*FORMS.split("|"), "| a | b |", "|---|---|"])
LINES = st.lists(PIECES, max_size=4).map("".join)


@settings(deadline=None, max_examples=300)
@given(lines=st.lists(LINES, max_size=14))
def test_any_text_can_be_read_and_blocks_are_within_it(lines):
    for block in blocks_of("\n".join(lines)):
        assert block.text
        assert "\x02" not in block.text
        assert 1 <= block.line <= block.last_line <= len(lines)


@pytest.mark.parametrize(
    "text",
    ["-" * 20_000 + "x", "*" * 5_000 + "x", "- " * 5_000, "`" * 5_000, "[" * 5_000, "<a" * 5_000,
     "a|" * 5_000 + "\n" + "-|" * 5_000, "{ #" * 5_000, "_a" * 5_000, "> " * 200 + "x",
     "\n" * 9_999, "a@" * 3_000],
    ids=lambda text: text[:4].strip() or "blank",
)  # fmt: skip
def test_a_strange_page_does_not_take_long(text):
    start = time.process_time()
    blocks_of(text)
    assert time.process_time() - start < 2
