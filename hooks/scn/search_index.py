"""The search index, which Pagefind makes: one for each `<html lang>`."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ENTRY_FILE = "pagefind/pagefind-entry.json"
"""The list of the languages that have an index, by which a search begins."""

_TIP = re.compile(r'<span class="scn-term__tip"[^>]*>[^<]*</span>')
"""The meaning of a term in the midst of a sentence, which is found at the term itself."""

_APOSTROPHE = re.compile(r"’(?<=\w’)(?=\w)")
"""Pagefind takes `d’impact` for one word, and `d'impact` for two.

The character comes first, since Python then looks at no other.
"""

SEARCH_WORDS_FILE = "words.json"
"""Beside each results page: records that are no pages, see `scn.search_words`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """Part of a page that is found by itself."""

    address: str
    """Relative to the site, with the anchor of the part."""

    section: str
    """Key of the section of the page."""

    title: str
    more: str = ""
    """Other names."""

    text: str = ""

    def to_json(self) -> dict[str, str]:
        return {key: value for key, value in asdict(self).items() if value}


def pagefind_arguments(site: Path) -> list[str]:
    """What to run Pagefind with to index all pages below the folder into its `pagefind/`."""
    return ["--site", str(site), "--quiet"]


def text_for_search(page: str) -> str:
    """Of the HTML of a page, what Pagefind reads: half of its time would go into the frame.

    Empty where the page belongs into no index, as a fallback, whose text is that of another
    language.
    """
    if "data-pagefind-body" not in page:
        return ""
    start = page[page.index("<html") : page.index(">", page.index("<html")) + 1]
    title = page[page.index("<title>") : page.index("</title>")]
    main = page[page.index("<main") : page.rindex("</main>")]
    return _with_plain_apostrophes(
        f"<!doctype html>{start}<head>{title}</title></head><body>"
        f"{_TIP.sub('', main)}</main></body></html>"
    )


def _with_plain_apostrophes(page: str) -> str:
    return _APOSTROPHE.sub("'", page)


def texts_of_records(content: str) -> Iterator[tuple[str, str]]:
    """What Pagefind reads of the records in a file: each as if it were a page at its address."""
    file = json.loads(content)
    for entry in file["records"]:
        record = SearchRecord(**entry)
        language, section, title, more, text = (
            html.escape(value)
            for value in (
                file["language"],
                record.section,
                record.title,
                record.more,
                record.text,
            )
        )
        page = (
            f'<!doctype html><html lang="{language}"><head><title>{title}</title></head><body>'
            f'<main data-pagefind-body data-pagefind-filter="section[data-section]"'
            f' data-section="{section}"><h1>{title}</h1>'
            f'<p data-pagefind-weight="5">{more}</p><p>{text}</p></main></body></html>'
        )
        yield f"{record.address}.html", _with_plain_apostrophes(page)


def is_used(name: str) -> bool:
    """Whether the site uses a file that Pagefind writes: its own pages of results it does not."""
    return not name.endswith(("-ui.js", "-ui.css", "-highlight.js"))


def entry_file(entries: Iterable[Mapping[str, Any]]) -> str:
    """One entry file from those of indexes of different languages; its order is that of the names.

    Pagefind's own order changes from run to run.
    """
    merged: dict[str, Any] = {}
    for entry in entries:
        languages = {**merged.get("languages", {}), **entry["languages"]}
        merged = {**merged, **entry, "languages": languages}
    return json.dumps(merged, sort_keys=True)


def reason_of_failure(output: str) -> str:
    """The last line that Pagefind said, as one sentence."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return f"The search index was not made. {lines[-1] if lines else 'Pagefind said nothing.'}"
