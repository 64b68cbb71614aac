"""Cut a page of ready-made texts into the texts themselves.

A text begins at a second-level heading. What stands there up to the line with the link to its
file (`[…](texts/<id>.docx)`) is advice to the reader of the page; the rest is the text.
Sections without such a link are no texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element, ParseError, fromstring

import markdown as python_markdown

from scn.downloads.blocks import (
    Block,
    Heading,
    Item,
    Listing,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    TextDocument,
)
from scn.downloads.packaging import clean

_EXTENSIONS = ("admonition", "attr_list", "fenced_code", "tables")
_FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_FILE = re.compile(r"texts/([a-z0-9-]+)\.docx")
_TASK = re.compile(r"\[([ xX])\]\s+")
_HEADINGS = {f"h{level}": level for level in range(3, 7)}


class UnsupportedTextError(ValueError):
    """A text has a part that a Word file of ours does not know."""


def texts_from_markdown(markdown: str) -> tuple[TextDocument, ...]:
    """The texts of a page in the order of the page.

    Raises:
        UnsupportedTextError: a text holds HTML, code or a picture.
    """
    html = python_markdown.markdown(
        _FRONT_MATTER.sub("", clean(markdown).replace("\r\n", "\n")),
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
                blocks = _blocks(section[position + 1 :], match[1])
                return TextDocument(id=match[1], title=title, blocks=blocks)
    return None


def _blocks(elements: list[Element], text: str) -> tuple[Block, ...]:
    return tuple(block for element in elements for block in _block(element, text))


def _block(element: Element, text: str) -> Iterator[Block]:
    tag = element.tag
    if tag in _HEADINGS:
        yield Heading(level=_HEADINGS[tag], runs=_runs(element, text))
    elif tag == "p":
        runs = _runs(element, text)
        if element.get("class") == "admonition-title":
            runs = tuple(replace(run, bold=True) for run in runs)
        yield Paragraph(runs=runs)
    elif tag in {"ul", "ol"}:
        items = tuple(_item(item, text) for item in element)
        yield Listing(items=items, ordered=tag == "ol")
    elif tag == "table":
        yield _table(element, text)
    elif tag in {"blockquote", "div"}:
        yield Quote(blocks=_blocks(list(element), text))
    elif tag != "hr":
        raise UnsupportedTextError(
            f"{text}: <{tag}> cannot become part of a Word file. Write headings, paragraphs, "
            "lists, checklists, tables, bold, italic and links."
        )


def _item(element: Element, text: str) -> Item:
    """An item may begin with words of its own (a tight list) or with a paragraph (a loose one)."""
    nested = [child for child in element if child.tag in {"p", "ul", "ol", "table", "blockquote"}]
    words = Element("p")
    words.text = element.text
    words.extend(child for child in element if child not in nested)
    blocks = _blocks(nested, text)
    if runs := _runs(words, text):
        blocks = (Paragraph(runs=runs), *blocks)
    return _with_box(Item(blocks=blocks))


def _with_box(item: Item) -> Item:
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph) or not (box := _TASK.match(first.runs[0].text)):
        return item
    words = replace(first.runs[0], text=first.runs[0].text[box.end() :])
    paragraph = Paragraph(runs=(words, *first.runs[1:]))
    return Item(blocks=(paragraph, *item.blocks[1:]), ticked=box[1] != " ")


def _table(element: Element, text: str) -> Table:
    head, *rows = (tuple(_runs(cell, text) for cell in row) for row in element.iter("tr"))
    return Table(head=head, rows=tuple(rows))


def _runs(element: Element, text: str) -> Runs:
    """The words of an element, lines joined, neighbours of one style put together."""
    joined: list[Run] = []
    for run in _styled(element, Run(text=""), text):
        words = re.sub(r"[ \t\n]+", " ", run.text)
        if not joined or joined[-1].text.endswith((" ", "\v")):
            words = words.lstrip(" ")
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + words)
        elif words:
            joined.append(replace(run, text=words))
    if joined:
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(" "))
    return tuple(run for run in joined if run.text)


def _styled(element: Element, style: Run, text: str) -> Iterator[Run]:
    yield replace(style, text=element.text or "")
    for child in element:
        if child.tag in {"strong", "b"}:
            yield from _styled(child, replace(style, bold=True), text)
        elif child.tag in {"em", "i"}:
            yield from _styled(child, replace(style, italic=True), text)
        elif child.tag == "a":
            yield from _styled(child, replace(style, href=child.get("href", "")), text)
        elif child.tag == "br":
            yield replace(style, text="\v")
        else:
            raise UnsupportedTextError(
                f"{text}: <{child.tag}> cannot stand inside a line of a Word file. "
                "Write bold, italic or a link."
            )
        yield replace(style, text=child.tail or "")
