"""Which snapshots are to be written and which to be deleted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from scn.problems import Problem
from scn.translations.blob import blob_id
from scn.translations.catalogue import Catalogue
from scn.translations.snapshots import snapshot_path
from scn.translations.states import pinned_ids
from scn.translations.waivers import ids_of_waivers
from scn.translations.waiving import superfluous_waivers


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotPlan:
    missing: tuple[str, ...]
    """Ids of texts that a translation pins or a waiver compares and that are not kept."""

    altered: tuple[str, ...]
    """Ids whose file is there with another content."""

    superfluous: tuple[str, ...]
    """Files, waivers among them, that no translation needs."""


def snapshot_plan(catalogue: Catalogue) -> SnapshotPlan:
    today = {blob_id(text) for text in catalogue.translations.today.values()}
    useless = tuple(superfluous_waivers(catalogue))
    compared = ids_of_waivers(catalogue.waivers.keys() - set(useless))
    needed = sorted({*pinned_ids(catalogue.heads), *compared} - today)
    paths = {snapshot_path(id_): id_ for id_ in needed}
    there = catalogue.snapshots
    return SnapshotPlan(
        missing=tuple(id_ for path, id_ in paths.items() if path not in there),
        altered=tuple(
            id_ for path, id_ in paths.items() if path in there and blob_id(there[path]) != id_
        ),
        superfluous=(
            *useless,
            *(
                path
                for path in sorted(there)
                if path not in paths and PurePosixPath(path).stem == blob_id(there[path])
            ),
        ),
    )


def lost_text(catalogue: Catalogue, id_: str, history: str) -> Problem:
    """A text that is neither kept nor known to Git; the pages are those that pin it.

    `history` is how much of it there is: whole, part or none.
    """
    files = [
        file
        for file, head in sorted(catalogue.heads.items())
        if head.translation and head.translation.source == id_
    ]
    if not files:
        waiver = next(path for path in sorted(catalogue.waivers) if id_ in path)
        message = f"Git has no English text {id_}, so nobody sees what was waived. Delete the file."
        return Problem(path=waiver, line=1, column=1, message=message)
    language, _, path = files[0].partition("/")
    text = catalogue.texts[files[0]]
    line = next((n for n, each in enumerate(text.split("\n"), start=1) if id_ in each), 1)
    if history == "none":
        message = (
            f"The English text {id_} is not kept, and here is no Git repository to take it from."
            " Run the command in a clone of the project."
        )
    elif history == "part":
        message = (
            f"Git has no English text {id_} in this clone, which has only a part of the history."
            " Run `git fetch --unshallow`, then this command again."
        )
    else:
        message = (
            f"Git has no English text {id_}. Compare the page with the English one and run"
            f" `python scripts/translations.py sync {language} {path}`."
        )
    return Problem(path=f"docs/{files[0]}", line=line, column=1, message=message)
