"""Builds one language by MkDocs' own `build`, into a folder of its own.

Some functions of MkDocs are replaced meanwhile, see `replacements`, and what the plugins leave
behind is put back, so that no language depends on those before it.
"""

from __future__ import annotations

import logging
import shutil
import traceback
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

import mkdocs.commands.build
import mkdocs.structure.pages
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs_autorefs import AutorefsPlugin

from engine.environment import environment_of
from engine.language_result import LanguageBuild
from engine.messages import said_in_build
from engine.remembered_pages import RememberedPages, Warnings
from engine.replacements import replaced
from engine.search import SearchIndex, digests_of_texts, index_texts, key_of_texts, texts_of_files
from engine.settings import KEPT_FILES, Settings
from engine.shared_pages import SharedPages
from engine.site_update import STALE
from engine.written_files import WrittenFiles
from scn.building.inputs import Inputs
from scn.building.kept_files import KeptFiles
from scn.building.packs import Pack, PackError, PackWriter, pack_path, previous_pack, read_pack
from scn.building.site_folder import Status, files_in, language_of_file
from scn.languages import SOURCE_LANGUAGE
from scn.site import Site

log = logging.getLogger("mkdocs.scn")
MKDOCS_BUILD = getattr(mkdocs.commands.build.build, "original", mkdocs.commands.build.build)
"""MkDocs' own, also while another takes its place."""

