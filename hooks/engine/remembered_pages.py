"""Gives back what a page was made into when everything that it is made from is equal.

A page is made in two steps, and each is remembered by the digest of what goes into it:

1. its Markdown becomes HTML. That depends on the text, the settings and the files that its links
   lead to; which files those are is noted while it happens, and looked up again later;
2. a template puts the frame around it. Templates get finished values only, so that their digest
   decides, whatever the values were made from.

A page that anything is warned about is not remembered: the warning comes again in every build.
"""

from __future__ import annotations

import contextlib
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from engine.page_record import Recorder, looked_up, record_of, restore
from engine.shared_pages import SharedPages
from scn.building.digests import digest_of_bytes, digest_of_value
from scn.building.kept_files import KeptFiles
from scn.generated_file import GeneratedFile, content_of
from scn.languages import SOURCE_LANGUAGE

Populate = Callable[..., None]
Build = Callable[..., None]

_IN_THE_BASE = ("nav", "w", "cw")
"""Values that a language has once; the words are in its language files."""


class Warnings(logging.Handler):
    """Counts what is said at the level of a warning or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - the name is logging's
        self.count += 1


@dataclass(slots=True, kw_only=True)
class RememberedPages:
    known: Mapping[str, Any]
    """What the last build of the language kept, by source file."""

    outputs: Mapping[str, bytes]
    """The files that it wrote, by their place in the site."""

    language: str
    markdown_base: Callable[[str], str]
    """Digest of what a page is made from beside its own text, which tells what that may be."""

    fallback_base: Callable[[str], str]
    """The same for pages that a language shows in English: equal in all languages."""

    also_made_from: Callable[[str], str]
    """Of a source file, the digest of what else its text is put together from."""

    template_base: str
    """The same for the second step and all pages."""

    warnings: Warnings
    shared: SharedPages | None = None
    """Pages that other languages show in English, made in this process."""

    keep: KeptFiles | None = None
    """Where files are kept that other programs than their own do not change."""

    report: Callable[[], None] = lambda: None
    """Called after each page."""

    kept: dict[str, Any] = field(default_factory=dict)
    untouched: set[str] = field(default_factory=set)
    """Files that are as they were, by their place in the site: nobody needs to write them."""

    pages: int = 0
    reused: int = 0
    _nav: tuple[object, str] | None = None
    _places: Counter[str] = field(default_factory=Counter)

    # The first step

    def populate(
        self,
        original: Populate,
        page: Page,
        config: MkDocsConfig,
        files: Files,
        dirty: bool = False,
    ) -> None:
        """In place of `_populate_page` of MkDocs."""
        source = page.file.src_uri
        self._places[page.file.dest_uri] += 1
        try:
            text = page.file.content_string
        except (OSError, ValueError):  # gone, or no UTF-8: MkDocs says so
            original(page, config, files, dirty)
            return
        locale = getattr(page.file, "locale", "")
        is_fallback = locale == SOURCE_LANGUAGE != self.language
        digest = digest_of_bytes(text.encode("utf-8", "surrogatepass"))
        own = [self.also_made_from(source), digest, source, locale]
        key = digest_of_value([self.markdown_base(text), page.file.dest_uri, own])
        shared_key = digest_of_value([self.fallback_base(text), own]) if is_fallback else ""
        known = self._made_before(page, files, key, shared_key)
        autorefs = config.plugins["autorefs"]
        if known:
            restore(page, known, files)
            for name, arguments, named in known["registered"]:
                getattr(autorefs, name)(page, *arguments, **named)
            self.kept[source] = {"markdown": known}
            return
        before = self.warnings.count
        with Recorder(files, autorefs, page) as recorder, _content(page.file, text):
            original(page, config, files, dirty)
        if self.warnings.count == before and recorder.is_sure:
            record = record_of(page, key, recorder)
            if record:
                self.kept[source] = {"markdown": record}
                if self.shared and shared_key:
                    self.shared.keep(shared_key, record, page, files)

    def _made_before(
        self, page: Page, files: Files, key: str, shared_key: str
    ) -> dict[str, Any] | None:
        """The record of the page in this language, by the last build or by another language."""
        known = self.known.get(page.file.src_uri, {}).get("markdown")
        if known and known["key"] == key and known["links"] == looked_up(known["links"], files):
            return dict(known)
        if self.shared and shared_key:
            record = self.shared.recall(shared_key, page, files)
            return {**record, "key": key} if record else None
        return None

    # The second step

    def digest_of_nav(self, nav: object) -> str:
        """It is the same for all pages, and long."""
        if self._nav is None or self._nav[0] is not nav:
            self._nav = (nav, digest_of_value(nav))
        return self._nav[1]

    def build(
        self,
        original: Build,
        page: Page,
        config: MkDocsConfig,
        doc_files: list[File],
        nav: object,
        env: Environment,
        dirty: bool = False,
        excluded: bool = False,
    ) -> None:
        """In place of `_build_page` of MkDocs."""
        before = self.warnings.count
        templates = _Templates(self, env, page)
        original(page, config, doc_files, nav, templates, dirty, excluded)
        if templates.key and self.warnings.count == before and page.file.src_uri in self.kept:
            self.kept[page.file.src_uri]["template"] = templates.key
        self.pages += 1
        page.markdown = page.content = ""  # thousands of pages are a lot of memory
        self.report()

    # Files that are no pages

    def content_of(self, file: GeneratedFile) -> str | bytes:
        """What is in a file that is made from data."""
        if file.decided_by and self.keep:
            return self.keep.content_of(file)
        if not file.made_from:
            return content_of(file)
        name = f"file: {file.output}"
        known = self.outputs.get(file.output)
        key = digest_of_value([self.template_base, file.made_from])
        is_known = self.known.get(name, {}).get("template") == key
        self.kept[name] = {"template": key}
        return known if is_known and known is not None else content_of(file)

    def has_output(self, page: Page, key: str) -> bool:
        if self.known.get(page.file.src_uri, {}).get("template") != key:
            return False
        place = page.file.dest_uri
        if place not in self.outputs or self._places[place] > 1:
            return False  # of two pages at one place, the one that is written last stays
        self.untouched.add(place)
        self.reused += 1
        return True

    def is_untouched(self, file: File) -> bool:
        """Whether a file that is no page is as it was."""
        if self.outputs.get(file.dest_uri) != file.content_bytes:
            return False
        self.untouched.add(file.dest_uri)
        return True


@contextlib.contextmanager
def _content(file: File, text: str) -> Iterator[None]:
    """MkDocs reads it again otherwise."""
    before, file._content = file._content, text
    try:
        yield
    finally:
        file._content = before


class _Templates:
    """What MkDocs asks for the template of one page."""

    def __init__(self, pages: RememberedPages, env: Environment, page: Page) -> None:
        self.pages, self.env, self.page = pages, env, page
        self.key = ""

    def get_template(self, name: str) -> _Rendering:
        return _Rendering(self, self.env, name)

    def render(self, template: Callable[[], Template], name: str, context: dict[str, Any]) -> str:
        nav = self.pages.digest_of_nav(context.get("nav"))
        values = _deciding(context)
        self.key = digest_of_value([self.pages.template_base, name, nav, values])
        if self.pages.has_output(self.page, self.key):
            return ""  # MkDocs writes no page without content
        return template().render(context)


def _deciding(context: Mapping[str, Any]) -> dict[str, Any]:
    """Of what a template may show, what is not known from the rest: there are thousands of pages.

    Parts of the view are in its digest; a section is one of the navigation.
    """
    view, page, section = context["view"], context["page"], context["section"]
    values = {
        name: value
        for name, value in context.items()
        if name not in _IN_THE_BASE and value is not view.frame and value is not view.data
    }
    if section:
        values["section"] = context["nav"].items.index(section)
    # JSON of a long text takes longer than its digest.
    values["page"] = [page.title, digest_of_bytes(page.content.encode())]
    return values


@dataclass(frozen=True, slots=True)
class _Rendering:
    templates: _Templates
    env: Environment
    name: str

    def render(self, context: dict[str, Any]) -> str:
        get = partial(self.env.get_template, self.name)
        return self.templates.render(get, self.name, context)
