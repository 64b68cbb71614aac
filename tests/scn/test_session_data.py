"""Open data of sessions, and that its published schema says what it is."""

import dataclasses
import json
from pathlib import Path

import pytest

from scn.session_data import data_of_sessions, sessions_json
from scn.session_schema import schema_of_sessions, sessions_schema
from scn.sessions.model import Session

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).resolve().parents[2]
EC_1 = "Eurocities, Living-in.EU project page"
SETS = {
    "real": ROOT / "docs" / "_data" / "sessions",
    "example": ROOT / "tests" / "example" / "sessions",
}
FULL = """\
kind: hybrid-dissemination
status: confirmed
announced: 2027-01-15
previous_ids: [bg-2026-plovdiv]
title: {en: Session, bg: Сесия}
summary: {en: Results.}
description: {en: "Agenda **now**"}
start: 2027-03-30T10:00
end: 2027-03-30T12:30
venue:
  name: {en: Hall}
  street: Street 1
  city: {en: Sofia}
  postal_code: "1000"
  step_free: true
  hearing_loop: false
online: {platform: webex, join: on-registration}
organiser: {en: National association}
contact: {name: {en: Session desk}, email: sessions@example.eu}
languages:
  delivery: [bg]
  interpretation: [{from: bg, to: en}]
  captions: [bg]
  sign_language: [bqn]
audience: [technical-experts]
level: foundation
registration:
  url: https://example.eu/register
  opens: 2027-02-01
  closes: 2027-03-26T18:00
  capacity: {onsite: 60, online: 300}
  free: true
source: [https://example.eu/news/1, EC-1]
changes:
  - at: 2027-03-02
    what: [time, venue]
    from: {start: 2027-03-23T10:00, end: 2027-03-23T12:30, venue: {en: Old hall}}
    note: {en: Moved.}
materials: [{title: {en: Slides}, url: https://example.eu/1.pdf, kind: slides, language: bg}]
recordings: [{url: https://example.eu/v/1, language: bg, captions: [bg, en], minutes: 148}]
attendance:
  counted: 2027-04-05
  registered: {onsite: 58, online: 240}
  attended: {onsite: 41, online: 205}
  cancelled: {onsite: 5}
  walk_ins: {online: 12}
"""
DAYS = """\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {en: Days}
all_day: {from: 2027-06-07, to: 2027-06-09}
hours_known: false
source: [EC-1]
changes: [{at: 2027-02-01, what: [time], from: {all_day: {from: 2027-06-01, to: 2027-06-02}}}]
"""
EXPECTED = """\
kind: online-training
status: tentative
announced: 2027-01-15
title: {en: Later}
undated: {expected: 2027-Q4}
"""
PROGRAMME = """\
kind: online-training
status: tentative
undated: {programme: 2024-2025, held: yes}
source: [LI-4]
"""


@pytest.fixture
def one(site_with):
    """The data of one session."""

    def make(text, language="en"):
        (found,) = data_of_sessions(site_with({"bg/bg-2027-a.yml": text}), language)["sessions"]
        return found

    return make


def test_a_session_with_everything(one):
    found = one(FULL, "fr")
    assert found["sources"].pop() == {"text": EC_1}
    assert found == {
        "id": "bg-2027-a",
        "uid": "bg-2026-plovdiv@sessions.network",
        "url": "https://kb.example.eu/base/fr/sessions/bg-2027-a/",
        "announced": "2027-01-15",
        "modified": "2027-03-02",
        "sequence": 1,
        "country": "bg",
        "kind": "hybrid-dissemination",
        "status": "confirmed",
        "title": {"en": "Session", "bg": "Сесия"},
        "summary": {"en": "Results."},
        "description": {"en": "Agenda **now**"},
        "mode": "hybrid",
        "start": "2027-03-30T10:00:00+03:00",
        "end": "2027-03-30T12:30:00+03:00",
        "all_day": False,
        "time_zone": "Europe/Sofia",
        "venue": {
            "name": {"en": "Hall"},
            "street": "Street 1",
            "postal_code": "1000",
            "city": {"en": "Sofia"},
            "step_free": True,
            "hearing_loop": False,
        },
        "online": {"platform": "webex", "join": "on-registration"},
        "organiser": {"en": "National association"},
        "contact": {"name": {"en": "Session desk"}, "email": "sessions@example.eu"},
        "languages": {
            "delivery": ["bg"],
            "interpretation": [{"from": "bg", "to": "en"}],
            "captions": ["bg"],
            "sign_language": ["bqn"],
        },
        "audience": ["technical-experts"],
        "level": "foundation",
        "registration": {
            "url": "https://example.eu/register",
            "opens": "2027-02-01",
            "closes": "2027-03-26T18:00:00+02:00",
            "capacity": {"onsite": 60, "online": 300},
            "free": True,
        },
        "sources": [{"text": "https://example.eu/news/1", "url": "https://example.eu/news/1"}],
        "changes": [
            {
                "at": "2027-03-02",
                "what": ["time", "venue"],
                "before": {
                    "start": "2027-03-23T10:00:00+02:00",
                    "end": "2027-03-23T12:30:00+02:00",
                    "venue": {"en": "Old hall"},
                },
                "note": {"en": "Moved."},
            }
        ],
        "materials": [
            {
                "title": {"en": "Slides"},
                "url": "https://example.eu/1.pdf",
                "kind": "slides",
                "language": "bg",
            }
        ],
        "recordings": [
            {
                "url": "https://example.eu/v/1",
                "language": "bg",
                "captions": ["bg", "en"],
                "minutes": 148,
            }
        ],
        "attendance": {
            "counted": "2027-04-05",
            "registered": {"onsite": 58, "online": 240},
            "attended": {"onsite": 41, "online": 205},
            "cancelled": {"onsite": 5},
            "walk_ins": {"online": 12},
            "at_most": False,
        },
        "previous_ids": ["bg-2026-plovdiv"],
    }


