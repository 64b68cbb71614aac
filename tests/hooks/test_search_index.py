"""One Pagefind index for each language."""

import gzip
import json
import re
import subprocess
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def one(project):
    return project(
        {
            "en/index.md": project.page("Home", "A word: quokka."),
            "en/more.md": project.page("More", "Another word: wombat."),
            "fr/index.md": project.page("Accueil", "Un mot: ornithorynque."),
        }
    )


@pytest.fixture(scope="module")
def built(one):
    built = one.build()
    assert (built.status, built.log) == (0, "")
    return built


def fragments(built, language):
    """What the index shows of its pages, by their address."""
    found = {}
    for path in (built.site / "pagefind" / "fragment").glob(f"{language}_*"):
        data = gzip.decompress(path.read_bytes())
        fragment = json.loads(data[data.index(b"{") :])
        found[fragment["url"]] = fragment["content"]
    return found


def test_each_language_has_an_index_with_its_own_pages(built):
    entry = json.loads(built.text("pagefind/pagefind-entry.json"))
    assert sorted(entry["languages"]) == ["el", "en", "fr"]
    urls = {code: set(fragments(built, code)) for code in entry["languages"]}
    assert {code: len(found) for code, found in urls.items()} == {
        code: index["page_count"] for code, index in entry["languages"].items()
    }
    for code, found in urls.items():
        assert {url.startswith(f"/{code}/") for url in found} == {code != "en"}


def test_fallback_pages_and_pages_without_a_text_are_in_no_index(built):
    """Else a search in Greek would find English, once for each language."""
    every = {url for code in ("en", "fr", "el") for url in fragments(built, code)}
    assert {"/", "/more/", "/fr/", "/el/sessions/"} <= every
    assert not every & {"/fr/more/", "/el/", "/el/more/", "/search/", "/404.html", "/el/search/"}
    assert not every & {"/a-z/", "/fr/a-z/", "/el/a-z/"}  # they have the words of every title


def test_terms_are_found_in_the_language_of_the_reader(built):
    """Where the glossary itself is not translated as well."""
    found = fragments(built, "el")
    assert found["/el/glossary/#data-space.html"] == "χώρος δεδομένων. Data space."
    assert "/el/glossary/" not in found
    words = json.loads(built.text("el/search/words.json"))
    assert words["language"] == "el"
    assert {"χώρος", "πορτογαλία"} <= {*words["words"]}


def test_files_of_the_index_are_small(built):
    sizes = [path.stat().st_size for path in (built.site / "pagefind/index").iterdir()]
    assert len(sizes) > 3  # more than one a language
    assert max(sizes) < 12_000


def test_the_index_has_the_text_of_the_page_and_not_of_the_frame(built):
    content = fragments(built, "fr")["/fr/"]
    assert "ornithorynque" in content
    assert "fr: Choose a language" not in content
    assert "fr: This is not a website of the European Commission." not in content


@pytest.fixture
def indexed(monkeypatch):
    """The languages that Pagefind is run for."""
    found = []
    start = subprocess.Popen

    def noting(command, **more):
        if "pagefind" in command[0]:
            pages = Path(command[command.index("--site") + 1]).rglob("*.html")
            found.append(re.search(r'<html lang="(\w+)"', next(pages).read_text("utf-8"))[1])
        return start(command, **more)

    monkeypatch.setattr(subprocess, "Popen", noting)
    return found


def test_only_languages_whose_texts_have_changed_are_indexed_again(one, project, built, indexed):
    """Nothing is indexed again for a frame, a style sheet or another language."""
    words = (one.root / "docs/_data/strings/fr.yml").read_text()
    changes = {
        "docs/fr/index.md": project.page("Accueil", "Un mot: échidné."),
        "docs/_data/strings/fr.yml": words.replace("fr: Skip", "fr: Spring"),
        "docs/assets/x.css": "a { color: red }",
    }
    found = {}
    for name, text in changes.items():
        indexed.clear()
        one.write(name, text)
        assert one.build().status == 0
        found[name] = list(indexed)
    assert found == {**{name: [] for name in changes}, "docs/fr/index.md": ["fr"]}


def test_a_search_index_that_cannot_be_made_is_one_sentence(one):
    failed = one.build(site="other", SCN_PLAIN="1", PAGEFIND_GLOB="*.nothing")
    assert failed.status == 1
    assert failed.log == (
        "ERROR: The search index was not made. Most likely, the directory passed to Pagefind was"
        " empty or did not contain any html files.\n"
    )
    assert not failed.site.exists()
