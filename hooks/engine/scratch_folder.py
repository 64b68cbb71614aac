"""A folder for files that are read once and then deleted: in memory, where the system has such.

On a disk each of them costs more than once. The file system ext4 does not use the place of a file
again for some seconds after it was deleted, and looks for another: a build that deletes thousands
makes its own new files slower.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from engine.processes import available_cores

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - folders in it are for their owner alone
_ENOUGH = 16 << 20
"""Bytes that have to be free there for each process; a language of 240 pages needs a third."""

_PREFIX = "scn-search-"
_folders: set[Path] = set()
"""Those that this process has now."""


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    name = f"{_PREFIX}{os.getpid()}-"
    folder = Path(tempfile.mkdtemp(prefix=name, dir=_in_memory()))
    _folders.add(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _folders.discard(folder)


def delete_scratch_folders() -> None:
    """Before a process ends at once, without leaving its blocks."""
    for folder in list(_folders):
        shutil.rmtree(folder, ignore_errors=True)


@cache
def _in_memory() -> Path | None:
    """Where there is none, folders stand where the system has those that do not stay."""
    try:
        is_enough = shutil.disk_usage(_IN_MEMORY).free >= _ENOUGH * available_cores()
    except OSError:
        return None
    if sys.platform != "linux" or not is_enough or not os.access(_IN_MEMORY, os.W_OK | os.X_OK):
        return None
    _delete_what_was_left(_IN_MEMORY)
    return _IN_MEMORY


def _delete_what_was_left(parent: Path) -> None:
    """By processes that were killed: memory is not freed by itself."""
    for folder in parent.glob(f"{_PREFIX}*-*"):
        process = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if process.isdecimal() and not Path(f"/proc/{process}").exists():
            shutil.rmtree(folder, ignore_errors=True)
