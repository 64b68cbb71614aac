"""Feeds, calendars and open data of the real site, in all languages."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import jsonschema
import pytest
from lxml import html

SCRIPT = Path(__file__).with_name("read_calendar.mjs")


def from_iso(text):
    if len(text) == len("2027-01-01"):
        return date.fromisoformat(text)
    at = datetime.fromisoformat(text)
    assert at.tzinfo
    return at.astimezone(UTC)


@pytest.fixture(scope="session")
def folders(site: Path):
    """The folder of the sessions of each language."""
    found = {path.parent for path in site.rglob("sessions/feed.xml")}
    assert site / "sessions" in found
    return sorted(found)


@pytest.fixture(scope="session")
def data(folders):
    return {folder: json.loads((folder / "sessions.json").read_bytes()) for folder in folders}


@pytest.fixture(scope="session")
def expected(data, site):
    """Instants of the sessions that have a date, from the English open data."""
    sessions = data[site / "sessions"]["sessions"]
    found = {
        one["id"]: (from_iso(one["start"]), from_iso(one["end"]))
        for one in sessions
        if "start" in one
    }
    assert found
    return found


def test_every_language_has_them(folders, site):
    agendas = {path.parent for path in site.rglob("sessions/index.html")}
    assert set(folders) == agendas


def test_feeds_are_what_strict_programs_read(folders, feed_rules, expected):
    for folder in folders:
        atom = feed_rules.read_atom((folder / "feed.xml").read_bytes())
        as_json = feed_rules.read_json_feed((folder / "feed.json").read_bytes())
        assert atom.entries == as_json.entries
        found = {
            one.address.split("/")[-2]: (from_iso(one.start), from_iso(one.end))
            for one in atom.entries
        }
        assert found.items() <= expected.items()
        assert len(found) == min(len(expected), 100)
        assert folder.parent.name == atom.language or atom.language == "en"


def test_the_news_is_what_a_strict_program_reads(site, feed_rules):
    feeds = [feed_rules.read_atom(path.read_bytes()) for path in site.rglob("news/feed.xml")]
    assert feeds
    assert all(feed.entries for feed in feeds)


def test_open_data_is_what_the_schema_says(data, site, expected):
    schema = json.loads((site / "sessions" / "sessions.schema.json").read_bytes())
    validator = jsonschema.Draft202012Validator(schema)
    for folder, found in data.items():
        assert [error.message for error in validator.iter_errors(found)] == [], folder
        instants = {
            one["id"]: (from_iso(one["start"]), from_iso(one["end"]))
            for one in found["sessions"]
            if "start" in one
        }
        assert instants == expected


def test_pages_and_calendars_show_the_instants_of_the_data(folders, expected):
    for folder in folders:
        shown, to_import, structured = {}, {}, {}
        for id_ in expected:
            page = html.parse(str(folder / id_ / "index.html")).getroot()
            shown[id_] = from_iso(page.xpath("//dl//time/@datetime")[0])
            scripts = page.xpath("//script[@type='application/ld+json']/text()")
            (event,) = [one for one in map(json.loads, scripts) if "startDate" in one]
            structured[id_] = (from_iso(event["startDate"]), from_iso(event["endDate"]))
            ((_, times),) = events(folder / id_ / "session.ics")
            to_import[id_] = times
        assert shown == {id_: start for id_, (start, _) in expected.items()}
        assert to_import == structured == expected


def test_every_calendar_holds_sessions_of_the_data(folders, expected, data, site):
    ids = {one["uid"]: one["id"] for one in data[site / "sessions"]["sessions"]}
    for folder in folders:
        calendars = list(folder.rglob("calendar.ics"))
        assert len(calendars) == 1 + 28 + 5 + 4
        for path in calendars:
            found = {ids[uid]: times for uid, times in events(path)}
            assert found.items() <= expected.items()


def test_ical_js_reads_the_same_with_the_rules_that_are_in_the_files(folders, node):
    paths = [str(path) for folder in folders for path in folder.rglob("*/*/calendar.ics")]
    paths += [str(path) for folder in folders for path in folder.glob("*/calendar.ics")]
    ran = subprocess.run([*node, str(SCRIPT), *paths], capture_output=True, text=True, check=True)
    found = json.loads(ran.stdout)
    assert len(found) == len(folders) * (28 + 5 + 4)
    for path, table in found.items():
        read = {uid: tuple(values[:2]) for uid, values in table.items()}
        calendar = icalendar.Calendar.from_ical(Path(path).read_bytes())
        assert read == {
            str(event["UID"]): tuple(shown(event[name].dt) for name in ("DTSTART", "DTEND"))
            for event in calendar.walk("VEVENT")
        }


def shown(value):
    return (value.astimezone(UTC) if isinstance(value, datetime) else value).isoformat()


def events(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert calendar.subcomponents
    return [
        (str(event["UID"]), instants(event["DTSTART"].dt, event["DTEND"].dt))
        for event in calendar.walk("VEVENT")
    ]


def instants(start, end):
    if isinstance(start, datetime):
        return start.astimezone(UTC), end.astimezone(UTC)
    return start, end - timedelta(days=1)
