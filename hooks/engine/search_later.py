"""In a preview, indexes pages after they are served: nobody waits for the search.

Meanwhile the search finds what it found before. The next build waits until the index is there.
"""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from mkdocs.exceptions import PluginError

from engine.search import index_texts, texts_of_pages
from scn.building.site_folder import files_in, language_of_file, update_files
from scn.building.site_record import SiteRecord
from scn.search_index import ENTRY_FILE, entry_file

log = logging.getLogger("mkdocs.scn")
_threads: list[threading.Thread] = []


def wait_for_search() -> None:
    while _threads:
        _threads.pop().join()


def index_later(
    site: Path,
    files: Mapping[str, Mapping[str, bytes]],
    record: SiteRecord,
    tell: Callable[[SiteRecord], None],
) -> None:
    """Index languages by their files; `tell` gets what is in the folder of the site then."""

    def work() -> None:
        try:
            tell(_index(site, files, record))
        except PluginError as error:
            log.error(str(error))

    thread = threading.Thread(target=work, name="search", daemon=True)
    _threads.append(thread)
    thread.start()


def _index(site: Path, files: Mapping[str, Mapping[str, bytes]], record: SiteRecord) -> SiteRecord:
    work = site.with_name(f"{site.name}.search")
    entries = dict(record.search)
    for language, content in files.items():
        shutil.rmtree(work, ignore_errors=True)
        entries[language] = index_texts(texts_of_pages(content, content.__getitem__), work)
        old = {name for name in record.files if _is_index_of(name, language, record)}
        new = {name for name in files_in(work) if _is_index_of(name, language, record)}
        update_files(site, old, new, lambda name: (work / name).read_bytes())
    shutil.rmtree(work, ignore_errors=True)
    entry = entry_file(entries.values()).encode()
    update_files(site, {ENTRY_FILE}, {ENTRY_FILE}, lambda _: entry)
    return replace(record, search=entries, files=files_in(site))


def _is_index_of(name: str, language: str, record: SiteRecord) -> bool:
    is_index = name.startswith("pagefind/") and name != ENTRY_FILE
    return is_index and language_of_file(name, tuple(record.packs)) == language
