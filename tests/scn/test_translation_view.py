"""What readers are told about the translation that they read."""

import datetime

import pytest

from scn.translation_view import ChangedSection, NewSection, translation_view
from scn.translations.model import Block, Change, Review, TranslationHead, TranslationState

TITLES = {"a": "Un &amp; deux", "b": "Trois"}
ENGLISH = """\
---
title: A
description: A page.
as_of: 2026-10-31
---

# A { #top }

## One & *two* { #new }

## Four { #later }
"""


def words(key, **placeholders):
    return " ".join([key.removeprefix("translation."), *map(str, placeholders.values())])


def change(section, severity="minor"):
    block = Block(kind="paragraph", section=section, text=section, line=1, last_line=1)
    return Change(kind="edited", section=section, severity=severity, old=block, new=block)


def added(section):
    block = Block(kind="heading", section=section, text=section, line=1, last_line=1)
    return Change(kind="added", section=section, severity="major", old=None, new=block)


def view(standing="current", *, state="machine", by=(), pending=(), review=None, **more):
    head = TranslationHead(source="0" * 16, state=state, by=by, pending=pending, review=review)
    one = TranslationState(path="a.md", language="fr", standing=standing, head=head, **more)
    return translation_view(one, TITLES, ENGLISH, "fr", words)


def test_a_page_that_says_nothing_of_itself_has_nothing_to_tell():
    state = TranslationState(path="a.md", language="fr", standing="unpinned")
    assert translation_view(state, TITLES, ENGLISH, "fr", words) is None


def test_a_current_machine_draft():
    found = view()
    assert (found.is_current, found.is_outdated, found.is_machine) == (True, False, True)
    assert (found.origin, found.by, found.review) == ("machine", "", "")


@pytest.mark.parametrize(
    ("state", "origin", "is_machine"),
    [
        ("machine", "machine", True),
        ("machine-edited", "machine_edited", False),
        ("human", "human", False),
    ],
)
def test_only_what_nobody_has_read_is_called_a_machine_draft(state, origin, is_machine):
    assert (view(state=state).origin, view(state=state).is_machine) == (origin, is_machine)


def test_who_made_it_is_named_as_the_page_names_them():
    assert view(by=("Association A", "B")).by == "by Association A, B"


REVIEW = Review(by="Association A", of="1" * 16, on=datetime.date(2026, 11, 20))


def test_a_review_is_of_the_text_that_was_read():
    reviewed = view(review=REVIEW, is_reviewed=True)
    assert reviewed.review == "reviewed Association A 20 novembre 2026"
    assert not reviewed.is_machine
    changed = view(review=REVIEW, is_changed_since_review=True)
    assert changed.review == "changed_since_review Association A 20 novembre 2026"
    assert changed.is_machine


def test_changed_sections_are_those_that_the_page_has_each_once():
    changes = (change("b"), change("gone"), change("b"), change("a"))
    found = view("outdated", severity="critical", changes=changes)
    assert (found.is_outdated, found.is_critical) == (True, True)
    assert found.sections == (
        ChangedSection(id="b", title="Trois"),
        ChangedSection(id="a", title="Un &amp; deux"),
    )


def test_what_waits_is_named_too():
    found = view("partial", pending=("b",))
    assert found.pending == (ChangedSection(id="b", title="Trois"),)
    assert not found.is_outdated


def test_what_there_is_in_english_only_is_named_in_english():
    changes = (added("new"), added("a"), change("b"))
    found = view("outdated", severity="major", changes=changes, pending=("later",))
    assert found.new == (
        NewSection(id="new", title="One & two"),
        NewSection(id="later", title="Four"),
    )
    assert found.pending == ()
    assert view("current", changes=()).new == ()


def test_the_day_of_the_english_facts_is_told_where_the_page_is_outdated():
    assert view("outdated", severity="minor").english_as_of == "english_as_of 31 octobre 2026"
    assert view("current").english_as_of == ""


def test_a_page_with_another_structure_is_outdated_once_the_english_page_has_changed():
    assert not view("diverged").is_outdated
    found = view("diverged", severity="minor", changes=(change("b"),))
    assert (found.is_outdated, found.sections) == (True, (ChangedSection(id="b", title="Trois"),))
