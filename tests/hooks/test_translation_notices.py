"""What pages say about translations, through the whole build."""

import pytest

from scn.translations.blob import blob_id

BODY = """\
Intro.

## Price { #price }

It costs 10 EUR.

## Place { #place }

In the hall of the town.
"""
CORPS = """\
Début.

## Prix { #price }

Cela coûte 10 EUR.

## Lieu { #place }

À la mairie.
"""


@pytest.fixture
def one(project):
    english = project.page("Home", BODY)
    head = {"translation": {"source": blob_id(english), "state": "machine"}}
    french = project.page("Accueil", CORPS, id="home", **head)
    greek = project.page("Αρχική", "Κείμενο.", id="home")
    files = {"en/index.md": english, "fr/index.md": french, "el/index.md": greek}
    return project(files)


def outdated(one, old, new):
    """Change the English page and keep the text that the French one was made from."""
    page = one.root / "docs/en/index.md"
    text = page.read_text()
    assert old in text
    one.write(f"docs/_data/translations/sources/{blob_id(text)}.md", text)
    page.write_text(text.replace(old, new))


def said(built, address):
    main = next(built.page(address).iter("main"))
    return " ".join("".join(main.itertext()).split())


def test_a_current_translation_says_what_it_is_and_asks_for_proofreading(one):
    built = one.build()
    assert (built.status, built.log) == (0, "")
    text = said(built, "fr/")
    assert "fr: This text was translated by a machine and nobody has proofread it yet." in text
    assert "fr: This page says what the English page says today." in text
    assert "not up to date" not in text


def test_pages_that_are_no_translations_or_say_nothing_have_no_such_words(one):
    built = one.build()
    for address in ("", "el/", "fr/sessions/", "el/sessions/"):
        assert "translated by a machine" not in said(built, address)


def test_a_changed_english_page_shows_in_its_translation_and_nowhere_else(one):
    before = one.build().files()
    outdated(one, "In the hall of the town.", "In the big hall of the old town, upstairs.")
    built = one.build()
    assert (built.status, built.log) == (0, "")
    assert built.files()["el/index.html"] == before["el/index.html"]
    main = next(built.page("fr/").iter("main"))
    details = [one for one in main.iter("details") if one.get("class") == "scn-english"]
    assert len(details) == 1
    english = next(details[0].iter("div"))
    assert english.get("lang") == "en"
    assert "In the big hall of the old town, upstairs." in "".join(english.itertext())
    text = said(built, "fr/")
    assert "fr: This translation is not up to date" in text
    assert "À la mairie." in text
    links = {a.get("href") for a in main.iter("a")}
    assert "#place" in links
    assert "#price" not in links


def test_a_changed_amount_stands_in_place_of_the_old_one(one):
    one.build()
    outdated(one, "10 EUR", "20 EUR")
    built = one.build()
    assert (built.status, built.log) == (0, "")
    text = said(built, "fr/")
    assert "It costs 20 EUR." in text
    assert "10 EUR" not in text
    assert "fr: The translation of this passage is out of date" in text


def test_the_text_of_another_language_is_in_no_search_index(one):
    """Else a search in French would find English."""
    outdated(one, "10 EUR", "20 quokkas")
    built = one.build()
    main = next(built.page("fr/").iter("main"))
    english = [div for div in main.iter("div") if "scn-english" in (div.get("class") or "")]
    assert english
    assert all(div.get("data-pagefind-ignore") is not None for div in english)


def test_a_pin_of_a_text_that_nobody_has_kept_is_named_with_its_place(one):
    page = one.root / "docs/en/index.md"
    page.write_text(page.read_text().replace("10 EUR", "20 EUR"))
    failed = one.build()
    assert failed.status == 1
    assert "docs/fr/index.md:" in failed.log
    assert "translation.source: No text has the id" in failed.log
    assert "docs/_data/translations/sources/" in failed.log
