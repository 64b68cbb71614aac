"""Calendars, feeds and open data on a small built site, and the links that lead to them."""

import json
from urllib.parse import urljoin

import icalendar
import pytest

SITE = "https://knowledge-base.example.org/"
CODES = ("en", "fr", "el")
TO_COME = """\
kind: online-training
status: confirmed
announced: 2025-12-01
title: {en: Training, fr: Formation}
start: 2026-03-10T10:00
end: 2026-03-10T12:00
time_zone: Europe/Lisbon
"""
UNDATED = """\
kind: online-training
status: tentative
announced: 2025-12-01
title: {en: Later}
undated: {expected: 2026-Q4}
"""
FEEDS = [
    ("application/atom+xml", "New and changed sessions (Atom feed)", "sessions/feed.xml"),
    ("application/feed+json", "New and changed sessions (JSON Feed)", "sessions/feed.json"),
]
OPEN_DATA = ("application/json", "All sessions as open data (JSON)", "sessions/sessions.json")
OF_COUNTRY = "Calendar file of these sessions (ICS)"


@pytest.fixture(scope="module")
def built(project):
    built = project(
        {
            "en/index.md": project.page("Home"),
            "en/sessions/announce.md": project.page("Announce"),
            "_data/sessions/pt/pt-2026-spring-1.yml": TO_COME,
            "_data/sessions/pt/pt-2026-later.yml": UNDATED,
        },
        nav=[
            "index.md",
            {"sessions": ["sessions/index.md", "sessions/countries.md", "sessions/announce.md"]},
        ],
    ).build()
    assert (built.status, built.log) == (0, "")
    return built


def prefix(language):
    return "" if language == "en" else f"{language}/"


def in_head(built, address):
    """Type, title and target of the links to calendars and feeds in the head of a page."""
    links = [link for link in built.page(address).find("head") if link.tag == "link"]
    return [
        (
            link.get("type"),
            link.get("title"),
            urljoin(SITE + address, link.get("href"))[len(SITE) :],
        )
        for link in links
        if link.get("rel") == "alternate" and link.get("type") not in (None, "text/markdown")
    ]


def on_page(built, address):
    """The same of the links that readers see."""
    return [
        (a.get("type"), "".join(a.itertext()), urljoin(SITE + address, a.get("href"))[len(SITE) :])
        for a in built.page(address).find(".//article").iter("a")
        if a.get("type")
    ]


@pytest.mark.parametrize(
    ("address", "calendar"),
    [
        ("sessions/", ("Sessions of the Smart Communities Network", "sessions/calendar.ics")),
        ("sessions/pt/", (OF_COUNTRY, "sessions/pt/calendar.ics")),
        ("sessions/network/", (OF_COUNTRY, "sessions/network/calendar.ics")),
        (
            "sessions/pt-2026-spring-1/",
            ("Calendar file with this session (ICS)", "sessions/pt-2026-spring-1/session.ics"),
        ),
        ("sessions/pt-2026-later/", None),
        ("sessions/countries/", None),
    ],
)
def test_pages_of_sessions_name_their_calendar_and_the_feeds(built, address, calendar):
    own = [("text/calendar", *calendar)] if calendar else []
    data = [OPEN_DATA] if address == "sessions/" else []
    english = [*own, *FEEDS, *data]
    assert in_head(built, address) == english
    for language in ("fr", "el"):
        assert in_head(built, f"{language}/{address}") == [
            (kind, f"{language}: {title}", f"{language}/{target}")
            for kind, title, target in english
        ]


def test_other_pages_name_none(built):
    for address in ("", "sessions/announce/", "a-z/", "404.html", "fr/sessions/announce/"):
        assert in_head(built, address) == []


def test_readers_find_them_on_the_agenda_and_on_the_page_of_a_country(built):
    shown = on_page(built, "fr/sessions/")
    assert shown[0][0::2] == ("text/calendar", "fr/sessions/calendar.ics")
    expected = [(kind, f"fr: {title}", f"fr/{target}") for kind, title, target in FEEDS]
    data = (OPEN_DATA[0], f"fr: {OPEN_DATA[1]}", f"fr/{OPEN_DATA[2]}")
    assert shown[1:] == [*expected, data]
    own = ("text/calendar", f"fr: {OF_COUNTRY}", "fr/sessions/pt/calendar.ics")
    assert on_page(built, "fr/sessions/pt/") == [own, *expected]


@pytest.mark.parametrize("language", CODES)
def test_what_the_links_lead_to_is_there(built, language):
    addresses = {
        target
        for address in ("sessions/", "sessions/pt/", "sessions/pt-2026-spring-1/")
        for _, _, target in in_head(built, prefix(language) + address)
    }
    assert len(addresses) == 6
    assert {one for one in addresses if not (built.site / one).is_file()} == set()


@pytest.mark.parametrize("language", CODES)
def test_feeds_are_what_strict_programs_read(built, feed_rules, language):
    folder = built.site / prefix(language) / "sessions"
    atom = feed_rules.read_atom((folder / "feed.xml").read_bytes())
    as_json = feed_rules.read_json_feed((folder / "feed.json").read_bytes())
    assert atom.entries == as_json.entries
    (entry,) = atom.entries
    page = f"{SITE}{prefix(language)}sessions/pt-2026-spring-1/"
    assert (entry.address, entry.start) == (page, "2026-03-10T10:00:00+00:00")
    assert entry.title == ("Formation" if language == "fr" else "Training")
    assert entry.attachments == (("text/calendar", f"{page}session.ics"),)
    assert atom.feed_address == f"{SITE}{prefix(language)}sessions/feed.xml"


@pytest.mark.parametrize("language", CODES)
def test_every_file_has_the_bytes_of_its_format(built, language):
    folder = built.site / prefix(language) / "sessions"
    calendars = list(folder.rglob("*.ics"))
    assert len(calendars) == 1 + 4 + 5 + 4 + 1
    for path in calendars:
        data = path.read_bytes()
        assert data.count(b"\n") == data.count(b"\r\n") > 5
        assert icalendar.Calendar.from_ical(data).walk(), path
    data = json.loads((folder / "sessions.json").read_bytes())
    assert data["language"] == language
    assert [one["id"] for one in data["sessions"]] == ["pt-2026-spring-1", "pt-2026-later"]
    assert data["sessions"][0]["url"] == f"{SITE}{prefix(language)}sessions/pt-2026-spring-1/"


def test_there_is_one_schema_and_every_file_names_it(built):
    schemas = list(built.site.rglob("*.schema.json"))
    assert schemas == [built.site / "sessions" / "sessions.schema.json"]
    named = {json.loads(path.read_bytes())["$schema"] for path in built.site.rglob("sessions.json")}
    assert named == {json.loads(schemas[0].read_bytes())["$id"]}
    assert named == {f"{SITE}sessions/sessions.schema.json"}
