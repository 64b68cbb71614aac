"""How many people registered and came, and what follows from that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

FEWEST_FOR_A_RATE = 10
"""Below this number of registrations a rate says nothing."""

MODES = ("onsite", "online")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Numbers for the room and for those who joined from elsewhere; `None` is not known."""

    onsite: int | None = None
    online: int | None = None

    def of(self, mode: str) -> int | None:
        return self.onsite if mode == "onsite" else self.online


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    counted: date
    registered: Counts = Counts()
    attended: Counts
    cancelled: Counts = Counts()
    walk_ins: Counts = Counts()
    """Came without registering; they are among those who attended."""

    at_most: bool = False
    """The numbers of those who attended are upper bounds."""

    def no_show(self, mode: str) -> int | None:
        """Registered, did not cancel, did not come."""
        registered, attended = self.registered.of(mode), self.attended.of(mode)
        if registered is None or attended is None or self.at_most:
            return None
        expected = registered - (self.cancelled.of(mode) or 0)
        return expected - (attended - (self.walk_ins.of(mode) or 0))

    def no_show_rate(self, mode: str) -> float | None:
        missing, registered = self.no_show(mode), self.registered.of(mode)
        if missing is None or registered is None or registered < FEWEST_FOR_A_RATE:
            return None
        expected = registered - (self.cancelled.of(mode) or 0)
        return missing / expected if expected else None


def check_attendance(attendance: Attendance) -> Iterator[tuple[str, str]]:
    """The fields with impossible numbers, and what is wrong with them."""
    for mode in MODES:
        registered, attended = attendance.registered.of(mode), attendance.attended.of(mode)
        cancelled = attendance.cancelled.of(mode) or 0
        walk_ins = attendance.walk_ins.of(mode) or 0
        if attended is None:
            if registered is not None or walk_ins or cancelled:
                yield "attended", f"There is no number for {mode}. Write how many came."
        elif walk_ins > attended:
            came = f"{walk_ins} came without registering, but only {attended} came at all"
            yield "walk_ins", f"{mode}: {came}. Mend one of the numbers."
        elif registered is None:
            if cancelled:
                yield "cancelled", f"{mode}: How many had registered is missing. Write it too."
        elif cancelled > registered:
            left = f"{cancelled} cancelled, but only {registered} had registered"
            yield "cancelled", f"{mode}: {left}. Mend one of the numbers."
        elif attended - walk_ins > registered - cancelled:
            came = f"{attended - walk_ins} of {registered - cancelled} registered people came"
            yield "attended", f"{mode}: {came}. Add walk_ins or mend the numbers."
