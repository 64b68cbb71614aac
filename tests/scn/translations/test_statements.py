"""What statements write into the head of a page, and where differences are shown."""

import dataclasses
import datetime

import pytest

from scn.pages import load_page_head
from scn.problems import ContentError
from scn.translations.blob import blob_id, body_digest
from scn.translations.compare import compare
from scn.translations.differences import Place, differences, word_parts
from scn.translations.model import Review, TranslationHead
from scn.translations.statements import (
    TranslatedPage,
    confirm,
    fix,
    line_of_entry,
    review,
    sync,
)
from scn.translations.states import state_of

OLD = """\
---
title: Roles
description: Who does what.
---

# Roles { #roles }

One paragraph.

## Money { #money }

| What | How much |
|---|---|
| Travel | 100 euro |
| Hotel | 200 euro |
"""
NEW = OLD.replace("One paragraph.", "One short paragraph.")
HEAD = TranslationHead(source=blob_id(OLD), state="machine", by=("a",), pending=("money",))
REVIEW = Review(by="b", of="0" * 16, on=datetime.date(2027, 1, 1))


def page(head=HEAD, english=NEW, text=None, *, is_kept=True):
    text = text or (OLD.replace("description", "translation: {}\ndescription") if head else OLD)
    own = load_page_head(OLD, "docs/fr/roles.md", sources=None)
    own = dataclasses.replace(own, translation=head)
    state = state_of(
        "roles.md", "fr", text=text, head=own, source=english, old=OLD if is_kept else None
    )
    return TranslatedPage(state=state, text=text, page=own, english=english, is_kept=is_kept)


def error_of(statement, *arguments, **named):
    with pytest.raises(ContentError) as found:
        statement(*arguments, **named)
    return str(found.value)


def test_sync():
    head = dataclasses.replace(HEAD, review=REVIEW)
    new = TranslationHead(source=blob_id(NEW), state="machine", by=("a",), review=REVIEW)
    assert sync(page(head)).head == new
    assert sync(page(head), pending=("money", "roles")).head.pending == ("roles", "money")
    assert sync(page(None), origin="human", by=("x",)).head == TranslationHead(
        source=blob_id(NEW), state="human", by=("x",)
    )
    assert sync(page(head), origin="human", by=("x", "y")).head == dataclasses.replace(
        new, state="human", by=("x", "y")
    )


def test_sync_needs_to_know_who_wrote_the_text():
    assert error_of(sync, page(None)).startswith("docs/fr/roles.md:1:1: Nobody says yet who")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("# Money { #money }", "# Money { #budget }", 'missing: "money"; only here: "budget"'),
        ("\n## Money { #money }\n", "", 'missing: "money"'),
        ("| Hotel", "\n## More { #more }\n\n| Hotel", 'only here: "more"'),
    ],
)
def test_nobody_can_state_that_other_headings_match(old, new, what):
    head = dataclasses.replace(HEAD, pending=())
    text = OLD.replace(old, new)
    for statement in (sync, confirm):
        message = error_of(statement, page(head, text=text))
        assert f"The headings are not those of the English page ({what})." in message


def test_headings_in_another_order():
    english = f"{NEW}\n## Time {{ #time }}\n"
    text = english.replace("#money", "#x").replace("#time", "#money").replace("#x", "#time")
    message = error_of(sync, page(dataclasses.replace(HEAD, pending=()), english, text))
    assert "(another order). Bring them up to date, or run" in message
    assert "--except IDS`." in message


def test_confirm_moves_the_pin_only():
    head = dataclasses.replace(HEAD, review=REVIEW)
    assert confirm(page(head)).head == dataclasses.replace(head, source=blob_id(NEW))
    english = NEW.replace("100", "150")
    message = error_of(confirm, page(head, english))
    assert message.startswith('docs/fr/roles.md:3:1: A change is critical, in "money".')
    assert confirm(page(head, english), with_critical=True).head.source == blob_id(english)
    assert "is not kept" in error_of(confirm, page(head, is_kept=False))


def test_fix():
    assert fix(page()).head == HEAD
    assert fix(page(), is_proofread=True).head.state == "machine-edited"
    human = dataclasses.replace(HEAD, state="human")
    assert fix(page(human), is_proofread=True).head == human


def test_review():
    day = datetime.date(2027, 3, 30)
    one = page()
    head = review(one, by="c", on=day).head
    assert head == dataclasses.replace(
        HEAD, review=Review(by="c", of=body_digest(one.text), on=day)
    )


@pytest.mark.parametrize("statement", [sync, confirm])
def test_english_page_that_is_gone(statement):
    assert "There is no English page roles.md any more." in error_of(statement, page(english=None))


def test_place_of_the_entry():
    assert line_of_entry(OLD) == 1
    assert line_of_entry(page().text) == 3
    assert line_of_entry("---\na: b\n---\n\ntranslation: none\n") == 1


def test_a_head_that_could_not_be_read_is_refused():
    assert error_of(sync, page(), by=("a", "A")).startswith("docs/fr/roles.md:6:11: ")
    assert "translation.review.by" in error_of(review, page(), by="", on=REVIEW.on)


# Differences


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("", "a b", (("new", "a b"),)),
        ("a b", "", (("old", "a b"),)),
        ("a b c", "a x c", (("same", "a"), ("old", "b"), ("new", "x"), ("same", "c"))),
        ("one.\n\ntwo.", "one. two.", (("same", "one."), ("old", "\n\n"), ("same", "two."))),
        ("if a:\n    b", "if a:\n    c", (("same", "if a:\n    "), ("old", "b"), ("new", "c"))),
    ],
)
def test_word_parts(old, new, parts):
    assert tuple((kind, text.strip(" ")) for kind, text in word_parts(old, new)) == tuple(
        (kind, text.strip(" ")) for kind, text in parts
    )


def test_place_of_a_row_and_of_a_section():
    def places(new, text):
        return [one.place for one in differences(compare(OLD, new), text, OLD, new)]

    french = OLD.replace("Hotel", "Hôtel").replace("Travel", "Voyage")
    new = OLD.replace("Hotel | 200", "Hotel | 300")
    assert places(new, french) == [Place(line=15, text="| Hôtel | 200 euro |", what="block")]
    shorter = french.replace("| Voyage | 100 euro |\n", "")
    section = shorter[shorter.index("## Money") :].rstrip()
    assert places(new, shorter) == [Place(line=10, text=section, what="section")]
    without = french.partition("## Money")[0]
    assert places(new, without) == [None]
    assert places(OLD.replace("title: Roles", "title: The roles"), french) == [
        Place(line=2, text="title: Roles", what="block")
    ]
    new = OLD.replace("| Hotel", "| Meals | 10 euro |\n| Hotel")
    assert places(new, french) == [Place(line=14, text="| Voyage | 100 euro |", what="after")]
    assert places(new, shorter) == [Place(line=10, text=section, what="section")]
