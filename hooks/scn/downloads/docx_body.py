"""The body of a Word file: blocks become paragraphs, lists, checkboxes and tables."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

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
    plain,
)
from scn.downloads.docx_numbering import BULLETS, FIRST_NUMBERED, INDENT, LEVELS
from scn.downloads.docx_styles import TEXT_WIDTH
from scn.downloads.packaging import element, words

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_LEVEL_OF_TITLE = 2
_PLACEHOLDER = re.compile(r"(\[[^\[\]]+\])")
_LETTER, _CELL_MARGINS, _LONGEST_SHARE = 135, 220, 40
_LONGEST_NAME = 60
_HAIR = element("w:spacing", w_after="0", w_line="120", w_lineRule="exact")
"""Word wants a paragraph after a table; this one is as good as none."""

Resolve = Callable[[str], str]


@dataclass(slots=True, kw_only=True)
class Body:
    """Writes blocks and counts what the other parts of the file need to know."""

    resolve: Resolve
    links: dict[str, str] = field(default_factory=dict)
    numbered: int = 0
    boxes: int = 0

    def blocks(self, blocks: Iterable[Block], *, depth: int = 0, style: str = "") -> Iterator[str]:
        """`depth` counts the lists around the blocks; `style` is that of their paragraphs."""
        for block, following in zip_longest(shown := tuple(blocks), shown[1:]):
            together = element("w:keepNext") if isinstance(following, Listing | Table) else ""
            match block:
                case Heading(level=level, runs=runs):
                    name = f"Heading{min(level - _LEVEL_OF_TITLE, 4)}"
                    yield paragraph(name, self.runs(runs))
                case Paragraph(runs=runs):
                    indent = _indent(depth) if depth else ""
                    yield paragraph(style or "Normal", self.runs(runs), together, indent)
                case Listing():
                    yield from self._listing(block, depth)
                case Table():
                    yield self._table(block)
                    yield paragraph("Normal", "", _HAIR)
                case Quote(blocks=quoted):
                    yield from self.blocks(quoted, depth=depth, style="Quote")

    def runs(self, runs: Runs) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        address = self.resolve(run.href) if run.href else ""
        if not address:
            return "".join(
                text_run(piece, run, "Placeholder" if _PLACEHOLDER.fullmatch(piece) else "")
                for piece in _PLACEHOLDER.split(run.text)
                if piece
            )
        name = f"link{len(self.links) + 1}"
        self.links[name] = address
        return element("w:hyperlink", text_run(run.text, run, "Hyperlink"), r_id=name)

    def _listing(self, listing: Listing, depth: int) -> Iterator[str]:
        number = BULLETS
        if listing.ordered:
            number = FIRST_NUMBERED + self.numbered
            self.numbered += 1
        for item in listing.items:
            yield from self._item(item, depth, number)

    def _item(self, item: Item, depth: int, number: int) -> Iterator[str]:
        first, rest = Paragraph(runs=()), item.blocks
        if rest and isinstance(rest[0], Paragraph):
            first, rest = rest[0], rest[1:]
        if item.ticked is None:
            style = "ListBullet" if number == BULLETS else "ListNumber"
            level = element("w:ilvl", w_val=str(min(depth, LEVELS - 1)))
            place = element("w:numPr", level, element("w:numId", w_val=str(number)))
            yield paragraph(style, self.runs(first.runs), place)
        else:
            box = self._box(plain(first.runs), ticked=item.ticked)
            tab = element("w:r", element("w:tab"))
            yield paragraph(
                "Checklist", box + tab + self.runs(first.runs), _indent(depth + 1, hanging=INDENT)
            )
        yield from self.blocks(rest, depth=depth + 1, style="ListContinue")

    def _box(self, name: str, *, ticked: bool) -> str:
        """A box to click on, called by what stands beside it."""
        self.boxes += 1
        font = "MS Gothic"
        looks = element("w:rFonts", w_ascii=font, w_hAnsi=font, w_eastAsia=font)
        sign = element("w:t", "☒" if ticked else "☐")
        properties = element(
            "w:sdtPr",
            element("w:alias", w_val=name[:_LONGEST_NAME]),
            element("w:id", w_val=str(self.boxes)),
            element(
                "w14:checkbox",
                element("w14:checked", w14_val="1" if ticked else "0"),
                element("w14:checkedState", w14_val="2612", w14_font=font),
                element("w14:uncheckedState", w14_val="2610", w14_font=font),
            ),
        )
        content = element("w:sdtContent", element("w:r", element("w:rPr", looks), sign))
        return element("w:sdt", properties, content)

    def _table(self, table: Table) -> str:
        widths = _column_widths(table)
        look = element("w:tblLook", w_val="0020", w_firstRow="1", w_noHBand="1", w_noVBand="1")
        properties = element(
            "w:tblPr",
            element("w:tblStyle", w_val="TableGrid"),
            element("w:tblW", w_w=str(sum(widths)), w_type="dxa"),
            look,
        )
        grid = element("w:tblGrid", *(element("w:gridCol", w_w=str(width)) for width in widths))
        head = tuple(tuple(replace(run, bold=True) for run in cell) for cell in table.head)
        rows = [self._row(head, widths, head=True)]
        rows += [self._row(row, widths) for row in table.rows]
        return element("w:tbl", properties, grid, *rows)

    def _row(self, cells: tuple[Runs, ...], widths: tuple[int, ...], *, head: bool = False) -> str:
        repeated = element("w:tblHeader") if head else ""
        drawn = (
            element(
                "w:tc",
                element("w:tcPr", element("w:tcW", w_w=str(width), w_type="dxa")),
                paragraph("Normal", self.runs(cell), element("w:spacing", w_after="0")),
            )
            for cell, width in zip(cells, widths, strict=True)
        )
        return element("w:tr", element("w:trPr", element("w:cantSplit"), repeated), *drawn)


def paragraph(style: str, content: str, *properties: str) -> str:
    look = element("w:pPr", element("w:pStyle", w_val=style), *properties)
    return element("w:p", look, content)


def text_run(text: str, style: Run | None = None, css: str = "") -> str:
    """Words in one style; a `\\v` in them begins a new line."""
    look = element("w:rStyle", w_val=css) if css else ""
    if style is not None and style.bold:
        look += element("w:b") + element("w:bCs")
    if style is not None and style.italic:
        look += element("w:i") + element("w:iCs")
    lines = (element("w:t", words(line), xml_space="preserve") for line in text.split("\v"))
    return element("w:r", element("w:rPr", look) if look else "", element("w:br").join(lines))


def _indent(depth: int, *, hanging: int = 0) -> str:
    return element("w:ind", w_left=str(INDENT * depth), w_hanging=str(hanging))


def _column_widths(table: Table) -> tuple[int, ...]:
    """Room for the longest word of each column; the rest goes where the longest cells are."""
    columns = tuple(
        tuple(plain(cell) for cell in column)
        for column in zip(table.head, *table.rows, strict=True)
    )
    needs = [
        _LETTER * max(len(word) for cell in column for word in [*cell.split(), ""]) + _CELL_MARGINS
        for column in columns
    ]
    if sum(needs) > TEXT_WIDTH:
        return tuple(TEXT_WIDTH * need // sum(needs) for need in needs)
    shares = [min(_LONGEST_SHARE, max(len(cell) for cell in column)) + 1 for column in columns]
    rest = TEXT_WIDTH - sum(needs)
    return tuple(
        need + rest * share // sum(shares) for need, share in zip(needs, shares, strict=True)
    )
