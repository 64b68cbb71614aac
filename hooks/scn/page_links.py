"""What a reader can do with a page: correct it, correct a part, translate it, see what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scn.addresses import split_language
from scn.languages import SOURCE_LANGUAGE
from scn.site import Site
from scn.translations.headings import heading_lines
from scn.translations.prefilled import prefilled_address


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLink:
    title: str
    """HTML, as in the contents of the page."""

    address: str
    """Opens the editor at the heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLinks:
    edit: str
    parts: tuple[PartLink, ...]
    translate: str
    """Begins the translation; empty where there is one, and in English."""

    history: str
    """What has changed in the English page, or in one that exists in this language alone."""


def page_links(
    site: Site, source: str, language: str, titles: Mapping[str, str], *, made_from: str = ""
) -> PageLinks:
    """Of a page with a text of its own: `source`, relative to `docs/`, is what it shows.

    `titles` are its headings by their ids; `made_from` is the file of a text that has none.
    """
    content, publication = site.content, site.publication
    file = made_from or source
    own, path = split_language(file, content.languages.codes)
    is_in_english = content.tree.exists_in(path, SOURCE_LANGUAGE)
    return PageLinks(
        edit=publication.edit_url(file),
        parts=tuple(_parts(site, source, file, titles)),
        translate="" if own == language or made_from else new_translation_url(site, path, language),
        history=publication.history_url(f"{SOURCE_LANGUAGE}/{path}" if is_in_english else source),
    )


def _parts(site: Site, source: str, file: str, titles: Mapping[str, str]) -> Iterator[PartLink]:
    """Those of the second level and below: the title is where the file begins."""
    lines = heading_lines(site.content.texts[source])
    for id_, line in list(lines.items())[1:]:
        if id_ in titles:
            address = site.publication.edit_url(file, line)
            yield PartLink(title=titles[id_], address=address)


def section_edit_url(site: Site, source: str, id_: str) -> str:
    """Opens the editor at the heading of a section."""
    return site.publication.edit_url(source, heading_lines(site.content.texts[source]).get(id_, 0))


def new_translation_url(site: Site, path: str, language: str) -> str:
    """Begins the translation of an English page in the editor, given without its language."""
    english, publication = f"{SOURCE_LANGUAGE}/{path}", site.publication
    pointer = site.content.words[language](
        "translation.text_is_at", address=publication.edit_url(english)
    )
    return prefilled_address(
        site.content.texts[english],
        lambda text: publication.new_file_url(f"{language}/{path}", text),
        pointer,
    )
