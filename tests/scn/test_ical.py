"""Calendars, by the golden files in calendars/, and as other programs read them.

`files` are session files, `calendar` is what is written, with LF for CRLF; `feed` is the name of
the calendar where it is one to subscribe to. A new case is a new file.
"""

import functools
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest
import vobject
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scn.ical import Feed, calendar_from_sessions
from scn.sessions import AllDay

CASES = sorted((Path(__file__).parent / "calendars").glob("*.yml"))
AS_OF = date(2027, 1, 20)


def address_of(session):
    return f"https://example.org/sessions/{session.id}/"


@pytest.fixture(scope="session")
def calendar_of(say):
    return functools.partial(
        calendar_from_sessions,
        language="en",
        words=say,
        as_of=AS_OF,
        uid_domain="scn.example",
        address_of=address_of,
    )


def calendar_of_case(case, sessions_from, calendar_of):
    return calendar_of(
        sessions_from(case["files"]),
        language=case.get("language", "en"),
        as_of=case.get("as_of", AS_OF),
        feed=Feed(name=case["feed"]) if "feed" in case else None,
    )


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_calendar_of_sessions(file, sessions_from, calendar_of):
    case = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    written = calendar_of_case(case, sessions_from, calendar_of).decode()
    assert written.replace("\r\n", "\n") == case["calendar"]
    assert written.count("\r\n") == written.count("\n")


def as_written(session):
    """UID, start, end, sequence and status of a session, in UTC or as days."""
    when = session.when
    if isinstance(when, AllDay):
        start, end = when.first_day, date.fromordinal(when.last_day.toordinal() + 1)
    else:
        start, end = when.start.astimezone(UTC), when.end.astimezone(UTC)
    return session.uid("scn.example"), start, end, session.sequence


def in_utc(value):
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def read_by_icalendar(written):
    for event in icalendar.Calendar.from_ical(written).walk("VEVENT"):
        assert event.errors == []
        start, end = (in_utc(event[name].dt) for name in ("DTSTART", "DTEND"))
        yield str(event["UID"]), start, end, int(event["SEQUENCE"])


def read_by_vobject(written):
    calendar = vobject.readOne(written.decode())
    for event in calendar.contents.get("vevent", []):
        start, end = in_utc(event.dtstart.value), in_utc(event.dtend.value)
        yield event.uid.value, start, end, int(event.sequence.value)


@pytest.mark.parametrize("read", [read_by_icalendar, read_by_vobject])
@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_other_programs_read_the_same_instants(file, read, sessions_from, calendar_of):
    case = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    case.pop("feed", None)
    written = calendar_of_case(case, sessions_from, calendar_of)
    assert list(read(written)) == [as_written(each) for each in sessions_from(case["files"]).dated]


TEXT = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from("\\,;:'\"👩🏽‍💻Ωж"),
    min_size=1,
).filter(str.strip)


@settings(deadline=None)
@given(TEXT)
def test_other_programs_read_the_same_texts(sessions_from, calendar_of, title):
    file = {
        "kind": "online-training",
        "status": "confirmed",
        "announced": "2027-01-15",
        "title": {"en": title[:150]},
        "all_day": {"from": "2027-07-01"},
    }
    text = yaml.safe_dump(file, allow_unicode=True, default_style='"')
    session = sessions_from({"bg/bg-2027-a.yml": text}).items[0]
    written = calendar_of([session])
    expected = session.title.in_language("en")[0]
    event = icalendar.Calendar.from_ical(written).walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == expected
    assert vobject.readOne(written.decode()).vevent.summary.value == expected


def training(day, more="", status="confirmed"):
    return f"""\
kind: online-training
status: {status}
announced: 2025-01-15
title: {{en: Training}}
start: {day}T10:00
end: {day}T12:00
{more}"""


def ids(written):
    return [uid.removesuffix("@scn.example") for uid, *_ in read_by_icalendar(written)]


def test_a_feed_goes_twelve_months_back(sessions_from, calendar_of):
    cancelled = "changes: [{at: 2025-02-01, what: [status]}]"
    files = {
        "bg/bg-2026-too-old.yml": training("2026-01-19"),
        "bg/bg-2026-old.yml": training("2026-01-20"),
        "bg/bg-2026-cancelled.yml": training("2026-12-01", cancelled).replace(
            "confirmed", "cancelled"
        ),
        "bg/bg-2027-today.yml": training("2027-01-20"),
        "bg/bg-2027-cancelled.yml": training("2027-02-01", cancelled).replace(
            "confirmed", "cancelled"
        ),
        "bg/bg-2029-far.yml": training("2029-02-01"),
    }
    sessions = sessions_from(files)
    assert ids(calendar_of(sessions, feed=Feed(name="A"))) == [
        "bg-2026-old",
        "bg-2027-today",
        "bg-2027-cancelled",
        "bg-2029-far",
    ]
    assert len(ids(calendar_of(sessions))) == 6


@pytest.fixture
def hundred_sessions(sessions_from):
    """Fifty past, fifty to come."""
    days = [date.fromordinal(AS_OF.toordinal() + n) for n in range(-50, 50)]
    return sessions_from({f"bg/bg-2027-{day:%Y%m%d}.yml": training(day) for day in days})


@pytest.mark.parametrize(
    ("most", "first", "last"),
    [(1000, "20261201", "20270310"), (70, "20261231", "20270310"), (30, "20270120", "20270218")],
)
def test_a_feed_keeps_what_is_nearest(hundred_sessions, calendar_of, most, first, last):
    written = calendar_of(hundred_sessions, feed=Feed(name="A", most_events=most))
    kept = ids(written)
    assert len(kept) == min(most, 100)
    assert (kept[0], kept[-1]) == (f"bg-2027-{first}", f"bg-2027-{last}")
    # What is not in it is never left out in silence.
    assert (b"[calendar.description_cut 20 January 2027]" in written) is (most < 100)


def test_a_feed_stays_small_enough(hundred_sessions, calendar_of):
    written = calendar_of(hundred_sessions, feed=Feed(name="A", most_bytes=50_000))
    assert 20_000 < len(written) < 50_000
    assert ids(written)[0] == "bg-2027-20270120"


def test_the_order_of_sessions_does_not_show(hundred_sessions, calendar_of):
    feed = Feed(name="A")
    backwards = calendar_of(reversed(hundred_sessions.items), feed=feed)
    assert backwards == calendar_of(hundred_sessions, feed=feed)
