"""How many people registered for one session, came and stayed away, apart for room and online."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scn.dates import format_date
from scn.number_texts import format_number, format_share
from scn.sessions.figures import MODES, Attendance
from scn.sessions.model import Session
from scn.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    label: str
    cells: tuple[str, ...]
    """One for each mode; empty where nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFigures:
    modes: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    counted: str


def is_more_than_attended(attendance: Attendance) -> bool:
    """There are figures beside how many came."""
    others = (attendance.registered, attendance.cancelled, attendance.walk_ins)
    return any(counts.of(mode) is not None for counts in others for mode in MODES)


def figures_of(session: Session, language: str, words: Words) -> SessionFigures | None:
    attendance = session.attendance
    if attendance is None or not is_more_than_attended(attendance):
        return None
    modes = [mode for mode in MODES if attendance.attended.of(mode) is not None]
    rows = _rows(attendance, modes, language, words)
    date = format_date(attendance.counted, language)
    return SessionFigures(
        modes=tuple(words(f"modes.{mode}") for mode in modes),
        rows=tuple(row for row in rows if any(row.cells)),
        counted=words("session_more.counted", date=date),
    )


def _rows(
    attendance: Attendance, modes: list[str], language: str, words: Words
) -> Iterator[FigureRow]:
    def row(label: str, numbers: list[int | None]) -> FigureRow:
        cells = ("" if one is None else format_number(one, language) for one in numbers)
        return FigureRow(label=label, cells=tuple(cells))

    yield row(words("figures.registered"), [attendance.registered.of(mode) for mode in modes])
    yield row(words("figures.cancelled"), [attendance.cancelled.of(mode) for mode in modes])
    attended = row(words("figures.attended"), [attendance.attended.of(mode) for mode in modes])
    if attendance.at_most:
        limits = tuple(words("figures.up_to", number=cell) for cell in attended.cells)
        attended = FigureRow(label=attended.label, cells=limits)
    yield attended
    yield row(words("figures.walk_ins"), [attendance.walk_ins.of(mode) for mode in modes])
    yield row(words("figures.no_show"), [attendance.no_show(mode) for mode in modes])
    rates = [attendance.no_show_rate(mode) for mode in modes]
    yield FigureRow(
        label=words("figures.no_show_rate"),
        cells=tuple("" if rate is None else format_share(rate, language) for rate in rates),
    )
