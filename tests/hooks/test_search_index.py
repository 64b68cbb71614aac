"""One Pagefind index for each language."""

import gzip
import json
import subprocess

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


def test_the_index_has_the_text_of_the_page_and_not_of_the_frame(built):
    content = fragments(built, "fr")["/fr/"]
    assert "ornithorynque" in content
    assert "fr: Choose a language" not in content
    assert "fr: This is not a website of the European Commission." not in content


def test_pagefind_runs_once_for_all_languages(one, monkeypatch):
    """The event comes once for each language; 24 runs would take minutes."""
    commands = []
    run = subprocess.run

    def noting(command, **more):
        commands.append(command)
        return run(command, **more)

    monkeypatch.setattr(subprocess, "run", noting)
    assert one.build(site="noted").status == 0
    assert len([command for command in commands if "pagefind" in command]) == 1


def test_a_search_index_that_cannot_be_made_is_one_sentence(one):
    failed = one.build(site="other", PAGEFIND_GLOB="*.nothing")
    assert failed.status == 1
    assert failed.log == (
        "ERROR: The search index was not made. Most likely, the directory passed to Pagefind was"
        " empty or did not contain any html files.\n"
    )
    assert not failed.site.exists()
