"""What we write, four programs of others read: ical.js, icalendar, vobject and libical.

Each reads the calendars of the example programme by its own means. All must find the same events,
and in them the texts of the files.
"""

import ctypes
import json
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest
import vobject

from scn.ical import Feed, calendar_from_sessions
from scn.session_page import address_of
from scn.sessions import AllDay

SCRIPT = Path(__file__).parents[1] / "site" / "read_calendar.mjs"
LANGUAGES = ("en", "el", "bg")
UID_DOMAIN = "sessions.network"
BEFORE_ALL = date(2026, 1, 1)
"""Every session is to come, so each is in the window of the feed."""


@pytest.fixture(scope="module")
def calendars(example_site):
    """The bytes of the calendar of each language."""
    return {
        language: calendar_from_sessions(
            example_site.content.sessions,
            language=language,
            words=example_site.content.words[language],
            as_of=BEFORE_ALL,
            uid_domain=UID_DOMAIN,
            address_of=lambda session, to=language: address_of(example_site, session, to),
            feed=Feed(name=example_site.content.words[language]("calendar.name")),
        )
        for language in LANGUAGES
    }


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def data(calendars, language):
    return calendars[language]


def shown(value):
    return (value.astimezone(UTC) if isinstance(value, datetime) else value).isoformat()


def read_with_icalendar(data):
    return {
        str(event["UID"]): (
            shown(event["DTSTART"].dt),
            shown(event["DTEND"].dt),
            str(event["STATUS"]),
            str(event["SUMMARY"]),
            str(event["LOCATION"]) if "LOCATION" in event else None,
            str(event["DESCRIPTION"]),
        )
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT")
    }


def read_with_vobject(data):
    return {
        event.uid.value: (
            shown(event.dtstart.value),
            shown(event.dtend.value),
            event.status.value,
            event.summary.value,
            event.location.value if "location" in event.contents else None,
            event.description.value,
        )
        for event in vobject.readOne(data.decode()).contents["vevent"]
    }


@pytest.fixture(scope="module")
def read_with_ical_js(calendars, node, tmp_path_factory):
    """All calendars in one run of Node."""
    folder = tmp_path_factory.mktemp("calendars")
    paths = {language: folder / f"{language}.ics" for language in calendars}
    for language, path in paths.items():
        path.write_bytes(calendars[language])
    command = [*node, str(SCRIPT), *map(str, paths.values())]
    found = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return {
        language: {uid: tuple(values) for uid, values in found[str(path)].items()}
        for language, path in paths.items()
    }


# libical, which is written in C: programs of GNOME and KDE read calendars with it


class Time(ctypes.Structure):
    """`icaltimetype` of libical 3."""

    _fields_ = (
        *(
            (name, ctypes.c_int)
            for name in (
                *("year", "month", "day", "hour", "minute", "second"),
                *("is_date", "is_daylight"),
            )
        ),
        ("zone", ctypes.c_void_p),
    )


