"""Writes several files, or none."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path


def write_all(root: Path, files: Mapping[str, bytes]) -> None:
    """Write all files, by their path in the project; where one cannot be written, none is.

    Raises:
        SystemExit: one cannot be written.
    """
    waiting: list[tuple[Path, Path]] = []
    name = ""
    try:
        for name, data in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f"{path.name}.new")
            beside.write_bytes(data)
            waiting.append((beside, path))
        for beside, path in waiting:
            name = path.relative_to(root).as_posix()
            beside.replace(path)
    except OSError as error:
        for beside, _ in waiting:
            beside.unlink(missing_ok=True)
        sys.exit(f"{name}: cannot be written: {error.strerror}. Nothing is written.")
