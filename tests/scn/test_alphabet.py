"""All pages from A to Z."""

from hypothesis import given
from hypothesis import strategies as st

from scn.alphabet import Entry, Letter, letters


def entry(title, address="", language="en"):
    return Entry(title=title, language=language, address=address or title)


def titles(entries):
    return [
        (one.letter, one.id, [entry.title for entry in one.entries]) for one in letters(entries)
    ]


def test_a_letter_holds_its_entries_as_they_are():
    one, other = entry("Roles", "package/roles/"), entry("rules", "rules/", "fr")
    assert letters([other, one]) == (Letter(letter="R", id="letter-1", entries=(one, other)),)
    assert letters([]) == ()


def test_titles_stand_below_their_first_letter_without_accents_case_and_marks():
    found = titles(
        map(entry, ["Zebra", "été", "Eagle", "“Ever” after", "2 steps", "28 June", "Ärger", "  b"])
    )
    assert found == [
        ("0–9", "letter-1", ["2 steps", "28 June"]),
        ("A", "letter-2", ["Ärger"]),
        ("B", "letter-3", ["  b"]),
        ("E", "letter-4", ["Eagle", "été", "“Ever” after"]),
        ("Z", "letter-5", ["Zebra"]),
    ]


def test_a_mark_before_a_space_does_not_open_a_letter_a_second_time():
    assert titles(map(entry, ["– Queue", "Apple", "Quay"])) == [
        ("A", "letter-1", ["Apple"]),
        ("Q", "letter-2", ["Quay", "– Queue"]),
    ]


def test_other_alphabets_come_after_the_latin_one():
    found = titles(map(entry, ["Ώρες", "Данни", "ωμέγα", "Αρχική", "Data", "Архив"]))
    assert found == [
        ("D", "letter-1", ["Data"]),
        ("Α", "letter-2", ["Αρχική"]),
        ("Ω", "letter-3", ["ωμέγα", "Ώρες"]),
        ("А", "letter-4", ["Архив"]),
        ("Д", "letter-5", ["Данни"]),
    ]


def test_pages_of_the_same_title_are_in_the_order_of_their_addresses():
    found = letters([entry("Same", "b/"), entry("Same", "a/"), entry("same", "c/")])
    assert [one.address for one in found[0].entries] == ["a/", "b/", "c/"]


# Letters of the 24 languages with and without accents, digits, marks and spaces.
european = st.text(
    "aAbBzZáàâäãåąăÁæøœßčćçĊďđéěęėîïíìĮİłŁñńňöőůűžŻðαάΑΆΐςσΣΩΏабвйЙѝщъьюя019 -–“”.,:!?’'()&",
    max_size=8,
)


@given(st.lists(european.map(entry), max_size=12))
def test_every_entry_is_there_once_and_every_letter_once(entries):
    found = letters(entries)
    listed = [entry for letter in found for entry in letter.entries]
    assert sorted(listed, key=repr) == sorted(entries, key=repr)
    names = [letter.letter for letter in found]
    assert len(set(names)) == len(names)
    assert letters(reversed(entries)) == found or len(set(entries)) < len(entries)
