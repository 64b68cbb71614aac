"""Brings the folder of the site up to date from the files of each language."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from engine.language_result import LanguageBuild
from scn.building.packs import Pack, read_pack
from scn.building.shards import SHARD_FILE
from scn.building.site_folder import (
    Changes,
    FolderWriter,
    Status,
    files_after,
    language_of_file,
    move_files,
    update_files,
)
from scn.building.site_record import SiteRecord
from scn.folders import replace_folder
from scn.search_index import ENTRY_FILE

STALE = ""
"""Key of a search index that is still that of an earlier text."""

MERGED = (ENTRY_FILE, SHARD_FILE)
"""Files that speak of several languages."""


@dataclass(kw_only=True)
class Part:
    """The files of one language, wherever they come from."""

    pack: str
    search: Mapping[str, Any]
    is_search_stale: bool = False
    """Whether its search index is still to be made, see `search_later`; `path` is there then."""

    names: tuple[str, ...] = ()
    build: LanguageBuild | None = None
    path: Path | None = None
    """Of the pack, where the files that are not in the folder of the build are read."""

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        return read_pack(self.path).files if self.path else {}

    @property
    def written(self) -> Mapping[str, Status]:
        return self.build.written if self.build else {}

    def content_of(self, name: str) -> bytes:
        if self.build and name in self.written:
            return (self.build.folder / name).read_bytes()
        return self.files[name]


def part_of_pack(pack: Pack, path: Path) -> Part:
    is_stale = pack.search["key"] == STALE
    part = Part(
        pack=path.name,
        search=pack.search["entry"],
        is_search_stale=is_stale,
        names=tuple(pack.files),
        path=path,
    )
    part.files = pack.files
    return part


def part_of_build(build: LanguageBuild, whole: Path) -> Part:
    """`whole` is where the pack stands if nothing was warned about."""
    return Part(
        pack=whole.name,
        search=build.search["entry"],
        is_search_stale=build.search["key"] == STALE,
        names=build.names,
        build=build,
        path=whole if whole.is_file() else whole.with_suffix(".part.zip"),
    )


def update_site(
    site: Path,
    parts: Mapping[str, Part],
    merged: Mapping[str, bytes],
    record: SiteRecord,
    every: tuple[str, ...],
) -> dict[str, Status]:
    """The folder is as it was left: only what differs is written. The files of afterwards."""
    old: dict[str, list[str]] = {}
    every = (*every, *record.packs)  # also those that the site has no more
    for name in record.files:
        if name not in MERGED:
            old.setdefault(language_of_file(name, every), []).append(name)
    changes: Changes = {}
    for code, part in parts.items():
        was = frozenset(old.get(code, ()))
        if record.packs.get(code) != part.pack:
            is_from_there = part.build and record.packs.get(code) == part.build.previous
            same = was - part.written.keys() if is_from_there else ()
            changes |= update_files(site, was, part.names, part.content_of, same=same)
    for code in record.packs.keys() - parts.keys():
        gone = frozenset(old.get(code, ()))
        changes |= update_files(site, gone, (), merged.__getitem__)
    was = frozenset(name for name in MERGED if name in record.files)
    changes |= update_files(site, was, merged, merged.__getitem__)
    return files_after(record.files, changes)


def replace_site(
    site: Path, parts: Mapping[str, Part], merged: Mapping[str, bytes]
) -> dict[str, Status]:
    """Nobody knows what is in the folder: another takes its place. The files of afterwards."""
    new = site.with_name(f"{site.name}.next")
    shutil.rmtree(new, ignore_errors=True)
    try:
        files: dict[str, Status] = {}
        for part in parts.values():
            if part.build:
                move_files(part.build.folder, new, part.written)
                files |= part.written
        writer = FolderWriter(new)
        for part in parts.values():
            for name in part.names:
                if name not in part.written:
                    writer.create(name, part.files[name])
                    files[name] = writer.status(name)
        for name, content in merged.items():
            writer.create(name, content)
            files[name] = writer.status(name)
        replace_folder(new, site)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return files
