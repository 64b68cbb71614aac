"""What an author writes is what calendar programs show: from YAML to a session to ics and back.

Times are those around the changes of the clocks, texts are those that break formats.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scn.ical import calendar_from_sessions
from scn.problems import ContentError
from scn.sessions.written import file_text
from scn.timezones import ALLOWED_ZONES, readings, zone

NAME = "lv/lv-2027-a.yml"
SAMPLES = (
    "\U0001f469\U0001f3fd\u200d\U0001f4bb",  # an emoji with a joiner
    *["🇧🇬", "Ωραία", "дигитални", "„“", "ﬁ", "e\u0301", "\u200d"],
    *['"', "'", "\\", "\\n", "\\\\N", ",", ";", ":", "#", "{", "}", "[", "]", "%", "@", "`"],
    *["|", ">", "~", "&a", "*a", "!!b"],
    *["null", "yes", "2027-01-15", "10:30", "0123", "END:VEVENT", "</script>", "{{x}}", "--8<--"],
    *(": ", " #", "- ", "\u00a0", "x" * 80),
)
ONE_LINE = st.lists(
    st.sampled_from(SAMPLES) | st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])),
    min_size=1,
    max_size=8,
).map("".join)
LINES = st.lists(ONE_LINE, min_size=1, max_size=4).map("\n".join)


def fields(**more):
    return {
        "kind": "online-training",
        "status": "confirmed",
        "announced": "2027-01-15",
        "title": {"en": "A"},
        **more,
    }


@pytest.fixture(scope="module")
def session_of(sessions_from):
    def read(values):
        return sessions_from({NAME: file_text(NAME, values)}).items[0]

    return read


@pytest.fixture(scope="module")
def event_of(say):
    def read(session):
        written = calendar_from_sessions(
            [session],
            language="en",
            words=say,
            as_of=date(2027, 1, 20),
            uid_domain="scn.example",
            address_of=lambda one: f"https://example.org/sessions/{one.id}/",
        )
        for line in written.split(b"\r\n"):
            assert len(line) <= 75
            line.decode()
        (event,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
        assert event.errors == []
        return event

    return read


def as_kept(text, longest):
    """Texts are in one form of Unicode, and the space around them is not theirs."""
    kept = unicodedata.normalize("NFC", text.strip())
    assume(kept)
    assume(len(kept) <= longest)
    return kept


@settings(deadline=None)
@given(title=ONE_LINE, summary=ONE_LINE, hall=ONE_LINE, city=ONE_LINE, description=LINES)
def test_texts(session_of, event_of, title, summary, hall, city, description):
    wanted = [as_kept(text, 80) for text in (title, summary, hall, city)]
    whole = as_kept(description, 5000)
    assume(not re.search(r"\w@\w", "".join(wanted) + whole))
    session = session_of(
        fields(
            title={"en": title},
            summary={"en": summary},
            description={"en": description},
            venue={"name": {"en": hall}, "city": {"en": city}},
            all_day={"from": "2027-07-01"},
        )
    )
    texts = session.title, session.summary, session.venue.name, session.venue.city
    assert [text.in_language("en")[0] for text in texts] == wanted
    assert session.description.in_language("en")[0] == whole
    event = event_of(session)
    assert str(event["SUMMARY"]) == wanted[0]
    assert str(event["DESCRIPTION"]).startswith(f"{wanted[1]}\n\n")
    assert str(event["LOCATION"]) == f"{wanted[2]}, {wanted[3]}"


def last_sunday(year, month):
    day = date(year, month, 31)
    return day - timedelta(days=(day.weekday() + 1) % 7)


@st.composite
def local_times(draw):
    """Near a change of the clocks of the Union, in the night or the days around it."""
    day = last_sunday(draw(st.integers(2025, 2036)), draw(st.sampled_from([3, 10])))
    minutes = draw(st.integers(-120, 6 * 60) | st.integers(-3 * 1440, 3 * 1440))
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001
    return midnight + timedelta(minutes=minutes)


def offsets_of(local, name):
    return [at.astimezone(zone(name)).isoformat()[-6:] for at in readings(local, name)]


@settings(deadline=None, max_examples=300)
@given(
    start=local_times(),
    minutes=st.integers(1, 10 * 60),
    name=st.sampled_from(ALLOWED_ZONES),
    which=st.sampled_from([0, -1]),
)
def test_times_around_the_changes_of_the_clocks(session_of, event_of, start, minutes, name, which):
    end = start + timedelta(minutes=minutes)
    written = fields(start=f"{start:%Y-%m-%dT%H:%M}", end=f"{end:%Y-%m-%dT%H:%M}", time_zone=name)
    possible = [readings(local, name) for local in (start, end)]
    if not all(possible):
        with pytest.raises(ContentError, match="does not exist in"):
            session_of(written)
        return
    if max(map(len, possible)) > 1:
        with pytest.raises(ContentError, match="happens twice in"):
            session_of(written)
        twice = start if len(possible[0]) > 1 else end
        written["offset"] = offsets_of(twice, name)[which]
        possible = [
            [at for at in each if len(each) == 1 or offsets_of(local, name)[which]
             == at.astimezone(zone(name)).isoformat()[-6:]]
            for local, each in zip((start, end), possible, strict=True)
        ]  # fmt: skip
        if possible[1][0] <= possible[0][0]:
            with pytest.raises(ContentError, match="not after the start"):
                session_of(written)
            return
    session = session_of(written)
    assert [session.when.start.astimezone(UTC), session.when.end.astimezone(UTC)] == [
        possible[0][0],
        possible[1][0],
    ]
    event = event_of(session)
    assert [event[key].dt.astimezone(UTC) for key in ("DTSTART", "DTEND")] == [
        possible[0][0],
        possible[1][0],
    ]


@settings(deadline=None)
@given(
    first=local_times(),
    every=st.sampled_from(["week", "2 weeks", "month"]),
    times=st.integers(2, 8),
    name=st.sampled_from(ALLOWED_ZONES),
)
def test_a_repetition_keeps_the_time_on_the_clock(sessions_from, first, every, times, name):
    repeat = {"every": every, "first": f"{first:%Y-%m-%dT%H:%M}", "length": "90min", "times": times}
    try:
        sessions = sessions_from({NAME: file_text(NAME, fields(repeat=repeat, time_zone=name))})
    except ContentError as error:
        refused = str(error)
    else:
        refused = ""
    if refused:
        reasons = "does not exist|happens twice|clocks change meanwhile|Not every month"
        assert re.search(reasons, refused)
        return
    assert len({session.id for session in sessions}) == times
    for session in sessions:
        assert f"{session.when.start:%H:%M}" == f"{first:%H:%M}"
        assert session.when.duration == timedelta(minutes=90)
        assert session.id == f"lv-2027-a.{session.when.start:%Y-%m-%d}"
