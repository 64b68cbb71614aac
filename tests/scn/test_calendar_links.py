"""Links that open a calendar service with a session filled in, read back as that service does."""

from urllib.parse import parse_qs, urlsplit

import pytest

from scn.calendar_links import calendar_links, webcal

BASE = """\
kind: online-training
status: {status}
announced: 2026-01-15
title: {{en: Training}}
summary: {{en: 'What & how? 100 % – "new" #1 +2'}}
{when}
online: {online}
"""
PRIVATE = "{platform: webex, join: on-registration}"
TIMED = "start: 2027-03-30T10:00\nend: 2027-03-31T00:00"
PAGE = "https://kb.example.eu/bg/sessions/bg-2027-a/"


@pytest.fixture
def links_of(sessions_from, say):
    def links(when=TIMED, status="confirmed", online=PRIVATE, title="Обучение & <b>"):
        text = BASE.format(when=when, status=status, online=online)
        found = calendar_links(
            sessions_from({"bg/bg-2027-a.yml": text}).items[0],
            title=title,
            language="bg",
            words=say,
            address=PAGE,
            file_url=f"{PAGE}session.ics",
        )
        return {link.program: link.url for link in found}

    return links


def read(url):
    parts = urlsplit(url)
    values = parse_qs(parts.query, strict_parsing=True)
    return f"{parts.scheme}://{parts.netloc}{parts.path}", {k: v for k, (v,) in values.items()}


TEXT = (
    'What & how? 100 % – "new" #1 +2\n\n[calendar.join_after_registration]\n\n'
    f"[calendar.page]\n{PAGE}"
)


def test_a_time_is_an_instant_with_its_zone(links_of):
    links = links_of()
    assert read(links["google"]) == (
        "https://calendar.google.com/calendar/render",
        {
            "action": "TEMPLATE",
            "text": "Обучение & <b>",
            "dates": "20270330T070000Z/20270330T210000Z",
            "ctz": "Europe/Sofia",
            "details": TEXT,
            "location": "[modes.online]",
        },
    )
    outlook = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": "Обучение & <b>",
        "startdt": "2027-03-30T10:00:00+03:00",
        "enddt": "2027-03-31T00:00:00+03:00",
        "body": TEXT,
        "location": "[modes.online]",
    }
    work, own = "https://outlook.office.com", "https://outlook.live.com"
    path = "/calendar/0/deeplink/compose"
    assert read(links["outlook"]) == (f"{work}{path}", outlook)
    assert read(links["outlook_com"]) == (f"{own}{path}", outlook)
    assert links["apple"] == "webcal://kb.example.eu/bg/sessions/bg-2027-a/session.ics"


def test_of_the_hour_that_happens_twice_the_right_one(links_of):
    for offset, instant in (("+03:00", "20271031T003000Z"), ("+02:00", "20271031T013000Z")):
        when = f"start: 2027-10-31T03:30\nend: 2027-10-31T06:00\noffset: {offset}"
        links = links_of(when)
        assert read(links["google"])[1]["dates"] == f"{instant}/20271031T040000Z"
        assert read(links["outlook"])[1]["startdt"] == f"2027-10-31T03:30:00{offset}"


def test_the_end_of_whole_days_is_the_day_after(links_of):
    links = links_of("all_day: {from: 2027-06-30, to: 2027-06-30}\nhours_known: false", "tentative")
    _, google = read(links["google"])
    assert google["dates"] == "20270630/20270701"
    assert "ctz" not in google
    assert google["details"].startswith("[calendar.tentative_note]\n\n[calendar.hours_unknown]\n\n")
    _, outlook = read(links["outlook"])
    times = [outlook[name] for name in ("startdt", "enddt", "allday")]
    assert times == ["2027-06-30", "2027-07-01", "true"]


def test_no_link_without_a_day(links_of):
    assert links_of("undated: {expected: 2027-Q2}") == {}


@pytest.mark.parametrize(
    "online",
    [
        "{platform: bigbluebutton, join: 'https://meet.example.eu/open-room'}",
        "{platform: zoom, join: 'https://zoom.us/j/1?pwd=open-room', public: true}",
    ],
)
def test_the_address_of_a_meeting_is_never_in_a_link(links_of, online):
    links = links_of(online=online)
    assert len(links) == 4
    assert "open-room" not in str(links)


def test_what_a_title_holds_cannot_change_the_link(links_of):
    links = links_of(title="a&dates=1#x?\r\n\"'><script>")
    for program in ("google", "outlook", "outlook_com"):
        assert links[program].isascii()
        assert not set(links[program]) & set("\"'<># \r\n")
    assert read(links["google"])[1]["text"] == "a&dates=1#x?\r\n\"'><script>"
    assert read(links["google"])[1]["dates"] == "20270330T070000Z/20270330T210000Z"


def test_webcal():
    assert webcal("https://a.eu/kb/x.ics") == "webcal://a.eu/kb/x.ics"
