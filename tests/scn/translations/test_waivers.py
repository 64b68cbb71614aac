"""Waivers: which changes need no translation, and which nobody may wave through."""

import pytest

from scn.translations.blob import blob_id
from scn.translations.compare import compare
from scn.translations.waivers import Waiver, load_waiver, load_waivers

OLD = "# A { #a }\n\nThe desk knwos who asked.\n\nThe hall is open.\n"
NEW = OLD.replace("knwos", "knows")
NEWEST = NEW.replace("who asked", "who has asked")


def waiver(old, new, *, reason="A typo.", author="secretariat", reviewer="board", name=None):
    ids = [text if len(text) == 16 else blob_id(text) for text in (old, new)]
    text = f"old: '{ids[0]}'\nnew: '{ids[1]}'\nreason: {reason}\n"
    text += f"author: {author}\nreviewer: {reviewer}\n"
    return {f"waivers/{name or '-'.join(ids)}.yml": text}


def load(files, *texts):
    pairs, problems = load_waivers(files, {blob_id(text): text for text in texts})
    return pairs, [str(problem).split("/", 1)[1].split(":", 1)[1] for problem in problems]


def test_the_pairs_of_blocks_that_differ_count_as_equal():
    pairs, problems = load(waiver(OLD, NEW), OLD, NEW)
    assert (pairs, problems) == (
        {("The desk knwos who asked.", "The desk knows who asked.")},
        [],
    )
    assert compare(OLD, NEW, pairs) == ()


def test_a_waiver_says_who_and_why():
    files = waiver(OLD, NEW)
    [(path, text)] = files.items()
    assert load_waiver(text, path, {blob_id(each): each for each in (OLD, NEW)}) == Waiver(
        old=blob_id(OLD),
        new=blob_id(NEW),
        reason="A typo.",
        author="secretariat",
        reviewer="board",
        path=path,
    )


def test_waivers_hold_in_chains_and_when_a_change_is_taken_back():
    files = waiver(OLD, NEW) | waiver(NEW, NEWEST)
    pairs, problems = load(files, OLD, NEW, NEWEST)
    assert problems == []
    assert compare(OLD, NEWEST) != ()
    for old, new in ((OLD, NEWEST), (NEWEST, OLD), (NEW, OLD)):
        assert compare(old, new, pairs) == ()


def test_a_waiver_covers_no_other_change_of_its_block():
    pairs, _ = load(waiver(OLD, NEW), OLD, NEW)
    [change] = compare(OLD, NEW.replace("desk", "office"), pairs)
    assert (change.kind, change.section) == ("edited", "a")


IN_A = '"a"'


@pytest.mark.parametrize(
    ("files", "new", "messages"),
    [
        pytest.param(
            waiver(OLD, NEW, reviewer="Secretariat"),
            NEW,
            [
                ("5:11: reviewer: The reviewer is the author. Let somebody else read the change,"
                " and write who.")
            ],
            id="reviewer is author",
        ),
        pytest.param(
            waiver(OLD, "0123456789abcdef"),
            NEW,
            [
                ('2:6: new: There is no text with the id "0123456789abcdef": neither a page of'
                " today nor a snapshot. Run `python scripts/translations.py snapshot`, which takes"
                " it from Git, or delete the file."),
            ],
            id="unknown text",
        ),
        pytest.param(
            waiver(OLD, OLD + "\n\n"),
            OLD + "\n\n",
            ["2:6: new: Nothing differs between the two versions. Delete the file."],
            id="nothing differs",
        ),
        pytest.param(
            waiver(OLD, NEW, name="typo"),
            NEW,
            [
                ("1:6: old: The file has another name than the versions in it. Name it"
                f" {blob_id(OLD)}-{blob_id(NEW)}.yml.")
            ],
            id="other name",
        ),
        pytest.param(
            waiver(OLD, OLD + "\nIt rains.\n"),
            OLD + "\nIt rains.\n",
            [
                ('2:6: new: A block was added in the section "a"; only a block that was edited can'
                " be waived. Leave it to the translators: take the change out of the waiver's"
                " versions.")
            ],
            id="added",
        ),
        pytest.param(
            waiver(OLD, OLD.replace("is open", "is not open")),
            OLD.replace("is open", "is not open"),
            [
                ('2:6: new: This must not be waived in the section "a": The negations differ:'
                ' nothing became "not". Leave it to the translators: take the change out of the'
                " waiver's versions.")
            ],
            id="negation",
        ),
        pytest.param(
            waiver(OLD, OLD.replace("{ #a }", "{ #b }")),
            OLD.replace("{ #a }", "{ #b }"),
            [
                ('2:6: new: The id of a heading changed in the section "b", which translations must'
                " follow. Leave it to the translators: take the change out of the waiver's"
                " versions.")
            ],
            id="id of a heading",
        ),
        pytest.param(
            waiver(OLD, OLD.replace("asked.\n\nThe", "asked.\nThe")),
            OLD.replace("asked.\n\nThe", "asked.\nThe"),
            [
                ('2:6: new: A block was split or merged in the section "a". Leave it to the'
                " translators: take the change out of the waiver's versions.")
            ],
            id="merged",
        ),
        pytest.param(
            {"waivers/x.yml": "old: abc\nwhy: no\n"},
            NEW,
            [
                ("1:1: author: This is missing. Write the name of an organisation, or of a person"
                " by that person's choice."),
                "1:1: new: This is missing. Write the id of a version of the page, 16 hex digits.",
                "1:1: reason: This is missing. Write why no translation has to follow.",
                ("1:1: reviewer: This is missing. Write the name of an organisation, or of a person"
                " by that person's choice."),
                '1:6: old: "abc" cannot stand here. Write 16 hex digits.',
                '2:1: "why" is not a field here. Fields: old, new, reason, author, reviewer.',
            ],
            id="fields",
        ),
    ],
)  # fmt: skip
def test_what_is_refused_and_where(files, new, messages):
    pairs, problems = load(files, OLD, new)
    assert problems == messages
    assert pairs == frozenset()


def test_a_refused_waiver_leaves_the_others_in_force():
    hidden = NEW + "\nCome on 3 May.\n"
    later = hidden.replace("3 May", "4 May")
    pairs, problems = load(waiver(OLD, NEW) | waiver(hidden, later), OLD, NEW, hidden, later)
    assert len(problems) == 1
    assert pairs == {("The desk knwos who asked.", "The desk knows who asked.")}
