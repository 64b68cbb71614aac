"""What the environment says about how to build; none of it shows in the output."""

from __future__ import annotations

import logging
import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

log = logging.getLogger("mkdocs.scn")
KEPT_FILES = "files"
"""Folder of the cache for single files, such as pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    is_plain: bool
    """Without processes and without memory: the slow way, to compare with."""

    workers: int
    """Processes that build languages; 0 where nobody has said how many."""

    cache: Path
    """Where packs and what else is remembered stand; it may be deleted at any time."""


def settings_of(config: MkDocsConfig) -> Settings:
    """What the environment says.

    Raises:
        PluginError: a setting is none.
    """
    wanted = os.environ.get("SCN_WORKERS", "")
    if wanted and not wanted.isdecimal():
        raise PluginError(f"SCN_WORKERS is {wanted!r}. Write a whole number of processes.")
    cache = cache_below(root_of(config))
    is_plain = os.environ.get("SCN_PLAIN") == "1"
    if not is_plain and not _can_write(cache):
        log.info(f"There is no cache: {cache} cannot be written.")
        is_plain = True
    return Settings(is_plain=is_plain, workers=int(wanted or 0), cache=cache)


def cache_below(root: Path) -> Path:
    return Path(os.environ.get("SCN_CACHE") or root / ".cache" / "scn")


def memory_file(cache: Path) -> Path:
    """What builds have read in files."""
    return cache / "read.json"


def _can_write(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def root_of(config: MkDocsConfig) -> Path:
    """The root of the project, as MkDocs makes docs_dir absolute: symbolic links stay."""
    return Path(os.path.abspath(config.config_file_path or "mkdocs.yml")).parent  # noqa: PTH100


def given_settings(config: MkDocsConfig) -> list[dict[str, Any]]:
    """What mkdocs.yml and, after it, the command line say, before MkDocs adds its defaults."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # MkDocs itself does not use it
        return list(config.user_configs)
