"""The frame in the reader's language around every page."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from scn.page_view import SectionLink, page_view
from scn.site import Site


def on_env(env: Environment, **_: object) -> Environment:
    """Text from YAML is text in every template: what is HTML says so with `| safe`."""
    env.autoescape = True
    env.trim_blocks = env.lstrip_blocks = True
    return env


@event_priority(-110)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    site: Site = config.extra["scn"]
    language: str = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    generated = getattr(page.file, "made_from_data", None)
    section = _section(page, nav, generated.section if generated else "")
    first = section.children[0] if section else None
    top = page.toc.items[0].children if page.toc.items else []
    view = page_view(
        site,
        source=page.file.src_uri,
        language=language,
        content_language=getattr(page.file, "locale", language),
        title=str(page.title or ""),
        template=str(page.meta.get("template", "")),
        headings=[(item.title, item.id) for item in top],
        has_diagram='class="scn-diagram"' in (page.content or ""),
        generated=generated,
        section=SectionLink(key=section.title, address=first.url)
        if section and isinstance(first, Page)
        else None,
    )
    context.update(
        scn=view.frame,
        view=view,
        data=view.data,
        section=section,
        w=site.content.words[language],
        cw=site.content.words[view.frame.content_language],
    )
    return context


def _section(page: Page, nav: Navigation, key: str) -> Section | None:
    sections = nav.items if key else page.ancestors
    return next((s for s in sections if isinstance(s, Section) and key in ("", s.title)), None)
