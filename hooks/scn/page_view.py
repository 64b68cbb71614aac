"""Everything that the templates of the frame want to know about one page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scn.addresses import page_address, split_language
from scn.dates import format_date
from scn.feed_links import FeedLink, feed_links
from scn.frame import PageFrame, frame_of_page
from scn.generated import GeneratedPage
from scn.generated_files import feed_address
from scn.generated_paths import A_TO_Z, BY_COUNTRY, NOT_FOUND
from scn.languages import SOURCE_LANGUAGE
from scn.page_downloads import Download, downloads_of_page
from scn.page_links import PageLinks, page_links
from scn.publication import Publication
from scn.security_policy import REFERRER_POLICY, policy_of_page
from scn.served_assets import SESSIONS_SHEET, SITE_SHEET
from scn.sharing import SharingView, sharing_view
from scn.site import Site
from scn.site_navigation import NavSection
from scn.sources import Source
from scn.template_data import view_for_template
from scn.translation_view import TranslationView, translation_view
from scn.words import Words

HOME_STYLESHEET = "assets/css/home.css"
COMPONENTS_STYLESHEET = "assets/css/components.css"
MAP_STYLESHEET = "assets/css/map.css"
TRANSLATIONS_STYLESHEET = "assets/css/translations.css"
STANDINGS_STYLESHEET = "assets/css/translation-states.css"
_TEMPLATES_WITH_TABLES = frozenset(
    f"{name}.html"
    for name in ("accessibility", "agenda", "countries", "figures", "members", "translations")
)
_COMPONENT = re.compile(r'class="(?:scn-(?:diagram|table)|doc)\b')
FEWEST_CONTENTS = 3
"""A list of fewer headings than this helps nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """What the Markdown of a page has become."""

    title: str
    content: str
    """HTML."""


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
class SearchFacts:
    section: str
    """Key of the section, as in `nav` of the words; the home page has one of its own."""

    way: str
    """The titles of the pages on the way from the section to this one."""

    audiences: tuple[str, ...]

    @property
    def attributes(self) -> Mapping[str, str]:
        """Of the element with the text: what Pagefind reads there."""
        way = {"data-pagefind-meta": "way[data-way]", "data-way": self.way} if self.way else {}
        return {
            "data-pagefind-body": "",
            "data-pagefind-filter": "section[data-section]",
            "data-section": self.section,
            **way,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    frame: PageFrame
    data: Any
    """What the template of the page shows beside its text; each template has its own view."""

    document_title: str
    description: str
    sources: tuple[Source, ...]
    as_of: str
    contents: tuple[ContentsEntry, ...]
    breadcrumbs: tuple[Crumb, ...]
    links: PageLinks | None
    """None on pages that are made from data."""

    search: SearchFacts | None
    """What the search knows of the page; None where it does not find it."""

    downloads: tuple[Download, ...]
    english_address: str
    """The page on the English site, for readers of a fallback."""

    stylesheets: tuple[str, ...]
    has_sessions: bool
    """Whether times of sessions stand on it, to which the reader's own can be added."""

    feed: str
    """Address of the news feed, on pages that have one."""

    feeds: tuple[FeedLink, ...]
    """Calendars and feeds of sessions."""

    sharing: SharingView
    translation: TranslationView | None
    """On translations that say what they were made from."""

    publication: Publication
    is_example: bool
    content_policy: str
    """For hosts without headers; empty in a preview."""

    referrer_policy: str


def page_view(
    site: Site,
    *,
    source: str,
    language: str,
    content_language: str,
    title: str,
    template: str,
    headings: Sequence[tuple[str, str]],
    titles: Mapping[str, str],
    html: str,
    generated: GeneratedPage | None,
    section: NavSection | None,
) -> PageView:
    """`source` is relative to `docs/`; `headings` are title and id of the second level, `titles`
    those of all levels by id. `html` is its text.
    """
    content, publication = site.content, site.publication
    _, path = split_language(source, content.known.codes)
    is_pseudo = language not in content.languages
    made_from = f"{SOURCE_LANGUAGE}/{path}" if is_pseudo else ""
    frame = frame_of_page(
        path,
        content.known.by_code(language),
        content_language,
        languages=content.shown,
        tree=content.tree,
        site_url=publication.site_url,
        is_noindex=site.is_example or is_pseudo or (generated.is_noindex if generated else False),
    )
    head = content.heads.get(source)
    words = content.words[language]
    contents = tuple(ContentsEntry(title=title, id=anchor) for title, anchor in headings)
    if generated:
        data = generated.data
    else:
        data = view_for_template(site, template, language, content_language)
    translation = _translation(site, path, language, titles, frame)
    document_title = _document_title(path, title, words)
    description = generated.description if generated else head.description if head else ""
    breadcrumbs = tuple(_breadcrumbs(frame, words, section, generated))
    return PageView(
        frame=frame,
        data=data,
        document_title=document_title,
        description=description,
        sources=tuple(content.sources[code] for code in (head.sources if head else ())),
        as_of=format_date(head.as_of, content_language) if head and head.as_of else "",
        contents=contents if len(contents) >= FEWEST_CONTENTS else (),
        breadcrumbs=breadcrumbs,
        links=None
        if generated
        else page_links(site, source, language, titles, made_from=made_from),
        search=_search_facts(frame, section, generated),
        downloads=downloads_of_page(html),
        english_address=page_address(path, SOURCE_LANGUAGE),
        stylesheets=tuple(
            _stylesheets(
                path,
                has_component=_COMPONENT.search(html) is not None
                or template in _TEMPLATES_WITH_TABLES
                or (template == "session.html" and bool(data.figures)),
                has_translation=translation is not None,
            )
        ),
        has_sessions=path.startswith("sessions/") and path != BY_COUNTRY,
        feed=feed_address(path, content_language),
        feeds=tuple(feed_links(site, path, language, is_generated=generated is not None)),
        sharing=sharing_view(
            site,
            frame,
            title=title,
            document_title=document_title,
            description=description,
            crumbs=[(crumb.title, crumb.address) for crumb in breadcrumbs],
        ),
        translation=translation,
        publication=publication,
        is_example=site.is_example,
        content_policy="" if site.is_preview else policy_of_page(template),
        referrer_policy=REFERRER_POLICY,
    )


def _search_facts(
    frame: PageFrame, section: NavSection | None, generated: GeneratedPage | None
) -> SearchFacts | None:
    """The list of all pages has the words of every title, and would be found for each of them."""
    if frame.is_fallback or frame.is_unlisted or frame.path == A_TO_Z:
        return None
    first = frame.path.removesuffix(".md").partition("/")[0]
    return SearchFacts(
        section=section.key if section else "home" if first == "index" else first,
        way=" › ".join(title for title, _ in (generated.breadcrumbs if generated else ())),
        audiences=generated.audiences if generated else (),
    )


def _translation(
    site: Site, path: str, language: str, titles: Mapping[str, str], frame: PageFrame
) -> TranslationView | None:
    state = site.content.translations.state(language, path)
    if state is None or frame.is_fallback:
        return None
    english = site.content.translations.today.get(path, "")
    return translation_view(state, titles, english, language, site.content.words[language])


def _stylesheets(path: str, *, has_component: bool, has_translation: bool) -> Iterator[str]:
    yield SITE_SHEET
    if path == "index.md":
        yield HOME_STYLESHEET
    if path.startswith("sessions/") and path != BY_COUNTRY:
        yield SESSIONS_SHEET  # has the components too
    elif has_component:
        yield COMPONENTS_STYLESHEET
    if path == BY_COUNTRY:
        yield MAP_STYLESHEET
    if has_translation:
        yield TRANSLATIONS_STYLESHEET
    if path.startswith("contribute/translations"):
        yield STANDINGS_STYLESHEET


def _document_title(path: str, title: str, words: Words) -> str:
    if path == "index.md":
        return f"{words('frame.site_name')} – {words('frame.site_kind')}"
    return f"{title} – {words('frame.site_name')}"


def _breadcrumbs(
    frame: PageFrame, words: Words, section: NavSection | None, generated: GeneratedPage | None
) -> Iterator[Crumb]:
    """The way to the page, without the page itself."""
    if frame.path in ("index.md", NOT_FOUND):
        return
    language = frame.language
    home = page_address("index.md", language)
    yield Crumb(title=words("frame.home"), address=home, language=language)
    if section and section.address != frame.address:
        title = words(f"nav.{section.key}")
        yield Crumb(title=title, address=section.address, language=language)
    for title, path in generated.breadcrumbs if generated else ():
        yield Crumb(title=title, address=page_address(path, language), language=language)
