"""New and changed sessions as Atom and as JSON Feed, read back by strict readers."""

import pytest

from scn.atom import atom_from_feed
from scn.session_feeds import MOST_ENTRIES, feed_from_sessions, json_feed

MOVED = """\
kind: hybrid-dissemination
status: confirmed
announced: 2027-01-15
title: {en: Session, fr: Séance}
summary: {en: What it is about}
start: 2027-03-30T10:00
end: 2027-03-30T12:30
venue: {name: {en: Hall}, city: {en: Sofia, fr: Sofia}}
audience: [policymakers]
changes:
  - at: 2027-02-01
    what: [time, venue]
    from: {start: 2027-03-23T10:00, end: 2027-03-23T12:30, venue: {en: Old hall}}
    note: {en: Because of the holiday.}
  - {at: 2027-02-20, what: [text]}
"""
CANCELLED = """\
kind: online-training
status: cancelled
announced: 2027-01-10
title: {en: "</title><b>"}
all_day: {from: 2027-06-07, to: 2027-06-09}
online: {platform: webex}
changes: [{at: 2027-03-01, what: [status], from: {status: confirmed}}]
"""
UNDATED = """\
kind: online-training
status: tentative
announced: 2027-02-28
title: {en: Later}
undated: {expected: 2027-Q4}
"""
BEFORE = "Tuesday 23 March 2027, 10:00–12:30 (Sofia, UTC+2)"
NOW = "Tuesday 30 March 2027, 10:00–12:30 (Sofia, UTC+3)"
FILES = {
    "bg/bg-2027-a.yml": MOVED,
    "bg/bg-2027-b.yml": CANCELLED,
    "bg/bg-2027-c.yml": UNDATED,
}


@pytest.fixture
def atom(feed_rules):
    def read(site, language="en"):
        feed = feed_from_sessions(site, language)
        return feed_rules.read_atom(atom_from_feed(feed).encode())

    return read


@pytest.fixture
def as_json(feed_rules):
    def read(site, language="en"):
        feed = feed_from_sessions(site, language)
        return feed_rules.read_json_feed(json_feed(feed, site).encode())

    return read


def test_what_a_reader_of_the_feed_gets(site_with, atom, feed_rules):
    base = "https://kb.example.eu/base/"
    assert atom(site_with(FILES)) == feed_rules.ReadFeed(
        title="New and changed sessions of the Smart Communities Network",
        language="en",
        author="The Network & <others>",
        page_address=f"{base}sessions/",
        feed_address=f"{base}sessions/feed.xml",
        entries=(
            feed_rules.ReadEntry(
                id="tag:sessions.network,2026:session-bg-2027-b-en",
                title="Cancelled: </title><b>",
                address=f"{base}sessions/bg-2027-b/",
                updated="2027-03-01T00:00:00Z",
                published="2027-01-10T00:00:00Z",
                paragraphs=(
                    ("This session is cancelled.", ""),
                    ("Changed on 1 March 2027: status", ""),
                    ("Before: Confirmed. Now: Cancelled.", ""),
                    ("7–9 June 2027", ""),
                    ("Online", ""),
                    ("Announced: 10 January 2027", ""),
                ),
                labels=("Online training session",),
                attachments=(("text/calendar", f"{base}sessions/bg-2027-b/session.ics"),),
                start="2027-06-07",
                end="2027-06-09",
            ),
            feed_rules.ReadEntry(
                id="tag:sessions.network,2026:session-bg-2027-a-en",
                title="Session",
                address=f"{base}sessions/bg-2027-a/",
                updated="2027-02-20T00:00:00Z",
                published="2027-01-15T00:00:00Z",
                paragraphs=(
                    ("Changed on 20 February 2027: text", ""),
                    ("Changed on 1 February 2027: time, place", ""),
                    (f"Before: {BEFORE}. Now: {NOW}.", ""),
                    ("Before: Old hall. Now: Hall, Sofia.", ""),
                    ("Because of the holiday.", ""),
                    ("Tuesday 30 March 2027, 10:00–12:30 (Sofia, UTC+3)", ""),
                    ("Hall, Sofia", ""),
                    ("In a room", ""),
                    ("What it is about", ""),
                    ("Announced: 15 January 2027", ""),
                ),
                labels=("Hybrid dissemination session", "Policymakers"),
                attachments=(("text/calendar", f"{base}sessions/bg-2027-a/session.ics"),),
                start="2027-03-30T10:00:00+03:00",
                end="2027-03-30T12:30:00+03:00",
            ),
        ),
    )


def test_both_formats_say_the_same(site_with, atom, as_json):
    site = site_with(FILES)
    for language in ("en", "fr", "el"):
        first, second = atom(site, language), as_json(site, language)
        assert first.entries == second.entries
        assert (first.title, first.language, first.author, first.page_address) == (
            second.title,
            second.language,
            second.author,
            second.page_address,
        )
        assert second.feed_address == first.feed_address.replace(".xml", ".json")


def test_a_text_says_its_language_where_it_is_another_than_that_of_the_feed(site_with, atom):
    french = atom(site_with(FILES), "fr").entries[1]
    assert french.title == "Séance"
    said = dict(french.paragraphs)
    assert (
        said["What it is about"] == said["Because of the holiday."] == said["Hall, Sofia"] == "en"
    )
    assert {language for text, language in said.items() if text.startswith("fr: ")} == {""}
    assert french.address == "https://kb.example.eu/base/fr/sessions/bg-2027-a/"


def test_an_entry_stays_the_same_whatever_becomes_of_its_session_and_of_the_site(site_with, atom):
    ids = {one.id for one in atom(site_with(FILES)).entries}
    renamed = MOVED.replace("Session", "Other").replace(
        "kind: hyb", "previous_ids: [bg-2027-a]\nkind: hyb"
    )
    files = {"bg/bg-2027-new.yml": renamed, "bg/bg-2027-b.yml": CANCELLED}
    other = site_with(files, site_url="https://other.example.eu/")
    assert {one.id for one in atom(other).entries} == ids
    assert ids.isdisjoint(one.id for one in atom(other, "fr").entries)


def test_a_change_brings_an_entry_to_the_top(site_with, atom):
    change = "  - {at: 2027-03-02, what: [materials]}\n"
    before = atom(site_with(FILES)).entries
    after = atom(site_with({**FILES, "bg/bg-2027-a.yml": MOVED + change})).entries
    assert [one.id for one in after] == [one.id for one in reversed(before)]
    assert after[0].updated == "2027-03-02T00:00:00Z"
    assert after[0].published == before[1].published


def test_the_feed_does_not_depend_on_the_day_of_the_build(site_with):
    first, second = (
        atom_from_feed(feed_from_sessions(site_with(FILES, epoch=epoch), "en"))
        for epoch in (0, 2_000_000_000)
    )
    assert first == second


def test_a_feed_has_the_newest_hundred(site_with, atom, as_json):
    session = CANCELLED.partition("changes")[0].replace("cancelled", "confirmed")
    files = {
        f"bg/bg-2027-n{n:03}.yml": session.replace("01-10", f"01-{10 + n // 50}")
        for n in range(MOST_ENTRIES + 20)
    }
    site = site_with(files)
    found = [one.address.split("/")[-2] for one in atom(site).entries]
    assert found == [f"bg-2027-n{n:03}" for n in range(119, 19, -1)]
    assert [one.address.split("/")[-2] for one in as_json(site).entries] == found


def test_without_sessions_the_feeds_are_there_and_empty(site_with, atom, as_json):
    site = site_with({})
    assert atom(site).entries == as_json(site).entries == ()
