"""The functions of MkDocs and its plugins that are replaced while one language is built, and why.

| of MkDocs | why |
|---|---|
| `get_files` | it lists the pages of all languages for each language |
| `theme.get_env` | a new environment compiles all templates again, and lists the theme's files |
| `files.copy_static_files` | it copies pictures and style sheets once for each language |
| `utils.write_file` | see `written_files` |
| `_populate_page`, `_build_page` | to ask `remembered_pages` first |
| `markdown.Markdown` | it is put together anew for each page, which takes as long as a short page |
| its `serializer` | see `xhtml` |
| its inline patterns and block processors | see `inline_patterns` and `block_processors` |
| steps of Markdown | see `markdown_steps` |
| `I18nFiles`, and more of the i18n plugin | see `i18n_plugin` |
| `_download_inventories` of mkdocstrings | it starts the handler of Python for each language |

Versions are pinned, and tests compare what comes out with and without (`SCN_PLAIN=1`).
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from types import SimpleNamespace
from typing import Any

import markdown
import mkdocs.commands.build
import mkdocs.structure.pages
import mkdocs.utils
import mkdocs_static_i18n.folder
import mkdocs_static_i18n.reconfigure
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.folder import I18nFiles
from mkdocstrings import Handlers

from engine import block_processors, i18n_plugin, inline_patterns
from engine.markdown_steps import STEPS
from engine.remembered_pages import RememberedPages
from engine.written_files import WrittenFiles
from engine.xhtml import xhtml_of
from scn.languages import SOURCE_LANGUAGE

log = logging.getLogger("mkdocs.structure.files")


@contextlib.contextmanager
def replaced(
    config: MkDocsConfig,
    pages: RememberedPages,
    written: WrittenFiles,
    environment: Environment,
    *,
    language: str,
    languages: Sequence[str],
    names: Sequence[str],
    is_plain: bool,
) -> Iterator[None]:
    """Replace them for the build of a language; `names` are all files of `docs/` but the data."""
    build = mkdocs.commands.build
    with contextlib.ExitStack() as stack:

        def put(owner: object, **functions: object) -> None:
            stack.enter_context(_in_place_of(owner, **functions))

        put(config.theme, get_env=lambda: environment)
        put(I18nFiles, get_file_from_path=i18n_plugin.file_from_path)
        put(Files, copy_static_files=_method(_copy_static_files, language, pages, written))
        put(
            build,
            get_files=partial(_files, language, languages, names),
            _populate_page=partial(pages.populate, build._populate_page),
            _build_page=partial(pages.build, build._build_page),
        )
        if not _has_inventories(config):
            put(Handlers, _download_inventories=lambda _: None)
        if not is_plain:
            put(mkdocs.utils, write_file=written.write_file)
            put(mkdocs.structure.pages, markdown=SimpleNamespace(Markdown=_OneMarkdown(config)))
            put(inline_patterns.OWNER, **{inline_patterns.NAME: inline_patterns.handle_inline})
            put(block_processors.OWNER, **{block_processors.NAME: block_processors.parse_blocks})
            for step in STEPS:
                put(step.owner, **{step.name: step.function})
            i18n: Any = config.plugins["i18n"]
            put(type(i18n), default_language=SOURCE_LANGUAGE, all_languages=i18n.all_languages)
            put(config.plugins, events=i18n_plugin.events_without_titles(config, i18n))
            put(mkdocs_static_i18n.folder, create_i18n_file=i18n_plugin.i18n_file)
            put(mkdocs_static_i18n.reconfigure, is_relative_to=i18n_plugin.is_relative_to)
        yield


def _has_inventories(config: MkDocsConfig) -> bool:
    """Whether the reference of the code links into those of others."""
    plugin: Any = config.plugins["mkdocstrings"]
    return any("inventories" in handler for handler in plugin.config.handlers.values())


def _files(
    language: str, languages: Sequence[str], names: Sequence[str], config: MkDocsConfig
) -> Files:
    """The pages of the language, those of the source that it lacks, and what is no page.

    In the order of MkDocs' own `get_files`, which lists those of all languages.
    """
    every = frozenset(names)
    others = tuple(f"{code}/" for code in languages if code not in (language, SOURCE_LANGUAGE))
    source = f"{SOURCE_LANGUAGE}/"

    def is_read(name: str) -> bool:
        if name.endswith("/README.md") and (index := f"{name[:-9]}index.md") in every:
            log.warning(f"Excluding '{name}' from the site because it conflicts with '{index}'.")
            return False
        is_of_source = language != SOURCE_LANGUAGE and name.startswith(source)
        return not is_of_source or f"{language}/{name.removeprefix(source)}" not in every

    def make(name: str) -> File:
        return File(name, config.docs_dir, config.site_dir, config.use_directory_urls)

    own = sorted((name for name in names if not name.startswith(others)), key=_order)
    files = Files([make(name) for name in own if is_read(name)])
    set_exclusions(files, config)
    for file in list(files):
        if file.inclusion is InclusionLevel.EXCLUDED and not file.is_documentation_page():
            files.remove(file)
    return files


def _order(name: str) -> tuple[Any, ...]:
    folder, _, file = name.rpartition("/")
    return (folder.split("/"), os.path.splitext(file)[0] not in ("index", "README"), file)  # noqa: PTH122


def _copy_static_files(
    language: str,
    pages: RememberedPages,
    written: WrittenFiles,
    files: Files,
    dirty: bool = False,
    *,
    inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included,
) -> None:
    """Those below the folder of the language; the rest is copied with the source language."""
    for file in files:
        is_own = language == SOURCE_LANGUAGE or file.dest_uri.startswith(f"{language}/")
        if file.is_documentation_page() or not is_own or not inclusion(file.inclusion):
            continue
        if pages.is_untouched(file):
            continue
        if file.generated_by:  # it is in memory
            written.create(file.dest_uri, file.content_bytes)
        else:
            file.copy_file(dirty)


def _method(function: Callable[..., None], *first: object) -> Callable[..., None]:
    def method(files: Files, *given: Any, **named: Any) -> None:
        function(*first, files, *given, **named)

    return method


class _OneMarkdown:
    """Gives the same `markdown.Markdown` for each page, emptied, as the library has it.

    A page with a reference of the code gets one of its own: what mkdocstrings puts into it does
    not go away with `reset`.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.one: markdown.Markdown | None = None

    def __call__(self, **settings: Any) -> markdown.Markdown:
        page: Page | None = self.config._current_page
        if page is not None and "\n::: " in (page.markdown or ""):
            return markdown.Markdown(**settings)
        if self.one is None:
            self.one = markdown.Markdown(**settings)
            # It looks through a list for each element; all extensions have added theirs by now.
            self.one.is_block_level = cache(self.one.is_block_level)  # type: ignore[method-assign]
            self.one.serializer = xhtml_of
        return self.one.reset()


@contextlib.contextmanager
def _in_place_of(owner: object, **names: object) -> Iterator[None]:
    before = {name: owner.__dict__.get(name) for name in names}
    for name, value in names.items():
        setattr(owner, name, value)
    try:
        yield
    finally:
        for name, was in before.items():
            if was is None:
                delattr(owner, name)
            else:
                setattr(owner, name, was)
