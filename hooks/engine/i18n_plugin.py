"""What the i18n plugin does for each file, each link and each line, in less time.

| of the plugin | why |
|---|---|
| `default_language`, `all_languages` | it looks through its list each time |
| `get_file_from_path` | it makes a dozen paths for each link |
| `create_i18n_file`, `is_relative_to` | it makes a dozen paths for each file |
| `on_page_markdown` | it looks at each line for titles of notes in other languages |
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Sequence
from typing import Any

import mkdocs_static_i18n.folder
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs_static_i18n.config import RE_LOCALE

from scn.languages import SOURCE_LANGUAGE

_library: Any = mkdocs_static_i18n.folder
_create_i18n_file: Callable[..., File] = _library.create_i18n_file


def file_from_path(files: Any, path: str) -> File | None:
    """In place of `I18nFiles.get_file_from_path`."""
    current, source = files.plugin.current_language, SOURCE_LANGUAGE
    wanted = "index.md" if path in ("", ".") else posixpath.normpath(path)
    first, slash, rest = wanted.partition("/")
    if slash and first in (current, source):
        other = source if first == current else current
        places = (wanted, f"{other}/{rest}", rest)
    else:
        places = (f"{current}/{wanted}", f"{source}/{wanted}", wanted)
    return next((files.src_uris[place] for place in places if place in files.src_uris), None)


def is_relative_to(path: os.PathLike[str] | str, folder: str) -> bool:
    inner, outer = os.fspath(path), os.fspath(folder)
    return inner == outer or inner.startswith((f"{outer}/", f"{outer}{os.sep}"))


def i18n_file(
    file: File,
    current_language: str,
    default_language: str,
    all_languages: Sequence[str],
    config: MkDocsConfig,
) -> File:
    """In place of `create_i18n_file`."""
    source, place = file.src_uri, file.dest_uri
    folder, slash, rest = source.partition("/")
    if not slash or place.endswith("README.html") or file.name == "README":
        return _create_i18n_file(file, current_language, default_language, all_languages, config)
    is_localized = folder in all_languages or bool(RE_LOCALE.match(folder))
    language = folder if is_localized else default_language
    below = place.removeprefix(f"{language}/")
    if language != current_language:
        is_moved = below != place or current_language != default_language
        place = f"{current_language}/{below}" if is_moved else place
    elif language == default_language:
        place = below
    made: Any = File(
        source,
        config.docs_dir,
        file.dest_path,  # as the plugin has it
        config.use_directory_urls,
        dest_uri=place,
        inclusion=file.inclusion,
    )
    made.abs_dest_path = os.path.normpath(os.path.join(config.site_dir, made.dest_path))  # noqa: PTH118
    made.url = made._get_url(config.use_directory_urls)
    made.alternates = {current_language: made}
    made.locale, made.locale_alternate_of = language, current_language
    made.localization = folder if is_localized else None
    made.norm_src_uri = rest if is_localized else source
    return made  # type: ignore[no-any-return]


def events_without_titles(config: MkDocsConfig, i18n: Any) -> dict[str, list[Any]]:
    """The events of the plugins, without what i18n does for titles where it has none."""
    events: dict[str, list[Any]] = dict(config.plugins.events)
    if not any(language.admonition_translations for language in i18n.config.languages):
        events["page_markdown"] = [
            _as_lines if one == i18n.on_page_markdown else one for one in events["page_markdown"]
        ]
    return events


def _as_lines(markdown: str, **_: object) -> str:
    """The rest of what it does."""
    return "\n".join(markdown.splitlines())
