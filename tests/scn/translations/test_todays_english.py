"""Today's English text beside or in place of what is out of date."""

import pytest

from scn.translations.compare import compare
from scn.translations.model import TranslationHead, TranslationState
from scn.translations.section_texts import pieces_of, section_texts
from scn.translations.todays_english import with_todays_english

PINNED = """\
---
title: A
---

# A { #a }

Intro.

## Two { #two }

Pay 10 EUR by 3 May.

- one
- two

Last words of this section.

## Three { #three }

Some text that says something about cities and their data.
"""
FRENCH = """\
---
title: A
---

# A { #a }

Début.

## Deux { #two }

Payez 10 EUR avant le 3 mai.

- un
- deux

Fin de cette section.

## Trois { #three }

Un texte sur les villes et leurs données.
"""


def shown(today, french=FRENCH, pinned=PINNED, pending=()):
    state = TranslationState(
        path="a.md",
        language="fr",
        standing="outdated",
        changes=compare(pinned, today),
        head=TranslationHead(source="0" * 16, state="human", pending=pending),
    )

    def words(key):
        return f"<{key.rpartition('.')[2]}>"

    return with_todays_english(
        french, state, pinned=pinned, today=today, edit_url=lambda id_: f"/?a&b#{id_}", words=words
    )


LINK = '<p class="scn-english__edit"><a href="/?a&amp;b#{}">&lt;update_section&gt;</a></p>'


def beside(section, id_="three"):
    """A disclosure as it stands below the heading of a section."""
    return f"""
<details class="scn-english" data-pagefind-ignore markdown>
<summary>&lt;today_in_english&gt;</summary>

<div lang="en" dir="ltr" markdown>

{section}

</div>
{LINK.format(id_)}
</details>
"""


def in_place(text):
    return f"""\
<div class="scn-english scn-english--replaced" role="note" data-pagefind-ignore markdown>
<p class="scn-english__note">&lt;replaced&gt;</p>

<div lang="en" dir="ltr" markdown>

{text}

</div>
</div>"""


def test_where_nothing_has_changed_the_text_is_as_it_is():
    assert shown(PINNED) == FRENCH


def test_beside_a_changed_section_stands_its_english_text():
    today = PINNED.replace("about cities", "about towns, see [x](../glossary.md#api)")
    english = "**Three**\n\n\nSome text that says something about towns, see"
    assert shown(today) == FRENCH.replace(
        "{ #three }\n",
        "{ #three }\n"
        + beside(f"{english} [x](../glossary.md#api) and their data.\n").removesuffix("\n")
        + "\n\n",
    )


def test_a_piece_with_a_critical_change_is_replaced_and_the_others_stay():
    found = shown(PINNED.replace("10 EUR", "20 EUR"))
    assert in_place("Pay 20 EUR by 3 May.") in found
    assert "Payez 10 EUR" not in found
    assert "- un\n- deux\n\nFin de cette section.\n" in found
    assert found.count("<details") == 1
    assert found.endswith(FRENCH[FRENCH.index("## Trois") :])


@pytest.mark.parametrize(
    "french",
    [
        pytest.param(FRENCH.replace("Fin de", "Encore.\n\nFin de"), id="a paragraph more"),
        pytest.param(FRENCH.replace("- un\n- deux\n\n", ""), id="a list less"),
    ],
)
def test_where_pieces_do_not_correspond_the_whole_section_is_english(french):
    found = shown(PINNED.replace("10 EUR", "20 EUR"), french)
    assert "Payez" not in found
    assert "- un" not in found
    assert "Fin de cette section" not in found
    assert f"</div>\n{LINK.format('two')}\n</div>" in found
    english = PINNED[PINNED.index("Pay 10") : PINNED.index("## Three")].replace("10 EUR", "20 EUR")
    assert english.rstrip() in found
    assert "Un texte sur les villes" in found


def test_beside_a_section_that_waits_stands_its_english_text():
    english = "**Three**\n\n\nSome text that says something about cities and their data.\n"
    assert shown(PINNED, pending=("three",)) == FRENCH.replace(
        "{ #three }\n", "{ #three }\n" + beside(english) + "\n"
    )


def test_a_critical_sentence_that_is_new_in_english_is_seen_in_its_section():
    found = shown(PINNED.replace("- one\n", "- one\n- until 9 June 2027\n"))
    assert "until 9 June 2027" in found
    assert "<replaced>" not in found  # words are text
    assert "&lt;replaced&gt;" in found


def test_a_section_that_english_no_longer_has_stays():
    today = PINNED[: PINNED.index("## Three")]
    assert FRENCH[FRENCH.index("## Trois") :] in shown(today)


def test_ids_and_notes_of_the_english_text_are_left_out_since_the_page_has_its_own():
    pinned = PINNED + "\n### Inside { #inside }\n\nOne.\n"
    french = FRENCH + "\n### Dedans { #inside }\n\nUn.\n"
    today = pinned.replace("One.", "Quite another text[^1] with a class.\n{ .lead }\n\n[^1]: Note.")
    found = shown(today, french, pinned)
    assert "[^1]" not in found
    assert "{ .lead }" not in found
    assert found.count("{ #inside }") == 1


def test_sections_and_pieces_of_a_page():
    text = (
        "# A { #a }\n\nOne\nline.\n\n- x\n\n- y\n\n    more\n\n```md\n## No heading\n\n```\n\n"
        '## B { #b }\n!!! note "N"\n\n    Inside.\n\n=== "1"\n\n    a\n\n=== "2"\n\n    b\n\n'
        "Term\n:   What\n\nEnd\n"
    )
    before, a, b = section_texts(text)
    assert (before.id, before.lines) == ("", ())
    assert [(s.id, s.level, s.title, s.first) for s in (a, b)] == [
        ("a", 1, "A", 1),
        ("b", 2, "B", 17),
    ]
    assert [(p.first, p.last, p.lines[0]) for p in pieces_of(a)] == [
        (3, 4, "One"),
        (6, 10, "- x"),
        (12, 15, "```md"),
    ]
    assert [(p.first, p.lines[0]) for p in pieces_of(b)] == [
        (18, '!!! note "N"'),
        (22, '=== "1"'),
        (30, "Term"),
        (33, "End"),
    ]


THREE = PINNED[PINNED.index("## Three") :]
ENGLISH_THREE = FRENCH[: FRENCH.index("## Trois")] + THREE


@pytest.mark.parametrize("pending", [("three",), ()])
@pytest.mark.parametrize(
    "today",
    [
        pytest.param(PINNED.replace("Some text", "Some words"), id="changed"),
        pytest.param(PINNED.replace("Some text", "Until 2 May, some text"), id="critical"),
    ],
)
def test_a_section_that_is_still_english_stands_there_once_as_todays_text(today, pending):
    text = today[today.index("## Three") :].split("\n", 1)[1]
    block = in_place(text).replace("replaced&gt;", "today_in_english&gt;")
    block = block.removesuffix("</div>") + LINK.format("three") + "\n</div>\n"
    assert shown(today, ENGLISH_THREE, pending=pending) == (
        FRENCH[: FRENCH.index("## Trois")] + '## Three { #three lang="en" }\n\n' + block
    )


def test_a_section_that_is_still_english_has_the_language_of_its_own_heading():
    found = shown(PINNED, ENGLISH_THREE.replace("## Three", "## Trois"), pending=("three",))
    assert "## Trois { #three }\n" in found
    assert found.count("Some text that says something") == 1
