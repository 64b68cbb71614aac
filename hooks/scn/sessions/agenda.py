"""All sessions, in the order in which they happen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from scn.sessions.model import Session
from scn.sessions.when import Undated


@dataclass(frozen=True)
class Sessions:
    """Sorted by day, start and id; those without a date come last, by id."""

    items: tuple[Session, ...]

    @classmethod
    def of(cls, sessions: Iterable[Session]) -> Sessions:
        return cls(tuple(sorted(sessions, key=by_start)))

    def __iter__(self) -> Iterator[Session]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @cached_property
    def by_id(self) -> dict[str, Session]:
        return {session.id: session for session in self.items}

    @cached_property
    def dated(self) -> tuple[Session, ...]:
        return tuple(each for each in self.items if not isinstance(each.when, Undated))

    @cached_property
    def undated(self) -> tuple[Session, ...]:
        """To be announced, or of a past programme; their `when` says which."""
        return tuple(each for each in self.items if isinstance(each.when, Undated))

    def to_come(self, as_of: date) -> tuple[Session, ...]:
        """Sessions with a date that are not over, also those that are cancelled."""
        return tuple(each for each in self.dated if not each.is_over(as_of))

    def past(self, as_of: date) -> tuple[Session, ...]:
        """Sessions with a date that are over, the oldest first."""
        return tuple(each for each in self.dated if each.is_over(as_of))

    def of_country(self, country: str) -> Sessions:
        """Those of one country, or of `network`."""
        return Sessions(tuple(each for each in self.items if each.country == country))


def by_start(session: Session) -> tuple[bool, date, datetime | None, str]:
    """The order of sessions wherever they are listed."""
    when = session.when
    if isinstance(when, Undated):
        return True, date.max, None, session.id
    return False, when.first_day, when.instant.replace(tzinfo=None), session.id
