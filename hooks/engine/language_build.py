"""Builds one language by MkDocs' own `build`, into a folder of its own.

What is replaced in MkDocs meanwhile, and why:

| of MkDocs | why |
|---|---|
| `get_files` | it lists the pages of all languages for each language |
| `theme.get_env` | a new environment compiles all templates again, and lists the theme's files |
| `files.copy_static_files` | it copies pictures and style sheets once for each language |
| `_populate_page`, `_build_page` | to ask `remembered_pages` first |
| `markdown.Markdown` | it is put together anew for each page, which takes as long as a short page |
| its inline patterns | see `inline_patterns` |
| `get_file_from_path` of the i18n plugin | it makes a dozen paths for each link |
| `_download_inventories` of mkdocstrings | it starts the handler of Python for each language |

And what the plugins leave behind is put back, so that no language depends on those before it.
"""

from __future__ import annotations

import contextlib
import logging
import os
import posixpath
import shutil
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markdown
import mkdocs.commands.build
import mkdocs.structure.pages
from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.pages import Page
from mkdocs_autorefs import AutorefsPlugin
from mkdocs_static_i18n.folder import I18nFiles
from mkdocstrings import Handlers

from engine import inline_patterns
from engine.remembered_pages import RememberedPages, Warnings
from engine.search import index_language, key_of_texts, texts_of_pages
from engine.settings import Settings
from scn.building.digests import digest_of_value
from scn.building.inputs import Inputs
from scn.building.packs import Pack, PackError, pack_path, previous_pack, read_pack, write_pack
from scn.building.site_folder import files_in, language_of_file
from scn.languages import SOURCE_LANGUAGE
from scn.site import Site

log = logging.getLogger("mkdocs.scn")
MKDOCS_BUILD = getattr(mkdocs.commands.build.build, "original", mkdocs.commands.build.build)
"""MkDocs' own, also while another takes its place."""

STALE = ""
"""Key of a search index that is made later, see `search_later`."""

