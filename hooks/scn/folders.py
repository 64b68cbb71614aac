"""Replacing a folder in one step."""

from __future__ import annotations

import shutil
from pathlib import Path


def replace_folder(new: Path, old: Path) -> None:
    """Put `new` in the place of `old`, which may not exist; both stand on one file system."""
    if not new.is_dir():
        return
    aside = old.with_name(f"{old.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        if aside.exists():
            aside.rename(old)
        raise
    shutil.rmtree(aside, ignore_errors=True)
