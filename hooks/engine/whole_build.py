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
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import mkdocs.commands.build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.utils import CountHandler

from engine.compile_ahead import compile_ahead
from engine.content import inputs_of, load_site
from engine.language_build import MKDOCS_BUILD, LanguageBuilder
from engine.language_builds import LanguageBuilds
from engine.language_result import LanguageBuild
from engine.look_ahead import Seen, looking_ahead
from engine.messages import Told, summary
from engine.preview import Preview, Readers
from engine.search_later import index_later, stop_search
from engine.settings import KEPT_FILES, given_settings, settings_of
from engine.site_update import Part, part_of_build, part_of_pack, replace_site, update_site
from engine.workers import Start
from scn.building.kept_files import forget_old_files
from scn.building.packs import PackError, forget_old_packs, read_pack
from scn.building.shards import SHARD_FILE, shard_file
from scn.building.site_folder import Status
from scn.building.site_record import SiteRecord, forget_record, read_record, write_record
from scn.languages import SOURCE_LANGUAGE
from scn.search_index import ENTRY_FILE, entry_file

log = logging.getLogger("mkdocs.scn")
_previews: dict[Path, Preview] = {}
_readers: Readers | None = None


def install(readers: Readers | None = None) -> None:
    """From now on, MkDocs builds this way; `readers` are those of the preview that is served."""
    global _readers  # noqa: PLW0603 - MkDocs gives nothing of this kind to its `build`
    _readers = readers
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
        self.settings = settings_of(config)
        self.target = Path(config.site_dir)
        self.parts = self.target.with_name(f"{self.target.name}.parts")
        self.preview = _previews.setdefault(self.target, Preview()) if serve_url else None
        self.told = Told()
        self.waiting: list[Callable[[], None]] = []
        """What is to be done when there is nothing better to do."""

        self.started = time.monotonic()

    def build(self) -> None:
        stop_search()
        is_preview = self.preview is not None
        with looking_ahead() as ahead:
            seen = ahead.seen()
            self.inputs = inputs_of(self.config, seen, is_preview=is_preview)
            asked = f"{self.inputs.key} {os.environ.get('SCN_LANGUAGES', '')}"
            record = self._record(seen)
            if record and record.asked == asked:
                log.info(f"Nothing has changed: {self.target.name}/ is up to date.")
                self._index_later()
                return
            is_strict = self.config.strict
            if wait := compile_ahead(self.config, self.settings, self.inputs):
                self.waiting.append(wait)
            self.site = load_site(
                self.config,
                self.inputs,
                is_preview=is_preview,
                heads_ahead=ahead.heads,
                when_idle=self.waiting.append,
            )
        self.config.extra["scn"] = self.site
        self.config.strict = False  # the warnings of all languages are counted together
        try:
            self._build(record, asked, is_strict=is_strict)
        finally:
            self._do_what_waits()
            self.config.strict = is_strict
            self.config.site_dir = str(self.target)
            shutil.rmtree(self.parts, ignore_errors=True)

    def _build(self, record: SiteRecord | None, asked: str, *, is_strict: bool) -> None:
        builder = LanguageBuilder(
            self.config,
            self.site,
            self.inputs,
            self.settings,
            folder=self.parts,
            serve_url=self.serve_url,
            report=lambda: None,
        )
        built = self.site.content.built.codes
        known = {code: self._known(builder, code, record) for code in built}
        missing = [code for code, part in known.items() if part is None]
        builds = LanguageBuilds(builder, self._start(), missing, self._do_what_waits)
        for batch in self._batches(missing, record):
            found = builds.build(batch)
            self._complain(found, is_strict=is_strict)
            known |= {
                one.language: part_of_build(one, builder.pack_path(one.language)) for one in found
            }
            parts = {code: part or _as_before(code, record) for code, part in known.items()}
            files = self._put_in_place(parts, record)
            record = self._remember(parts, files, asked if all(known.values()) else "")
        if record and not self.settings.is_plain:
            forget_old_packs(self.settings.cache, used=record.packs.values())
            forget_old_files(self.settings.cache / KEPT_FILES)
        self._index_later()
        done = [builds.done[code] for code in missing if code in builds.done]
        log.info(summary(built, done, time.monotonic() - self.started))

    def _do_what_waits(self) -> None:
        while self.waiting:
            self.waiting.pop()()

    def _complain(self, builds: list[LanguageBuild], *, is_strict: bool) -> None:
        failures = self.told.tell(builds)
        if failures:
            raise Abort(failures[0])
        if is_strict and (counts := self.counter.get_counts()):
            said = ", ".join(f"{count} {level.lower()}s" for level, count in counts)
            raise Abort(f"Aborted with {said} in strict mode!")

    def _index_later(self) -> None:
        """Not before another build that waits already: it comes after that one."""
        if self.preview and not (_readers and _readers.has_more_to_build()):
            index_later(self.target, self.preview)

    def _batches(self, missing: list[str], record: SiteRecord | None) -> Iterator[list[str]]:
        """Languages to build and to put in place together.

        In a preview those come first that are being read, one by one the others, and after a
        further change no other.
        """
        readers = _readers
        if readers is None or record is None or not record.packs.keys() >= set(missing):
            yield missing
            return
        left, every = missing, self.site.content.known.codes
        while True:
            read = readers.languages(every)
            nobodys = [SOURCE_LANGUAGE] if SOURCE_LANGUAGE in left else left[:1]
            batch = [code for code in left if code in read] or nobodys
            is_first, left = left is missing, [code for code in left if code not in batch]
            yield batch
            if is_first or readers.languages(every) & set(batch):
                readers.show()
                if left:
                    log.info(f"Shown: {', '.join(batch)}. To build: {', '.join(left)}.")
            if not left or readers.has_more_to_build():
                return

    # What is known from before

    def _record(self, seen: Seen) -> SiteRecord | None:
        """What is in the folder, if it is as the last build left it."""
        if self.settings.is_plain:
            return None
        if self.preview:
            record = self.preview.record
        else:
            record = read_record(self.settings.cache, self.target)
        return record if record and record.is_of(seen.files_in(self.target)) else None

    def _known(
        self, builder: LanguageBuilder, language: str, record: SiteRecord | None
    ) -> Part | None:
        path = builder.pack_path(language)
        if self.settings.is_plain or not path.is_file():
            return None
        if record and record.packs.get(language) == path.name:
            return _as_before(language, record)
        try:
            pack = read_pack(path)
        except PackError as error:
            log.info(f"Not used and made again: {error}.")
            path.unlink(missing_ok=True)
            return None
        return part_of_pack(pack, path)

    # Building

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
            is_preview=self.preview is not None,
        )

    # The folder

    def _put_in_place(
        self, parts: Mapping[str, Part], record: SiteRecord | None
    ) -> Mapping[str, Status]:
        merged = {ENTRY_FILE: entry_file(part.search for part in parts.values()).encode()}
        every = self.site.content.languages.codes
        if not self.preview and tuple(parts) != every:
            merged[SHARD_FILE] = shard_file(tuple(parts), every, self.inputs.key).encode()
        if not self.preview and not self.settings.is_plain:
            forget_record(self.settings.cache, self.target)
        if record:
            return update_site(self.target, parts, merged, record, every)
        return replace_site(self.target, parts, merged)

    def _remember(
        self, parts: Mapping[str, Part], files: Mapping[str, Status], asked: str
    ) -> SiteRecord:
        record = SiteRecord(
            # What was warned about is built again, to be warned about again.
            asked="" if self.counter.get_counts() else asked,
            packs={code: part.pack for code, part in parts.items()},
            search={code: part.search for code, part in parts.items()},
            files=files,
        )
        if self.preview:
            self.preview.remember(record, parts)
        elif not self.settings.is_plain:
            write_record(record, self.settings.cache, self.target)
        return record


def _as_before(language: str, record: SiteRecord | None) -> Part:
    """A language that stays in the folder as it is."""
    if record is None:
        raise RuntimeError("Without a record all languages are in the first batch.")
    return Part(pack=record.packs[language], search=record.search[language])
