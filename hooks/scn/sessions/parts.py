"""The parts that a session file has: which fields they have, and which contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from scn.records import ListOf, Record
from scn.sessions.figures import Attendance, Counts, check_attendance
from scn.sessions.model import (
    ON_REGISTRATION,
    Before,
    Change,
    Contact,
    Interpretation,
    Material,
    Online,
    Recording,
    Registration,
    Series,
    SessionLanguages,
    Venue,
)
from scn.sessions.when import AllDay, Undated
from scn.shapes import Choice, Translated, Value
from scn.values import (
    between,
    count,
    day,
    day_or_local_time,
    flag,
    link,
    local_time,
    mailbox,
    offset,
    one_line,
    one_of,
    pattern,
    written_as,
)

LONGEST_DAYS = 31

ID = r"[a-z]{2,7}-20\d\d-[a-z0-9]+(-[a-z0-9]+)*"
AN_ID = "an id such as bg-2027-sofia-1"
_ID_OF_A_SESSION = rf"{ID}(\.[a-z0-9]+(-[a-z0-9]+)*)?"
"""Also of an occurrence of a series."""

DAY = Value(day, "a date such as 2027-03-30")
LOCAL_TIME = Value(local_time, "a local time such as 2027-03-30T10:00")
OFFSET = Value(offset, "an offset such as +02:00")
NUMBER = Value(count, "a number in digits")
FLAG = Value(flag, "true or false")
LINK = Value(link, "an address with https://")
LANGUAGE = Choice("session_languages", "the code of a language such as bg")
PREVIOUS_IDS = ListOf(Value(pattern(_ID_OF_A_SESSION, AN_ID), AN_ID), or_empty=True)


@written_as(anyOf=[{"const": ON_REGISTRATION}, link.schema])
def _join(text: str) -> str:
    return text if text == ON_REGISTRATION else link(text)


def _all_day(*, first_day: date, last_day: date | None = None) -> AllDay:
    return AllDay(first_day=first_day, last_day=last_day or first_day)


def _check_days(days: AllDay) -> Iterator[tuple[str, str]]:
    length = (days.last_day - days.first_day).days + 1
    if length < 1:
        yield "to", f"{days.last_day} is before {days.first_day}. Mend one of the days."
    elif length > LONGEST_DAYS:
        yield "to", f"These are {length} days. Mend the year or the month."


def _check_undated(undated: Undated) -> Iterator[tuple[str, str]]:
    if (undated.expected is None) == (undated.programme is None):
        yield (
            "expected",
            "Write either expected, for a session to come, or programme, for one of the past.",
        )
    elif undated.expected and undated.held == "yes":
        yield "held", "A session to come was not held. Delete this line."


def _check_interpretation(interpretation: Interpretation) -> Iterator[tuple[str, str]]:
    if interpretation.source == interpretation.target:
        yield "to", "The language is the same as in from. Mend one of them."


def _check_registration(registration: Registration) -> Iterator[tuple[str, str]]:
    closes = registration.closes
    last = closes.date() if isinstance(closes, datetime) else closes
    if registration.opens and last and last < registration.opens:
        yield "closes", f"{last} is before it opens on {registration.opens}. Mend one of the days."


ALL_DAY = Record(
    _all_day,
    {"from": DAY, "to": DAY},
    rename={"from": "first_day", "to": "last_day"},
    required=["first_day"],
    check=_check_days,
)
UNDATED = Record(
    Undated,
    {
        "expected": Value(
            pattern(r"20\d\d(-Q[1-4]|-(0[1-9]|1[0-2]))?", "2027, 2027-Q2 or 2027-05"),
            "a time such as 2027-Q2",
        ),
        "programme": Value(pattern(r"20\d\d-20\d\d", "2024-2025"), "years such as 2024-2025"),
        "held": Value(one_of(["yes", "unknown"]), "yes or unknown"),
    },
    check=_check_undated,
)
VENUE = Record(
    Venue,
    {
        "name": Translated(one_line(120)),
        "street": Value(one_line(120), "street and number"),
        "postal_code": Value(one_line(20), "the postal code"),
        "city": Translated(one_line(80)),
        "step_free": FLAG,
        "hearing_loop": FLAG,
    },
)
ONLINE = Record(
    Online,
    {
        "platform": Choice("platforms", "a platform such as webex"),
        "join": Value(_join, "on-registration, or the address where everybody may join"),
        "public": FLAG,
    },
)
LANGUAGES = Record(
    SessionLanguages,
    {
        "delivery": ListOf(LANGUAGE),
        "interpretation": ListOf(
            Record(
                Interpretation,
                {"from": LANGUAGE, "to": LANGUAGE},
                rename={"from": "source", "to": "target"},
                check=_check_interpretation,
            )
        ),
        "captions": ListOf(LANGUAGE),
        "sign_language": ListOf(Choice("sign_languages", "an ISO 639-3 code such as bqn")),
    },
)
COUNTS = Record(Counts, {"onsite": NUMBER, "online": NUMBER})
REGISTRATION = Record(
    Registration,
    {
        "url": LINK,
        "opens": DAY,
        "closes": Value(day_or_local_time, "a date such as 2027-03-26 or 2027-03-26T18:00"),
        "capacity": COUNTS,
        "free": FLAG,
    },
    rename={"free": "is_free"},
    check=_check_registration,
)
CONTACT = Record(
    Contact,
    {
        "name": Translated(one_line(120)),
        "email": Value(mailbox, "the mailbox of an office such as sessions@example.eu"),
    },
)
CHANGE = Record(
    Change,
    {
        "at": DAY,
        "what": ListOf(Choice("changes", "what changed, such as time")),
        "from": Record(
            Before,
            {
                "start": LOCAL_TIME,
                "end": LOCAL_TIME,
                "all_day": ALL_DAY,
                "status": Choice("statuses", "a status such as confirmed"),
                "venue": Translated(one_line(200)),
            },
        ),
        "note": Translated(one_line(300)),
    },
    rename={"from": "before"},
)
MATERIAL = Record(
    Material,
    {
        "title": Translated(one_line(150)),
        "url": LINK,
        "kind": Choice("materials", "a kind such as slides"),
        "language": LANGUAGE,
    },
)
RECORDING = Record(
    Recording,
    {"url": LINK, "language": LANGUAGE, "captions": ListOf(LANGUAGE), "minutes": NUMBER},
)
ATTENDANCE = Record(
    Attendance,
    {
        "counted": DAY,
        "registered": COUNTS,
        "attended": COUNTS,
        "cancelled": COUNTS,
        "walk_ins": COUNTS,
        "at_most": FLAG,
    },
    check=check_attendance,
)
SERIES = Record(
    Series,
    {
        "id": Value(pattern(ID, AN_ID), "an id such as bg-2027-roadshow"),
        "part": Value(between(1, 999), "a number such as 1"),
    },
)
ZONE = Choice("zones", "a zone of a Member State such as Europe/Sofia")
