"""How bad a change is, and what must not be waived."""

import pytest

from scn.translations.model import Block
from scn.translations.severity import is_waivable, severity_of, worst


def block(text, kind="paragraph", **more):
    return Block(kind=kind, section="s", text=text, line=1, last_line=1, **more)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Close at 17:00.", "Close at 18:00."),
        ("Come on 3 May.", "Come on 3 June."),
        ("Come in May.", "Come in March."),
        ("Come on Monday.", "Come on Friday."),
        ("It costs 40 euros.", "It costs 40 dollars."),
        ("It costs € 40.", "It costs $ 40."),
        ("Send two copies.", "Send three copies."),
        ("About 5 % came.", "About 5 came."),
        ("Go to https://a.example.eu/x.", "Go to https://a.example.eu/y."),
        ("Write to [us](mailto:a@example.eu).", "Write to [us](mailto:b@example.eu)."),
        ("Ring tel:+32 now.", "Ring now."),
        ("Run `dev build` here.", "Run `dev check` here."),
        ("Press ++ctrl+c++ here.", "Press ++ctrl+v++ here."),
        ("You can come.", "You cannot come."),
        ("You can come.", "You can’t come."),
        ("It works.", "It doesn't work."),
        ("Come with a card.", "Come without a card."),
        ("Everybody pays.", "Nobody pays."),
    ],
)
def test_what_misleads_readers_is_critical_in_both_directions(old, new):
    assert severity_of(block(old), block(new)) == "critical"
    assert severity_of(block(new), block(old)) == "critical"
    assert is_waivable(old, new)
    assert is_waivable(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The desk knwos who asked for a place.", "The desk knows who asked for a place."),
        ("You cannot come without a card.", "You can not come without a card."),
        ("You can’t come on 3 May with 5 people.", "You cannot come on 3 May with 5 people."),
        ("They march to the town hall and may sing.", "They march to a town hall and may sing."),
    ],
)  # fmt: skip
def test_small_corrections_are_minor_and_may_be_waived(old, new):
    assert severity_of(block(old), block(new)) == "minor"
    assert is_waivable(old, new) == ""


def test_what_is_mostly_rewritten_is_major():
    old, new = block("Ask the desk of your country."), block("The desk of the region knows more.")
    assert severity_of(old, new) == "major"


@pytest.mark.parametrize(
    ("text", "severity"),
    [("Bring a cup.", "major"), ("Bring 2 cups.", "critical"), ("Bring no cup.", "critical")],
)
def test_what_came_or_went_is_major_and_critical_with_facts(text, severity):
    assert severity_of(None, block(text)) == severity
    assert severity_of(block(text), None) == severity


def test_any_change_of_code_or_of_a_marked_block_is_critical():
    assert severity_of(block("a = b", "code"), block("a = c", "code")) == "critical"
    assert severity_of(block("a"), block("a", is_critical=True)) == "critical"
    assert severity_of(block("Teh hall", is_critical=True), block("The hall")) == "critical"


def test_a_block_with_the_same_words_elsewhere_is_minor():
    assert severity_of(block("Come on 3 May."), block("Come on 3 May.")) == "minor"


def test_a_link_within_the_site_is_not_critical_but_cannot_be_waived():
    old, new = "Read about the [roles](roles.md) first.", "Read about the [roles](duties.md) first."
    assert severity_of(block(old), block(new)) == "minor"
    assert is_waivable(old, new) == 'The addresses differ: "roles.md" became "duties.md".'


@pytest.mark.parametrize("verb", ["must", "shall", "should", "can", "will", "need to"])
def test_a_verb_of_duty_cannot_be_waived(verb):
    old, new = "You may ask the desk.", f"You {verb} ask the desk."
    assert is_waivable(old, new) == (
        f'The verbs that say what one must, may or can do differ: "may" became "{verb.split()[0]}".'
    )


def test_the_reason_names_what_differs():
    assert is_waivable("On 3 May.", "On 4 May.") == 'The numbers differ: "3" became "4".'
    assert is_waivable("Come.", "Come on 4 May.") == 'The numbers differ: nothing became "4".'


def test_the_worst_severity_counts():
    assert worst(["minor", "critical", "major"]) == "critical"
    assert worst(["minor", "major"]) == "major"
    assert worst([]) is None
