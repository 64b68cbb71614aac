"""No address of a meeting room is public, neither in a file nor on the site, unless it is meant to.

The check refuses them in files of sessions. Here nothing of it is used but what a meeting is.
"""

import html
import re
from pathlib import Path

import pytest

from scn.countries import load_countries
from scn.language_list import load_languages
from scn.sessions import load_sessions
from scn.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "docs" / "_data"
FOLDERS = {"real": DATA / "sessions", "example": ROOT / "tests" / "example" / "sessions"}
KINDS = {".html", ".ics", ".json", ".xml"}
EXPLAINED = {"https://eu02web.zoom.us/j/123456789"}
"""What the page about adding a session shows as a mistake; nobody meets there."""

ADDRESS = re.compile(r"https?://[^\s\"'<>\\)\]}]+", re.IGNORECASE)


@pytest.fixture(scope="module")
def vocabulary():
    return load_vocabulary((DATA / "vocabulary.yml").read_text("utf-8"), "vocabulary.yml")


@pytest.fixture(scope="module")
def meetings(vocabulary):
    """Addresses of meetings in a text, however it is written."""
    hosts = [host for platform in vocabulary.platforms for host in platform.hosts]
    assert len(hosts) > 5

    def find(text):
        text = re.sub(r"\r?\n[ \t](?=\S)", "", text) if text.startswith("BEGIN:") else text
        lower = text.lower()
        if not any(host in lower for host in hosts):
            return set()
        text = html.unescape(text.replace("\\/", "/"))
        return {
            address.rstrip(".,;:")
            for address in ADDRESS.findall(text)
            if vocabulary.meeting_platform(address)
        }

    return find


@pytest.fixture(scope="module")
def declared(vocabulary):
    """Gives the addresses that the files of a folder declare to be public."""
    languages = load_languages((DATA / "languages.yml").read_text("utf-8"), "languages.yml").codes
    text = (DATA / "countries.yml").read_text("utf-8")
    countries = load_countries(text, "countries.yml", languages=languages)
    sources = re.findall(r"\b[A-Z]+-\d+\b", (DATA / "sources.yml").read_text("utf-8"))

    def read(folder):
        sessions = load_sessions(
            folder,
            countries=countries,
            vocabulary=vocabulary,
            languages=languages,
            sources=sources,
        )
        return {one.online.address for one in sessions if one.online and one.online.public}

    return read


@pytest.mark.parametrize(
    "text",
    [
        "join: https://eu02web.zoom.us/j/1",
        "<a href='https://teams.microsoft.com/l/meetup-join/1?a=b&amp;c=d'>",
        '{"url": "https:\\/\\/meet.google.com\\/abc"}',
        "BEGIN:VCALENDAR\r\nURL:https://example.web\r\n ex.com/meet/room\r\n",
        "See HTTPS://MEET.JIT.SI/Room.",
    ],
)
def test_a_meeting_is_found(meetings, text):
    assert len(meetings(text)) == 1


def test_a_registration_is_none(meetings):
    assert meetings("https://example.webex.com/webappng/sites/e/webinar/register/1") == set()


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_no_file_has_an_address_that_is_not_declared_public(folder, meetings, declared):
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert files
    found = {address for path in files for address in meetings(path.read_text("utf-8"))}
    assert found - declared(folder) == set()


def test_the_site_has_none(site, meetings, declared):
    allowed = declared(FOLDERS["real"]) | EXPLAINED
    found = {
        path.relative_to(site).as_posix(): there
        for path in sorted(site.rglob("*"))
        if path.suffix in KINDS
        if (there := meetings(path.read_text("utf-8")) - allowed)
    }
    assert found == {}
