"""Files that take long to make, kept by the digest of all that decides about them."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from scn.building.checked_files import DamagedFileError, read_checked, write_checked
from scn.generated_file import GeneratedFile, content_of

MOST_BYTES = 200_000_000


class KeptFiles:
    """A folder of such files; several processes may use it at the same time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def content_of(self, file: GeneratedFile) -> bytes:
        path = self.folder / file.decided_by[:2] / file.decided_by
        with contextlib.suppress(OSError, DamagedFileError):
            content = read_checked(path)
            os.utime(path)
            return content
        made = content_of(file)
        content = made.encode() if isinstance(made, str) else made
        with contextlib.suppress(OSError):  # as where the disk is full: it is made again
            write_checked(path, content)
        return content


def forget_old_files(folder: Path, *, most_bytes: int = MOST_BYTES) -> None:
    """Delete those that were not used for longest, beyond so many bytes."""
    found = []
    for path in folder.glob("??/*"):
        with contextlib.suppress(OSError):
            status = path.stat()
            found.append((status.st_mtime_ns, status.st_size, path))
    total = 0
    for _, size, path in sorted(found, reverse=True):
        total += size
        if total > most_bytes:
            path.unlink(missing_ok=True)
