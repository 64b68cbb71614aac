"""The frame in the reader's language around every page."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from scn.addresses import split_language
from scn.site import Site
from scn.home_page import view_for_template
from scn.page_view import page_view


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Text from YAML is text in every template: what is HTML says so with `| safe`."""
    env.autoescape = True
    env.trim_blocks = env.lstrip_blocks = True
    return env


@event_priority(-110)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    site: Site = config.extra["scn"]
    content = site.content
    language: str = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    _, path = split_language(page.file.src_uri, content.languages.codes)
    generated = getattr(page.file, "made_from_data", None)
    section = _section(page, nav, generated.section if generated else "")
    view = page_view(
        site,
        path=path,
        source=page.file.src_uri,
        language=language,
        content_language=getattr(page.file, "locale", language),
        title=str(page.title or ""),
        headings=[(item.title, item.id) for item in (page.toc.items[0].children if page.toc.items else [])],
        generated=generated,
        section_first=section.children[0].url if section else "",  # type: ignore[union-attr]
        section_key=section.title if section else "",
    )
    context.update(
        scn=view.frame,
        view=view,
        section=section,
        w=content.words[language],
        cw=content.words[view.frame.content_language],
        data=generated.data
        if generated
        else view_for_template(
            site, page.meta.get("template", ""), language, view.frame.content_language
        ),
        glossary=content.glossary,
    )
    return context


def _section(page: Page, nav: Navigation, key: str) -> Section | None:
    if key:
        return next((i for i in nav.items if isinstance(i, Section) and i.title == key), None)
    return page.ancestors[-1] if page.ancestors else None  # type: ignore[return-value]
