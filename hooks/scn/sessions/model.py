"""What we know of a session, after its file was read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from scn.sessions.figures import Attendance, Counts
from scn.sessions.when import AllDay, Timed, Undated, When
from scn.texts import Text
from scn.timezones import readings

NETWORK = "network"
"""Stands in place of a country for sessions of all countries."""

ON_REGISTRATION = "on-registration"

Status = Literal["tentative", "confirmed", "postponed", "cancelled"]
Mode = Literal["hybrid", "onsite", "online", "to-be-announced"]

CHANGES = (
    "time", "venue", "mode", "status", "programme", "registration", "text", "materials",
    "recordings", "figures",
)  # fmt: skip
_CHANGES_THAT_COUNT = frozenset({"time", "venue", "mode", "status"})
"""After one of these, readers of a calendar have to plan anew (RFC 5545 §3.8.7.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    name: Text | None = None
    street: str | None = None
    postal_code: str | None = None
    city: Text
    step_free: bool | None = None
    hearing_loop: bool | None = None

    def in_language(self, language: str) -> tuple[str, str]:
        """Its name and postal address in one line, and the language of the name or the city."""
        city, own_language = self.city.in_language(language)
        name = ""
        if self.name:
            name, own_language = self.name.in_language(language)
        town = f"{self.postal_code} {city}" if self.postal_code else city
        return ", ".join(part for part in (name, self.street, town) if part), own_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Online:
    platform: str | None = None
    join: str | None = None
    """`on-registration`, or the address where everybody may join."""

    public: bool = False
    """The address of the meeting is meant to be known to everybody."""

    @property
    def address(self) -> str | None:
        return None if self.join == ON_REGISTRATION else self.join


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLanguages:
    delivery: tuple[str, ...]
    interpretation: tuple[Interpretation, ...] = ()
    captions: tuple[str, ...] = ()
    sign_language: tuple[str, ...] = ()
    """ISO 639-3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    url: str | None = None
    opens: date | None = None
    closes: date | datetime | None = None
    """A time is on the clocks of the place."""

    capacity: Counts | None = None
    is_free: bool | None = None

    def state_on(self, as_of: date) -> Literal["not-yet", "open", "closed"]:
        if self.opens and as_of < self.opens:
            return "not-yet"
        last = self.closes.date() if isinstance(self.closes, datetime) else self.closes
        return "closed" if last and as_of > last else "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A role and a functional mailbox, never a person."""

    name: Text
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """How something was before a change; times are on the clocks of the place."""

    start: datetime | None = None
    end: datetime | None = None
    all_day: AllDay | None = None
    status: str | None = None
    venue: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    at: date
    what: tuple[str, ...]
    before: Before | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    title: Text
    url: str
    kind: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    url: str
    language: str
    captions: tuple[str, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Which sessions belong together, and which of them this is."""

    id: str
    """Of the file that has them all, or what their files have in common; of no session."""

    part: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """An event of the network.

    Its `id` is the name of its file and the last part of its address; it never changes. That of
    an occurrence of a series has a full stop and its key at the end. What the file does not say is
    empty or `None`: nothing is guessed.
    """

    id: str
    country: str
    """Id of the country that it is for, or `network`."""

    kind: str
    status: Status
    announced: date | None
    """Absent only for sessions without a date."""

    when: When
    series: Series | None = None
    title: Text | None = None
    """Absent only for sessions of a programme, which are called by their kind and country."""

    summary: Text | None = None
    description: Text | None = None
    """Markdown."""

    venue: Venue | None = None
    online: Online | None = None
    languages: SessionLanguages | None = None
    audience: tuple[str, ...] = ()
    level: str | None = None
    registration: Registration | None = None
    organiser: Text | None = None
    contact: Contact | None = None
    sources: tuple[str, ...] = ()
    """Codes of the register of sources, or addresses."""

    changes: tuple[Change, ...] = ()
    materials: tuple[Material, ...] = ()
    recordings: tuple[Recording, ...] = ()
    attendance: Attendance | None = None
    previous_ids: tuple[str, ...] = ()
    """The oldest first."""

    @property
    def file_id(self) -> str:
        """The name of its file, which it shares with the other occurrences of a series."""
        return self.id.partition(".")[0]

    @property
    def mode(self) -> Mode:
        if self.venue and self.online:
            return "hybrid"
        return "onsite" if self.venue else "online" if self.online else "to-be-announced"

    def is_over(self, as_of: date) -> bool:
        """Its last day is before the day; a session of a past programme is always over."""
        if isinstance(self.when, Undated):
            return not self.when.is_to_come
        return self.when.last_day < as_of

    def uid(self, constant: str) -> str:
        """The name of the session in all calendars, in all languages, for ever (RFC 7986 §5.3)."""
        return f"{self.first_id}@{constant}"

    @property
    def first_id(self) -> str:
        return self.previous_ids[0] if self.previous_ids else self.id

    @property
    def sequence(self) -> int:
        return sum(not _CHANGES_THAT_COUNT.isdisjoint(change.what) for change in self.changes)

    @property
    def last_modified(self) -> date | None:
        return self.changes[-1].at if self.changes else self.announced

    @property
    def previous_start(self) -> datetime | date | None:
        """When it was to begin before the last change of its time."""
        times = [each.before for each in self.changes if "time" in each.what and each.before]
        if not times:
            return None
        if times[-1].all_day:
            return times[-1].all_day.first_day
        if times[-1].start and isinstance(self.when, Timed):
            instants = readings(times[-1].start, self.when.time_zone)
            return instants[0].astimezone(self.when.start.tzinfo) if instants else None
        return None
