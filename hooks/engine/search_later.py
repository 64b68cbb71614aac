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

from engine.search import index_texts, key_of_texts, texts_of_pages
from scn.building.packs import PackError, read_pack, write_pack
from scn.building.site_folder import files_in, language_of_file, update_files
from scn.building.site_record import SiteRecord
from scn.search_index import ENTRY_FILE, entry_file

STALE = ""
"""Key of a search index that is still that of an earlier text."""

log = logging.getLogger("mkdocs.scn")
_threads: list[threading.Thread] = []


def wait_for_search() -> None:
    while _threads:
        _threads.pop().join()


def index_later(
    site: Path,
    packs: Mapping[str, Path],
    record: SiteRecord,
    tell: Callable[[SiteRecord], None],
    made_with: str,
) -> None:
    """Index languages by their packs, which then have the new index, as the folder of the site.

    `record` is of this folder; `tell` gets that of afterwards.
    """

    def work() -> None:
        try:
            tell(_index(site, packs, record, made_with))
        except (PluginError, PackError, OSError) as error:
            log.error(f"The search of the preview is not up to date. {error}")

    thread = threading.Thread(target=work, name="search", daemon=True)
    _threads.append(thread)
    thread.start()


def _index(site: Path, packs: Mapping[str, Path], record: SiteRecord, made_with: str) -> SiteRecord:
    entries = dict(record.search)
    work = site.with_name(f"{site.name}.search")
    for language, path in packs.items():

        def is_own(name: str, language: str = language) -> bool:
            return language_of_file(name, tuple(record.packs)) == language

        files, entries[language] = _index_pack(path, work, is_own, made_with)
        old = {name for name in record.files if _is_index_of(name, language, record)}
        new = {name: files[name] for name in files if _is_index_of(name, language, record)}
        update_files(site, old, new, new.__getitem__)
    entry = entry_file(entries.values()).encode()
    update_files(site, {ENTRY_FILE}, {ENTRY_FILE}, lambda _: entry)
    return replace(record, search=entries, files=files_in(site))


def _index_pack(
    path: Path, work: Path, is_own: Callable[[str], bool], made_with: str
) -> tuple[Mapping[str, bytes], dict[str, object]]:
    """The files of a language with its new index, and what the list of indexes says of it."""
    pack = read_pack(path)
    texts = texts_of_pages(pack.files, pack.files.__getitem__)
    shutil.rmtree(work, ignore_errors=True)
    try:
        entry = index_texts(texts, work)
        index = (n for n in files_in(work) if n.startswith("pagefind/") and is_own(n))
        made = {name: (work / name).read_bytes() for name in index}
    finally:
        shutil.rmtree(work, ignore_errors=True)
    others = {name: data for name, data in pack.files.items() if not name.startswith("pagefind/")}
    search = {"key": key_of_texts(texts, made_with), "entry": entry}
    write_pack(path, replace(pack, files={**others, **made}, search=search))
    return {**others, **made}, entry


def _is_index_of(name: str, language: str, record: SiteRecord) -> bool:
    is_index = name.startswith("pagefind/") and name != ENTRY_FILE
    return is_index and language_of_file(name, tuple(record.packs)) == language
