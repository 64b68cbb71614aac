"""The pseudo-language: what changes in a text and what must not, on every text of the site."""

import re
from pathlib import Path

import pytest

from scn.languages import Language
from scn.pseudo_language import pseudo_language, pseudo_page, pseudo_text, pseudo_words
from scn.translations.checks.blocks import NO_TEXT, blocks_of
from scn.translations.checks.headings import check_headings_of_translation
from scn.translations.checks.links import check_links
from scn.translations.checks.pairs import pairs_of
from scn.translations.checks.prose import HIDDEN, prose_of
from scn.translations.checks.structure import check_structure
from scn.words import Placed, check_words, load_words

FOLDER = Path(__file__).parent / "pseudo_language"
ROOT = Path(__file__).parents[2]
STRINGS = "docs/_data/strings/en.yml"
PAGES = sorted((ROOT / "docs/en").rglob("*.md"))
UNACCENTED = re.compile(r"[A-Za-z]+")
LONG_ENOUGH = 12
"""Letters from which on the brackets are no large part of a text."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menu", "⟦Ṁéñû⟧"),
        ("Sessions: {month}", "⟦Šééššîöñš: {month}·⟧"),
        ("{count} of {all} pages", "⟦{count} öƒ {all} þåååĝéš⟧"),
        ("{date}", "⟦{date}⟧"),
        ("A `code` and **bold**", "⟦Å `code` åñð **ƀöööļð**⟧"),
        ("[A link](../x/y.md#id) to it", "⟦[Å ļîñķ](../x/y.md#id) ţööö îîţ⟧"),
        ("[A link][label], [a blank]", "⟦[Å ļîñķ][label], [ååå ƀļåååñķ]·⟧"),
        ("![A picture](diagram:x)", "![⟦Å þîîçţûŕé⟧](diagram:x)"),
        ("Title { #title .big }", "⟦Ţîţļé⟧ { #title .big }"),
        ("Press ++ctrl+c++&nbsp;now[^1]", "⟦Þŕéšš ++ctrl+c++&nbsp;ñööŵ[^1]⟧"),
        ("Ask a@b.eu or https://b.eu/x", "⟦Åšķ a@b.eu öŕ https://b.eu/x·⟧"),
        ("<b title='x'>Bold</b> <!-- no -->", "⟦<b title='x'>Ɓöļð</b> <!-- no -->⟧"),
        (r"a \* b", r"⟦å \* ƀ⟧"),
        ("5 weeks (day −35)", "⟦5 ŵééķš (ðåååý −35)··⟧"),
        ("", ""),
        (" \n", " \n"),
        ("Wi-Fi: ⟦ ⟧ é ß Ω 5 %", "⟦Ŵî-Ƒî: ⟦ ⟧ é ß Ω 5 %······⟧"),
    ],
)
def test_a_text(text, expected):
    assert pseudo_text(text) == expected


def test_words_that_something_looks_for_stay():
    assert pseudo_text("The EIF and its use", {"EIF"}) == "⟦Ţĥé EIF ååñð îîţš ûûûšé⟧"


def test_the_language_calls_itself_by_its_own_name():
    assert pseudo_language(Language(code="en", name="English", english_name="English")) == Language(
        code="en-XA", name="⟦Éñĝļîšĥ⟧", english_name="Pseudo-language"
    )


def test_words_keep_their_keys_and_places():
    words, problems = load_words('a:\n  one: "{count} day"\n  other: days\n', "en.yml", "en")
    assert problems == ()
    pseudo = pseudo_words(words)
    assert (pseudo.language, pseudo.path) == ("en-XA", "en.yml")
    assert pseudo.texts == {
        "a.one": Placed("⟦{count} ðåý⟧", 2, 8),
        "a.other": Placed("⟦ðåýš⟧", 3, 10),
    }
    assert pseudo("a", count=1) == "⟦1 ðåý⟧"
    assert pseudo("a", count=2) == "⟦ðåýš⟧"


def test_a_page_with_every_kind_of_block():
    source = (FOLDER / "source.md").read_text("utf-8")
    expected = (FOLDER / "expected.md").read_text("utf-8")
    assert pseudo_page(source) == expected
    assert pseudo_page(source.replace("\n", "\r\n")) == expected
    assert pseudo_page(f"\ufeff{source}") == expected


def test_all_words_of_the_site():
    words, _ = load_words((ROOT / STRINGS).read_text("utf-8"), STRINGS, "en")
    pseudo = pseudo_words(words)
    assert len(words.texts) > 400
    assert list(check_words(pseudo, words)) == []
    for key, placed in words.texts.items():
        text = pseudo.texts[key].text
        assert re.findall(r"\{\w+\}", text) == re.findall(r"\{\w+\}", placed.text)
        there, here = (re.sub(r"\{\w+\}", "", one) for one in (placed.text, text))
        assert UNACCENTED.findall(here) == [], key
        assert (here[0], here[-1]) == ("⟦", "⟧"), key
        if len(there) >= LONG_ENOUGH:
            assert 1.3 <= len(here) / len(there) <= 1.5, key


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_of_the_site_keeps_its_structure(page):
    source = page.read_text("utf-8")
    text = pseudo_page(source)
    theirs, ours = blocks_of(source), blocks_of(text)
    pairs = tuple(pairs_of(theirs, ours))
    found = [
        *check_headings_of_translation(theirs, ours, page.name),
        *check_structure(theirs, ours, page.name),
        *check_links(pairs, page.name, language="en-XA"),
    ]
    assert [str(one) for one in found] == []
    assert [block.key for block in ours] == [block.key for block in theirs]
    kept = {block.detail for block in theirs if block.kind == "abbreviation"}
    for one, other in zip(theirs, ours, strict=True):
        if one.kind in NO_TEXT or not one.lines:
            assert one.lines == other.lines
            continue
        there, here = (prose_of((each,)).text.replace(HIDDEN, "") for each in (one, other))
        assert set(UNACCENTED.findall(here)) <= kept, here
        if len(there) >= LONG_ENOUGH:
            assert 1.3 <= len(here) / len(there) <= 1.5, there
