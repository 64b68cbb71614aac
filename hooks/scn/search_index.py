"""The search index, which Pagefind makes: one for each `<html lang>`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ENTRY_FILE = "pagefind/pagefind-entry.json"
"""The list of the languages that have an index, by which a search begins."""


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
    html = page[page.index("<html") : page.index(">", page.index("<html")) + 1]
    title = page[page.index("<title>") : page.index("</title>")]
    main = page[page.index("<main") : page.rindex("</main>")]
    return f"<!doctype html>{html}<head>{title}</title></head><body>{main}</main></body></html>"


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
