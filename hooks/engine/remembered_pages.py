"""Gives back what a page was made into when everything that it is made from is equal.

A page is made in two steps, and each is remembered by the digest of what goes into it:

1. its Markdown becomes HTML. That depends on the text, the settings and the files that its links
   lead to; which files those are is noted while it happens, and looked up again later;
2. a template puts the frame around it. Templates get finished values only, so that their digest
   decides, whatever the values were made from.

A page that anything is warned about is not remembered: the warning comes again in every build.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from scn.building.digests import digest_of_value
from scn.generated_file import GeneratedFile, content_of

Populate = Callable[..., None]
Build = Callable[..., None]

_REGISTERS = ("register_anchor", "register_url")
"""Methods of the autorefs plugin by which a page says what others can refer to."""


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

    markdown_base: Callable[[str], str]
    """Digest of what a page is made from beside its own text, which tells what that may be."""

    template_base: str
    """The same for the second step and all pages."""

    warnings: Warnings
    report: Callable[[], None] = lambda: None
    """Called after each page."""

    kept: dict[str, Any] = field(default_factory=dict)
    untouched: set[str] = field(default_factory=set)
    """Files that are as they were, by their place in the site: nobody needs to write them."""

    pages: int = 0
    reused: int = 0
    _nav: tuple[object, str] | None = None

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
        try:
            text = page.file.content_string
        except (OSError, ValueError):  # gone, or no UTF-8: MkDocs says so
            original(page, config, files, dirty)
            return
        locale = getattr(page.file, "locale", "")
        key = digest_of_value([self.markdown_base(text), text, source, page.file.dest_uri, locale])
        known = self.known.get(source, {}).get("markdown")
        autorefs = config.plugins["autorefs"]
        if known and known["key"] == key and known["links"] == _looked_up(known["links"], files):
            _restore(page, known, files)
            for name, arguments, named in known["registered"]:
                getattr(autorefs, name)(page, *arguments, **named)
            self.kept[source] = {"markdown": known}
            return
        before = self.warnings.count
        with _Recorder(files, autorefs, page) as recorder:
            original(page, config, files, dirty)
        if self.warnings.count == before and recorder.is_sure:
            record = _record(page, key, recorder)
            if record:
                self.kept[source] = {"markdown": record}

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
        if not file.made_from:
            return content_of(file)
        name = f"file: {file.output}"
        known = self.outputs.get(file.output)
        is_known = self.known.get(name, {}).get("template") == file.made_from
        self.kept[name] = {"template": file.made_from}
        return known if is_known and known is not None else content_of(file)

    def has_output(self, page: Page, key: str) -> bool:
        if self.known.get(page.file.src_uri, {}).get("template") != key:
            return False
        if page.file.dest_uri not in self.outputs:
            return False
        self.untouched.add(page.file.dest_uri)
        self.reused += 1
        return True

    def is_untouched(self, file: File) -> bool:
        """Whether a file that is no page is as it was."""
        if self.outputs.get(file.dest_uri) != file.content_bytes:
            return False
        self.untouched.add(file.dest_uri)
        return True


class _Templates:
    """What MkDocs asks for the template of one page."""

    def __init__(self, pages: RememberedPages, env: Environment, page: Page) -> None:
        self.pages, self.env, self.page = pages, env, page
        self.key = ""

    def get_template(self, name: str) -> _Rendering:
        return _Rendering(self, self.env, name)

    def render(self, template: Callable[[], Template], name: str, context: dict[str, Any]) -> str:
        values = {k: v for k, v in context.items() if k not in _IN_THE_BASE}
        nav = self.pages.digest_of_nav(context.get("nav"))
        self.key = digest_of_value([self.pages.template_base, name, nav, values])
        if self.pages.has_output(self.page, self.key):
            return ""  # MkDocs writes no page without content
        return template().render(context)


@dataclass(frozen=True, slots=True)
class _Rendering:
    templates: _Templates
    env: Environment
    name: str

    def render(self, context: dict[str, Any]) -> str:
        get = partial(self.env.get_template, self.name)
        return self.templates.render(get, self.name, context)


class _Recorder:
    """Notes which files a page looks up and what it registers for cross-references."""

    def __init__(self, files: Files, autorefs: Any, page: Page) -> None:
        self.files, self.autorefs, self.page = files, autorefs, page
        self.links: dict[str, list[str] | None] = {}
        self.registered: list[tuple[str, list[Any], dict[str, Any]]] = []
        self.is_sure = True

    def __enter__(self) -> _Recorder:
        look_up = self.files.get_file_from_path

        def noting(path: str) -> File | None:
            file = look_up(path)
            self.links[path] = _as_link(file)
            return file

        self.files.get_file_from_path = noting  # type: ignore[method-assign]
        for name in _REGISTERS:
            setattr(
                self.autorefs, name, partial(self._register, getattr(self.autorefs, name), name)
            )
        return self

    def __exit__(self, *_: object) -> None:
        del self.files.get_file_from_path
        for name in _REGISTERS:
            delattr(self.autorefs, name)

    def _register(
        self, original: Callable[..., None], name: str, *given: Any, **named: Any
    ) -> None:
        original(*given, **named)
        if name == "register_anchor" and given and given[0] is self.page:
            self.registered.append((name, list(given[1:]), named))
        else:
            self.is_sure = False  # it speaks of something else than this page


def _as_link(file: File | None) -> list[str] | None:
    return [file.src_uri, file.url, file.inclusion.name] if file else None


def _looked_up(links: Mapping[str, object], files: Files) -> dict[str, object]:
    return {path: _as_link(files.get_file_from_path(path)) for path in links}


def _record(page: Page, key: str, recorder: _Recorder) -> dict[str, Any] | None:
    try:
        meta = {name: _plain(value) for name, value in page.meta.items()}
        digest_of_value(recorder.registered)
    except TypeError:
        return None  # something that JSON cannot hold
    return {
        "key": key,
        "links": recorder.links,
        "registered": recorder.registered,
        "meta": meta,
        "content": page.content,
        "toc": [_anchor(item) for item in page.toc],
        "title": page._title_from_render,
        "anchors": sorted(page.present_anchor_ids or ()),
        "links_to_anchors": {
            file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()
        },
    }


def _restore(page: Page, known: Mapping[str, Any], files: Files) -> None:
    page.markdown = ""  # read by nobody after this; MkDocs wants it to be there
    page.meta = {name: _value(plain) for name, plain in known["meta"].items()}
    page.content = known["content"]
    page.toc = TableOfContents([_anchor_link(item) for item in known["toc"]])
    page._title_from_render = known["title"]
    page.present_anchor_ids = set(known["anchors"])
    page.links_to_anchors = {
        files.src_uris[source]: anchors for source, anchors in known["links_to_anchors"].items()
    }


def _plain(value: object) -> Any:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return {"date": value.isoformat()}
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, list):
        return [_plain(item) for item in value]
    raise TypeError


def _value(plain: Any) -> object:
    if isinstance(plain, dict):
        return datetime.date.fromisoformat(plain["date"])
    return [_value(item) for item in plain] if isinstance(plain, list) else plain


def _anchor(item: AnchorLink) -> list[Any]:
    return [item.title, item.id, item.level, [_anchor(child) for child in item.children]]


def _anchor_link(item: list[Any]) -> AnchorLink:
    link = AnchorLink(item[0], item[1], item[2])
    link.children = [_anchor_link(child) for child in item[3]]
    return link
