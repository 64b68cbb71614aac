"""In a preview, indexes pages after they are served: nobody waits for the search.

Meanwhile the search finds what it found before. The next build ends the indexing; the languages
that are left come after that build.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from mkdocs.exceptions import PluginError

from engine.preview import Preview
from engine.search import index_texts, key_of_texts, stop_programs, texts_of_files
from scn.building.packs import PackError, read_pack, write_pack
from scn.building.site_folder import files_after, language_of_file, update_files
from scn.building.site_record import SiteRecord
from scn.search_index import ENTRY_FILE, entry_file

log = logging.getLogger("mkdocs.scn")
_threads: list[threading.Thread] = []
_is_wanted_no_more = threading.Event()


def wait_for_search() -> None:
    while _threads:
        _threads.pop().join()


def _go_on() -> None:
    """Called when the program runs: who stops the search before that finds none to end."""
    if _is_wanted_no_more.is_set():
        raise PluginError("The search is wanted no more.")


def stop_search() -> None:
    """What is not indexed by now stays `stale`."""
    _is_wanted_no_more.set()
    stop_programs()
    wait_for_search()
    _is_wanted_no_more.clear()


def index_later(site: Path, preview: Preview) -> None:
    """Index the stale languages by their packs, which then have the new index, as the folder."""

    def work() -> None:
        try:
            for language, pack in list(preview.stale.items()):
                if _is_wanted_no_more.is_set():
                    return
                if preview.record:
                    preview.record = _index(site, language, pack, preview.record)
                del preview.stale[language]
        except (PluginError, PackError, OSError) as error:
            if not _is_wanted_no_more.is_set():
                log.error(f"The search of the preview is not up to date. {error}")

    if preview.stale:
        thread = threading.Thread(target=work, name="search", daemon=True)
        _threads.append(thread)
        thread.start()


def _index(site: Path, language: str, pack: Path, record: SiteRecord) -> SiteRecord:
    def is_own(name: str) -> bool:
        is_index = name.startswith("pagefind/") and name != ENTRY_FILE
        return is_index and language_of_file(name, tuple(record.packs)) == language

    files, found = _index_pack(pack, is_own)
    old = {name for name in record.files if is_own(name)}
    new = {name: files[name] for name in files if is_own(name)}
    changes = update_files(site, old, new, new.__getitem__)
    entries = {**record.search, language: found}
    entry = entry_file(entries.values()).encode()
    changes |= update_files(site, {ENTRY_FILE}, {ENTRY_FILE}, lambda _: entry)
    return replace(record, search=entries, files=files_after(record.files, changes))


def _index_pack(
    path: Path, is_own: Callable[[str], bool]
) -> tuple[Mapping[str, bytes], dict[str, object]]:
    """The files of a language with its new index, and what the list of indexes says of it."""
    pack = read_pack(path)
    texts = texts_of_files(pack.files, pack.files.__getitem__)
    index = index_texts(texts.values(), _go_on)
    made = {name: data for name, data in index.files.items() if is_own(name)}
    others = {name: data for name, data in pack.files.items() if not name.startswith("pagefind/")}
    key = key_of_texts(pack.search["texts"], pack.search["made_with"])
    search = {**pack.search, "key": key, "entry": index.entry}
    write_pack(path, replace(pack, files={**others, **made}, search=search))
    return {**others, **made}, index.entry
