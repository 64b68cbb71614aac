"""Pages as plain Markdown: what of this site's own forms becomes of them."""

import pytest

from scn.markdown_copy import MarkdownCopy

COPY = MarkdownCopy(
    address=lambda target: target if "://" in target else f"https://example.eu/{target}",
    diagram_text=lambda name, alt: f"[{name}: {alt}]",
)


def copied(text, **more):
    return COPY.text(text, **more).rstrip("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Roles { #roles }", "# Roles"),
        ("## Roles & more {: #roles .wide }", "## Roles & more"),
        ("A [link](../a.md#b) here.", "A [link](https://example.eu/../a.md#b) here."),
        ('[a](b.md "Title"){ .button }', '[a](https://example.eu/b.md "Title")'),
        ("[a](<b c.md>)", "[a](<https://example.eu/b c.md>)"),
        ("![Plan](plan.svg)", "![Plan](https://example.eu/plan.svg)"),
        ("[a][b]\n\n[b]: c.md 'T'", "[a][b]\n\n[b]: https://example.eu/c.md 'T'"),
        ("[out](https://other.eu/)", "[out](https://other.eu/)"),
        ("`[a](b.md)` and ``[`](c.md)``", "`[a](b.md)` and ``[`](c.md)``"),
        ('<a href="x.md">x</a>', '<a href="https://example.eu/x.md">x</a>'),
        ("![Alt](diagram:network)", "[network: Alt]"),
        ("::: scn.problems\n    options:\n      x: 1\n\nMore", None),
        ("<div markdown>\n\nInside\n\n</div>", "\nInside\n"),
        ("```md\n[a](b.md) { #x }\n::: y\n```", "```md\n[a](b.md) { #x }\n::: y\n```"),
        ("- a\n\n    ```\n    [a](b.md)\n    ```", "- a\n\n    ```\n    [a](b.md)\n    ```"),
        ("```\nnever closed [a](b)", "```\nnever closed [a](https://example.eu/b)"),
        ("{{ not a macro }}", "{{ not a macro }}"),
        ("Set {a} of {b}", "Set {a} of {b}"),
        ("A note[^1].\n\n[^1]: Said.", "A note[^1].\n\n[^1]: Said."),
    ],
)
def test_a_form_becomes_common_markdown(text, expected):
    if expected is None:
        expected = "[`scn.problems`](https://example.eu/#scn.problems)\n\nMore"
    assert copied(text) == expected.strip("\n")


BOXES = """\
!!! warning "A [trap](t.md)"
    Costs money.

    ```
    code
    ```

??? note
    - one

=== "Online"

    !!! tip
        Inside.

=== "In a room"

    Walk in.
After."""
AS_QUOTES = """\
> **A [trap](https://example.eu/t.md)**
>
> Costs money.
>
> ```
> code
> ```

> - one

**Online**

> Inside.


**In a room**

Walk in.

After."""


def test_boxes_become_quotations_and_tabs_have_their_title_above_them():
    assert copied(BOXES) == AS_QUOTES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A { #a }\n\nText.", "# A\n\n> Said.\n\n> More.\n\nText."),
        ("No title.", "> Said.\n\n> More.\n\nNo title."),
        ("Lead.\n\n# A", "Lead.\n\n# A\n\n> Said.\n\n> More."),
    ],
)
def test_notes_follow_the_title(text, expected):
    assert copied(text, notes=("Said.", "More.")) == expected


ODD = ("", "\n\n", "!!!", "=== ", ":::", "`" * 5000, "](" * 5000, "[a](" * 3000, "{ .a" * 5000)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_nothing_odd_takes_long_or_fails(text):
    assert set(copied(text).replace("https://example.eu/", "")) <= {*text, "\n", ">"}


def test_a_caption_stays_without_its_marks():
    text = "Above.\n\n/// caption\nA [room](room.md).\n///\n\nBelow."
    assert copied(text) == "Above.\n\nA [room](https://example.eu/room.md).\n\nBelow."
    assert copied("/// caption\nNot ended.") == "/// caption\nNot ended."
