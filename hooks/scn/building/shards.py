"""Parts of one site that several machines have built, and joining them.

A build of some languages only (`SCN_LANGUAGES`) makes their files exactly as a build of all
languages would, and leaves a note of what it is a part of.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scn.building.site_folder import files_in
from scn.folders import replace_folder
from scn.search_index import ENTRY_FILE, entry_file

SHARD_FILE = "scn-shard.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    folder: Path
    languages: tuple[str, ...]
    of: tuple[str, ...]
    """All languages of the site, in their order."""

    inputs: str
    """Digest of everything that the site is made from."""


class ShardError(Exception):
    """Folders that are not all parts of one site, each part once; one sentence a line."""


def shard_file(languages: Sequence[str], of: Sequence[str], inputs: str) -> str:
    return json.dumps({"languages": [*languages], "of": [*of], "inputs": inputs}, indent=1) + "\n"


def read_shards(folders: Sequence[Path]) -> tuple[Shard, ...]:
    """The shards in folders, in the order in which they are given.

    Raises:
        ShardError: with all that is wrong with any of them.
    """
    shards, problems = [], []
    for folder in folders:
        path = folder / SHARD_FILE
        try:
            note = json.loads(path.read_bytes())
            shards.append(
                Shard(
                    folder=folder,
                    languages=tuple(note["languages"]),
                    of=tuple(note["of"]),
                    inputs=note["inputs"],
                )
            )
        except FileNotFoundError:
            problems.append(
                f"{path}: There is no such file. Give the folder of a site that was built with"
                " SCN_LANGUAGES."
            )
        except (OSError, ValueError, KeyError, TypeError):
            problems.append(f"{path}: This is no note of a shard. Build the shard again.")
    if not folders:
        problems.append("There is no part. Give the folders of all parts of the site.")
    if not problems:
        problems = list(_problems(shards))
    if problems:
        raise ShardError("\n".join(problems))
    return tuple(shards)


def _problems(shards: Sequence[Shard]) -> Iterator[str]:
    first = shards[0]
    for shard in shards[1:]:
        if (shard.inputs, shard.of) != (first.inputs, first.of):
            yield (
                f"{shard.folder}: This is a part of another site than {first.folder}. Build both"
                " from the same commit with the same settings."
            )
    folder_of: dict[str, Path] = {}
    for shard in shards:
        for language in shard.languages:
            if language in folder_of:
                yield (
                    f"{shard.folder}: The language {language} is in {folder_of[language]} too."
                    " Give each language once."
                )
            folder_of.setdefault(language, shard.folder)
        for language in shard.languages:
            if language not in first.of:
                yield (
                    f"{shard.folder}: The site has no language {language}. Build the part"
                    " without it."
                )
    missing = [language for language in first.of if language not in folder_of]
    if missing:
        yield (
            f"{first.folder}: No shard has {', '.join(missing)}. Build what is missing with"
            f" SCN_LANGUAGES={','.join(missing)}."
        )


def _entry(path: Path) -> Mapping[str, Any]:
    try:
        entry: Mapping[str, Any] = json.loads(path.read_bytes())
        entry["languages"].items()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise ShardError(
            f"{path}: This is no list of search indexes. Build the shard again."
        ) from None
    return entry


def merge_shards(shards: Sequence[Shard], site: Path) -> int:
    """Join shards into a site, which replaces the one that is there; how many files it has.

    Raises:
        ShardError: two shards have the same file, or one is damaged.
    """
    new = site.with_name(f"{site.name}.next")
    shutil.rmtree(new, ignore_errors=True)
    shard_of: dict[str, Shard] = {}
    entries: list[Mapping[str, Any]] = []
    for shard in shards:
        for name in files_in(shard.folder):
            if name == ENTRY_FILE:
                entries.append(_entry(shard.folder / name))
            elif name in shard_of:
                raise ShardError(
                    f"{shard.folder / name}: {shard_of[name].folder} has this file too. Build both"
                    " shards again."
                )
            elif name != SHARD_FILE:
                shard_of[name] = shard
    try:
        for name, shard in shard_of.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(shard.folder / name, new / name)
        (new / ENTRY_FILE).parent.mkdir(parents=True, exist_ok=True)
        (new / ENTRY_FILE).write_text(entry_file(entries), encoding="utf-8")
        replace_folder(new, site)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return len(shard_of) + 1
