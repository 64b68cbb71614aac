"""Words in lines: what fits, what shrinks, what is cut, what no font can draw."""

import re

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from scn.languages import OFFICIAL_CODES
from scn.share_picture import drawing
from scn.share_picture.lines import (
    SetText,
    Setting,
    covered_characters,
    drawable,
    set_text,
)

SETTINGS = (Setting(size=2, most_lines=2), Setting(size=1, most_lines=3))


CUT = ("one two", "three four", "five six …")


def set_in(text, width):
    """With letters that are as wide as the size."""
    return set_text(text, SETTINGS, width, lambda line, size: len(line) * size)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two", 20, SetText(size=2, lines=("one two",))),
        ("one two", 10, SetText(size=2, lines=("one", "two"))),
        ("one two three", 10, SetText(size=1, lines=("one two", "three"))),
        ("one two three four five", 10, SetText(size=1, lines=("one two", "three four", "five"))),
        ("a bcd efgh ijklmn op qr", 10, SetText(size=1, lines=("a bcd efgh", "ijklmn op", "qr"))),
        ("one two three four five six seven", 10, SetText(size=1, lines=CUT)),
        ("extraordinarily long", 10, SetText(size=1, lines=("extraordi…", "long"))),
        ("a b c extraordinarily", 10, SetText(size=1, lines=("a b c", "extraordi…"))),
        ("", 10, SetText(size=2, lines=())),
        (" \n one\t two ", 20, SetText(size=2, lines=("one two",))),
    ],
)  # fmt: skip
def test_lines_fit_at_the_largest_size_and_are_cut_at_the_smallest(text, width, expected):
    assert set_in(text, width) == expected


@given(st.text("ab é…ω", max_size=60), st.integers(2, 30))
def test_no_line_is_too_wide_and_nothing_is_lost_without_an_ellipsis(text, width):
    found = set_in(text, width)
    setting = next(one for one in SETTINGS if one.size == found.size)
    assert len(found.lines) <= setting.most_lines
    assert all(len(line) * found.size <= width for line in found.lines)
    if not any(line.endswith("…") for line in found.lines):
        assert " ".join(found.lines) == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ħaż-Żebbuġ", "Ħaż-Żebbuġ"),
        ("e\u0301t\u00ade\u0301", "été"),
        ("A party 🎉 and 👩‍👩‍👧 more🎉", "A party and more"),
        ("שלום to all", "to all"),
        ("\u202eevil\u202c text", "evil text"),
        ("🎉", ""),
        ('<b>&amp;"', '<b>&amp;"'),
    ],
)
def test_what_the_fonts_cannot_draw_is_left_out(text, expected):
    assert drawable(text) == expected


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_fonts_have_the_characters_that_they_are_said_to_have(weight):
    font = drawing._font(weight, 40)
    assert bytes(font.getmask("🎉")) == b""  # what is missing shows as nothing
    ink = [c for c in covered_characters() if c.strip() and c != "\u00ad"]
    assert len(ink) > 800
    assert [c for c in ink if not bytes(font.getmask(c))] == []
    assert isinstance(font, ImageFont.FreeTypeFont)


@pytest.mark.parametrize("code", sorted(OFFICIAL_CODES))
def test_the_fonts_have_the_letters_of_every_language(code):
    """What CLDR knows of a language: its own name, months, days, territories."""
    locale = Locale.parse(code)
    texts = [
        locale.get_display_name(),
        *locale.territories.values(),
        *locale.languages.values(),
        *locale.months["format"]["wide"].values(),
        *locale.days["format"]["wide"].values(),
    ]
    letters = set(re.sub(r"[\s\u200e\u200f]", "", "".join(texts)))
    letters |= {letter.upper() for letter in letters if len(letter.upper()) == 1}
    assert len(letters) > 50
    foreign = {"ʼ", "ʻ", "ŋ", "ː", "ǃ", "ǀ", "ǁ", "ɛ", "ə", "ɔ", "ʔ"}  # in names of far languages
    assert {one for one in letters if drawable(one) != one} <= foreign | {"Ə", "Ɛ", "Ɔ", "Ŋ"}
