"""A page is its skeleton with the texts in it, byte for byte."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scn.translations.exchange.units import unit_page

ROOT = Path(__file__).resolve().parents[4]
EVERY_FORM = (Path(__file__).parents[1] / "every-form.md").read_text("utf-8")
PAGES = sorted((ROOT / "docs").glob("??/**/*.md"))


def texts(markdown):
    return [(unit.id, unit.text) for unit in unit_page(markdown).units]


def test_every_form():
    assert texts(EVERY_FORM) == [
        ("head.title", "Every form: of a block"),
        ("head.description", "What a page can have."),
        ("head.summary", "Short."),
        ("head.paragraph-1", "Before any heading."),
        ("title.heading-1", "Title { #title }"),
        (
            "title.paragraph-1",
            "One\n*line* and __another__ with `code`, [link](a.md 'T') and ![picture](b.png).\n***",
        ),
        (
            "title.paragraph-2",
            (
                "Setext heading { #setext }\n---------\n- an item\n  that goes on\n"
                "    - inside\n    - [X] ticked"
            ),
        ),
        ("title.item-1", "last"),
        ("title.paragraph-3", "Numbers:"),
        ("title.item-2", "fifth"),
        ("title.item-3", "sixth"),
        ("title.cell-1", "A"),
        ("title.cell-2", "B"),
        ("title.cell-3", "a \\| b"),
        ("title.cell-4", "short"),
        ("marked.heading-1", "Marked { #marked .critical }"),
        ("marked.paragraph-1", "A paragraph."),
        ("below.heading-1", "Below { #below }"),
        ("below.admonition-1", "Box"),
        ("below.paragraph-1", "In the box."),
        ("below.item-1", "item of the box"),
        ("not-marked.heading-1", "Not marked { #not-marked }"),
        ("not-marked.paragraph-1", "Told.\n{ .critical }"),
        ("not-marked.paragraph-2", "Opens."),
        ("not-marked.tab-1", "Tab"),
        ("not-marked.paragraph-3", "In the tab."),
        ("not-marked.paragraph-4", "Quoted\nlazily."),
        ("not-marked.paragraph-5", "Term\nOther term"),
        ("not-marked.definition-1", "Meaning"),
        ("not-marked.paragraph-6", "goes on."),
        ("not-marked.definition-2", "Second meaning"),
        ("not-marked.paragraph-7", "In *Markdown*."),
        (
            "not-marked.paragraph-8",
            '<table><tr><td>Raw</td>\n<td><img src="a.png" alt="Alt"></td></tr></table>',
        ),
        ("not-marked.paragraph-9", "A note[^1] and [short][] and [Words][short]."),
        ("not-marked.paragraph-10", "The note."),
        ("not-marked.paragraph-11", "Its second paragraph."),
        ("not-marked.abbreviation-1", "European Union"),
    ]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT / "docs").as_posix())
def test_each_text_of_a_real_page_stands_where_its_unit_says(path):
    page = unit_page(path.read_text("utf-8"))
    assert page.units
    assert len({unit.id for unit in page.units}) == len(page.units)
    for unit in page.units:
        raw = page.text[unit.start : unit.end]
        if unit.kind != "field":
            assert raw.replace(f"\n{unit.indent}", "\n") == unit.text
        assert page.text.split("\n")[unit.line - 1].startswith(raw.split("\n")[0], unit.column - 1)
        assert page.with_targets({unit.id: f"{unit.text} x"}) != page.text


def test_further_lines_are_indented_as_the_first_one():
    page = unit_page("- a\n\n!!! note\n    - b\n\n        c\n\n> d\n\n[^1]: e\n")
    assert page.with_targets({unit.id: f"{unit.text}\nx" for unit in page.units}) == (
        "- a\n  x\n\n!!! note\n    - b\n      x\n\n        c\n        x\n\n"
        "> d\n> x\n\n[^1]: e\n      x\n"
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Rôles", "Rôles"),
        ("Qui : une proposition", '"Qui : une proposition"'),
        ("Was: und wie", '"Was: und wie"'),
        ("a # b", '"a # b"'),
        ("- a", '"- a"'),
        ('„Ja“ "no"', '"„Ja“ \\"no\\""'),
        ("[a]", '"[a]"'),
        ("12", '"12"'),
        ("a\\b", "a\\b"),
        ("'a", '"\'a"'),
    ],
)
def test_fields_are_written_so_that_yaml_reads_the_same(value, written):
    page = unit_page("---\ntitle: Roles\n---\n\nA.\n")
    after = page.with_targets({"head.title": value})
    assert after == f"---\ntitle: {written}\n---\n\nA.\n"
    assert unit_page(after).units[0].text == value


NO_WORDS = """\
---
as_of: 2026-01-01
sources: [A]
---

`a`

| — | {x} |
|---|---|
| ![](a.png) | b |

::: scn.pages
    options: {}

```
code
```

<!-- a
b -->

***
"""


def test_what_has_no_words_and_what_programs_fill_in_is_not_exchanged():
    assert texts(NO_WORDS) == [("head.cell-1", "b")]


LINES = st.sampled_from(
    ["", "", "text", "*a* [b](c.md) `d`", "- item", "    - inner", "1. one", "# H { #h }",
     "## I { #i }", "| a | b |", "|---|---|", "> q", "!!! note \"T\"", "    in it", "=== \"Tab\"",
     "```", ":   def", "[^1]: note", "*[A]: long", "<div>", "</div>", "<!--", "-->", "---", "***",
     "\tx", "  lazy  ", "{ .x }", "::: a.b", "[r]: http://a.eu", "Überschrift", "\\- no", "&amp;"]
)  # fmt: skip


@given(st.lists(LINES, max_size=25))
def test_any_page_keeps_its_bytes(lines):
    text = "\n".join(lines)
    page = unit_page(text)
    assert page.with_targets({}) == text
    assert page.with_targets({unit.id: unit.text for unit in page.units}) == text
    assert len({unit.id for unit in page.units}) == len(page.units)
    ends = [(unit.start, unit.end) for unit in page.units]
    assert all(a[1] <= b[0] for a, b in pairwise(ends))
