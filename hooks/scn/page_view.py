"""Everything that the templates of the frame want to know about one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scn.addresses import page_address
from scn.dates import format_date
from scn.frame import PageFrame, frame_of_page
from scn.generated import GeneratedPage, feed_address
from scn.languages import SOURCE_LANGUAGE
from scn.publication import Publication
from scn.site import Site
from scn.sources import Source

STYLESHEETS = ("assets/css/typeset.css", "assets/css/frame.css")
FEWEST_CONTENTS = 3
"""A list of fewer headings than this helps nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    title: str
    address: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry:
    title: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    frame: PageFrame
    document_title: str
    description: str
    sources: tuple[Source, ...]
    as_of: str
    contents: tuple[ContentsEntry, ...]
    breadcrumbs: tuple[Crumb, ...]
    edit_url: str
    translate_url: str
    english_address: str
    """The page on the English site, for readers of a fallback."""

    stylesheets: tuple[str, ...]
    feed: str
    """Address of the news feed, on pages that have one."""

    publication: Publication


def page_view(
    site: Site,
    *,
    path: str,
    source: str,
    language: str,
    content_language: str,
    title: str,
    headings: Sequence[tuple[str, str]],
    generated: GeneratedPage | None,
    section_first: str,
    section_key: str,
) -> PageView:
    """`source` is relative to `docs/`; `headings` are title and id of the second level."""
    content, publication = site.content, site.publication
    frame = frame_of_page(
        path,
        content.languages.by_code(language),
        content_language,
        languages=content.built,
        tree=content.tree,
        site_url=publication.site_url,
        is_noindex=generated.is_noindex if generated else False,
    )
    head = content.heads.get(source)
    words = content.words[language]
    name = f"{words('frame.site_name')} – {words('frame.site_kind')}"
    contents = tuple(ContentsEntry(title=t, id=i) for t, i in headings)
    is_home = path == "index.md"
    crumbs = []
    if not is_home and path != "404.md":
        home = page_address("index.md", language)
        crumbs.append(Crumb(title=words("frame.home"), address=home, language=language))
        if section_key and section_first != frame.address:
            label = words(f"nav.{section_key}")
            crumbs.append(Crumb(title=label, address=section_first, language=language))
        for crumb_title, crumb_path in generated.breadcrumbs if generated else ():
            address = page_address(crumb_path, language)
            crumbs.append(Crumb(title=crumb_title, address=address, language=language))
    return PageView(
        frame=frame,
        document_title=name if is_home else f"{title} – {words('frame.site_name')}",
        description=generated.description if generated else head.description if head else "",
        sources=tuple(content.sources[code] for code in (head.sources if head else ())),
        as_of=format_date(head.as_of, content_language) if head and head.as_of else "",
        contents=contents if len(contents) >= FEWEST_CONTENTS else (),
        breadcrumbs=tuple(crumbs),
        edit_url="" if generated else publication.edit_url(source),
        translate_url=publication.new_file_url(f"{language}/{path}")
        if frame.is_fallback
        else "",
        english_address=page_address(path, SOURCE_LANGUAGE),
        stylesheets=STYLESHEETS,
        feed=feed_address(path, content_language),
        publication=publication,
    )
