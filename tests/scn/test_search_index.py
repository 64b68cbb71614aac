"""The search index: what Pagefind reads, what it is asked, and what is made of its answer."""

import json
import subprocess
from pathlib import Path

import pytest
from pagefind.service import get_executable

from scn.search_index import (
    entry_file,
    is_used,
    pagefind_arguments,
    reason_of_failure,
    text_for_search,
    texts_of_records,
)


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("", "The search index was not made. Pagefind said nothing."),
        ("\n \n", "The search index was not made. Pagefind said nothing."),
        ("Running\n  Error: no pages  \n\n", "The search index was not made. Error: no pages"),
    ],
)
def test_the_last_line_that_pagefind_said_is_the_reason(output, reason):
    assert reason_of_failure(output) == reason


def entry(language, count):
    return {"version": "1", "languages": {language: {"page_count": count}}, "characters": ["_"]}


def test_the_lists_of_several_indexes_become_one_in_one_order():
    entries = [entry("fr", 1), entry("el", 2), entry("en", 3)]
    expected = {
        "version": "1",
        "languages": {"fr": {"page_count": 1}, "el": {"page_count": 2}, "en": {"page_count": 3}},
        "characters": ["_"],
    }
    assert json.loads(entry_file(entries)) == expected
    assert entry_file(entries) == entry_file(reversed(entries))


def test_a_list_of_one_index_may_be_joined_with_one_of_several():
    several = json.loads(entry_file([entry("fr", 1), entry("en", 3)]))
    assert entry_file([several, entry("el", 2)]) == entry_file(
        [entry("fr", 1), entry("en", 3), entry("el", 2)]
    )


@pytest.mark.parametrize(
    ("name", "used"),
    [
        ("pagefind.js", True),
        ("pagefind-worker.js", True),
        ("pagefind-entry.json", True),
        ("wasm.unknown.pagefind", True),
        ("pagefind.fr_1.pf_meta", True),
        ("fragment", True),
        ("pagefind-ui.js", False),
        ("pagefind-ui.css", False),
        ("pagefind-modular-ui.js", False),
        ("pagefind-component-ui.css", False),
        ("pagefind-highlight.js", False),
    ],
)
def test_the_pages_of_results_that_pagefind_brings_are_not_used(name, used):
    assert is_used(name) == used


PAGE = (
    '<!doctype html>\n<html lang="{}" dir="ltr">\n<head><title>A & B</title><meta name="x"></head>'
    '<body><header>menu frame</header>\n<main id="m"><article data-pagefind-body><h1>A</h1>'
    "<p>{}</p></article></main><footer>foot</footer></body></html>"
)


def test_pagefind_reads_the_language_the_title_and_the_text():
    assert text_for_search(PAGE.format("fr", "jumeau")) == (
        '<!doctype html><html lang="fr" dir="ltr"><head><title>A & B</title></head><body>'
        '<main id="m"><article data-pagefind-body><h1>A</h1><p>jumeau</p></article></main>'
        "</body></html>"
    )


def test_a_page_without_a_text_of_its_own_is_not_read():
    assert text_for_search(PAGE.format("el", "x").replace("data-pagefind-body", "")) == ""


def test_the_meaning_of_a_term_is_not_read_in_the_midst_of_a_sentence():
    tip = '<span class="scn-term__tip" role="tooltip" id="term-x" lang="en">A model.</span>'
    page = PAGE.format("fr", f'Un <span class="scn-term"><a href="x">jumeau</a>{tip}</span>.')
    assert "A model" in page
    assert text_for_search(page) == text_for_search(page.replace(tip, ""))


def test_words_with_an_apostrophe_are_two_words():
    """Pagefind does not cut at the typographic one: `impact` would not find `d’impact`."""
    page = PAGE.format("fr", "l’analyse d’impact, les villes’ et ’ici")
    assert "<p>l'analyse d'impact, les villes’ et ’ici</p>" in text_for_search(page)


def test_a_record_is_read_as_a_page_at_its_address():
    record = {"address": "fr/glossary/#x", "section": "glossary", "title": "A <b>", "more": "d’or"}
    content = json.dumps({"language": "fr", "records": [record]})
    assert dict(texts_of_records(content)) == {
        "fr/glossary/#x.html": (
            '<!doctype html><html lang="fr"><head><title>A &lt;b&gt;</title></head><body>'
            '<main data-pagefind-body data-pagefind-filter="section[data-section]"'
            ' data-section="glossary"><h1>A &lt;b&gt;</h1><p data-pagefind-weight="5">d\'or</p>'
            "<p></p></main></body></html>"
        )
    }


def index(folder: Path, pages):
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    command = [str(get_executable()), *pagefind_arguments(folder)]
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8")


PAGES = {
    f"{language}/{name}/index.html": PAGE.format(language, words)
    for language, words in {"en": "twin", "fr": "jumeau", "mt": "tewmi"}.items()
    for name in ("a", "b")
}


def test_pagefind_makes_the_same_index_of_what_it_reads_as_of_whole_pages(tmp_path):
    whole, read = tmp_path / "whole", tmp_path / "read"
    assert index(whole, PAGES).returncode == 0
    assert index(read, {n: text_for_search(p) for n, p in PAGES.items()}).returncode == 0
    made = {
        folder: {
            path.relative_to(folder): path.read_bytes()
            for path in (folder / "pagefind").rglob("*")
            if path.is_file() and path.name != "pagefind-entry.json"
        }
        for folder in (whole, read)
    }
    assert made[whole] == made[read]
    found = json.loads((read / "pagefind" / "pagefind-entry.json").read_bytes())
    counts = {code: one["page_count"] for code, one in found["languages"].items()}
    assert counts == {"en": 2, "fr": 2, "mt": 2}


def test_pagefind_refuses_a_folder_that_does_not_exist(tmp_path):
    refused = subprocess.run(
        [str(get_executable()), *pagefind_arguments(tmp_path / "nowhere")],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert refused.returncode != 0
    reason = reason_of_failure(refused.stderr or refused.stdout)
    assert reason.startswith("The search index was not made. ")
    assert "Pagefind said nothing" not in reason
