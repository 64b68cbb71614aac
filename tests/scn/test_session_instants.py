"""One session, one pair of instants: on its page, in calendars, for search engines, in feeds.

Each output is read by a parser of others and compared with what the file of the session says.
"""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import pytest
import vobject

from scn.session_cards import card
from scn.session_files import session_files
from scn.session_page import session_view
from scn.sessions import AllDay, Timed, Undated

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "fr", "el")
ATOM = "{http://www.w3.org/2005/Atom}"
EVENT = "{http://purl.org/rss/1.0/modules/event/}"

TIMED = """\
kind: online-training
status: confirmed
announced: 2027-01-01
title: {{en: T}}
start: {start}
end: {end}
time_zone: {zone}
"""
HARD = {
    # The night of the change of the clocks, over midnight, over the date line of UTC, far zones.
    "fi/fi-2027-spring.yml": TIMED.format(
        start="2027-03-28T02:30", end="2027-03-28T04:30", zone="Europe/Helsinki"
    ),
    "pt/pt-2027-azores.yml": TIMED.format(
        start="2027-10-30T22:00", end="2027-10-31T03:00", zone="Atlantic/Azores"
    ),
    "gr/gr-2027-twice.yml": TIMED.format(
        start="2027-10-31T03:30", end="2027-10-31T05:00", zone="Europe/Athens"
    )
    + "offset: +02:00\n",
    "ie/ie-2027-winter.yml": TIMED.format(
        start="2027-01-10T23:30", end="2027-01-11T00:30", zone="Europe/Dublin"
    ),
    "fr/fr-2027-mayotte.yml": TIMED.format(
        start="2027-06-01T00:15", end="2027-06-01T00:45", zone="Indian/Mayotte"
    ),
    "fr/fr-2027-cayenne.yml": TIMED.format(
        start="2027-06-01T22:15", end="2027-06-01T23:45", zone="America/Cayenne"
    ),
    "es/es-2027-days.yml": """\
kind: online-training
status: cancelled
announced: 2027-01-01
title: {en: T}
all_day: {from: 2027-12-31, to: 2028-01-02}
changes:
  - {at: 2027-02-01, what: [status, time], from: {all_day: {from: 2027-12-30, to: 2027-12-30}}}
""",
}
BEFORE_ALL = 1_600_000_000
"""In 2020 every session is to come, and so in the window of the calendars."""

SETS = {
    "real": ROOT / "docs" / "_data" / "sessions",
    "example": ROOT / "tests" / "example" / "sessions",
    "hard": HARD,
}


@pytest.fixture(scope="module", params=SETS)
def site(request, site_with):
    return site_with(SETS[request.param], epoch=BEFORE_ALL)


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def files(site, language):
    """By their address without a language."""
    prefix = "" if language == "en" else f"{language}/"
    return {one.output.removeprefix(prefix): one.content for one in session_files(site, language)}


@pytest.fixture(scope="module")
def expected(site):
    """First and last instant of each session in UTC; of whole days, the first and the last."""
    found = {}
    for session in site.content.sessions:
        when = session.when
        if isinstance(when, Timed):
            found[session.id] = (when.start.astimezone(UTC), when.end.astimezone(UTC))
        elif isinstance(when, AllDay):
            found[session.id] = (when.first_day, when.last_day)
    assert len(found) > 5
    return found


def from_iso(text):
    """A day, or a time in UTC; a time without an offset is none."""
    if len(text) == len("2027-01-01"):
        return date.fromisoformat(text)
    at = datetime.fromisoformat(text)
    assert at.tzinfo
    return at.astimezone(UTC)


def from_calendar(start, end):
    if isinstance(start, datetime):
        assert start.tzinfo
        return start.astimezone(UTC), end.astimezone(UTC)
    return start, end - timedelta(days=1)  # the end is not included (RFC 5545 §3.6.1)


def id_of(uid, site):
    by_uid = {one.uid(site.publication.uid_domain): one.id for one in site.content.sessions}
    return by_uid[uid]


def test_the_page_and_the_lists(site, language, expected):
    starts, listed = {}, {}
    for session in site.content.sessions.dated:
        view = session_view(site, session, language)
        shown = [value.datetime for fact in view.facts for value in fact.values if value.datetime]
        starts[session.id] = from_iso(shown[0])
        one = card(site, session, language)
        listed[session.id] = (from_iso(one.datetime), from_iso(one.end))
    assert starts == {id_: start for id_, (start, _) in expected.items()}
    assert listed == expected


def test_for_search_engines(site, language, expected):
    found = {}
    for session in site.content.sessions.dated:
        script = session_view(site, session, language).json_ld
        event = json.loads(script[script.index(">") + 1 : script.rindex("</script>")])
        found[session.id] = (from_iso(event["startDate"]), from_iso(event["endDate"]))
    assert found == expected


def read_by_icalendar(data):
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        yield str(event["UID"]), from_calendar(event["DTSTART"].dt, event["DTEND"].dt)


def read_by_vobject(data):
    for event in vobject.readOne(data.decode()).contents.get("vevent", []):
        yield event.uid.value, from_calendar(event.dtstart.value, event.dtend.value)


@pytest.mark.parametrize("read", [read_by_icalendar, read_by_vobject])
def test_one_session_to_import(site, files, expected, read):
    found = {
        address.split("/")[1]: [(id_of(uid, site), times) for uid, times in read(data)]
        for address, data in files.items()
        if address.endswith("/session.ics")
    }
    now = {id_: [(id_, times)] for id_, times in expected.items()}
    sessions = (session for session in site.content.sessions if session.id in now)
    former = {id_: now[session.id] for session in sessions for id_ in session.previous_ids}
    assert found == now | former


def test_every_calendar_to_subscribe_to(site, files, expected):
    tables = {
        address: {id_of(uid, site): times for uid, times in read_by_icalendar(data)}
        for address, data in files.items()
        if address.endswith("/calendar.ics")
    }
    assert len(tables) == 38
    for table in tables.values():
        assert table.items() <= expected.items()
    assert tables["sessions/calendar.ics"] == expected
    by_country = [table for address, table in tables.items() if len(address.split("/")) == 3]
    assert {id_ for table in by_country for id_ in table} == set(expected)


def test_feeds(site, files, expected):
    root = ET.fromstring(files["sessions/feed.xml"].encode())
    atom = {
        entry.find(f"{ATOM}link").get("href").split("/")[-2]: (
            from_iso(entry.findtext(f"{EVENT}startdate")),
            from_iso(entry.findtext(f"{EVENT}enddate")),
        )
        for entry in root.iter(f"{ATOM}entry")
    }
    items = json.loads(files["sessions/feed.json"])["items"]
    as_json = {
        item["url"].split("/")[-2]: (
            from_iso(item["_session"]["start"]),
            from_iso(item["_session"]["end"]),
        )
        for item in items
    }
    assert atom == as_json == expected


def test_open_data(site, files, expected):
    sessions = json.loads(files["sessions/sessions.json"])["sessions"]
    dated = {
        one["id"]: (from_iso(one["start"]), from_iso(one["end"]))
        for one in sessions
        if "start" in one
    }
    undated = {one["id"] for one in sessions if "start" not in one}
    assert dated == expected
    assert undated == {one.id for one in site.content.sessions if isinstance(one.when, Undated)}
    for one in sessions:
        assert one["uid"] == site.content.sessions.by_id[one["id"]].uid("sessions.network")
