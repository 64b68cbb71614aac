"""The page of a session, by the golden files in session_pages/.

`session` is a file of the 1 March 2027 or before, `path` its place, `language` that of the reader
(words are marked with it, `fr: Menu`); `view` is what the page shows, without what is empty.
"""

import dataclasses
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from scn.session_page import session_view

FOLDER = Path(__file__).parent / "session_pages"
CASES = sorted(FOLDER.glob("*.yml"))
OTHERS = ("json_ld", "sources", "figures_explained", "place_path", "place_title", "page_title")
"""What other tests look at, or what is the same in all cases."""


def shown(value):
    if dataclasses.is_dataclass(value):
        fields = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
        return {
            n: shown(v) for n, v in fields.items() if v not in (None, (), "") and n not in OTHERS
        }
    return [shown(each) for each in value] if isinstance(value, tuple) else value


@pytest.fixture(scope="module")
def view_of(site_with):
    def view(text, language="en", path="bg/bg-2027-a.yml", **settings):
        site = site_with({path: text}, **settings)
        return session_view(site, site.content.sessions.items[0], language)

    return view


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_what_the_page_of_a_session_shows(file, view_of):
    case = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    assert shown(view_of(case["session"], case["language"], case["path"])) == case["view"]


def test_there_are_cases():
    assert len(CASES) >= 5


BASE = """\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {en: Training}
start: 2027-03-30T10:00
end: 2027-03-30T12:00
online: {platform: webex, join: on-registration}
"""
URL = "https://example.eu/r"


@pytest.mark.parametrize(
    ("fields", "state", "url"),
    [
        ("opens: 2027-03-02", "Registration opens on Tuesday 2 March 2027.", ""),
        ("opens: 2027-03-01", "Registration is open.", URL),
        ("closes: 2027-03-01", "Registration is open. Last day: Monday 1 March 2027.", URL),
        ("closes: 2027-02-28", "Registration is closed. Last day: Sunday 28 February 2027.", ""),
        (
            "closes: 2027-03-28T18:00",
            "Registration is open. Last day: Sunday 28 March 2027, 18:00 (Sofia, UTC+3).",
            URL,
        ),
        (
            "closes: 2027-03-27T18:00",
            "Registration is open. Last day: Saturday 27 March 2027, 18:00 (Sofia, UTC+2).",
            URL,
        ),
    ],
)
def test_the_state_of_registration_has_its_day(view_of, fields, state, url):
    view = view_of(f"{BASE}registration: {{url: '{URL}', {fields}}}\n")
    assert (view.registration.state, view.registration.url) == (state, url)


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_nobody_registers_for_what_is_off(view_of, status):
    text = BASE.replace("confirmed", status)
    text += f"registration: {{url: '{URL}'}}\nchanges: [{{at: 2027-02-01, what: [status]}}]\n"
    view = view_of(text)
    assert (view.registration, view.calendar_links) == (None, ())
    assert view.notice.status == status
    assert view.notice.since == "Since 1 February 2027."
    assert view.calendar == "sessions/bg-2027-a/session.ics"


def test_after_the_session_nobody_is_told_to_register_or_to_join(view_of):
    text = f"{BASE}registration: {{url: '{URL}'}}\n"
    before, after = view_of(text), view_of(text, epoch=1_806_451_200)  # 31 March
    assert (before.registration.url, after.registration) == (URL, None)
    assert (len(before.calendar_links), after.calendar_links) == (4, ())
    online = [[v.text for v in f.values] for f in after.facts if f.label == "Online"]
    assert online == [["Webex"]]


def test_parts_of_a_series_lead_to_each_other(site_with):
    names = ("lv-2027-a", "lv-2027-b", "lv-2027-c")
    text = BASE.replace("2027-03-30", "2027-04-0{}")
    files = {f"lv/{name}.yml": text.replace("{}", str(n)) for n, name in enumerate(names, 1)}
    site = site_with(files)
    parts = list(site.content.sessions)
    parts[2] = replace(parts[2], status="cancelled")
    view = session_view(site, parts[1], "fr", parts)
    assert [(p.address, p.status, p.is_current) for p in view.series] == [
        ("fr/sessions/lv-2027-a/", "", False),
        ("fr/sessions/lv-2027-b/", "", True),
        ("fr/sessions/lv-2027-c/", "fr: Cancelled", False),
    ]
    # Occurrences of one file have one title: pages and windows tell them apart.
    title = " ".join(view.page_title.split())
    assert title == "Training, vendredi 2 avril 2027, 10:00 – 12:00 (Riga, UTC+3)"
    assert session_view(site, parts[1], "fr", parts[1:2]).series == ()
    assert session_view(site, parts[1], "fr").page_title == "Training"


def test_a_change_says_what_came_after_it_even_when_more_followed(view_of):
    text = (
        BASE
        + """\
changes:
  - {at: 2027-02-01, what: [time], from: {start: 2027-03-16T10:00, end: 2027-03-16T12:00}}
  - {at: 2027-02-02, what: [venue], from: {venue: {en: Old Hall}}}
  - {at: 2027-02-03, what: [time], from: {start: 2027-03-23T09:00, end: 2027-03-23T11:00}}
"""
    )
    first, second, third = (
        "Tuesday 16 March 2027, 10:00–12:00 (Sofia, UTC+2)",
        "Tuesday 23 March 2027, 09:00–11:00 (Sofia, UTC+2)",
        "Tuesday 30 March 2027, 10:00–12:00 (Sofia, UTC+3)",
    )
    assert [
        [(shift.before, shift.after) for shift in change.shifts] for change in view_of(text).changes
    ] == [[(second, third)], [("Old Hall", "Online")], [(first, second)]]


def test_what_is_over_is_decided_by_the_build_and_by_nothing_else(view_of):
    text = BASE.replace("confirmed", "tentative")
    assert view_of(text).notice.text == "The date is not final yet."
    assert view_of(text, epoch=1_806_451_200).notice is None
