"""The calendars of countries, audiences and kinds."""

import icalendar
import pytest

from scn.session_calendars import calendar_address, session_calendars
from scn.session_files import session_files

SESSION = """\
kind: {kind}
status: confirmed
announced: 2027-01-15
title: {{en: Session}}
start: 2027-03-30T10:00
end: 2027-03-30T12:30
audience: [{audience}]
"""
FILES = {
    "bg/bg-2027-a.yml": SESSION.format(
        kind="online-training", audience="policymakers, technical-experts"
    ),
    "fi/fi-2027-a.yml": SESSION.format(kind="online-training", audience="policymakers"),
    "network/network-2027-a.yml": SESSION.format(kind="partner-event", audience="starters")
    + "time_zone: Europe/Brussels\n",
    "bg/bg-2027-old.yml": SESSION.format(kind="partner-event", audience="starters").replace(
        "2027-", "2024-"
    ),
    "bg/bg-2027-b.yml": "kind: online-training\nstatus: tentative\nannounced: 2027-01-01\n"
    "title: {en: Later}\nundated: {expected: 2027-Q4}\n",
}


@pytest.fixture
def written(site_with):
    """All files of a language by their address."""

    def make(language="en", files=FILES):
        return {one.output: one.content for one in session_files(site_with(files), language)}

    return make


def ids(data):
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return [str(event["UID"]).partition("@")[0] for event in events]


def test_each_calendar_holds_what_its_name_says(written):
    found = {
        address.removeprefix("sessions/").removesuffix("calendar.ics"): ids(data)
        for address, data in written().items()
        if address.endswith("/calendar.ics")
    }
    assert len(found) == 1 + 28 + 5 + 4
    assert {name: there for name, there in found.items() if there} == {
        "": ["bg-2027-a", "fi-2027-a", "network-2027-a"],
        "bg/": ["bg-2027-a"],
        "fi/": ["fi-2027-a"],
        "network/": ["network-2027-a"],
        "audience/policymakers/": ["bg-2027-a", "fi-2027-a"],
        "audience/technical-experts/": ["bg-2027-a"],
        "audience/starters/": ["network-2027-a"],
        "kind/online-training/": ["bg-2027-a", "fi-2027-a"],
        "kind/partner-event/": ["network-2027-a"],
    }


def test_which_files_there_are(written, site_with):
    site = site_with(FILES)
    places = ["network", *(country.id for country in site.content.countries)]
    folders = [
        "",
        *(f"{place}/" for place in places),
        *(f"audience/{one}/" for one in site.content.vocabulary.audiences),
        *(f"kind/{one}/" for one in site.content.vocabulary.kinds),
    ]
    files = {f"{folder}calendar.ics" for folder in folders}
    files |= {
        f"{id_}/session.ics" for id_ in ("bg-2027-a", "bg-2027-old", "fi-2027-a", "network-2027-a")
    }
    files |= {"feed.xml", "feed.json", "sessions.json"}
    assert set(written("el")) == {f"el/sessions/{file}" for file in files}
    assert set(written()) == {f"sessions/{file}" for file in (*files, "sessions.schema.json")}


def test_a_file_is_linked_by_where_it_would_be_in_the_folder_of_its_language(site_with):
    for language in ("en", "fr"):
        found = {one.source: one.output for one in session_files(site_with(FILES), language)}
        prefix = "" if language == "en" else "fr/"
        path = "sessions/kind/online-training/calendar.ics"
        assert found[f"{language}/{path}"] == f"{prefix}{path}"


def test_the_names_say_what_is_in_them_in_the_language_of_the_reader(site_with):
    names = {one.address: one.name for one in session_calendars(site_with(FILES), "fr")}
    whole = "fr: Sessions of the Smart Communities Network"
    of = f"fr: {whole}: {{part}}"
    assert names["fr/sessions/calendar.ics"] == whole
    assert names["fr/sessions/bg/calendar.ics"] == of.format(part="Bulgarie")
    assert names["fr/sessions/network/calendar.ics"] == of.format(part="fr: The whole network")
    assert names["fr/sessions/kind/online-training/calendar.ics"] == of.format(
        part="fr: Online training session"
    )
    assert names["fr/sessions/audience/policymakers/calendar.ics"] == of.format(
        part="fr: Policymakers"
    )
    assert len(set(names.values())) == len(names)


def test_the_name_is_in_the_file(written):
    data = written("fr")["fr/sessions/bg/calendar.ics"]
    (calendar,) = icalendar.Calendar.from_ical(data, multiple=True)
    assert str(calendar["X-WR-CALNAME"]) == str(calendar["NAME"])
    assert str(calendar["NAME"]).endswith(": Bulgarie")


def test_a_calendar_without_sessions_has_the_rules_of_the_country(written):
    zones = {}
    for address in (
        "sessions/pt",
        "sessions/network",
        "sessions/gr",
        "sessions/kind/partner-event",
    ):
        data = written(files={})[f"{address}/calendar.ics"]
        (zone,) = icalendar.Calendar.from_ical(data).walk("VTIMEZONE")
        zones[address.rpartition("/")[2]] = str(zone["TZID"])
        assert ids(data) == []
    assert zones == {
        "pt": "Europe/Lisbon",
        "network": "Europe/Brussels",
        "gr": "Europe/Athens",
        "partner-event": "Europe/Brussels",
    }


def test_an_event_is_the_same_bytes_in_every_calendar(written):
    files = written()
    data = files["sessions/bg-2027-a/session.ics"]
    event = data[data.index(b"BEGIN:VEVENT") : data.index(b"END:VCALENDAR")]
    assert sorted(address for address, content in files.items() if event in _bytes(content)) == [
        "sessions/audience/policymakers/calendar.ics",
        "sessions/audience/technical-experts/calendar.ics",
        "sessions/bg-2027-a/session.ics",
        "sessions/bg/calendar.ics",
        "sessions/calendar.ics",
        "sessions/kind/online-training/calendar.ics",
    ]


def _bytes(content):
    return content if isinstance(content, bytes) else content.encode()


def test_addresses():
    assert calendar_address("en") == "sessions/calendar.ics"
    assert calendar_address("fr", "country", "bg") == "fr/sessions/bg/calendar.ics"
    assert calendar_address("fr", "kind", "x") == "fr/sessions/kind/x/calendar.ics"
