"""Totals of sessions: how many were held, how many of them reported, and what they reported.

Room and online are never added up: one person may have been in both, and a place in a room is
another thing than a connection. A sum says from how many sessions it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scn.sessions.figures import FEWEST_FOR_A_RATE, MODES, Attendance
from scn.sessions.model import Session
from scn.sessions.when import Undated


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    value: int = 0
    sessions: int = 0
    """How many sessions gave a number."""

    is_at_most: bool = False
    """One of the numbers is an upper bound, and so is the sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeTotals:
    mode: str
    registered: Sum
    attended: Sum
    no_show: Sum
    no_show_rate: float | None
    """Of the sessions that `no_show` is from; None where too few registered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    held: int
    reported: int
    modes: tuple[ModeTotals, ...]
    """Room and online, always both."""


def took_place(session: Session, as_of: date) -> bool:
    """Reported as held, or confirmed for a day that has passed."""
    if isinstance(session.when, Undated):
        return session.when.held == "yes"
    return session.status == "confirmed" and session.is_over(as_of)


def is_planned(session: Session, as_of: date) -> bool:
    """To come, with a day or without, and not cancelled."""
    if session.status == "cancelled":
        return False
    if isinstance(session.when, Undated):
        return session.when.is_to_come
    return not session.is_over(as_of)


def totals(held: Iterable[Session]) -> Totals:
    sessions = list(held)
    reports = [one.attendance for one in sessions if one.attendance]
    return Totals(
        held=len(sessions),
        reported=len(reports),
        modes=tuple(_of_mode(mode, reports) for mode in MODES),
    )


def totals_by(
    held: Iterable[Session],
    key: Callable[[Session], str | tuple[str, ...]],
    order: Iterable[str],
) -> Mapping[str, Totals]:
    """Totals of groups in this order; those that it does not know come last.

    A session whose key has several names is in each of these groups.
    """
    groups: dict[str, list[Session]] = {name: [] for name in order}
    for session in held:
        names = key(session)
        for name in (names,) if isinstance(names, str) else names:
            groups.setdefault(name, []).append(session)
    return {name: totals(group) for name, group in groups.items()}


def year_of(session: Session) -> str:
    """The year, or the years of the programme where no source gives the day."""
    if isinstance(session.when, Undated):
        return session.when.programme or ""
    return str(session.when.first_day.year)


def _of_mode(mode: str, reports: list[Attendance]) -> ModeTotals:
    came = [one for one in reports if one.attended.of(mode) is not None]
    missed = [(one, number) for one in reports if (number := one.no_show(mode)) is not None]
    registered = sum(one.registered.of(mode) or 0 for one, _ in missed)
    expected = registered - sum(one.cancelled.of(mode) or 0 for one, _ in missed)
    no_show = _sum(number for _, number in missed)
    has_rate = registered >= FEWEST_FOR_A_RATE and expected > 0
    return ModeTotals(
        mode=mode,
        registered=_sum(one.registered.of(mode) for one in reports),
        attended=_sum(
            (one.attended.of(mode) for one in came), is_at_most=any(one.at_most for one in came)
        ),
        no_show=no_show,
        no_show_rate=no_show.value / expected if has_rate else None,
    )


def _sum(numbers: Iterable[int | None], *, is_at_most: bool = False) -> Sum:
    known = [number for number in numbers if number is not None]
    return Sum(value=sum(known), sessions=len(known), is_at_most=is_at_most)
