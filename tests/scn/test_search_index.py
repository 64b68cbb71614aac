"""The search index: what Pagefind is asked, and what is made of its answer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scn.search_index import pagefind_arguments, reason_of_failure, sort_entry_file


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


def test_the_list_of_languages_has_one_order(tmp_path):
    entry = tmp_path / "pagefind" / "pagefind-entry.json"
    entry.parent.mkdir()
    languages = {"fr": {"page_count": 1}, "el": {"page_count": 2}, "en": {"page_count": 3}}
    written = set()
    for order in (languages, dict(reversed(languages.items()))):
        entry.write_text(json.dumps({"version": "1", "languages": order}))
        sort_entry_file(tmp_path)
        assert json.loads(entry.read_bytes()) == {"version": "1", "languages": languages}
        written.add(entry.read_bytes())
    assert len(written) == 1


PAGE = '<!doctype html><html lang="{}"><title>A</title><body><main data-pagefind-body>{}'


def run(site: Path):
    command = [sys.executable, *pagefind_arguments(site)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_pagefind_makes_an_index_for_each_language(tmp_path):
    for language, words in {"en": "twin", "fr": "jumeau", "mt": "tewmi"}.items():
        folder = tmp_path / language
        folder.mkdir()
        (folder / "index.html").write_text(PAGE.format(language, words))
    (tmp_path / "fallback.html").write_text(
        PAGE.format("el", "x").replace("data-pagefind-body", "")
    )
    assert run(tmp_path).returncode == 0
    entry = json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_bytes())
    counts = {code: index["page_count"] for code, index in entry["languages"].items()}
    assert counts == {"en": 1, "fr": 1, "mt": 1}


def test_pagefind_refuses_a_folder_that_does_not_exist(tmp_path):
    refused = run(tmp_path / "nowhere")
    assert refused.returncode != 0
    reason = reason_of_failure(refused.stderr or refused.stdout)
    assert reason.startswith("The search index was not made. ")
    assert "Pagefind said nothing" not in reason
