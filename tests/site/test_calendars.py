"""Calendars are read by three programs that are not ours, and all see the same instants."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest
import vobject

SCRIPT = Path(__file__).with_name("read_calendar.mjs")


def _seconds(value):
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    assert isinstance(value, date)
    return value.isoformat()


def read_with_icalendar(path: Path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return {
        str(event["UID"]): (
            _seconds(event.decoded("DTSTART")),
            _seconds(event.decoded("DTEND")),
            str(event["STATUS"]),
            str(event["SUMMARY"]),
        )
        for event in calendar.walk("VEVENT")
    }


def read_with_vobject(path: Path):
    calendar = vobject.readOne(path.read_text("utf-8"))
    return {
        event.uid.value: (
            _seconds(event.dtstart.value),
            _seconds(event.dtend.value),
            event.status.value,
            event.summary.value,
        )
        for event in calendar.contents.get("vevent", [])
    }


@pytest.fixture(scope="session")
def calendars(site: Path):
    found = {path.parent.parent.name: path for path in site.rglob("sessions/calendar.ics")}
    found["en"] = found.pop(site.name)
    return found


@pytest.fixture(scope="session")
def read_with_ical_js(calendars, node):
    """All calendars in one run of Node: the path of a file to what is in it."""
    paths = [str(path) for path in calendars.values()]
    run = subprocess.run([*node, str(SCRIPT), *paths], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def test_three_readers_see_the_same_events(calendars, read_with_ical_js):
    assert len(calendars) == 24
    for path in calendars.values():
        events = read_with_icalendar(path)
        assert events, path
        assert read_with_vobject(path) == events
        found = {uid: tuple(values[:4]) for uid, values in read_with_ical_js[str(path)].items()}
        assert found == events


def test_all_languages_carry_the_same_instants(calendars):
    tables = {
        language: {uid: event[:3] for uid, event in read_with_icalendar(path).items()}
        for language, path in calendars.items()
    }
    assert {language for language, table in tables.items() if table != tables["en"]} == set()


def test_calendars_keep_to_the_form(calendars):
    for path in calendars.values():
        data = path.read_bytes()
        assert data.endswith(b"END:VCALENDAR\r\n")
        lines = data.split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert b"\n" not in b"".join(lines)
        for line in lines:
            line.decode("utf-8")
