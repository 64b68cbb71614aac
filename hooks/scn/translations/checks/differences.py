"""What differs between blocks of two pages, in words."""

from __future__ import annotations

from scn.problems import quoted
from scn.translations.checks.blocks import Block

WORDS = {
    "field": "a field of the head",
    "heading": "a heading",
    "paragraph": "a paragraph",
    "item": "an item of a list",
    "definition": "a definition",
    "table": "a table",
    "row": "a row of a table",
    "cell": "a cell of a table",
    "code": "a piece of code",
    "admonition": "a box",
    "tab": "a tab",
    "quotation": "a quotation",
    "caption": "a caption",
    "footnote": "a footnote",
    "abbreviation": "an abbreviation",
    "reference": "an address of a link",
    "html": "a piece of HTML",
    "rule": "a line of hyphens",
}
_ITEMS = {"-": "a bullet", "1.": "a number", "[ ]": "an open task [ ]", "[x]": "a ticked task [x]"}


_SEVERAL = {"item": "Items of lists", "row": "Rows of tables", "cell": "Cells of tables"}


def other_kind(source: Block, translation: Block) -> str:
    ours = WORDS[translation.kind]
    return f"Here is {ours}, on the English page {_named(source)}. Write it so."


def missing(block: Block, where: str) -> str:
    return f"Missing {where}: {_named(block)}. Translate it."


def surplus(block: Block) -> str:
    return f"The English page does not have this: {WORDS[block.kind]}. Remove it."


def other_number(kind: str, ours: int, theirs: int, line: int) -> str:
    """Of blocks that look alike, it cannot be told which one is missing."""
    return (
        f"{_SEVERAL[kind]} in this section: {ours}, on the English page {theirs}."
        f" Compare them with those from its line {line} on."
    )


def _named(block: Block) -> str:
    words = f"{WORDS[block.kind]} (line {block.place.number})"
    text = block.lines[0].text if block.lines and block.kind != "code" else ""
    return f"{words}, {quoted(text)}" if text else words


def other_detail(source: Block, translation: Block) -> str:
    line = source.place.number
    theirs, ours = (block.detail.rpartition("> ") for block in (source, translation))
    if theirs[:2] != ours[:2]:
        depth, wanted = (block.detail.count("> ") for block in (translation, source))
        return (
            f"This stands {depth} steps inside, on the English page {wanted} (line {line})."
            " Indent it as there."
        )
    match source.kind:
        case "item":
            return (
                f"The item begins with {_ITEMS[ours[2]]}. Write {_ITEMS[theirs[2]]} (line {line})."
            )
        case "table" if len(theirs[2]) != len(ours[2]):
            wanted = len(theirs[2])
            return (
                f"Columns of the table: {len(ours[2])}, on the English page {wanted} (line {line})."
                f" Write {wanted}."
            )
        case "table":
            return f"The columns are not aligned as on the English page. Copy its line {line + 1}."
        case "row":
            return (
                f"Cells of this row: {ours[2]}, on the English page {theirs[2]} (line {line})."
                f" Write {theirs[2]}."
            )
        case "code":
            return (
                f"The code begins with {quoted(ours[2])}. Write {quoted(theirs[2])} (line {line})."
            )
        case "html":
            return f"The HTML is not that of the English page. Write {theirs[2]}"
        case _:
            return f"Here is {quoted(ours[2])}. Write {quoted(theirs[2])} (line {line})."
