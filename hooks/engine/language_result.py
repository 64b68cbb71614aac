"""What became of one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scn.building.site_folder import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageBuild:
    """Small, since it comes from another process."""

    language: str
    folder: Path
    """Where its files are."""

    names: tuple[str, ...] = ()
    """Its files, by their place in the site."""

    written: Mapping[str, Status] = field(default_factory=dict)
    """Those that are in the folder; the others are as in the previous pack."""

    previous: str = ""
    """Name of that pack."""

    search: dict[str, Any] = field(default_factory=dict)
    pages: int = 0
    reused: int = 0
    said: tuple[tuple[str, int, str], ...] = ()
    """Logger, level and text of what was said meanwhile."""

    failure: str = ""
    """Why the language was not built."""
