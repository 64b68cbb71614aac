"""Elements of HTML as blocks; what a Word file of ours does not know is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

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
)

_TASK = re.compile(r"\[([ xX])\]\s+")
_HEADINGS = {f"h{level}": level for level in range(3, 7)}


class UnsupportedTextError(ValueError):
    """A text has a part that a Word file of ours does not know."""


def blocks_from_html(elements: list[Element], text: str) -> tuple[Block, ...]:
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
        yield Quote(blocks=blocks_from_html(list(element), text))
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
    blocks = blocks_from_html(nested, text)
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