SIGNATURES = {
    "icalparser_parse_string": (ctypes.c_void_p, [ctypes.c_char_p]),
    "icalcomponent_free": (None, [ctypes.c_void_p]),
    "icalcomponent_count_errors": (ctypes.c_int, [ctypes.c_void_p]),
    "icalrestriction_check": (ctypes.c_int, [ctypes.c_void_p]),
    "icalcomponent_string_to_kind": (ctypes.c_int, [ctypes.c_char_p]),
    "icalproperty_string_to_kind": (ctypes.c_int, [ctypes.c_char_p]),
    "icalcomponent_get_first_component": (ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
    "icalcomponent_get_next_component": (ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
    "icalcomponent_get_first_property": (ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
    "icalproperty_get_value_as_string": (ctypes.c_char_p, [ctypes.c_void_p]),
    "icalcomponent_get_uid": (ctypes.c_char_p, [ctypes.c_void_p]),
    "icalcomponent_get_summary": (ctypes.c_char_p, [ctypes.c_void_p]),
    "icalcomponent_get_location": (ctypes.c_char_p, [ctypes.c_void_p]),
    "icalcomponent_get_description": (ctypes.c_char_p, [ctypes.c_void_p]),
    "icalproperty_get_datetime_with_component": (Time, [ctypes.c_void_p, ctypes.c_void_p]),
    "icaltime_as_timet_with_zone": (ctypes.c_long, [Time, ctypes.c_void_p]),
}


@pytest.fixture(scope="module")
def libical(require):
    try:
        library = ctypes.CDLL("libical.so.3")
    except OSError:
        library = None
    require(library, "there is no libical.so.3 (Debian: libical3)")
    for name, (returned, arguments) in SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = returned, arguments
    return library


@pytest.fixture
def parsed(libical):
    """Parses a calendar and gives it back to the library in the end."""
    calendars = []

    def parse(data):
        calendars.append(libical.icalparser_parse_string(data))
        assert calendars[-1]
        return calendars[-1]

    yield parse
    for calendar in calendars:
        libical.icalcomponent_free(calendar)


def events_of_libical(libical, calendar):
    kind = libical.icalcomponent_string_to_kind(b"VEVENT")
    event = libical.icalcomponent_get_first_component(calendar, kind)
    while event:
        yield event
        event = libical.icalcomponent_get_next_component(calendar, kind)


def read_with_libical(libical, calendar):
    def first(event, name):
        kind = libical.icalproperty_string_to_kind(name)
        return libical.icalcomponent_get_first_property(event, kind)

    def text(event, name):
        found = getattr(libical, f"icalcomponent_get_{name}")(event)
        return None if found is None else found.decode()

    def time(event, name):
        """With the rules of the zone that are in the calendar."""
        found = libical.icalproperty_get_datetime_with_component(first(event, name), event)
        if found.is_date:
            return date(found.year, found.month, found.day).isoformat()
        assert found.zone
        at = libical.icaltime_as_timet_with_zone(found, found.zone)
        return datetime.fromtimestamp(at, UTC).isoformat()

    return {
        text(event, "uid"): (
            time(event, b"DTSTART"),
            time(event, b"DTEND"),
            libical.icalproperty_get_value_as_string(first(event, b"STATUS")).decode(),
            *(text(event, name) for name in ("summary", "location", "description")),
        )
        for event in events_of_libical(libical, calendar)
    }


# The tests


def test_libical_finds_no_fault(libical, parsed, data):
    calendar = parsed(data)
    assert libical.icalcomponent_count_errors(calendar) == 0
    assert libical.icalrestriction_check(calendar) == 1
    assert libical.icalcomponent_count_errors(calendar) == 0


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n"),  # wants an organizer
        (b"VERSION:2.0\r\n", b""),
    ],
)
def test_libical_finds_the_faults_of_a_wrong_calendar(libical, parsed, calendars, right, wrong):
    calendar = parsed(calendars["en"].replace(right, wrong, 1))
    assert libical.icalrestriction_check(calendar) == 0


def test_four_programs_read_the_same(libical, parsed, read_with_ical_js, data, language):
    found = read_with_icalendar(data)
    assert len(found) > 60
    assert read_with_vobject(data) == found
    assert read_with_ical_js[language] == found
    assert read_with_libical(libical, parsed(data)) == found


def test_they_read_what_the_files_say(example_site, data, language):
    words = example_site.content.words[language]
    found = read_with_icalendar(data)
    summaries = 0
    for session in example_site.content.sessions.dated:
        start, end, status, title, place, description = found.pop(session.uid(UID_DOMAIN))
        when = session.when
        if isinstance(when, AllDay):
            assert start == when.first_day.isoformat()
            assert date.fromisoformat(end).toordinal() == when.last_day.toordinal() + 1
        else:
            assert (start, end) == (shown(when.start), shown(when.end))
        expected = session.title.in_language(language)[0]
        if session.status in ("cancelled", "postponed"):
            assert title == words(f"calendar.{session.status}", title=expected)
        else:
            assert title == expected
        if session.venue:
            assert place == session.venue.in_language(language)[0]
        assert status == {"postponed": "TENTATIVE"}.get(session.status, session.status.upper())
        if session.summary:
            summaries += 1
            assert session.summary.in_language(language)[0] in description.split("\n\n")
            if session.status == "confirmed":
                assert description.startswith(session.summary.in_language(language)[0])
    assert found == {}
    assert summaries > 3


def test_lines_are_short_and_end_within_no_letter(data):
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    for line in lines:
        line.decode("utf-8")
