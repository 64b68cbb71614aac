"""Reads and checks all data and all pages before anything is built, once for all languages."""

from __future__ import annotations

import datetime
import json
import logging
import os
import platform
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from operator import call
from pathlib import Path
from typing import Any

import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from engine.look_ahead import Seen
from engine.settings import Settings, given_settings, memory_file, root_of, settings_of
from scn.building.digests import digest_of_bytes
from scn.building.inputs import Inputs, read_inputs
from scn.building.memory import Memory, MemoryFileError, read_remembered
from scn.content_load import load_content
from scn.example import EXAMPLE_EPOCH, EXAMPLE_SESSIONS
from scn.languages import asks_for_pseudo_language
from scn.problems import ContentError
from scn.pseudo_content import with_pseudo_language
from scn.site import Site, site_from_content

log = logging.getLogger("mkdocs.scn")
_ENGINE = Path(__file__).parent
_LOCK = "requirements/site.txt"


def load_site(
    config: MkDocsConfig,
    inputs: Inputs | None = None,
    *,
    is_preview: bool,
    heads_ahead: Callable[[], Mapping[str, Any]] = dict,
    when_idle: Callable[[Callable[[], None]], None] = call,
) -> Site:
    """What the site says, from all files; `when_idle` gets what is to be written down for later.

    Where nothing is remembered, `heads_ahead` may give what was read of the pages meanwhile.

    Raises:
        PluginError: with every problem of every file.
    """
    root = root_of(config)
    settings = settings_of(config)
    version = inputs.code_key() if inputs else ""
    requested = os.environ.get("SCN_LANGUAGES", "")
    remembered = _remembered(settings, version)
    memory = Memory(inputs.digests if inputs else {}, remembered)
    try:
        content = load_content(
            root,
            docs=Path(config.docs_dir),
            requested_languages=requested,
            is_preview=is_preview,
            sessions_folder=root / EXAMPLE_SESSIONS if _is_example() else None,
            memory=memory,
            heads_ahead=dict if remembered else heads_ahead,
        )
        if asks_for_pseudo_language(requested):
            content = with_pseudo_language(content)
        site = site_from_content(
            content,
            site_url=config.site_url or "",
            repository=config.repo_url or "",
            settings=config.extra.get("publication") or {},
            epoch=_epoch(root),
            config_text=Path(config.config_file_path).read_text("utf-8"),
            is_published=os.environ.get("SCN_PUBLISH") == "1",
            is_example=_is_example(),
            is_preview=is_preview,
        )
    except ContentError as error:
        raise PluginError(error.counted) from None
    if inputs and not settings.is_plain:
        when_idle(partial(memory.save, memory_file(settings.cache), version))
    return site


def inputs_of(config: MkDocsConfig, seen: Seen, *, is_preview: bool) -> Inputs:
    """Everything that the output may depend on, by its digest.

    Raises:
        PluginError: with every file that cannot be read.
    """
    root = root_of(config)
    folders = {
        "docs": Path(config.docs_dir),
        "code/hooks": _ENGINE.parent,
        "code/overrides": Path(config.theme.custom_dir or root / "overrides"),
    }
    if _is_example():
        folders["docs/_data/example"] = root / EXAMPLE_SESSIONS
    files = {
        "code/mkdocs.yml": Path(config.config_file_path),
        f"code/{_LOCK}": root / _LOCK,
        **{f"code/hooks/other/{path.name}": path for path in _hooks_elsewhere(config)},
    }
    try:
        digests = read_inputs(folders, files, seen.digests_below)
    except ContentError as error:
        shown = (replace(one, path=os.path.relpath(one.path, root)) for one in error.problems)
        raise PluginError(ContentError(shown).counted) from None
    epoch = _epoch(root)
    day = None if epoch is None else datetime.datetime.fromtimestamp(epoch, datetime.UTC).date()
    said = [
        *_settings_of_file(Path(config.config_file_path).read_text("utf-8-sig")),
        *(
            {name: value for name, value in given.items() if name not in _SAYS_NOTHING}
            for given in given_settings(config)[1:]
        ),
        [config.site_url, is_preview, day],
        [os.environ.get(name) for name in ("SCN_PUBLISH", "SCN_EXAMPLE")],
        # The languages of a preview are those of its menu; of a build, those that it makes.
        os.environ.get("SCN_LANGUAGES") if is_preview else "",
        [platform.python_version(), _installed()],
    ]
    text = json.dumps(said, default=_said, sort_keys=True)
    # MkDocs makes some paths absolute; where the project is shows nowhere.
    text = text.replace(json.dumps(str(root))[1:-1], "")
    return Inputs(
        digests=digests,
        settings=digest_of_bytes(text.encode()),
        needs_all_pages=epoch is None,
    )


_SAYS_NOTHING = ("site_dir", "strict", "dev_addr", "watch", "config_file")
"""Settings of the command that no page shows."""

_NAVIGATION = re.compile(r"(?ms)^nav:.*?(?=^[^\s#-]|\Z)")
_FROM_ENVIRONMENT = re.compile(r"!ENV\s+\[?\s*([A-Za-z_]\w*)")


def _settings_of_file(text: str) -> tuple[str, list[str | None]]:
    """What mkdocs.yml says, from its text, because MkDocs takes the read values to pieces.

    The navigation is in the digest of each page by its value.
    """
    asked = _FROM_ENVIRONMENT.findall(text)
    return _NAVIGATION.sub("", text), [os.environ.get(name) for name in asked]


def _said(value: object) -> str:
    """What the output can see of a setting that is no plain value: its name, not its address."""
    return getattr(value, "__qualname__", "") or str(value)


def _hooks_elsewhere(config: MkDocsConfig) -> Iterator[Path]:
    """Files of hooks that are not in the folder of this one."""
    for hook in _loaded_hooks(config):
        path = Path(str(hook.__file__)).absolute()
        if path.parent != _ENGINE.parent.absolute():
            yield path


def _loaded_hooks(config: MkDocsConfig) -> list[Any]:
    """MkDocs keeps modules by their path where its types say that it has a list."""
    hooks: Any = config.hooks
    return list(hooks.values())


def _installed() -> list[str]:
    """Name and version of what is installed beside MkDocs: the names of its records say it."""
    return sorted(
        entry.name
        for entry in os.scandir(Path(mkdocs.__file__).parents[1])
        if entry.name.endswith((".dist-info", ".egg-info"))
    )


def _remembered(settings: Settings, version: str) -> dict[str, object]:
    if settings.is_plain or not version:
        return {}
    try:
        return dict(read_remembered(memory_file(settings.cache), version))
    except MemoryFileError as error:
        log.info(f"Not used and made again: {error}.")
        return {}


def _is_example() -> bool:
    return os.environ.get("SCN_EXAMPLE") == "1"


def _epoch(root: Path) -> int | None:
    """Seconds since 1970 that the build calls now: SOURCE_DATE_EPOCH, else the day of the example
    or the last commit."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return int(datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).timestamp())
        except (ValueError, OverflowError, OSError):
            raise PluginError(
                f"SOURCE_DATE_EPOCH is {epoch!r}. Write whole seconds since 1970."
            ) from None
    if _is_example():
        return EXAMPLE_EPOCH
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=True)
        return int(found.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None
