"""What the first step has made of a page, as JSON: noted, written down and given back."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from scn.building.digests import digest_of_value

_REGISTERS = ("register_anchor", "register_url")
"""Methods of the autorefs plugin by which a page says what others can refer to."""


class Recorder:
    """Notes which files a page looks up and what it registers for cross-references."""

    def __init__(self, files: Files, autorefs: Any, page: Page) -> None:
        self.files, self.autorefs, self.page = files, autorefs, page
        self.links: dict[str, list[str] | None] = {}
        self.registered: list[tuple[str, list[Any], dict[str, Any]]] = []
        self.is_sure = True

    def __enter__(self) -> Recorder:
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


def looked_up(links: Mapping[str, object], files: Files) -> dict[str, Any]:
    return {path: _as_link(files.get_file_from_path(path)) for path in links}


def record_of(page: Page, key: str, recorder: Recorder) -> dict[str, Any] | None:
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


def restore(page: Page, known: Mapping[str, Any], files: Files) -> None:
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
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {"fields": {key: _plain(item) for key, item in value.items()}}
    raise TypeError


def _value(plain: Any) -> object:
    if isinstance(plain, dict) and "fields" in plain:
        return {key: _value(item) for key, item in plain["fields"].items()}
    if isinstance(plain, dict):
        return datetime.date.fromisoformat(plain["date"])
    return [_value(item) for item in plain] if isinstance(plain, list) else plain


def _anchor(item: AnchorLink) -> list[Any]:
    return [item.title, item.id, item.level, [_anchor(child) for child in item.children]]


def _anchor_link(item: list[Any]) -> AnchorLink:
    link = AnchorLink(item[0], item[1], item[2])
    link.children = [_anchor_link(child) for child in item[3]]
    return link
