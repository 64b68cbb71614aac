"""A series in one file: every occurrence has a page, a calendar file and an entry in the feed."""

import icalendar
import pytest

SERIES = """\
kind: online-training
status: confirmed
announced: 2025-12-01
title: {en: Course}
time_zone: Europe/Lisbon
online: {platform: webex}
repeat:
  {every: week, first: 2026-03-10T10:00, length: 2h, times: 3, except: {2026-03-17: cancelled}}
"""
IDS = [f"pt-2026-course.2026-03-{day}" for day in ("10", "17", "24")]


def project_at(project, site_url):
    return project(
        {
            "en/index.md": project.page("Home"),
            "_data/sessions/pt/pt-2026-course.yml": SERIES,
        },
        languages=("en", "fr"),
        nav=["index.md", {"sessions": ["sessions/index.md", "sessions/countries.md"]}],
        replace={"https://knowledge-base.example.org/": site_url},
    )


@pytest.fixture(scope="module")
def built(project):
    return project_at(project, "https://one.example.org/").build()


def uids(built, name):
    calendar = icalendar.Calendar.from_ical((built.site / name).read_bytes())
    return [str(event["UID"]).partition("@")[0] for event in calendar.walk("VEVENT")]


@pytest.mark.parametrize("prefix", ["", "fr/"])
def test_each_occurrence_has_its_page_and_its_calendar_file(built, prefix):
    assert built.status == 0
    agenda = built.text(f"{prefix}sessions/index.html")
    for id_ in IDS:
        assert (built.site / prefix / "sessions" / id_ / "index.html").is_file()
        assert uids(built, f"{prefix}sessions/{id_}/session.ics") == [id_]
        assert f"sessions/{id_}/" in agenda or f"{id_}/" in agenda
    assert uids(built, f"{prefix}sessions/calendar.ics") == IDS
    assert not (built.site / prefix / "sessions" / "pt-2026-course").exists()


def test_the_address_of_the_site_is_in_no_uid(project, built):
    """Who moves the site must not give every subscriber each session twice."""
    moved = project_at(project, "https://two.example.eu/below/").build()
    assert moved.status == 0
    feeds = [one.site / "sessions" / "calendar.ics" for one in (built, moved)]
    calendars = [icalendar.Calendar.from_ical(feed.read_bytes()) for feed in feeds]
    one, two = ([str(e["UID"]) for e in each.walk("VEVENT")] for each in calendars)
    assert one == two
    assert "two.example.eu" in str(calendars[1].walk("VEVENT")[0]["URL"])
