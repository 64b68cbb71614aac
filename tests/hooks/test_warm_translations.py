"""Translations show something of another language's text: a warm build must see that, too."""

import logging
import re
import shutil

import pytest

from scn.translations.blob import blob_id

BODY = """\
Intro.

## Price { #price }

It costs 10 EUR, see [the API](glossary.md#api).

## Place { #place }

In the hall of the town.

![How it runs](diagram:network)
"""
CORPS = """\
Début.

## Prix { #price }

Cela coûte 10 EUR.

## Lieu { #place }

À la mairie.
"""
TERM = """\
terms:
  - {id: api, term: API, meaning: A way to ask., source: general knowledge}
labels:
  - {id: other, term: Other}
"""
ENGLISH, FRENCH = "docs/en/index.md", "docs/fr/index.md"


class Site:
    def __init__(self, project):
        english = project.page("Home", BODY)
        head = {"translation": {"source": blob_id(english), "state": "machine"}}
        self.project = project(
            {
                "en/index.md": english,
                "fr/index.md": project.page("Accueil", CORPS, id="home", **head),
                "el/index.md": project.page("Αρχική", "Κείμενο.", id="home"),
                "en/glossary.md": project.page("Glossary", "All.", template="glossary.html"),
                "_data/terms.yml": TERM,
            }
        )
        self.files = self.built().files()

    def text(self, name):
        return (self.project.root / name).read_text("utf-8")

    def edit(self, name, old, new):
        text = self.text(name)
        assert old in text
        self.project.write(name, text.replace(old, new))

    def keep(self):
        """The English text as it is, which translations were made from."""
        text = self.text(ENGLISH)
        self.project.write(f"docs/_data/translations/sources/{blob_id(text)}.md", text)

    def built(self):
        """Built warm, and found equal to the same built cold."""
        warm = self.project.build(strict=False)
        cache = self.project.root / "cold-cache"
        shutil.rmtree(cache, ignore_errors=True)
        cold = self.project.build(strict=False, site="cold", SCN_CACHE=str(cache))
        assert (warm.status, warm.log) == (cold.status, cold.log)
        assert warm.status == 0
        files, expected = warm.files(), cold.files()
        names = files.keys() | expected.keys()
        assert {name for name in names if files.get(name) != expected.get(name)} == set()
        return warm

    def changes(self):
        """The pages that are others after a build than before it."""
        before, self.files = self.files, self.built().files()
        names = before.keys() | self.files.keys()
        changed = {name for name in names if before.get(name) != self.files.get(name)}
        return {name for name in changed if name.endswith(".html")}


@pytest.fixture
def site(project):
    return Site(project)


@pytest.fixture
def outdated(site):
    site.keep()
    site.edit(ENGLISH, "10 EUR", "20 EUR")
    site.edit(ENGLISH, "In the hall of", "Upstairs in the big old hall of")
    assert {"index.html", "fr/index.html"} <= site.changes()
    return site


def test_english_changes_and_its_translation_says_so(outdated):
    assert b"20 EUR" in outdated.files["fr/index.html"]
    assert b"Upstairs" in outdated.files["fr/index.html"]


def test_english_changes_again(outdated):
    outdated.edit(ENGLISH, "20 EUR", "30 EUR")
    assert {"index.html", "fr/index.html"} <= outdated.changes()
    assert b"30 EUR" in outdated.files["fr/index.html"]


def test_english_changes_back(outdated):
    outdated.edit(ENGLISH, "20 EUR", "10 EUR")
    outdated.edit(ENGLISH, "Upstairs in the big old hall of", "In the hall of")
    assert "fr/index.html" in outdated.changes()
    assert b"Upstairs" not in outdated.files["fr/index.html"]


def test_the_translation_is_brought_up_to_date(outdated):
    pin = blob_id(outdated.text(ENGLISH))
    old = outdated.text(FRENCH).partition("source: ")[2].partition(",")[0].partition("\n")[0]
    outdated.edit(FRENCH, old.strip("'\" }"), pin)
    outdated.edit(FRENCH, "10 EUR", "20 EUR")
    assert "fr/index.html" in outdated.changes()
    assert b"Upstairs" not in outdated.files["fr/index.html"]


@pytest.mark.parametrize("key", ["replaced", "today_in_english"])
def test_the_words_beside_the_english_text_change(outdated, key):
    words = outdated.project.words("fr")(f"translation.{key}")
    outdated.edit("docs/_data/strings/fr.yml", words, "fr: Nouveau")
    assert "fr/index.html" in outdated.changes()
    assert b"fr: Nouveau" in outdated.files["fr/index.html"]


def test_the_meaning_of_a_term_changes_that_only_the_english_text_has(outdated):
    assert b"A way to ask." in outdated.files["fr/index.html"]
    outdated.edit("docs/_data/terms.yml", "A way to ask.", "How programs ask.")
    assert "fr/index.html" in outdated.changes()
    assert b"How programs ask." in outdated.files["fr/index.html"]


def test_a_word_of_a_diagram_changes_that_only_the_english_text_has(outdated):
    """It stands below a heading that the French page has; the diagram is drawn in French."""
    texts = {
        text
        for key, text in outdated.project.words("fr").under("diagrams").items()
        if key.startswith("network.") and text.encode() in outdated.files["fr/index.html"]
    }
    assert texts
    word = max(texts, key=len)
    outdated.edit("docs/_data/strings/fr.yml", word, "fr: Autre mot")
    assert "fr/index.html" in outdated.changes()
    assert b"fr: Autre mot" in outdated.files["fr/index.html"]


def test_a_link_that_only_the_english_text_has_leads_to_a_page_that_vanishes(outdated):
    outdated.edit(ENGLISH, "Upstairs", "[Upstairs](up.md)")
    outdated.project.write("docs/en/up.md", outdated.text(ENGLISH).replace("#home", "#up"))
    outdated.project.configure(["index.md", "up.md", "glossary.md"], {})
    outdated.built()
    outdated.project.write("docs/en/up.md", None)
    outdated.project.configure(["index.md", "glossary.md"], {})
    warm = outdated.built()
    assert "up.md" in warm.log
    assert outdated.built().log == warm.log


def test_a_translation_is_remembered_like_any_page(site, project, caplog):
    """Most pages of most languages are translations: else every edit would take long."""
    site.project.write("docs/fr/glossary.md", project.page("Glossaire", "Tout."))
    site.built()
    caplog.set_level(logging.INFO, logger="mkdocs")
    site.edit("docs/fr/glossary.md", "Tout.", "Tous.")
    site.project.build()
    (line,) = (one.getMessage() for one in caplog.records if one.name == "mkdocs.scn")
    pages, reused = map(int, re.findall(r"(\d+) (?:pages|of them)", line))
    assert pages - reused == 1
