"""Cut a page of ready-made texts into the texts themselves.

A text begins at a second-level heading. What stands there up to the line with the link to its
file (`[…](texts/<id>.docx)`) is advice to the reader of the page; the rest is the text.
Sections without such a link are no texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element, ParseError, fromstring

import markdown as python_markdown

from scn.downloads.blocks import TextDocument
from scn.downloads.html_blocks import UnsupportedTextError, blocks_from_html
from scn.downloads.packaging import clean
from scn.front_matter import split_front_matter

_EXTENSIONS = ("admonition", "attr_list", "fenced_code", "tables")
_FILE = re.compile(r"texts/([a-z0-9-]+)\.docx")
PAGE_OF_TEXTS = "package/texts.md"


@cache
def texts_from_markdown(markdown: str) -> tuple[TextDocument, ...]:
    """The texts of a page in the order of the page.

    Raises:
        UnsupportedTextError: a text holds HTML, code or a picture.
    """
    html = python_markdown.markdown(
        split_front_matter(clean(markdown)).body,
        extensions=list(_EXTENSIONS),
        output_format="xhtml",
    )
    try:
        page = fromstring(f"<page>{html}</page>")  # noqa: S314  # just written from our own page
    except ParseError as error:
        raise UnsupportedTextError(
            f"the page of texts holds HTML that is not well formed ({error}). Write Markdown only."
        ) from error
    return tuple(text for section in _sections(page) if (text := _text(section)) is not None)


def _sections(page: Element) -> Iterator[list[Element]]:
    section: list[Element] = []
    for element in page:
        if element.tag in {"h1", "h2"}:
            yield section
            section = []
        section.append(element)
    yield section


def _text(section: list[Element]) -> TextDocument | None:
    for position, element in enumerate(section):
        for link in element.iter("a"):
            if match := _FILE.fullmatch(link.get("href", "")):
                title = " ".join("".join(section[0].itertext()).split())
                blocks = blocks_from_html(section[position + 1 :], match[1])
                return TextDocument(id=match[1], title=title, blocks=blocks)
    return None
