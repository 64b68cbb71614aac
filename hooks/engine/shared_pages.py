"""Pages that languages show in English until they are translated, made once for all of them.

Their Markdown becomes the same HTML in each of these languages, since all have a folder of the same
depth: most of the work for a new language. Whether the links of a page lead the same way is looked
up in each language. Each process knows what it has made itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from engine.page_record import looked_up

Ways = Mapping[str, tuple[str, str] | None]
"""How a page leads to each file that it links to; nothing where there is no such file."""


class SharedPages:
    def __init__(self) -> None:
        self._known: dict[str, tuple[Mapping[str, Any], Ways]] = {}

    def keep(self, key: str, record: Mapping[str, Any], page: Page, files: Files) -> None:
        """`key` is of all that the page is made from beside its links."""
        self._known[key] = (record, _ways(record["links"], page, files))

    def recall(self, key: str, page: Page, files: Files) -> dict[str, Any] | None:
        """The record of the page as if it had been made in this language."""
        record, ways = self._known.get(key, ({}, {}))
        if not record or _ways(ways, page, files) != ways:
            return None
        links = looked_up(record["links"], files)
        sources: dict[str, str] = {}
        for path, was in record["links"].items():
            if was and sources.setdefault(was[0], links[path][0]) != links[path][0]:
                return None  # what was one file is two here
        anchors = record["links_to_anchors"].items()
        return {
            **record,
            "links": links,
            "links_to_anchors": {sources.get(file, file): found for file, found in anchors},
        }


def _ways(paths: Mapping[str, object], page: Page, files: Files) -> Ways:
    found = ((path, files.get_file_from_path(path)) for path in paths)
    return {
        path: (file.url_relative_to(page.file), file.inclusion.name) if file else None
        for path, file in found
    }
