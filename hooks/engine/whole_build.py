"""Builds the site: finds out what has changed, has it built, and brings the folder up to date.

Takes the place of MkDocs' `build` from `on_startup` to `on_shutdown`, for `mkdocs build` as for
`mkdocs serve`.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import mkdocs.commands.build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.utils import CountHandler

from engine.content import inputs_of, load_site
from engine.language_build import MKDOCS_BUILD, LanguageBuilder
from engine.language_result import LanguageBuild
from engine.messages import progress, summary, tell
from engine.search_later import STALE, index_later, wait_for_search
from engine.settings import KEPT_FILES, given_settings, settings_of
from engine.site_update import Part, replace_site, update_site
from engine.workers import Start, build_in_processes, workers_for
from scn.building.kept_files import forget_old_files
from scn.building.packs import PackError, forget_old_packs, read_pack
from scn.building.shards import SHARD_FILE, shard_file
from scn.building.site_folder import (
    files_in,
)
from scn.building.site_record import SiteRecord, forget_record, read_record, write_record
from scn.search_index import ENTRY_FILE, entry_file
from scn.site import Site

log = logging.getLogger("mkdocs.scn")
_previews: dict[Path, SiteRecord] = {}
"""What `serve` has in its folder, which has another name each time."""


def install() -> None:
    """From now on, MkDocs builds this way."""
    build.original = MKDOCS_BUILD  # type: ignore[attr-defined]
    for module in _callers():
        module.build = build  # type: ignore[attr-defined]


def uninstall() -> None:
    for module in _callers():
        module.build = MKDOCS_BUILD  # type: ignore[attr-defined]


def _callers() -> Iterator[ModuleType]:
    """Modules in which MkDocs looks for its `build`; the one of `serve` only while serving."""
    yield mkdocs.commands.build
    if serve := sys.modules.get("mkdocs.commands.serve"):
        yield serve


def build(config: MkDocsConfig, *, serve_url: str | None = None, dirty: bool = False) -> None:
    """The whole site, as MkDocs' `build` would make it; what `dirty` is for, every build does.

    Raises:
        Abort: with the sentence of MkDocs where something is wrong; the site is as it was.
    """
    del dirty
    counter = CountHandler()
    counter.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(counter)
    try:
        _Run(config, serve_url, counter).build()
    except BuildError as error:
        log.error(str(error))
        raise Abort("Aborted with a BuildError!") from None
    finally:
        logger.removeHandler(counter)


class _Run:
    def __init__(self, config: MkDocsConfig, serve_url: str | None, counter: CountHandler) -> None:
        self.config, self.serve_url, self.counter = config, serve_url, counter
        self.is_preview = serve_url is not None
        self.settings = settings_of(config)
        self.target = Path(config.site_dir)
        self.parts = self.target.with_name(f"{self.target.name}.parts")
        self.started = time.monotonic()

    def build(self) -> None:
        wait_for_search()
        self.inputs = inputs_of(self.config, is_preview=self.is_preview)
        asked = f"{self.inputs.key} {os.environ.get('SCN_LANGUAGES', '')}"
        record = self._record()
        if record and record.asked == asked:
            log.info(f"Nothing has changed: {self.target.name}/ is up to date.")
            return
        is_strict = self.config.strict
        site = load_site(self.config, self.inputs, is_preview=self.is_preview)
        self.config.extra["scn"] = site
        self.config.strict = False  # the warnings of all languages are counted together
        try:
            self._build(site, record, asked, is_strict=is_strict)
        finally:
            self.config.strict = is_strict
            self.config.site_dir = str(self.target)
            shutil.rmtree(self.parts, ignore_errors=True)

    def _build(self, site: Site, record: SiteRecord | None, asked: str, *, is_strict: bool) -> None:
        builder = LanguageBuilder(
            self.config,
            site,
            self.inputs,
            self.settings,
            folder=self.parts,
            serve_url=self.serve_url,
            report=lambda: None,
        )
        built = site.content.built.codes
        parts = {code: self._known(builder, code, record) for code in built}
        missing = [code for code, part in parts.items() if part is None]
        builds = self._build_languages(builder, site, missing)
        failures = tell(builds)
        if failures:
            raise Abort(failures[0])
        if is_strict and (counts := self.counter.get_counts()):
            said = ", ".join(f"{count} {level.lower()}s" for level, count in counts)
            raise Abort(f"Aborted with {said} in strict mode!")
        for one in builds:
            path = builder.pack_path(one.language)
            whole = path if path.is_file() else path.with_suffix(".part.zip")
            parts[one.language] = Part(
                pack=path.name,
                search=one.search["entry"],
                is_search_stale=one.search["key"] == STALE,
                names=one.names,
                build=one,
                path=whole,
            )
        found = {code: part for code, part in parts.items() if part is not None}
        self._put_in_place(found, site, record)
        self._remember(found, asked)
        self._index_later(found, builder.made_with)
        log.info(summary(built, builds, time.monotonic() - self.started))

    # What is known from before

    def _record(self) -> SiteRecord | None:
        """What is in the folder, if it is as the last build left it."""
        if self.settings.is_plain:
            return None
        if self.is_preview:
            record = _previews.get(self.target)
        else:
            record = read_record(self.settings.cache, self.target)
        return record if record and record.is_of(self.target) else None

    def _known(
        self, builder: LanguageBuilder, language: str, record: SiteRecord | None
    ) -> Part | None:
        path = builder.pack_path(language)
        if self.settings.is_plain or not path.is_file():
            return None
        if record and record.packs.get(language) == path.name:
            return Part(pack=path.name, search=record.search[language])
        try:
            pack = read_pack(path)
        except PackError as error:
            log.info(f"Not used and made again: {error}.")
            path.unlink(missing_ok=True)
            return None
        part = Part(pack=path.name, search=pack.search["entry"], names=tuple(pack.files), path=path)
        part.files = pack.files
        return part

    # Building

    def _build_languages(
        self, builder: LanguageBuilder, site: Site, languages: list[str]
    ) -> list[LanguageBuild]:
        """In the order of the languages, whichever is done first."""
        shown = site.content.tree
        pages = {
            code: sum(shown.is_shown_in(path, code) for path in shown.languages_of)
            for code in languages
        }
        show = progress(languages, sum(pages.values()))
        workers = 1
        if not self.settings.is_plain:
            total, wanted = sum(pages.values()), self.settings.workers
            workers = workers_for(len(languages), total, wanted, is_preview=self.is_preview)
        builds: dict[str, LanguageBuild] = {}
        if workers > 1:
            found = build_in_processes(
                builder, self._start(), languages, workers, lambda done: show(len(builds), done)
            )
            builds |= {one.language: one for one in _noted(found, builds)}
        else:
            done = 0

            def report() -> None:
                nonlocal done
                done += 1
                show(len(builds), done)

            builder.report = report
            for code in languages:
                builds[code] = builder.build(code)
        show(-1, 0)
        return [builds[code] for code in languages]

    def _start(self) -> Start:
        options: dict[str, Any] = {}
        for given in given_settings(self.config)[1:]:
            options.update(given)
        return Start(
            config_file=str(self.config.config_file_path),
            options={**options, "strict": False},
            site_url=self.config.site_url,
            folder=self.parts,
            serve_url=self.serve_url,
            is_preview=self.is_preview,
        )

    # The folder

    def _put_in_place(
        self, parts: Mapping[str, Part], site: Site, record: SiteRecord | None
    ) -> None:
        merged = {ENTRY_FILE: entry_file(part.search for part in parts.values()).encode()}
        every = site.content.languages.codes
        if not self.is_preview and tuple(parts) != every:
            merged[SHARD_FILE] = shard_file(tuple(parts), every, self.inputs.key).encode()
        if not self.is_preview and not self.settings.is_plain:
            forget_record(self.settings.cache, self.target)
        if record:
            update_site(self.target, parts, merged, record, every)
        else:
            replace_site(self.target, parts, merged)

    def _index_later(self, parts: Mapping[str, Part], made_with: str) -> None:
        stale = {
            code: part.path
            for code, part in parts.items()
            if part.is_search_stale and part.path is not None
        }
        if stale:
            target = self.target
            index_later(
                target,
                stale,
                _previews[target],
                lambda record: _previews.update({target: record}),
                made_with,
            )

    def _remember(self, parts: Mapping[str, Part], asked: str) -> None:
        if self.settings.is_plain:
            return
        record = SiteRecord(
            # What was warned about is built again, to be warned about again.
            asked="" if self.counter.get_counts() else asked,
            packs={code: part.pack for code, part in parts.items()},
            search={code: part.search for code, part in parts.items()},
            files=files_in(self.target),
        )
        if self.is_preview:
            _previews[self.target] = record
        else:
            write_record(record, self.settings.cache, self.target)
        forget_old_packs(self.settings.cache, used=(part.pack for part in parts.values()))
        forget_old_files(self.settings.cache / KEPT_FILES)


def _noted(
    found: Iterable[LanguageBuild], builds: dict[str, LanguageBuild]
) -> Iterator[LanguageBuild]:
    for one in found:
        builds[one.language] = one
        yield one
