"""The cache of a build: one pack a language, with its files and what its pages were made from.

A pack is a ZIP file, so that anybody can look into it. It has a checksum of each member, and its
comment is the digest of the list of members: names, sizes and checksums.
It holds only what was made without a warning: what was warned about is made again.
"""

from __future__ import annotations

import contextlib
import os
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import orjson

from scn.building.digests import digest_of_bytes

FORMAT = "scn-pack-4"
_DIGEST = 32
"""Bytes of the digest at the end of the file."""

_STATE = "state.json"
_PAGES = "pages.json"
_FILES = "site/"
MOST_BYTES = 600_000_000
"""What the packs may take on the disk."""

MOST_OF_A_KIND = 3
"""Packs of one language with the same settings: who goes back to another branch finds its own."""


_LONGEST_TO_WRITE = 600 * 10**9
"""Nanoseconds after which nobody is still writing a pack."""


class PackError(Exception):
    """A pack that cannot be read: it is damaged, or something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    key: str
    """Of the inputs of the language."""

    pages: Mapping[str, Any]
    """What is remembered of each page, by its source file."""

    search: Mapping[str, Any]
    """What is remembered of the search index."""

    files: Mapping[str, bytes] = field(repr=False)
    """By their place in the site."""


class PackWriter:
    """Puts a pack together while some of it is still being made."""

    def __init__(self) -> None:
        self._memory = BytesIO()
        self._archive = zipfile.ZipFile(self._memory, "w")

    def add_files(self, files: Iterable[tuple[str, bytes]]) -> None:
        for name, content in files:
            self._archive.writestr(_member(f"{_FILES}{name}"), content)

    def add_pages(self, pages: Mapping[str, Any]) -> None:
        self._add(_PAGES, pages)

    def write(self, path: Path, key: str, search: Mapping[str, Any]) -> None:
        """In one step: whoever reads the path finds the old pack or the new one."""
        self._add(_STATE, {"format": FORMAT, "key": key, "search": search})
        self._archive.comment = bytes(_DIGEST)  # its place is the end of the file
        self._archive.close()
        data = self._memory.getbuffer()  # without a copy: it is some millions of bytes
        data[-_DIGEST:] = _digest_of_list(data, self._archive.start_dir)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.{os.getpid()}")
        unfinished.write_bytes(data)
        unfinished.replace(path)

    def _add(self, name: str, value: object) -> None:
        self._archive.writestr(_member(name), orjson.dumps(value))


def write_pack(path: Path, pack: Pack) -> None:
    writer = PackWriter()
    writer.add_files(pack.files.items())
    writer.add_pages(pack.pages)
    writer.write(path, pack.key, pack.search)


def _member(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name)  # stored, and dated 1980: nothing in it depends on the clock


def read_pack(path: Path) -> Pack:
    """The pack in a file, every part checked.

    Raises:
        PackError: it is no pack, one of another version, or damaged.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PackError(f"{path.name} cannot be read ({error.strerror})") from error
    damaged = PackError(f"{path.name} is damaged or no pack")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if _digest_of_list(data, archive.start_dir) != data[-_DIGEST:]:
                raise damaged
            state = orjson.loads(archive.read(_STATE))
            if state["format"] != FORMAT:
                raise KeyError(FORMAT)
            pages = orjson.loads(archive.read(_PAGES))
            names = [name for name in archive.namelist() if name.startswith(_FILES)]
            files = {name.removeprefix(_FILES): archive.read(name) for name in names}
        return Pack(key=state["key"], pages=pages, search=state["search"], files=files)
    except (zipfile.BadZipFile, EOFError, RuntimeError) as error:  # as of a member's own header
        raise damaged from error
    except (ValueError, KeyError, TypeError) as error:
        raise PackError(f"{path.name} is of another version") from error


def _digest_of_list(data: bytes | memoryview, start: int) -> bytes:
    """Of the list of members, which is at the end of a pack."""
    return digest_of_bytes(memoryview(data)[start:-_DIGEST]).encode()


def pack_path(
    folder: Path, language: str, settings: str, key: str, *, is_whole: bool = True
) -> Path:
    """Where a pack stands: its name says for which settings and inputs it was made."""
    return folder / f"{language}-{settings[:8]}-{key}{'' if is_whole else '.part'}.zip"


def previous_pack(folder: Path, language: str, settings: str) -> Path | None:
    """The newest pack of a language, rather one that was made with the same settings."""
    for pattern in (f"{language}-{settings[:8]}-*.zip", f"{language}-????????-*.zip"):
        found = max(_packs_with_times(folder.glob(pattern)), default=None)
        if found:
            return found[1]
    return None


def forget_old_packs(
    folder: Path,
    used: Iterable[str],
    *,
    most: int = MOST_OF_A_KIND,
    most_bytes: int = MOST_BYTES,
) -> None:
    """Delete packs beyond so many of one language and settings, and then beyond so many bytes.

    Those that were used last stay; the packs `used` now count as such.
    """
    for name in used:
        with contextlib.suppress(OSError):
            os.utime(folder / name)
    newest = max((time for time, _, _ in _packs_with_times(folder.glob("*.zip"))), default=0)
    for time, path, _ in _packs_with_times(folder.glob(".*.zip.*")):
        if newest - time > _LONGEST_TO_WRITE:  # a build that was killed has left it
            path.unlink(missing_ok=True)
    total = 0
    of_kind: Counter[str] = Counter()
    for _, path, size in sorted(_packs_with_times(folder.glob("*.zip")), reverse=True):
        kind = path.name.rpartition("-")[0]
        of_kind[kind] += 1
        total += size
        if of_kind[kind] > most or total > most_bytes:
            path.unlink(missing_ok=True)


def _packs_with_times(paths: Iterable[Path]) -> Iterator[tuple[int, Path, int]]:
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue  # another build has just deleted it
        yield status.st_mtime_ns, path, status.st_size