_ONLY_FOR_THE_THEME = "assets/_mkdocstrings.css"
"""mkdocstrings writes it for the theme's frame, which no page has."""


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
        self.meanwhile: Callable[[], None] = lambda: None
        """What else there is to do in this process, while another program works for it."""

        self.shared = SharedPages()
        self.extensions = list(config.markdown_extensions)
        self.extra_css = list(config.extra_css)
        self.theme_folders = list(config.theme.dirs)

    @property
    def codes(self) -> tuple[str, ...]:
        return self.site.content.known.codes

    @cached_property
    def made_with(self) -> str:
        """Of the programs."""
        return self.inputs.made_with()

    @cached_property
    def keys(self) -> dict[str, str]:
        content = self.site.content
        return self.inputs.language_keys(
            self.codes, {code: content.translations.shown_in(code) for code in self.codes}
        )

    def build(self, language: str) -> LanguageBuild:
        """Never raises what MkDocs raises: the other languages are built all the same."""
        folder = self.folder / language
        shutil.rmtree(folder, ignore_errors=True)
        with said_in_build() as said:
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
        known, is_plain = self._known(previous), self.settings.is_plain
        pages = RememberedPages(
            known=known.pages,
            outputs=known.files,
            language=language,
            markdown_base=partial(self._markdown_base, language),
            fallback_base=partial(self._markdown_base, ""),
            template_base=self._base(language, "code/", *_strings(language)),
            also_made_from=self.site.content.translations.of(language).made_from,
            warnings=Warnings(),
            shared=None if is_plain else self.shared,
            keep=None if is_plain else KeptFiles(self.settings.cache / KEPT_FILES),
            report=self.report,
        )
        files = WrittenFiles(folder)
        logging.getLogger("mkdocs").addHandler(pages.warnings)
        try:
            self._run_mkdocs(language, folder, pages, files)
        finally:
            logging.getLogger("mkdocs").removeHandler(pages.warnings)
        (folder / _ONLY_FOR_THE_THEME).unlink(missing_ok=True)
        written = self._own_files(folder, language)

        def content_of(name: str) -> bytes:
            status = written.get(name)
            return files.content_of(name, status) if status else known.files[name]

        untouched, names = pages.untouched, written.keys() | pages.untouched
        pack = PackWriter()

        def fill_pack() -> None:
            """While the search is being indexed by another program."""
            if not self.settings.is_plain:
                pack.add_files((name, content_of(name)) for name in sorted(names))
                kept = {s: kept for s, kept in pages.kept.items() if "template" in kept}
                pack.add_pages(kept)
            self.meanwhile()

        search, made = self._search(names, untouched, content_of, known, fill_pack)
        index = self._index_of(language, made, known)
        changed = {name for name, data in index.items() if known.files.get(name) != data}
        for name in sorted(changed):
            files.create(name, index[name])
        if not self.settings.is_plain:
            pack.add_files(sorted(index.items()))
            is_whole = pages.warnings.count == 0
            pack.write(self.pack_path(language, is_whole=is_whole), self.keys[language], search)
        return LanguageBuild(
            language=language,
            folder=folder,
            names=tuple(sorted(names | index.keys())),
            written={**written, **{name: files.status(name) for name in changed}},
            previous=previous.name if previous else "",
            search=search,
            pages=pages.pages,
            reused=pages.reused,
        )

    def _own_files(self, folder: Path, language: str) -> dict[str, Status]:
        """What belongs to the language of all that is in its folder, where nothing else stays."""
        own = {}
        for name, status in files_in(folder).items():
            if language_of_file(name, self.codes) == language:
                own[name] = status
            else:  # it comes with the source
                (folder / name).unlink()
        return own

    def _index_of(self, language: str, made: SearchIndex | None, known: Pack) -> dict[str, bytes]:
        """The files of the search index, which is that of before where none was made."""
        if made is None:
            return {n: data for n, data in known.files.items() if n.startswith("pagefind/")}
        return {
            name: data
            for name, data in made.files.items()
            if language_of_file(name, self.codes) == language
        }

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
        """Words are in diagrams, at notes and where the reference is left out, meanings at glossary
        links.

        A translation may show today's English text, in which there may be both.
        """
        is_translation = "\ntranslation:" in text
        has_words = is_translation or any(sign in text for sign in ("diagram:", "::: ", "[^"))
        has_terms = is_translation or "glossary" in text
        return self._base(
            language,
            "code/hooks/",
            *(_strings(language) if has_words else ()),
            *(("docs/_data/terms.yml",) if has_terms else ()),
        )

    @lru_cache(maxsize=256)  # noqa: B019 - a process has one builder
    def _base(self, language: str, *prefixes: str) -> str:
        """What pages depend on beside their own text, links and values."""
        return self.inputs.made_with(language, *prefixes)

    def _search(
        self,
        names: set[str],
        untouched: set[str],
        content_of: Callable[[str], bytes],
        known: Pack,
        meanwhile: Callable[[], None],
    ) -> tuple[dict[str, Any], SearchIndex | None]:
        """What is to be known of the index, and the index, unless that of before stays."""
        before = known.search.get("texts", {})
        is_of_today = known.search.get("made_with") == self.made_with
        same = {n: before[n] for n in untouched if n in before} if is_of_today else {}
        texts = texts_of_files(names - same.keys(), content_of)
        digests = {**same, **digests_of_texts(texts)}
        key = key_of_texts(digests, self.made_with)
        search = {"made_with": self.made_with, "texts": digests}
        if known.search.get("key") == key or (known.search and self.serve_url):
            meanwhile()
            is_same = known.search.get("key") == key
            key, entry = key if is_same else STALE, known.search["entry"]
            return {**search, "key": key, "entry": entry}, None
        texts |= texts_of_files(same, content_of)
        index = index_texts(texts.values(), meanwhile)
        return {**search, "key": key, "entry": index.entry}, index

    # MkDocs

    def _run_mkdocs(
        self, language: str, folder: Path, pages: RememberedPages, written: WrittenFiles
    ) -> None:
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
        with replaced(
            config,
            pages,
            written,
            self._environment,
            language=language,
            languages=self.codes,
            names=(*self.inputs.page_names, *self.site.content.texts.made),
            is_plain=self.settings.is_plain,
        ):
            MKDOCS_BUILD(config, serve_url=self.serve_url)
        i18n.i18n_files_per_language.clear()

    @cached_property
    def _environment(self) -> Environment:
        return environment_of(self.config, self.settings, self.made_with)


def _strings(language: str) -> tuple[str, ...]:
    codes = dict.fromkeys((language, SOURCE_LANGUAGE))
    return tuple(f"docs/_data/strings/{code}.yml" for code in codes)
