"""A folder for files that are read once and then deleted: in memory, where the system has such.

On a disk each of them costs more than once. The file system ext4 does not use the place of a file
again for minutes after it was deleted, and looks for another: a build that deletes thousands makes
its own new files slower.
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

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - folders in it are for their owner alone
_folders: set[Path] = set()
"""Those that this process has now."""


@contextlib.contextmanager
def scratch_folder(needed: int | None = None) -> Iterator[Path]:
    """A new folder: in memory if so many bytes are free there, else where the system has such."""
    parent = _in_memory(needed) if needed is not None else None
    folder = Path(tempfile.mkdtemp(prefix=f"{_prefix()}{os.getpid()}-", dir=parent))
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


def _in_memory(needed: int) -> Path | None:
    if sys.platform != "linux" or not os.access(_IN_MEMORY, os.W_OK | os.X_OK):
        return None
    _delete_what_was_left(_IN_MEMORY)
    return _IN_MEMORY if shutil.disk_usage(_IN_MEMORY).free >= needed else None


@cache
def _delete_what_was_left(parent: Path) -> None:
    """By processes that were killed: memory is not freed by itself."""
    for folder in parent.glob(f"{_prefix()}*-*"):
        process = folder.name.removeprefix(_prefix()).partition("-")[0]
        if process.isdecimal() and not Path(f"/proc/{process}").exists():
            shutil.rmtree(folder, ignore_errors=True)


@cache
def _prefix() -> str:
    """With the space in which numbers of processes count: containers may share the memory."""
    try:
        space = Path("/proc/self/ns/pid").stat().st_ino
    except OSError:
        space = 0
    return f"scn-search-{space}-"