def test_whole_days_and_their_change(one):
    found = one(DAYS)
    assert {key: found[key] for key in ("start", "end", "all_day", "hours_known", "changes")} == {
        "start": "2027-06-07",
        "end": "2027-06-09",
        "all_day": True,
        "hours_known": False,
        "changes": [
            {
                "at": "2027-02-01",
                "what": ["time"],
                "before": {"start": "2027-06-01", "end": "2027-06-02"},
            }
        ],
    }
    assert "time_zone" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (EXPECTED, {"expected": "2027-Q4"}),
        (PROGRAMME, {"programme": "2024-2025", "held": "yes"}),
    ],
)
def test_a_session_without_a_date(one, text, expected):
    found = one(text)
    names = ("start", "end", "all_day", "expected", "programme", "held")
    assert {key: found[key] for key in names if key in found} == expected


def test_a_time_before_the_clocks_were_known_is_a_day(one):
    """It was at an hour and is on whole days now: of which zone the hour was, nobody says."""
    text = DAYS.replace(
        "{all_day: {from: 2027-06-01, to: 2027-06-02}}", "{start: 2027-06-01T10:00}"
    )
    assert one(text)["changes"][0]["before"] == {"start": "2027-06-01"}


def test_the_file_has_the_words_of_its_language_and_names_its_schema(site_with):
    site = site_with({"bg/bg-2027-a.yml": FULL, "network/network-2027-a.yml": EXPECTED})
    found = json.loads(sessions_json(site, "fr"))
    labels = found.pop("labels")
    assert [one["id"] for one in found.pop("sessions")] == ["bg-2027-a", "network-2027-a"]
    assert found == {
        "$schema": "https://kb.example.eu/base/sessions/sessions.schema.json",
        "language": "fr",
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "publisher": "The Network & <others>",
    }
    assert labels["kinds"]["online-training"] == "fr: Online training session"
    assert labels["countries"] == {"bg": "Bulgarie", "network": "fr: The whole network"}
    assert set(labels["modes"]) == {"hybrid", "onsite", "online", "to-be-announced"}


def test_the_data_does_not_depend_on_the_day_of_the_build(site_with):
    files = {"bg/bg-2027-a.yml": FULL, "bg/bg-2027-b.yml": EXPECTED}
    first, second = (
        sessions_json(site_with(files, epoch=epoch), "en") for epoch in (0, 2_000_000_000)
    )
    assert first == second


# The schema, judged by a validator of others


@pytest.fixture
def validator(site_with):
    def make(site):
        schema = json.loads(sessions_schema(site))
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(schema)

    return make


def problems(validator, data):
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("language", ["en", "el"])
def test_the_data_is_what_the_schema_says(site_with, validator, name, language):
    site = site_with(SETS[name])
    data = json.loads(sessions_json(site, language))
    assert len(data["sessions"]) == len(site.content.sessions) > 50
    assert problems(validator(site), data) == []


def test_each_shape_is_what_the_schema_says(site_with, validator):
    texts = [FULL, DAYS, EXPECTED, PROGRAMME]
    site = site_with({f"bg/bg-2027-{n}.yml": text for n, text in enumerate(texts)})
    assert problems(validator(site), json.loads(sessions_json(site, "en"))) == []


def test_every_field_of_a_session_is_in_the_schema(site_with):
    schema = schema_of_sessions(site_with({}))
    known = set(schema["$defs"]["session"]["properties"])
    # `when` is start, end, all_day, time_zone, hours_known, expected, programme and held.
    fields = {field.name for field in dataclasses.fields(Session)} - {"when"}
    assert fields - known == set()
    assert schema["$id"] == "https://kb.example.eu/base/sessions/sessions.schema.json"


@pytest.mark.parametrize(
    "spoilt",
    [
        {"start": "2027-03-30T10:00:00"},
        {"start": "2027-03-30"},
        {"end": None},
        {"time_zone": "EET"},
        {"country": "el"},
        {"kind": "party"},
        {"status": "canceled"},
        {"title": {"bg": "Сесия"}},
        {"sequence": -1},
        {"mystery": 1},
        {"expected": "2027-Q2"},
        {"id": "../../x"},
        {"url": "javascript:alert(1)"},
        {"online": {"join": "later"}},
        {"attendance": {"counted": "5 April"}},
    ],
    ids=str,
)
def test_the_schema_refuses_what_is_wrong(site_with, validator, spoilt):
    site = site_with({"bg/bg-2027-a.yml": FULL})
    data = json.loads(sessions_json(site, "en"))
    check = validator(site)
    assert problems(check, data) == []
    data["sessions"][0] |= spoilt
    assert problems(check, data)
