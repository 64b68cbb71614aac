"""Has Pagefind index the pages of one language."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from engine.scratch_folder import scratch_folder
from scn.building.digests import digest_of_bytes, digest_of_value
from scn.building.site_folder import FolderWriter, files_in
from scn.page_texts import read_bytes
from scn.search_chunks import SearchIndexError, cut_index
from scn.search_index import (
    ENTRY_FILE,
    SEARCH_WORDS_FILE,
    is_used,
    pagefind_arguments,
    reason_of_failure,
    text_for_search,
    texts_of_records,
)
from scn.search_pages import place

Texts = Mapping[str, str]
"""What Pagefind shall read, by the place of the page in the site."""


def texts_of_files(names: Iterable[str], content_of: Callable[[str], bytes]) -> dict[str, Texts]:
    """Of each file of the site what Pagefind shall read of it, which may be nothing."""
    return {name: _texts_of_file(name, content_of) for name in names}


def _texts_of_file(name: str, content_of: Callable[[str], bytes]) -> Texts:
    if name.endswith(".html") and (text := text_for_search(content_of(name).decode())):
        return {name: text}
    if name.endswith(f"/{SEARCH_WORDS_FILE}"):
        return dict(texts_of_records(content_of(name).decode()))
    return {}


def digests_of_texts(texts: Mapping[str, Texts]) -> dict[str, str]:
    """Of each file; empty where nothing of it is to be read."""
    return {name: _digest_of_texts(some) if some else "" for name, some in texts.items()}


def _digest_of_texts(texts: Texts) -> str:
    """Without the JSON of `digest_of_value`, which of long texts takes longer than their digest."""
    read = "\0".join(part for item in texts.items() for part in item)
    return digest_of_bytes(read.encode("utf-8", "surrogatepass"))


def key_of_texts(digests: Mapping[str, str], made_with: str) -> str:
    """Of everything that an index depends on; `made_with` is a digest of programs and versions."""
    return digest_of_value([made_with, sorted(item for item in digests.items() if item[1])])


_ROOM = 16
"""Times the size of the pages: with the index some three, and several processes write at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchIndex:
    entry: dict[str, Any]
    """What the list of indexes says of it."""

    files: Mapping[str, bytes]
    """By their place in the site."""


def index_texts(
    texts: Iterable[Texts], meanwhile: Callable[[], None] = lambda: None
) -> SearchIndex:
    """Index pages by what Pagefind shall read of them; `meanwhile` is called while it works.

    Raises:
        PluginError: Pagefind failed; the sentence says why.
    """
    pages = {name: text.encode() for some in texts for name, text in some.items()}
    with contextlib.ExitStack() as stack:
        needed = _ROOM * sum(map(len, pages.values()))
        folder = stack.enter_context(scratch_folder(needed))
        try:
            _write(folder, pages)
        except OSError:  # others have filled the memory meanwhile
            folder = stack.enter_context(scratch_folder())
            _write(folder, pages)
        return _index_folder(folder, meanwhile)


def _write(folder: Path, pages: Mapping[str, bytes]) -> None:
    writer = FolderWriter(folder)
    # Memory lists what is new first: in this order, pages have their numbers at once.
    for name in sorted(pages, key=place, reverse=True):
        writer.create(name, pages[name])


def _index_folder(folder: Path, meanwhile: Callable[[], None]) -> SearchIndex:
    # Its own modules would start another Python or load asyncio: as long as indexing many pages.
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 - only where something is indexed

        program = get_executable()
    except (ImportError, FileNotFoundError):
        raise PluginError(reason_of_failure("Pagefind is not installed.")) from None
    status, said = _run([str(program), *pagefind_arguments(folder)], meanwhile)
    if status:
        raise PluginError(reason_of_failure(said))
    made = {
        name: read_bytes(f"{folder}/{name}")
        for name in (f"pagefind/{below}" for below in files_in(folder / "pagefind"))
        if is_used(name)
    }
    entry: dict[str, Any] = json.loads(made.pop(ENTRY_FILE))
    for language, index in entry["languages"].items():
        index["hash"] = _cut(made, language, index["hash"])
    return SearchIndex(entry=entry, files=made)


_MEMORY = {"_RJEM_MALLOC_CONF": "thp:always,narenas:1"}
"""Pagefind asks for some megabytes for a moment. By large pages, where the system has such, and
from one thread it gets them with a third of the page faults: a tenth of its time."""


def _run(command: list[str], meanwhile: Callable[[], None]) -> tuple[int, str]:
    """The exit status of a program, and what it said of its failure."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        env={**_MEMORY, **os.environ},
    ) as process:
        _programs.add(process)
        try:
            meanwhile()
            out, err = process.communicate()
        except BaseException:
            process.kill()
            raise
        finally:
            _programs.discard(process)
    return process.returncode, err or out


_programs: set[subprocess.Popen[str]] = set()
"""Those that run now."""


def stop_programs() -> None:
    """What runs for another thread of this process: it fails there."""
    for process in list(_programs):
        process.kill()


def end_programs() -> None:
    """End what runs for this process, which then ends itself; for its handler of signals."""
    for process in _programs:
        process.kill()
        # Not by its own `wait`, in which this process may just be.
        with contextlib.suppress(OSError):
            os.waitpid(process.pid, 0)


def _cut(files: dict[str, bytes], language: str, hash_: str) -> str:
    """The new hash of the index, whose files take the place of the old ones."""
    meta = f"pagefind/pagefind.{hash_}.pf_meta"
    words = sorted(name for name in files if name.startswith(f"pagefind/index/{language}_"))
    filters = sorted(name for name in files if name.startswith(f"pagefind/filter/{language}_"))
    texts = f"pagefind/fragment/{language}_"
    fragments = {
        name.rpartition("/")[2].partition(".")[0]: data
        for name, data in files.items()
        if name.startswith(texts)
    }
    try:
        chunks = cut_index(
            files.pop(meta), map(files.pop, words), map(files.pop, filters), fragments, language
        )
    except SearchIndexError as error:
        raise PluginError(reason_of_failure(f"It cannot be cut: {error}")) from error
    files |= {f"pagefind/index/{name}": data for name, data in chunks.files.items()}
    files |= {f"pagefind/filter/{name}": data for name, data in chunks.filters.items()}
    files[f"pagefind/pagefind.{chunks.hash}.pf_meta"] = chunks.meta
    return chunks.hash
