"""The front matter of a page."""

import datetime

import pytest

from scn.pages import LONGEST_DESCRIPTION, PageHead, load_page_head
from scn.problems import ContentError
from scn.translations.model import Review, TranslationHead

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


def test_a_translation_says_what_it_was_made_from_and_who_read_it():
    text = """\
---
title: Rôles
description: Qui fait quoi.
translation:
  source: 3f9a1c2e77b04d51
  state: machine-edited
  by: [fr-member-association, "Réseau: Nord"]
  pending: [funding-rules]
  review: {by: fr-member-association, of: "8051000000000009", on: 2026-11-20}
---
# Rôles
"""
    assert head(text).translation == TranslationHead(
        source="3f9a1c2e77b04d51",
        state="machine-edited",
        by=("fr-member-association", "Réseau: Nord"),
        pending=("funding-rules",),
        review=Review(
            by="fr-member-association", of="8051000000000009", on=datetime.date(2026, 11, 20)
        ),
    )


def test_a_page_may_be_made_for_its_language_alone():
    text = "---\ntitle: Adresses\ndescription: Où écrire.\nlocal_only: true\n---\n"
    assert head(text).local_only
    assert not head(text.replace("true", "false")).local_only


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
            "---\ntitle: Roles\ndescription: a\ntranslation:\n  source: 3F9A1C2E77B04D51\n"
            "  state: robot\n  by: []\n  pending: [Funding rules, a, a]\n"
            "  review: {by: x, of: 12, on: tomorrow, at: y}\n---\n",
            [
                (
                    f'{PATH}:5:11: translation.source: "3F9A1C2E77B04D51" cannot stand here. Write'
                    " the 16 hex digits of the English text, or delete the whole field"
                    " `translation` and run `python scripts/translations.py sync`."
                ),
                (
                    f'{PATH}:6:10: translation.state: "robot" is not known.'
                    " Allowed: machine, machine-edited, human."
                ),
                f"{PATH}:7:7: translation.by: The list is empty. Delete the field.",
                (
                    f'{PATH}:8:13: translation.pending: "Funding rules" cannot stand here.'
                    " Write the id of a heading."
                ),
                f"{PATH}:8:31: translation.pending: This is in the list twice. Keep one.",
                (
                    f'{PATH}:9:23: translation.review.of: "12" cannot stand here. Write the 16 hex'
                    " digits that `python scripts/translations.py review` writes."
                ),
                (
                    f'{PATH}:9:31: translation.review.on: "tomorrow" is no date.'
                    " Write it as 2027-03-30."
                ),
                (f'{PATH}:9:41: translation.review: "at" is not a field here. Fields: by, of, on.'),
            ],
            id="every wrong value of a translation",
        ),
        pytest.param(
            "---\ntitle: Roles\ndescription: a\ntranslation: 3f9a1c2e77b04d51\n"
            "local_only: maybe\n---\n",
            [
                (
                    f"{PATH}:4:14: translation: There are no fields. Write its fields, one a line,"
                    " such as source, state and by."
                ),
                (f'{PATH}:5:13: local_only: "maybe" is neither true nor false. Write one of them.'),
            ],
            id="a pin without its name",
        ),
        pytest.param(
            "---\ntitle: Roles\ndescription: a\ntranslation:\n  by: [x]\n---\n",
            [
                (
                    f"{PATH}:5:3: translation.source: This is missing. Write the id of the English"
                    " text that this page was made from, 16 hex digits."
                ),
                (
                    f"{PATH}:5:3: translation.state: This is missing. Write who wrote the text:"
                    " machine, machine-edited or human."
                ),
            ],
            id="a translation of nothing",
        ),
        pytest.param(
            "---\ntitle: Roles\ndescription: a\nlocal_only: true\ntranslation:\n"
            "  source: 3f9a1c2e77b04d51\n  state: human\n---\n",
            [
                (
                    f"{PATH}:4:13: local_only: A page that is made for this language alone is no"
                    " translation. Delete this line or the field translation."
                )
            ],
            id="local and translated",
        ),
        pytest.param(
            "---\ntitle: Roles\ndescription: a\n<<<<<<< ours\ntranslation:\n=======\n---\n",
            [
                (
                    f"{PATH}:4:1: A merge left two versions of this part. Keep one of them, and"
                    " delete the lines that begin with <<<<<<<, ======= and >>>>>>>."
                )
            ],
            id="broken by a merge",
        ),
        pytest.param(
            "<<<<<<< ours\n---\ntitle: Roles\n=======\n---\ntitle: Role\n>>>>>>> theirs\n---\n",
            [
                (
                    f"{PATH}:1:1: A merge left two versions of this part. Keep one of them, and"
                    " delete the lines that begin with <<<<<<<, ======= and >>>>>>>."
                )
            ],
            id="broken by a merge from the first line",
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
