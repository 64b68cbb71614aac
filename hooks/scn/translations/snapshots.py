"""Superseded source pages that a translation still pins: `docs/_data/translations/sources/`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from scn.problems import Problem
from scn.translations.blob import ID_PATTERN, blob_id

SNAPSHOT_FOLDER = "docs/_data/translations/sources"
_NAME = re.compile(rf"(?P<id>{ID_PATTERN})\.md")


def snapshot_path(id_: str) -> str:
    return f"{SNAPSHOT_FOLDER}/{id_}.md"


def check_snapshots(
    files: Mapping[str, bytes],
    pinned: Collection[str],
    current: Collection[str],
    compared: Collection[str] = (),
) -> Iterator[Problem]:
    """Each has the name of its content and is pinned; what is missing, `check_pins` tells.

    `files` are all files of the folder by path; `pinned` the ids that translations name, `current`
    those of the source pages of today, `compared` those in the names of waivers, which tell
    themselves when a text is missing.
    """
    for path in sorted(files):
        found = _NAME.fullmatch(PurePosixPath(path).name)
        id_ = blob_id(files[path])
        if not found:
            yield _problem(
                path,
                "This is no name of a snapshot. Delete the file, or name it after its content:"
                f" {id_}.md.",
            )
            continue
        if found["id"] != id_:
            yield _problem(
                path,
                f"The content is not the text that the name stands for: its id is {id_}."
                " Get the file back from Git; a snapshot is never edited.",
            )
        elif found["id"] in current or (found["id"] not in pinned and found["id"] not in compared):
            why = (
                "is the page of today" if found["id"] in current else "is pinned by no translation"
            )
            yield _problem(
                path,
                f"This snapshot {why}. Run `python scripts/translations.py snapshot`, which"
                " deletes it.",
                is_warning=True,
            )


def texts_of_snapshots(files: Mapping[str, bytes]) -> dict[str, str]:
    """The texts by blob id: by what they are, so an altered file is no longer the one it was."""
    return {blob_id(data): data.decode("utf-8-sig", "replace") for data in files.values()}


def _problem(path: str, message: str, *, is_warning: bool = False) -> Problem:
    return Problem(path=path, line=1, column=1, message=message, is_warning=is_warning)
