"""What the Markdown of a page becomes: checklists, tables, diagrams, meanings of terms."""

from __future__ import annotations

from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from scn.diagrams import diagram
from scn.markdown_html import KnowledgeBaseExtension
from scn.page_html import with_diagrams, with_meanings, with_words_of_notes
from scn.page_links import section_edit_url
from scn.reference import without_reference
from scn.site import Site
from scn.template_data import ids_of_template


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    extensions = config.markdown_extensions
    if not any(isinstance(extension, KnowledgeBaseExtension) for extension in extensions):
        extensions.append(KnowledgeBaseExtension())  # type: ignore[arg-type]
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    site: Site = config.extra["scn"]
    content = site.content
    language = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    if language == getattr(page.file, "locale", language):
        source = page.file.src_uri
        edit_url = partial(section_edit_url, site, source)
        words = content.words[language]
        return content.translations.with_todays_english(source, markdown, edit_url, words)
    return without_reference(markdown, content.words["en"])


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    site: Site = config.extra["scn"]
    content = site.content
    language = getattr(page.file, "locale", "en")
    words = content.words[language]

    def draw(name: str, alt: str) -> str:
        return diagram(name, words, alt=alt, id_prefix=f"dg-{name}")

    if page.present_anchor_ids is not None:
        template = str(page.meta.get("template", ""))
        page.present_anchor_ids |= ids_of_template(template, content.glossary)
    html = with_words_of_notes(with_diagrams(html, draw), words)
    return with_meanings(html, content.glossary, language)
