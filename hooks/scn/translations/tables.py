"""Tables: which lines are one, and the cells of a row."""

from __future__ import annotations

import re

from scn.translations.normalise import CODE_SPAN

_DELIMITER = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_NO_CUT = "\x04"


def is_table(first: str, second: str) -> bool:
    return (
        "|" in second
        and "|" in first
        and _DELIMITER.fullmatch(second) is not None
        and len(cells_of(first)) <= len(cells_of(second))
    )


def cells_of(row: str) -> list[str]:
    row = row.strip()
    if "`" in row or "\\|" in row:
        row = CODE_SPAN.sub(lambda code: code[0].replace("|", _NO_CUT), row)
        row = row.replace("\\|", _NO_CUT)
    row = row.removeprefix("|").removesuffix("|")
    return [cell.replace(_NO_CUT, "|").strip() for cell in row.split("|")]


def row_of(cells: list[str], width: int) -> str:
    """Rows are as wide as the header, as in the page: missing cells are empty."""
    return " | ".join((cells + [""] * width)[:width]).strip()
