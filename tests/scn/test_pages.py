"""The front matter of a page."""

import datetime

import pytest

from scn.pages import LONGEST_DESCRIPTION, PageHead, load_page_head
from scn.problems import ContentError

PATH = "docs/en/package/roles.md"
SOURCES = ("LI-1", "LI-2", "EU-9")


def head(text):
    return load_page_head(text, PATH, sources=SOURCES)


def test_a_page_needs_a_title_and_a_description():
    assert head("---\ntitle: Roles\ndescription: Who does what.\n---\n# Roles\n") == PageHead(
        title="Roles", description="Who does what."
    )


def test_a_page_may_say_more():
    text = """\
---
title: "Roles: who does what"
description: Who does what.
summary: Short.
as_of: 2026-04-30
sources: [LI-2, EU-9]
template: home.html
---
# Roles
"""
    assert head(text) == PageHead(
        title="Roles: who does what",
        description="Who does what.",
        summary="Short.",
        as_of=datetime.date(2026, 4, 30),
        sources=("LI-2", "EU-9"),
        template="home.html",
    )


NO_HEAD = (
    f"{PATH}:1:1: The page has no front matter. Begin it with a line `---`, then `title: …` and"
    " `description: …`, then a line `---`."
)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        pytest.param("# Roles\n", [NO_HEAD], id="no head"),
        pytest.param("", [NO_HEAD], id="empty file"),
        pytest.param("---\n\n---\n# Roles\n", [NO_HEAD], id="empty head"),
        pytest.param("---\ntitle: Roles\n# Roles\n", [NO_HEAD], id="head without an end"),
        pytest.param(
            "---\ntitle: Roles: who does what\ndescription: a\n---\n",
            [
                (
                    f"{PATH}:2:13: A colon followed by a space cannot stand here."
                    " Put the whole text between quotation marks, or check the indentation."
                )
            ],
            id="no YAML",
        ),
        pytest.param(
            "---\njust words\n---\n",
            [
                (
                    f"{PATH}:2:1: There are no fields. Write its fields, one a line, such as"
                    " title, description and summary."
                )
            ],
            id="no fields",
        ),
        pytest.param(
            "---\ntitle: Roles\n---\n",
            [
                (
                    f"{PATH}:2:1: description: This is missing."
                    " Write one sentence that says what the page gives."
                )
            ],
            id="no description",
        ),
        pytest.param(
            "---\ntitle:\ndescripton: a\nas_of: 2026-02-30\nsources: [LI-3]\n"
            "template: ../x.html\n---\n",
            [
                (
                    f"{PATH}:2:1: description: This is missing."
                    " Write one sentence that says what the page gives."
                ),
                f"{PATH}:2:7: title: There is no value. Write the title of the page.",
                f'{PATH}:3:1: "descripton" is not a field here. Did you mean "description"?',
                (
                    f"{PATH}:4:8: as_of: There is no day 2026-02-30."
                    " Write one that is in the calendar."
                ),
                (
                    f'{PATH}:5:11: sources: "LI-3" is not known. Did you mean "LI-2"?'
                    " Allowed: LI-1, LI-2, EU-9."
                ),
                (
                    f'{PATH}:6:11: template: "../x.html" cannot stand here.'
                    " Write a template such as home.html."
                ),
            ],
            id="everything at once",
        ),
        pytest.param(
            f"---\ntitle: Roles\ndescription: {'a' * (LONGEST_DESCRIPTION + 1)}\n---\n",
            [f"{PATH}:3:14: description: The text has 201 letters. Write 200 at most."],
            id="long description",
        ),
    ],
)
def test_what_is_wrong_with_a_head_and_where_in_the_file(text, messages):
    with pytest.raises(ContentError) as caught:
        head(text)
    assert str(caught.value).split("\n") == messages
