"""The frame in the reader's language around every page: templates get finished values only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from scn.page_view import PageText, page_view
from scn.site import Site
from scn.site_navigation import NavPage, NavSection, SiteNavigation


def on_env(env: Environment, **_: object) -> Environment:
    """Text from YAML is text in every template: what is HTML says so with `| safe`."""
    env.autoescape = True
    env.trim_blocks = env.lstrip_blocks = True
    return env


@event_priority(-110)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """In place of the context of MkDocs: what a template shows is what decides about its page."""
    site: Site = config.extra["scn"]
    language: str = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    generated = getattr(page.file, "made_from_data", None)
    if not hasattr(nav, "scn"):  # every title is known by now
        nav.scn = SiteNavigation(  # type: ignore[attr-defined]
            items=tuple(_items(nav.items)), home=nav.homepage.url if nav.homepage else ""
        )
    navigation: SiteNavigation = nav.scn  # type: ignore[attr-defined]
    section = navigation.section_of(page.url, generated.section if generated else "")
    top = page.toc.items[0].children if page.toc.items else []
    view = page_view(
        site,
        source=page.file.src_uri,
        language=language,
        content_language=getattr(page.file, "locale", language),
        title=str(page.title or ""),
        template=str(page.meta.get("template", "")),
        headings=[(item.title, item.id) for item in top],
        titles={item.id: item.title for item in _headings(page.toc)},
        html=page.content or "",
        generated=generated,
        section=section,
    )
    previous, following = navigation.neighbours(page.url)
    context.clear()
    context.update(
        scn=view.frame,
        view=view,
        data=view.data,
        page=PageText(title=str(page.title or ""), content=page.content or ""),
        nav=navigation,
        section=section,
        previous=previous,
        next=following,
        w=site.content.words[language],
        cw=site.content.words[view.frame.content_language],
    )
    return context


def _headings(items: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for item in items:
        yield item
        yield from _headings(item.children)


def _items(items: list[StructureItem]) -> Iterator[NavSection | NavPage]:
    for item in items:
        if isinstance(item, Section):
            below = SiteNavigation(items=tuple(_items(item.children)), home="")
            yield NavSection(key=item.title, pages=tuple(below.pages))
        elif isinstance(item, Page):
            language = getattr(item.file, "locale", "")
            yield NavPage(title=str(item.title or ""), address=item.url, language=language)
