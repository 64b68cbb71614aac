"""Files of the cache that say of themselves whether they are as they were written."""

from __future__ import annotations

import os
from pathlib import Path

from scn.building.digests import digest_of_bytes

_DIGEST = 32


class DamagedFileError(ValueError):
    """The content of a file is not the one that was written."""


def write_checked(path: Path, content: bytes) -> None:
    """In one step, with the digest of the content before it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.write_bytes(digest_of_bytes(content).encode() + content)
    unfinished.replace(path)


def read_checked(path: Path) -> bytes:
    """The content.

    Raises:
        DamagedFileError: it is another one than was written.
        OSError: there is no such file, or it cannot be read.
    """
    data = path.read_bytes()
    content = data[_DIGEST:]
    if digest_of_bytes(content).encode() != data[:_DIGEST]:
        raise DamagedFileError(f"{path.name} is damaged")
    return content
