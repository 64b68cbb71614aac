"""What a page tells programs that show a link to it, or read it: Open Graph, JSON-LD, Markdown.

The properties are those of https://ogp.me; services that show cards under another name, as
`twitter:card`, take the rest from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from babel.core import get_global

from scn.addresses import absolute_address, output_path, page_address
from scn.frame import UNLISTED_PATHS, PageFrame
from scn.languages import SOURCE_LANGUAGE
from scn.publication import CONTENT_LICENCE
from scn.schema_org import json_ld_script
from scn.share_picture.picture import HEIGHT, WIDTH
from scn.site import Site

HOME = "index.md"
_TERRITORIES: Mapping[str, str] = {"en": "GB", "pt": "PT"}
"""In the Union; CLDR has the United States and Brazil."""


class Property(NamedTuple):
    """A line of the head of a page, which has one for each language, and more."""

    attribute: str
    """Of the element `meta` that holds its name: `property` or `name`."""

    name: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingView:
    properties: tuple[Property, ...]
    json_ld: str
    """A whole `<script>` element; empty where there is nothing to say."""

    markdown: str
    """Address of the Markdown copy; empty where the page has none."""


NOT_SHARED = SharingView(properties=(), json_ld="", markdown="")


def picture_address(path: str, language: str) -> str:
    """Where the picture of a page is, beside it."""
    return output_path(path, language).replace("index.html", "share.png")


def copy_address(path: str, language: str) -> str:
    """Where the Markdown copy of a page is, as https://llmstxt.org proposes it."""
    return output_path(path, language).replace("index.html", "index.md")


def has_picture(site: Site, path: str, language: str) -> bool:
    """Drawing takes time, so pictures are made for publishing only."""
    exists = site.is_published and site.content.tree.exists_in(path, language)
    return exists and path not in UNLISTED_PATHS and not _is_hidden(site, path, language)


def has_copy(site: Site, path: str, language: str) -> bool:
    exists = f"{language}/{path}" in site.content.texts
    return exists and path not in UNLISTED_PATHS and not _is_hidden(site, path, language)


def _is_hidden(site: Site, path: str, language: str) -> bool:
    """Of `part.md` and `part/index.md`, which have one address, MkDocs shows the second."""
    index = f"{path.removesuffix('.md')}/index.md"
    return site.content.tree.exists_in(index, language)


@cache
def open_graph_locale(language: str) -> str:
    """`el` → `el_GR`: the language with the territory where most speak it (CLDR)."""
    likely = str(get_global("likely_subtags").get(language, ""))
    territory = _TERRITORIES.get(language) or likely.rpartition("_")[2]
    return f"{language}_{territory}" if territory else language


def sharing_view(
    site: Site,
    frame: PageFrame,
    *,
    title: str,
    document_title: str,
    description: str,
    crumbs: Sequence[tuple[str, str]],
) -> SharingView:
    """`crumbs` are title and address of the pages above it."""
    if frame.is_unlisted or site.is_example:
        return NOT_SHARED
    is_own = not frame.is_fallback and has_copy(site, frame.path, frame.language)
    data = _structured_data(site, frame, title, description, crumbs) if frame.canonical else None
    return SharingView(
        properties=tuple(_properties(site, frame, title, document_title, description)),
        json_ld=json_ld_script(data) if data else "",
        markdown=copy_address(frame.path, frame.language) if is_own else "",
    )


def _properties(
    site: Site, frame: PageFrame, title: str, document_title: str, description: str
) -> Iterator[Property]:
    """A page without a translation is shared as the English one, but leads to where it was."""
    language, tree = frame.content_language, site.content.tree
    is_home = frame.path == HOME
    yield _property("title", title)
    yield _property("type", "website" if is_home else "article")
    if description:
        yield _property("description", description)
    if frame.canonical:
        yield _property("url", frame.canonical)
    yield _property("site_name", site.content.words[language]("frame.site_name"))
    yield _property("locale", open_graph_locale(language))
    for alternate in tree.alternates(frame.path) if frame.canonical else ():
        if alternate.language != language:
            yield _property("locale:alternate", open_graph_locale(alternate.language))
    is_shown = has_picture(site, frame.path, language)
    if is_shown:
        address = picture_address(frame.path, language)
        yield _property("image", absolute_address(site.publication.site_url, address))
        yield _property("image:type", "image/png")
        yield _property("image:width", str(WIDTH))
        yield _property("image:height", str(HEIGHT))
        yield _property("image:alt", document_title)
    card = "summary_large_image" if is_shown else "summary"
    yield Property(attribute="name", name="twitter:card", content=card)


def _property(name: str, content: str) -> Property:
    return Property(attribute="property", name=f"og:{name}", content=content)


# JSON-LD


def _structured_data(
    site: Site, frame: PageFrame, title: str, description: str, crumbs: Sequence[tuple[str, str]]
) -> dict[str, Any] | None:
    if frame.path == HOME:
        return _website(site, frame, description)
    return _breadcrumbs(site, frame, title, crumbs) if crumbs else None


def _website(site: Site, frame: PageFrame, description: str) -> dict[str, Any]:
    words, site_url = site.content.words[frame.language], site.publication.site_url
    website: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": words("frame.site_name"),
        "alternateName": f"{words('frame.site_name')} – {words('frame.site_kind')}",
        "description": description,
        "url": frame.canonical,
        "inLanguage": frame.language,
        "license": CONTENT_LICENCE,
    }
    if frame.language != SOURCE_LANGUAGE:
        source = absolute_address(site_url, page_address(HOME, SOURCE_LANGUAGE))
        website["translationOfWork"] = {"@type": "WebSite", "url": source}
    if publisher := site.publication.decided("publisher"):
        website["publisher"] = {"@type": "Organization", "name": publisher}
    return website


def _breadcrumbs(
    site: Site, frame: PageFrame, title: str, crumbs: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    places = [
        (name, absolute_address(site.publication.site_url, address)) for name, address in crumbs
    ]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": address}
            for number, (name, address) in enumerate([*places, (title, frame.canonical)], start=1)
        ],
    }
