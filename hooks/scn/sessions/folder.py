"""The files of the folder of sessions: their places, their names and their texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from scn.problems import closest, quoted
from scn.sessions.model import NETWORK
from scn.sessions.parts import ID

DEFAULTS_FILE = "_defaults.yml"
SCHEMAS = ("session.schema.json", "defaults.schema.json")
"""JSON Schema for editors, beside the folders: of sessions, and of what they have in common."""

_LONGEST_ID = 80


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Files and links by their path inside the folder, without hidden ones."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if is_of_sessions(name) and (path.is_file() or path.is_symlink()):
            yield name, path


def is_of_sessions(name: str) -> bool:
    """Whether the file is no hidden one and no schema; whether its place is right is checked."""
    is_hidden = any(part.startswith(".") for part in name.split("/"))
    return not is_hidden and name not in SCHEMAS


def read_files(folder: Path) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Texts by their path inside the folder, and the files that have none with the reason."""
    texts, refused = {}, []
    for name, path in files_below(folder):
        if path.is_symlink():
            refused.append((name, "This is a link to another place. Put the file itself here."))
            continue
        try:
            texts[name] = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            refused.append((name, "The file is not UTF-8. Save it as UTF-8."))
    return texts, refused


def id_of(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".yml")


def folder_of(name: str) -> str:
    return name.rpartition("/")[0]


def check_place(name: str, countries: Collection[str]) -> Iterator[str]:
    """What is wrong with where a file is and what it is called."""
    folder, file_name = folder_of(name), name.rpartition("/")[2]
    if folder == "el":
        yield "Greece has the folder gr, its ISO code; el is its code in the Union. Move the file."
    elif folder not in (*countries, NETWORK):
        near = closest(folder, (*countries, NETWORK))
        guess = f" Did you mean {quoted(near)}?" if near else ""
        place = f"{quoted(folder)} is no folder for sessions" if folder else "It is in no folder"
        yield f"{place}. Move it to that of a country, such as bg, or to network.{guess}"
    elif not file_name.endswith(".yml"):
        yield "This is no session file. Give it a name that ends with .yml, or delete it."
    elif file_name != DEFAULTS_FILE:
        yield from _check_id(id_of(name), folder)


def _check_id(id_: str, folder: str) -> Iterator[str]:
    if not id_.startswith(f"{folder}-") or not re.fullmatch(ID, id_, re.ASCII):
        yield (
            f"{quoted(id_)} is no id for this folder. Call the file {folder}-, the year, and words"
            f" of small letters and digits with hyphens, as in {folder}-2027-spring-1.yml."
        )
    elif len(id_) > _LONGEST_ID:
        yield f"The id has {len(id_)} letters. Take {_LONGEST_ID} at most."
