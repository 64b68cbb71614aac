"""Replaces the built site only after a build without errors; keeps the theme's files out of it.

`on_post_build` is too early to replace the site: a strict build aborts after it, and the i18n
plugin runs further builds inside it.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from scn.folders import replace_folder

_building: dict[str, Path] = {}
"""Where the command builds (`next`) and what that replaces (`site`); empty while serving."""


def on_startup(command: str, dirty: bool) -> None:
    _building.clear()
    if command == "build" and not dirty:
        _building["site"] = Path()


@event_priority(90)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if "site" in _building and "next" not in _building:
        site = Path(config.site_dir)
        _building.update(site=site, next=site.with_name(f"{site.name}.next"))
        config.site_dir = str(_building["next"])
    return config


@event_priority(-120)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    theme = tuple(str(Path(folder)) for folder in config.theme.dirs)
    for file in list(files):
        if file.src_dir and str(Path(file.src_dir)) in theme:
            files.remove(file)
    config.theme.static_templates.clear()
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """The style sheet of mkdocstrings serves the theme's frame, which no page has."""
    Path(config.site_dir, "assets", "_mkdocstrings.css").unlink(missing_ok=True)


def on_shutdown() -> None:
    """MkDocs calls this in a `finally`: an exception on its way out means a failed build."""
    if "next" not in _building:
        return
    if sys.exc_info()[0] is None:
        replace_folder(_building["next"], _building["site"])
    else:
        shutil.rmtree(_building["next"], ignore_errors=True)
