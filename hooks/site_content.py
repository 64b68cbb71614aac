"""Reads and checks all data and all pages before anything is built."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs_static_i18n.config import I18nPluginLanguage

from scn.content import load_content
from scn.example import EXAMPLE_EPOCH, EXAMPLE_SESSIONS
from scn.languages import SOURCE_LANGUAGE
from scn.problems import ContentError
from scn.site import site_from_content


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The i18n plugin builds each language with this event again: what is there stays."""
    if "scn" not in config.extra:
        # As MkDocs makes docs_dir absolute: symbolic links stay.
        root = Path(os.path.abspath(config.config_file_path)).parent  # noqa: PTH100
        is_example = os.environ.get("SCN_EXAMPLE") == "1"
        try:
            content = load_content(
                root,
                docs=Path(config.docs_dir),
                requested_languages=os.environ.get("SCN_LANGUAGES", ""),
                sessions_folder=root / EXAMPLE_SESSIONS if is_example else None,
            )
            config.extra["scn"] = site_from_content(
                content,
                site_url=config.site_url or "",
                repository=config.repo_url or "",
                settings=config.extra.get("publication") or {},
                epoch=_epoch(root, EXAMPLE_EPOCH if is_example else None),
                config_text=Path(config.config_file_path).read_text("utf-8"),
                is_published=os.environ.get("SCN_PUBLISH") == "1",
                is_example=is_example,
            )
        except ContentError as error:
            count = len(error.problems)
            raise PluginError(
                f"{count} problem{'s' * (count > 1)} in the content:\n{error}"
            ) from None
    built = config.extra["scn"].content.built
    # The plugin builds the default language first, and again where it meets it later in the list.
    ordered = sorted(built, key=lambda one: one.code != SOURCE_LANGUAGE)
    config.plugins["i18n"].config.languages = [_language(one.code, one.name) for one in ordered]
    return config


def _language(code: str, name: str) -> I18nPluginLanguage:
    language = I18nPluginLanguage()
    default = code == SOURCE_LANGUAGE
    language.load_dict({"locale": code, "name": name, "default": default, "build": True})
    language.validate()
    return language


def _epoch(root: Path, default: int | None) -> int | None:
    """Seconds since 1970 that the build calls now: SOURCE_DATE_EPOCH, else the default or the last
    commit."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return int(datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).timestamp())
        except (ValueError, OverflowError, OSError):
            raise PluginError(
                f"SOURCE_DATE_EPOCH is {epoch!r}. Write whole seconds since 1970."
            ) from None
    if default is not None:
        return default
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=True)
        return int(found.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None
