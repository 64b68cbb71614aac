"""The body of a Word file: blocks become paragraphs, lists, checkboxes and tables."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import zip_longest

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Twips
from docx.text.paragraph import Paragraph as WordParagraph

from scn.downloads.blocks import Block, Heading, Item, Listing, Paragraph, Quote, Runs, Table, plain
from scn.downloads.docx_lists import BULLETS, INDENT, checkbox, put_in_list, start_numbers
from scn.downloads.docx_look import TEXT_WIDTH, shade
from scn.downloads.packaging import clean

_PLACEHOLDER = re.compile(r"(\[[^\[\]]+\])")
_LEVEL_OF_TITLE = 2
_LETTER, _CELL_MARGINS, _LONGEST_SHARE = 135, 220, 40


@dataclass(slots=True, kw_only=True)
class Body:
    document: Document
    resolve: Callable[[str], str]
    boxes: int = 0

    def blocks(self, blocks: tuple[Block, ...], *, depth: int = 0, style: str = "Normal") -> None:
        """`depth` counts the lists around the blocks; `style` is that of their paragraphs."""
        for block, following in zip_longest(blocks, blocks[1:]):
            match block:
                case Heading(level=level, runs=runs):
                    self.paragraph(f"Heading {min(level - _LEVEL_OF_TITLE, 4)}", runs)
                case Paragraph(runs=runs):
                    look = self.paragraph(style, runs, depth=depth).paragraph_format
                    look.keep_with_next = isinstance(following, Listing | Table) or None
                case Listing(items=items, ordered=ordered):
                    number = start_numbers(self.document) if ordered else BULLETS
                    for item in items:
                        self._item(item, depth, number)
                case Table():
                    self._table(block)
                case Quote(blocks=quoted):
                    self.blocks(quoted, depth=depth, style="Quote")

    def paragraph(self, style: str, runs: Runs, *, depth: int = 0) -> WordParagraph:
        paragraph = self.document.add_paragraph(style=style)
        if depth:
            paragraph.paragraph_format.left_indent = Length(INDENT * depth)
        self._write(runs, paragraph)
        return paragraph

    def _write(self, runs: Runs, paragraph: WordParagraph) -> None:
        for run in runs:
            address = self.resolve(run.href) if run.href else ""
            for words in [run.text] if address else filter(None, _PLACEHOLDER.split(run.text)):
                written = paragraph.add_run(clean(words.replace("\v", "\n")))
                if run.bold:
                    written.bold = True
                if run.italic:
                    written.italic = True
                if address:
                    kind = RELATIONSHIP_TYPE.HYPERLINK
                    name = paragraph.part.relate_to(address, kind, is_external=True)
                    link = OxmlElement("w:hyperlink", {qn("r:id"): name})
                    link.append(written._r)
                    paragraph._p.append(link)
                    written.style = "Hyperlink"
                elif _PLACEHOLDER.fullmatch(words):
                    written.style = "Placeholder"

    def _item(self, item: Item, depth: int, number: int) -> None:
        first, rest = Paragraph(runs=()), item.blocks
        if rest and isinstance(rest[0], Paragraph):
            first, rest = rest[0], rest[1:]
        if item.ticked is None:
            style = "List Bullet" if number == BULLETS else "List Number"
            put_in_list(self.paragraph(style, first.runs), number, depth)
        else:
            paragraph = self.paragraph("List", (), depth=depth + 1)
            self.boxes += 1
            paragraph._p.append(checkbox(plain(first.runs), self.boxes, ticked=item.ticked))
            paragraph.add_run("\t")
            self._write(first.runs, paragraph)
        self.blocks(rest, depth=depth + 1, style="List Continue")

    def _table(self, table: Table) -> None:
        head = tuple(tuple(replace(run, bold=True) for run in cell) for cell in table.head)
        rows, widths = (head, *table.rows), _column_widths(table)
        drawn = self.document.add_table(len(rows), len(head), "Table Grid")
        for column, width in zip(drawn.columns, widths, strict=True):
            column.width = Twips(width)
        for row, texts in zip(drawn.rows, rows, strict=True):
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            for cell, runs, width in zip(row.cells, texts, widths, strict=True):
                cell.width = Twips(width)
                self._write(runs, cell.paragraphs[0])
        drawn.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell in drawn.rows[0].cells:
            shade(cell._tc.get_or_add_tcPr(), "E3F0F3")
        self.document.add_paragraph(style="No Spacing")  # Word wants a paragraph after a table


def _column_widths(table: Table) -> tuple[int, ...]:
    """Room for the longest word of each column; the rest goes where the longest cells are."""
    columns = [[plain(cell) for cell in one] for one in zip(table.head, *table.rows, strict=True)]
    needs = [
        _LETTER * max(len(word) for cell in column for word in [*cell.split(), ""]) + _CELL_MARGINS
        for column in columns
    ]
    room = TEXT_WIDTH.twips
    if sum(needs) > room:
        return tuple(room * need // sum(needs) for need in needs)
    shares = [min(_LONGEST_SHARE, max(map(len, column))) + 1 for column in columns]
    rest = room - sum(needs)
    return tuple(n + rest * share // sum(shares) for n, share in zip(needs, shares, strict=True))
