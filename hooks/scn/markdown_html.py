"""What Markdown becomes beyond the ordinary: a Python-Markdown extension.

- `- [ ] text` becomes a checkbox with its text as label: it can be ticked, also on paper.
- A list whose items all begin with a link is one that leads on: section pages show it as cards.
- A picture is fetched when the reader comes near it.
- A table stands in a region that can be focused and scrolled (WCAG 2.1.1), and its alignment is
  a class, because the content security policy of the site refuses `style=`.
- On phones each row of a table of three columns or more is a card, in which the header of the
  column stands above each cell. Tables of numbers stay as they are: one compares them by column.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

_TASK = re.compile(r"\[(?P<done>[ xX])\][ \t]+")
_TAG = re.compile(r"<[^>]*>")
_FEWEST_OF_CARD = 3
"""Two columns fit on a phone beside each other."""

_MOST_NUMBERS_OF_CARD = 1
_ALIGN = re.compile(r"text-align:\s*(left|center|right);?")


class KnowledgeBaseExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        # Below `inline` (20), so that emphasis and links are elements; above `prettify` (10).
        md.treeprocessors.register(TablesAndTasks(md), "scn-tables-and-tasks", 15)


class TablesAndTasks(Treeprocessor):
    def run(self, root: Element) -> None:
        for item in list(root.iter("li")):
            _task_item(item)
        for links in root.iter("ul"):
            if all(map(_begins_with_link, links)) and len(links) > 1:
                links.set("class", "scn-links")
        for picture in root.iter("img"):
            picture.set("loading", "lazy")
        parents = [one for one in root.iter() if one.find("table") is not None]
        tables = [(p, i, c) for p in parents for i, c in enumerate(p) if c.tag == "table"]
        for number, (parent, index, table) in enumerate(tables, start=1):
            for cell in _cells(table):
                _move_alignment(cell)
            header = [self._words(cell) for cell in table.iter("th")]
            region = _region(table, number, header)
            if _is_for_cards(table):
                _as_cards(region, header)
            parent[index] = region

    def _words(self, cell: Element) -> str:
        """Code and HTML have been put aside by now; their words belong to the cell."""
        text = HTML_PLACEHOLDER_RE.sub(self._kept, "".join(cell.itertext()))
        return " ".join(text.split())

    def _kept(self, placeholder: re.Match[str]) -> str:
        kept = self.md.htmlStash.rawHtmlBlocks[int(placeholder[1])]
        return html.unescape(_TAG.sub("", kept)) if isinstance(kept, str) else ""


def _begins_with_link(item: Element) -> bool:
    return not (item.text or "").strip() and len(item) > 0 and item[0].tag == "a"


def _cells(table: Element) -> Iterator[Element]:
    for tag in ("th", "td"):
        yield from table.iter(tag)


def _move_alignment(cell: Element) -> None:
    match = _ALIGN.fullmatch(cell.get("style", "").strip())
    if match:
        del cell.attrib["style"]
        if match[1] != "left":
            cell.set("class", f"scn-{match[1]}")
    if cell.tag == "th":
        cell.set("scope", "col")


def _is_for_cards(table: Element) -> bool:
    header = list(table.iter("th"))
    numbers = [cell for cell in header[1:] if cell.get("class") == "scn-right"]
    return len(header) >= _FEWEST_OF_CARD and len(numbers) <= _MOST_NUMBERS_OF_CARD


def _as_cards(region: Element, header: list[str]) -> None:
    region.set("class", "scn-table scn-table--cards")
    for row in region.iter("tr"):
        for label, cell in list(zip(header, row, strict=False))[1:]:
            if cell.tag == "td" and label:
                cell.set("data-label", label)


def _region(table: Element, number: int, header: list[str]) -> Element:
    """The label is the words of the first row: the heading of the table as readers see it."""
    region = Element("div", {"class": "scn-table", "role": "region", "tabindex": "0"})
    region.set("aria-label", f"{number}. {', '.join(filter(None, header))}".rstrip())
    region.append(table)
    region.tail, table.tail = table.tail, None
    return region


def _task_item(item: Element) -> None:
    """Turn `[ ] text` at the begin of a list item into a labelled checkbox."""
    holder = item
    if not (item.text or "").strip() and len(item) and item[0].tag == "p":
        holder = item[0]
    match = _TASK.match((holder.text or "").lstrip())
    if not match:
        return
    label = Element("label", {"class": "scn-task"})
    box = SubElement(label, "input", {"type": "checkbox"})
    if match["done"] != " ":
        box.set("checked", "checked")
    words = SubElement(label, "span")
    words.text = (holder.text or "").lstrip()[match.end() :]
    for child in list(holder):
        if child.tag in ("ul", "ol", "p"):
            break
        holder.remove(child)
        words.append(child)
    holder.text = ""
    holder.insert(0, label)
    item.set("class", "scn-task-item")