_ONLY_FOR_THE_THEME = "assets/_mkdocstrings.css"
"""mkdocstrings writes it for the theme's frame, which no page has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageBuild:
    """What became of one language; small, since it comes from another process."""

    language: str
    folder: Path
    """Where its files are."""

    names: tuple[str, ...] = ()
    """Its files, by their place in the site."""

    written: frozenset[str] = frozenset()
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


class LanguageBuilder:
    """Builds languages one after the other; each process has one of its own."""

    def __init__(
        self,
        config: MkDocsConfig,
        site: Site,
        inputs: Inputs,
        settings: Settings,
        *,
        folder: Path,
        serve_url: str | None,
        report: Callable[[], None],
    ) -> None:
        self.config, self.site, self.inputs, self.settings = config, site, inputs, settings
        self.folder, self.serve_url, self.report = folder, serve_url, report
        self.extensions = list(config.markdown_extensions)
        self.extra_css = list(config.extra_css)
        self.theme_folders = list(config.theme.dirs)

    @property
    def codes(self) -> tuple[str, ...]:
        return self.site.content.languages.codes

    @cached_property
    def keys(self) -> dict[str, str]:
        return self.inputs.language_keys(self.codes)

    def build(self, language: str) -> LanguageBuild:
        """Never raises what MkDocs raises: the other languages are built all the same."""
        folder = self.folder / language
        shutil.rmtree(folder, ignore_errors=True)
        with _said_in_build() as said:
            try:
                build = self._build(language, folder)
            except BuildError as error:
                said.append((log.name, logging.ERROR, str(error)))
                failure = "Aborted with a BuildError!"
                build = LanguageBuild(language=language, folder=folder, failure=failure)
            except Abort as error:
                build = LanguageBuild(language=language, folder=folder, failure=str(error.message))
            except Exception:  # noqa: BLE001 - shown by the process that can show it
                text = traceback.format_exc()
                build = LanguageBuild(language=language, folder=folder, failure=text)
        return replace(build, said=tuple(said))

    def _build(self, language: str, folder: Path) -> LanguageBuild:
        previous = previous_pack(self.settings.cache, language, self.inputs.settings)
        known = self._known(previous)
        pages = RememberedPages(
            known=known.pages,
            outputs=known.files,
            markdown_base=partial(self._markdown_base, language),
            template_base=self._base(language, "code/", *_strings(language)),
            warnings=Warnings(),
            report=self.report,
        )
        logging.getLogger("mkdocs").addHandler(pages.warnings)
        try:
            self._run_mkdocs(language, folder, pages)
        finally:
            logging.getLogger("mkdocs").removeHandler(pages.warnings)
        (folder / _ONLY_FOR_THE_THEME).unlink(missing_ok=True)
        written = self._own_files(folder, language)

        def content_of(name: str) -> bytes:
            return (folder / name).read_bytes() if name in written else known.files[name]

        search = self._search(folder, {*written, *pages.untouched}, content_of, known)
        untouched = set(pages.untouched)
        if search.get("key") in (known.search.get("key"), STALE):
            untouched |= {name for name in known.files if name.startswith("pagefind/")}
        written |= self._own_files(folder, language)
        names = tuple(sorted(written | untouched))
        if not self.settings.is_plain:
            pack = Pack(
                key=self.keys[language],
                pages={s: kept for s, kept in pages.kept.items() if "template" in kept},
                search=search,
                files={name: content_of(name) for name in names},
            )
            write_pack(self.pack_path(language, is_whole=pages.warnings.count == 0), pack)
        return LanguageBuild(
            language=language,
            folder=folder,
            names=names,
            written=frozenset(written),
            previous=previous.name if previous else "",
            search=dict(search),
            pages=pages.pages,
            reused=pages.reused,
        )

    def _own_files(self, folder: Path, language: str) -> set[str]:
        """What belongs to the language of all that is in its folder, where nothing else stays."""
        own = set()
        for name in files_in(folder):
            if language_of_file(name, self.codes) == language:
                own.add(name)
            else:  # as what Pagefind writes for each language: it comes with the source
                (folder / name).unlink()
        return own

    def pack_path(self, language: str, *, is_whole: bool = True) -> Path:
        settings, key = self.inputs.settings, self.keys[language]
        return pack_path(self.settings.cache, language, settings, key, is_whole=is_whole)

    def _known(self, path: Path | None) -> Pack:
        nothing = Pack(key="", pages={}, search={}, files={})
        if self.settings.is_plain or path is None:
            return nothing
        try:
            return read_pack(path)
        except PackError as error:
            log.info(f"Not used and made again: {error}.")
            path.unlink(missing_ok=True)
            return nothing

    def _markdown_base(self, language: str, text: str) -> str:
        """Words are in diagrams and where the reference is left out, meanings at glossary links."""
        return self._base(
            language,
            "code/hooks/",
            *(_strings(language) if "diagram:" in text or "::: " in text else ()),
            *(("docs/_data/terms.yml",) if "glossary" in text else ()),
        )

    @lru_cache(maxsize=256)  # noqa: B019 - a process has one builder
    def _base(self, language: str, *prefixes: str) -> str:
        """What pages depend on beside their own text, links and values."""
        digests = sorted(
            (name, digest)
            for name, digest in self.inputs.digests.items()
            if name.startswith(prefixes) and name != "code/mkdocs.yml"
        )
        return digest_of_value([language, self.inputs.settings, digests])

    def _search(
        self, folder: Path, names: set[str], content_of: Callable[[str], bytes], known: Pack
    ) -> Mapping[str, Any]:
        texts = texts_of_pages(names, content_of)
        key = key_of_texts(texts)
        if known.search.get("key") == key:
            return known.search
        if known.search and self.serve_url:
            return {**known.search, "key": STALE}
        work = folder.with_name(f"{folder.name}.search")
        shutil.rmtree(work, ignore_errors=True)
        try:
            entry = index_language(texts, work)
            folder.mkdir(parents=True, exist_ok=True)
            (work / "pagefind").replace(folder / "pagefind")
        finally:
            shutil.rmtree(work, ignore_errors=True)
        return {"key": key, "entry": entry}

    # MkDocs

    def _run_mkdocs(self, language: str, folder: Path, pages: RememberedPages) -> None:
        config = self.config
        i18n: Any = config.plugins["i18n"]
        i18n.current_language = language
        i18n.building = True  # so that it builds no further languages after this one
        content = self.site.content.for_language(language)
        config.extra["scn"] = replace(self.site, content=content)
        config.extra["scn_content_of"] = pages.content_of
        config.site_dir = str(folder)
        config.markdown_extensions[:] = self.extensions
        config.extra_css[:] = self.extra_css
        config.theme.dirs[:] = self.theme_folders
        autorefs: Any = config.plugins["autorefs"]
        AutorefsPlugin.__init__(autorefs)  # forgets what other languages can be referred to by
        with contextlib.ExitStack() as stack:
            for owner, replacements in self._replacements(language, pages):
                stack.enter_context(_in_place_of(owner, **replacements))
            MKDOCS_BUILD(config, serve_url=self.serve_url)
        i18n.i18n_files_per_language.clear()

    def _replacements(
        self, language: str, pages: RememberedPages
    ) -> Iterator[tuple[object, dict[str, object]]]:
        """What of MkDocs is replaced while one language is built: owner, names and values."""
        build = mkdocs.commands.build
        yield self.config.theme, {"get_env": lambda: self._environment}
        yield I18nFiles, {"get_file_from_path": _file_from_path}
        yield Files, {"copy_static_files": _method(_copy_static_files, language, pages)}
        yield (
            build,
            {
                "get_files": partial(self._files, language),
                "_populate_page": partial(pages.populate, build._populate_page),
                "_build_page": partial(pages.build, build._build_page),
            },
        )
        if not self._has_inventories:
            yield Handlers, {"_download_inventories": lambda _: None}
        if not self.settings.is_plain:
            one = SimpleNamespace(Markdown=_OneMarkdown(self.config))
            yield mkdocs.structure.pages, {"markdown": one}
            yield inline_patterns.OWNER, {inline_patterns.NAME: inline_patterns.handle_inline}

    @property
    def _has_inventories(self) -> bool:
        """Whether the reference of the code links into those of others."""
        plugin: Any = self.config.plugins["mkdocstrings"]
        return any("inventories" in handler for handler in plugin.config.handlers.values())

    @cached_property
    def _environment(self) -> Environment:
        env: Environment = self.config.theme.__class__.get_env(self.config.theme)
        env.auto_reload = False
        # The theme's own files, thousands of icons among them: the site has none of them.
        env.list_templates = lambda *_, **__: []  # type: ignore[method-assign]
        self.config.theme.static_templates.clear()  # sitemap and 404 are made from data
        if not self.settings.is_plain:
            compiled = self.settings.cache / "templates"
            compiled.mkdir(parents=True, exist_ok=True)
            env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
        return env

    def _files(self, language: str, config: MkDocsConfig) -> Files:
        """The pages of the language, those of the source that it lacks, and what is no page.

        In the order of MkDocs' own `get_files`, which lists those of all languages.
        """
        names = self.inputs.page_names
        every = frozenset(names)
        others = tuple(f"{code}/" for code in self.codes if code not in (language, SOURCE_LANGUAGE))
        source = f"{SOURCE_LANGUAGE}/"

        def is_read(name: str) -> bool:
            if name.startswith(others):
                return False
            is_of_source = language != SOURCE_LANGUAGE and name.startswith(source)
            return not is_of_source or f"{language}/{name.removeprefix(source)}" not in every

        def make(name: str) -> File:
            return File(name, config.docs_dir, config.site_dir, config.use_directory_urls)

        files = Files([make(name) for name in sorted(names, key=_order) if is_read(name)])
        set_exclusions(files, config)
        for file in list(files):
            if file.inclusion is InclusionLevel.EXCLUDED and not file.is_documentation_page():
                files.remove(file)
        return files


def _strings(language: str) -> tuple[str, ...]:
    codes = dict.fromkeys((language, SOURCE_LANGUAGE))
    return tuple(f"docs/_data/strings/{code}.yml" for code in codes)


def _order(name: str) -> tuple[Any, ...]:
    folder, _, file = name.rpartition("/")
    return (folder.split("/"), os.path.splitext(file)[0] not in ("index", "README"), file)  # noqa: PTH122


def _copy_static_files(
    language: str,
    pages: RememberedPages,
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
        if not pages.is_untouched(file):
            file.copy_file(dirty)


def _file_from_path(files: Any, path: str) -> File | None:
    """In place of that of the i18n plugin, which makes a dozen of `PurePath` for each link."""
    current, source = files.plugin.current_language, files.plugin.default_language
    wanted = "index.md" if path in ("", ".") else posixpath.normpath(path)
    first, slash, rest = wanted.partition("/")
    if slash and first in (current, source):
        other = source if first == current else current
        places = (wanted, f"{other}/{rest}", rest)
    else:
        places = (f"{current}/{wanted}", f"{source}/{wanted}", wanted)
    return next((files.src_uris[place] for place in places if place in files.src_uris), None)


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


@contextlib.contextmanager
def _said_in_build() -> Iterator[list[tuple[str, int, str]]]:
    """Collects what is said, so that it comes in the order of the languages."""
    logger = logging.getLogger("mkdocs")
    collected: list[tuple[str, int, str]] = []
    handlers, propagates = list(logger.handlers), logger.propagate

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            is_about_each = record.name.startswith(("mkdocs.commands", "mkdocs.plugins.mkdocs_st"))
            if record.levelno >= logging.WARNING or not is_about_each:
                collected.append((record.name, record.levelno, record.getMessage()))

    logger.handlers[:] = [Collector()]
    logger.propagate = False
    try:
        yield collected
    finally:
        logger.handlers[:] = handlers
        logger.propagate = propagates
