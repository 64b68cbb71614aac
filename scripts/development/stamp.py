"""What `.venv` was set up for: written into it when all is done, and read at each start."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

LOCKS = {"site": "requirements/site.txt", "test": "requirements/test.txt"}
SETUP = "1"
"""Raise it when the steps of the set-up change, so that everybody's is made again."""


def venv_python(venv: Path) -> Path:
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def digest(path: Path) -> str:
    """The digest of a lock, the same whatever line ends git has given the file."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def place(root: Path, venv: Path) -> dict[str, str]:
    """What makes a .venv useless when it changes: it was moved, or its Python was replaced."""
    return {"setup": SETUP, "root": str(root), "python": os.path.realpath(venv_python(venv))}


def wanted(root: Path, lock: str) -> dict[str, str]:
    """The digests that the stamp must hold. The test lock holds all of the site lock."""
    names = ("site", "test") if lock == "test" else ("site",)
    return {name: digest(root / LOCKS[name]) for name in names}


def read_stamp(path: Path) -> dict[str, str]:
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def holds(stamp: Mapping[str, str], entries: Mapping[str, str]) -> bool:
    return all(stamp.get(name) == value for name, value in entries.items())
