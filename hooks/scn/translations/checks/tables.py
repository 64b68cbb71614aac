"""Rows and cells of Markdown tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scn.translations.checks.lines import Line

_DELIMITERS = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_PART = re.compile(r"(?P<ticks>`+).+?(?P=ticks)|\\.|(?P<pipe>\|)|.", re.DOTALL)


def is_table(lines: Sequence[Line]) -> bool:
    return (
        len(lines) > 1
        and "|" in lines[0].text
        and "|" in lines[1].text
        and bool(_DELIMITERS.fullmatch(lines[1].text))
    )


def table_shape(delimiters: Line) -> str:
    """A letter for each column: left, centre, right, or none said."""
    cells = [cell.text for cell in cells_of(delimiters)]
    return "".join("-lrc"[cell.startswith(":") + 2 * cell.endswith(":")] for cell in cells)


def cells_of(row: Line) -> list[Line]:
    """The texts between the bars; a bar in code or after a backslash is none."""
    bars = [found.start() for found in _PART.finditer(row.text) if found["pipe"]]
    text = row.text.strip()
    starts = [bar + 1 for bar in bars]
    ends = list(bars)
    if not text.startswith("|"):
        starts.insert(0, 0)
    else:
        ends.pop(0)
    if text.endswith("|") and bars and row.text.rstrip().endswith("|"):
        starts.pop()
    else:
        ends.append(len(row.text))
    return [
        Line(text=row.text[:end], number=row.number, column=row.column).after(start).stripped()
        for start, end in zip(starts, ends, strict=True)
    ]
