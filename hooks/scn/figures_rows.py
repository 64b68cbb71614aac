"""The rows of the tables of figures: sums in words and numbers of the reader's language."""

from __future__ import annotations

from dataclasses import dataclass

from scn.number_texts import format_number, format_share
from scn.session_totals import ModeTotals, Sum, Totals
from scn.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Empty where nothing is known."""

    text: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    label: str
    address: str
    """Of the page of a country; empty for other groups."""

    held: str
    reported: str
    cells: tuple[Cell, ...]
    """Registered, attended, no-show: of the room, then online."""


def row_of(label: str, group: Totals, language: str, words: Words, address: str = "") -> Row:
    reported = words(
        "figures.reported_of",
        count=format_number(group.reported, language),
        total=format_number(group.held, language),
    )
    return Row(
        label=label,
        address=address,
        held=format_number(group.held, language),
        reported=reported if group.held else "",
        cells=tuple(cell for mode in group.modes for cell in _cells(mode, group, language, words)),
    )


def _cells(mode: ModeTotals, group: Totals, language: str, words: Words) -> tuple[Cell, Cell, Cell]:
    """A sum of fewer sessions than one would think says of how many it is."""

    def cell(one: Sum, expected: int, rate: float | None = None) -> Cell:
        if not one.sessions:
            return Cell()
        text = format_number(one.value, language)
        if one.is_at_most:
            text = words("figures.up_to", number=text)
        if rate is not None:
            text = words("figures.with_rate", number=text, rate=format_share(rate, language))
        is_partial = one.sessions < expected
        note = words("figures.from_sessions", count=one.sessions) if is_partial else ""
        return Cell(text=text, note=note)

    came = mode.attended.sessions
    return (
        cell(mode.registered, came),
        cell(mode.attended, group.reported),
        cell(mode.no_show, came, mode.no_show_rate),
    )
