"""Feeds of hostile size: programs cut what is too large in silence, so a feed does it aloud."""

import functools
from datetime import UTC, date, datetime, timedelta

import pytest

from scn.ical import Feed, calendar_from_sessions
from scn.sessions.model import Change, Session, Venue
from scn.sessions.when import AllDay, Timed
from scn.texts import Text
from scn.timezones import ALLOWED_ZONES, zone

AS_OF = date(2027, 3, 1)
FEED = Feed(name="A")
MOST_EVENTS, MOST_BYTES = 1_000, 1_000_000
SAYS_SO = b"DESCRIPTION;LANGUAGE=en:[calendar.description_cut 1 March 2027]\r\n"
LONG = "Σ" * 300


def session(number, *, day=None, time_zone="Europe/Athens", text="", **more):
    """One an hour from the day on, so that the number is the order."""
    first = datetime(2027, 3, 1, tzinfo=UTC) if day is None else day
    start = (first + timedelta(hours=number)).astimezone(zone(time_zone))
    given = {
        "id": f"gr-2027-{number:05}",
        "country": "gr",
        "kind": "online-training",
        "status": "confirmed",
        "announced": date(2026, 1, 15),
        "when": Timed(start=start, end=start + timedelta(hours=1), time_zone=time_zone),
        "title": Text.of({"en": f"Training {number}"}),
        "summary": Text.of({"en": text}) if text else None,
    }
    return Session(**given | more)


@pytest.fixture(scope="module")
def feed_of(say):
    return functools.partial(
        calendar_from_sessions,
        language="en",
        words=say,
        as_of=AS_OF,
        uid_domain="scn.example",
        address_of=lambda session: f"https://example.org/sessions/{session.id}/",
        feed=FEED,
    )


def numbers(written):
    """Of the events of a calendar, in their order."""
    uids = [line for line in written.split(b"\r\n") if line.startswith(b"UID:")]
    assert len(uids) == written.count(b"BEGIN:VEVENT\r\n")
    return [int(uid.partition(b"@")[0][-5:]) for uid in uids]


@pytest.mark.parametrize(("count", "is_cut"), [(1_000, False), (1_001, True), (3_000, True)])
def test_the_nearest_thousand_stay_and_the_feed_says_so(feed_of, count, is_cut):
    written = feed_of([session(number) for number in range(count)])
    assert numbers(written) == list(range(MOST_EVENTS))
    assert (SAYS_SO in written) is is_cut
    assert len(written) <= MOST_BYTES


def test_what_is_over_gives_way_to_all_that_is_to_come(feed_of):
    year = datetime(2026, 9, 1, tzinfo=UTC)
    past = [session(number, day=year) for number in range(2_000)]
    to_come = [session(number) for number in range(2_000, 2_900)]
    assert all(each.is_over(AS_OF) for each in past)
    written = feed_of([*past, *to_come])
    assert numbers(written) == [*range(1_900, 2_000), *range(2_000, 2_900)]
    assert SAYS_SO in written


def test_long_texts_are_cut_by_bytes_and_the_nearest_stay(feed_of):
    sessions = [session(number, text=LONG) for number in range(1_000)]
    alone = feed_of(sessions, feed=None)
    assert len(alone) > MOST_BYTES
    written = feed_of(sessions)
    kept = numbers(written)
    assert kept == list(range(len(kept)))
    assert 800 < len(kept) < 1_000
    assert 0.95 * MOST_BYTES < len(written) <= MOST_BYTES
    assert SAYS_SO in written


def test_the_rules_of_every_zone_have_room(feed_of):
    """They are written once each, but all forty can stand in one feed."""
    count = len(ALLOWED_ZONES)
    sessions = [
        session(number, text=LONG, time_zone=ALLOWED_ZONES[number % count])
        for number in range(1_000)
    ]
    written = feed_of(sessions)
    assert written.count(b"BEGIN:VTIMEZONE\r\n") == count - 1  # UTC needs none
    assert 0.95 * MOST_BYTES < len(written) <= MOST_BYTES


def test_a_feed_without_room_for_the_first_event_says_so_too(feed_of):
    written = feed_of([session(0, text=LONG)], feed=Feed(name="A", most_bytes=25_500))
    assert numbers(written) == []
    assert SAYS_SO in written
    assert written.count(b"BEGIN:VTIMEZONE\r\n") == 1


def test_a_large_event_does_not_make_room_for_later_ones(feed_of):
    """A feed with a gap would look complete up to its last day."""
    sessions = [session(0), session(1, text=LONG), session(2)]
    room = 25_000 + len(feed_of(sessions, feed=None))
    written = feed_of(sessions, feed=Feed(name="A", most_bytes=room - 1_500))
    assert numbers(written) == [0]
    assert SAYS_SO in written


@pytest.mark.parametrize("status", ["tentative", "postponed", "cancelled"])
def test_what_is_not_confirmed_is_no_less_to_come(feed_of, status):
    change = Change(at=date(2027, 2, 1), what=("status",))
    year = datetime(2026, 12, 1, tzinfo=UTC)
    past = [session(number, day=year) for number in range(1_500)]
    last = session(2_000, status=status, changes=(change,))
    written = feed_of([*past, last])
    assert numbers(written) == [*range(501, 1_500), 2_000]


def test_several_days_that_have_begun_are_to_come(feed_of):
    days = AllDay(first_day=date(2027, 2, 20), last_day=date(2027, 3, 1))
    begun = session(1, when=days, venue=Venue(city=Text.of({"en": "Athens"})))
    many = [session(number) for number in range(2, 1_500)]
    written = feed_of([begun, *many])
    assert numbers(written) == [*range(1, 1_001)]
