"""What compare tells beyond the situations: order, parts, sections and kinds."""

import pytest

from scn.translations.compare import compare, equal_texts

PAGE = """\
# Day { #day }

First we meet in the hall.

Then we eat together outside.

## Rooms { #rooms }

Rooms have a ramp and wide doors.

- chairs for all guests
- tables with power

## Travel { #travel }

Take the train to the main station.
"""


def told(old, new):
    return [(change.kind, change.section) for change in compare(old, new)]


def texts(change):
    return [block.text if block else None for block in (change.old, change.new)]


def test_changes_are_in_the_order_of_the_new_page_and_removed_blocks_where_they_were():
    new = (
        PAGE.replace("First we meet", "At first we meet")
        .replace("Then we eat together outside.\n\n", "")
        .replace("- tables with power\n", "- tables with power\n- a screen\n")
        .replace("main station", "central station")
    )
    assert told(PAGE, new) == [
        ("edited", "day"),
        ("removed", "day"),
        ("added", "rooms"),
        ("edited", "travel"),
    ]
    assert told(new, PAGE) == [
        ("edited", "day"),
        ("added", "day"),
        ("removed", "rooms"),
        ("edited", "travel"),
    ]


def test_a_change_has_both_blocks_with_their_lines():
    [change] = compare(PAGE, "\n\n" + PAGE.replace("main station", "central\nstation"))
    assert texts(change) == [
        "Take the train to the main station.",
        "Take the train to the central station.",
    ]
    assert (change.old.line, change.old.last_line) == (16, 16)
    assert (change.new.line, change.new.last_line) == (18, 19)


def test_a_split_paragraph_is_one_change_with_all_its_parts():
    whole = "We meet in the big hall at the town square.\nAll guests get a badge at the door."
    one = f"# Day {{ #day }}\n\n{whole}\n"
    two = one.replace("square.\n", "square.\n\n")
    [split] = compare(one, two)
    assert texts(split)[1] == whole.replace("\n", "\n\n")
    assert (split.new.line, split.new.last_line) == (3, 5)
    [merged] = compare(two, one)
    assert texts(merged) == texts(split)[::-1]


def test_a_renamed_section_keeps_its_blocks_and_says_its_new_name_for_all_changes():
    new = PAGE.replace("{ #rooms }", "{ #halls }").replace("- tables with power\n", "")
    assert told(PAGE, new) == [("edited", "halls"), ("removed", "halls")]


def test_two_renamed_sections_are_not_taken_for_each_other():
    new = PAGE.replace("Rooms { #rooms }", "The rooms { #a }")
    new = new.replace("Travel { #travel }", "How to get here { #b }")
    [rooms, travel] = compare(PAGE, new)
    assert texts(rooms) == ["## Rooms", "## The rooms"]
    assert texts(travel) == ["## Travel", "## How to get here"]


def test_a_paragraph_that_becomes_an_item_is_edited_and_not_new():
    new = PAGE.replace(
        "Rooms have a ramp and wide doors.\n\n", "- Rooms have a ramp and wide doors.\n"
    )
    [change] = compare(PAGE, new)
    assert (change.kind, change.severity, change.old.kind, change.new.kind) == (
        "edited",
        "minor",
        "paragraph",
        "item",
    )


def test_a_heading_of_another_level_is_told():
    assert told(PAGE, PAGE.replace("## Travel", "### Travel")) == [("edited", "travel")]


def test_two_blocks_that_change_places_are_one_move():
    new = PAGE.replace(
        "- chairs for all guests\n- tables with power",
        "- tables with power\n- chairs for all guests",
    )
    assert told(PAGE, new) == [("moved", "rooms")]


def test_a_page_that_has_nothing_in_common_is_removed_and_added():
    kinds = {kind for kind, _ in told(PAGE, "# Other { #other }\n\nQuite 7 xyz!\n")}
    assert kinds == {"removed", "added"}


@pytest.mark.parametrize("text", ["", "\n\n", "---\ntitle: A\n---\n"])
def test_a_page_from_nothing_is_added(text):
    changes = compare(text, "Hello.\n")
    assert [change.kind for change in changes if change.new] == ["added"]
    assert compare(text, text) == ()


def test_texts_that_are_equal_through_others_share_one_that_stands_for_them():
    equal = equal_texts(frozenset({("b", "c"), ("a", "b"), ("x", "y"), ("c", "d")}))
    assert equal == dict.fromkeys("abcd", "a") | dict.fromkeys("xy", "x")
    assert equal_texts(frozenset()) == {}
