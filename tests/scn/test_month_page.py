"""The table of a month, the links between months, and the filters of the agenda."""

import json
from datetime import date

import pytest

from scn.agenda_page import agenda_view
from scn.content import Content
from scn.glossary import Glossary
from scn.language_list import load_languages
from scn.month_page import MonthLink, month_views
from scn.months import Month, sessions_by_month
from scn.page_tree import page_tree_from_files
from scn.publication import Publication
from scn.session_filters import Filter, Option, filters_view
from scn.site import Site
from scn.words import load_words

WORDS = """\
country: {network_title: All}
kinds: {online-training: Training, partner-event: Event}
modes: {hybrid: Both, onsite: Room, online: Net, to-be-announced: Soon}
audiences: {policymakers: Makers, starters: Starters}
levels: {foundation: Base, advanced: High}
statuses: {tentative: Tentative, postponed: Postponed, cancelled: Cancelled}
session_page: {hours_unknown: "{date} (?)"}
agenda: {title: Sessions}
month:
  all_day: all day
  hours_unknown: no hours
  from: from {time}
  until: until {time}
  begins: day {day} of {days}
  continues: goes on, day {day} of {days}
filters:
  country: Where
  audience: Who
  kind: What
  language: Tongue
  mode: How
  level: Level
  count: {one: "{count} hit", other: "{count} hits"}
"""
LANGUAGES = """\
languages:
  - {code: en, name: English, english_name: English}
  - {code: el, name: ελληνικά, english_name: Greek}
"""
HEAD = """\
kind: online-training
status: confirmed
announced: 2026-01-01
source: [LI-4]
"""
CANCELLED = "changes: [{at: 2026-02-01, what: [status]}]\n"


@pytest.fixture(scope="module")
def site_of(countries, vocabulary, sessions_from, statement, axe_record):
    def make(texts, language="en", as_of=date(2027, 3, 1)):
        words, problems = load_words(WORDS, "words.yml", language)
        assert problems == ()
        known = load_languages(LANGUAGES, "languages.yml")
        content = Content(
            languages=known,
            shown=known,
            built=known,
            words={language: words},
            heads={},
            texts={},
            tree=page_tree_from_files((), known.codes),
            countries=countries,
            vocabulary=vocabulary,
            sessions=sessions_from(texts),
            glossary=Glossary(terms=(), labels=()),
            sources={},
            statement=statement,
            axe_record=axe_record,
        )
        settings = dict.fromkeys(("repository", *Publication.setting_names()), "x")
        publication = Publication(site_url="https://example.org/", **settings)
        return Site(content=content, publication=publication, as_of=as_of)

    return make


def months_of(site, language="en"):
    return dict(month_views(site, sessions_by_month(site.content.sessions), language))


def shown(view):
    """The days that have something, each entry in one line."""
    return {
        day.name: [
            " | ".join(
                part
                for part in (
                    f"[{entry.status} {entry.status_word}]" if entry.status else "",
                    entry.time,
                    entry.title,
                    entry.place,
                    entry.part,
                    f"{entry.start}/{entry.end}" if entry.start else "",
                )
                if part
            )
            for entry in day.entries
        ]
        for week in view.weeks
        for day in week
        if day and day.entries
    }


def columns(view):
    return [" ".join(str(day.number) if day else "." for day in week) for week in view.weeks]


def test_a_month_that_begins_on_a_monday_with_every_kind_of_session(site_of):
    site = site_of(
        {
            "pt/pt-2027-hours.yml": f"{HEAD}title: {{en: Hours}}\ntime_zone: Atlantic/Azores\n"
            "start: 2027-02-01T10:00\nend: 2027-02-01T12:30\n",
            "bg/bg-2027-early.yml": f"{HEAD}title: {{en: Early}}\n"
            "start: 2027-02-01T10:00\nend: 2027-02-01T11:00\n",
            "lv/lv-2027-off.yml": f"{HEAD}title: {{en: Off}}\n{CANCELLED}"
            "start: 2027-02-10T10:00\nend: 2027-02-10T11:00\n".replace("confirmed", "cancelled"),
            "lv/lv-2027-maybe.yml": f"{HEAD}title: {{en: Maybe}}\n"
            "all_day: {from: 2027-02-28}\n".replace("confirmed", "tentative"),
            "network/network-2027-old.yml": f"{HEAD}title: {{en: Old}}\n"
            "all_day: {from: 2027-02-12}\nhours_known: false\n",
        }
    )
    view = months_of(site)[Month(2027, 2)]
    assert columns(view) == [
        "1 2 3 4 5 6 7",
        "8 9 10 11 12 13 14",
        "15 16 17 18 19 20 21",
        "22 23 24 25 26 27 28",
    ]
    assert shown(view) == {
        "Monday 1 February 2027": [
            "10:00–11:00 | Early | Bulgaria | 2027-02-01T10:00+02:00/2027-02-01T11:00+02:00",
            "10:00–12:30 | Hours | Portugal | 2027-02-01T10:00-01:00/2027-02-01T12:30-01:00",
        ],
        "Wednesday 10 February 2027": [
            (
                "[cancelled Cancelled] | 10:00–11:00 | Off | Latvia"
                " | 2027-02-10T10:00+02:00/2027-02-10T11:00+02:00"
            ),
        ],
        "Friday 12 February 2027": ["no hours | Old | All"],
        "Sunday 28 February 2027": ["[tentative Tentative] | all day | Maybe | Latvia"],
    }
    assert [card.title for card in view.sessions] == ["Early", "Hours", "Off", "Old", "Maybe"]


def test_a_session_of_days_stands_on_each_of_them_in_both_months(site_of):
    site = site_of(
        {
            "lv/lv-2027-days.yml": f"{HEAD}title: {{en: Days}}\n"
            "all_day: {from: 2027-07-30, to: 2027-08-01}\n"
        }
    )
    july, august = months_of(site).values()
    assert columns(july)[-1] == "26 27 28 29 30 31 ."
    assert columns(august)[0] == ". . . . . . 1"
    assert columns(august)[-1] == "30 31 . . . . ."
    assert shown(july) == {
        "Friday 30 July 2027": ["all day | Days | Latvia | day 1 of 3"],
        "Saturday 31 July 2027": ["all day | Days | Latvia | goes on, day 2 of 3"],
    }
    assert shown(august) == {
        "Sunday 1 August 2027": ["all day | Days | Latvia | goes on, day 3 of 3"]
    }
    assert (july.sessions, july.previous, august.next) == (august.sessions, None, None)


def test_clock_changes_and_midnight_move_no_session_to_another_day(site_of):
    zone = "time_zone: Europe/Lisbon\n"
    site = site_of(
        {
            "pt/pt-2027-spring.yml": f"{HEAD}title: {{en: Spring}}\n{zone}"
            "start: 2027-03-27T23:30\nend: 2027-03-28T03:00\n",
            "pt/pt-2027-autumn.yml": f"{HEAD}title: {{en: Autumn}}\n{zone}"
            "start: 2027-10-31T00:30\nend: 2027-10-31T23:00\n",
            "pt/pt-2027-midnight.yml": f"{HEAD}title: {{en: Midnight}}\n{zone}"
            "start: 2027-10-30T22:00\nend: 2027-10-31T00:00\n",
            "pt/pt-2027-long.yml": f"{HEAD}title: {{en: Long}}\n{zone}"
            "start: 2027-10-29T09:00\nend: 2027-10-31T12:00\n",
        }
    )
    months = months_of(site)
    assert shown(months[Month(2027, 3)]) == {
        "Saturday 27 March 2027": [
            "from 23:30 | Spring | Portugal | day 1 of 2 | 2027-03-27T23:30+00:00/"
        ],
        "Sunday 28 March 2027": [
            "until 03:00 | Spring | Portugal | goes on, day 2 of 2 | 2027-03-28T03:00+01:00/"
        ],
    }
    assert shown(months[Month(2027, 10)]) == {
        "Friday 29 October 2027": [
            "from 09:00 | Long | Portugal | day 1 of 3 | 2027-10-29T09:00+01:00/"
        ],
        "Saturday 30 October 2027": [
            "all day | Long | Portugal | goes on, day 2 of 3",
            "22:00–00:00 | Midnight | Portugal | 2027-10-30T22:00+01:00/2027-10-31T00:00+01:00",
        ],
        "Sunday 31 October 2027": [
            "until 12:00 | Long | Portugal | goes on, day 3 of 3 | 2027-10-31T12:00+00:00/",
            "00:30–23:00 | Autumn | Portugal | 2027-10-31T00:30+01:00/2027-10-31T23:00+00:00",
        ],
    }


def one_day(*days):
    return {
        f"lv/lv-2027-{day}.yml": f"{HEAD}title: {{en: T}}\nall_day: {{from: {day}}}\n"
        for day in days
    }


def test_previous_and_next_are_the_nearest_months_that_have_a_page(site_of):
    months = months_of(site_of(one_day("2025-01-05", "2026-10-05", "2026-12-05")))
    steps = {
        month.path: (view.previous and view.previous.address, view.next and view.next.address)
        for month, view in months.items()
    }
    assert steps == {
        "sessions/2025-01.md": (None, "sessions/2026-10/"),
        "sessions/2026-10.md": ("sessions/2025-01/", "sessions/2026-11/"),
        "sessions/2026-11.md": ("sessions/2026-10/", "sessions/2026-12/"),
        "sessions/2026-12.md": ("sessions/2026-11/", None),
    }
    assert months[Month(2026, 11)].sessions == ()
    assert months[Month(2026, 11)].next == MonthLink(
        name="December 2026", address="sessions/2026-12/"
    )


def test_days_and_months_are_named_in_the_language_of_the_reader(site_of):
    view = months_of(site_of(one_day("2027-03-30"), "el"), "el")[Month(2027, 3)]
    assert [(day.name, day.short) for day in view.weekdays] == [
        ("Δευτέρα", "Δευ"),
        ("Τρίτη", "Τρί"),
        ("Τετάρτη", "Τετ"),
        ("Πέμπτη", "Πέμ"),
        ("Παρασκευή", "Παρ"),
        ("Σάββατο", "Σάβ"),
        ("Κυριακή", "Κυρ"),
    ]
    (day,) = shown(view)
    assert day == "Τρίτη 30 Μαρτίου 2027"


@pytest.mark.parametrize(
    ("as_of", "month"),
    [
        (date(2027, 3, 1), "sessions/2027-03/"),
        (date(2020, 3, 1), "sessions/2026-01/"),
        (date(2030, 3, 1), "sessions/2027-03/"),
        (date(2026, 8, 1), "sessions/2027-03/"),  # seven months away on both sides
        (date(2026, 7, 31), "sessions/2026-01/"),
    ],
)
def test_the_agenda_leads_to_the_nearest_month_and_to_all_with_sessions(site_of, as_of, month):
    view = agenda_view(site_of(one_day("2026-01-05", "2027-03-05"), as_of=as_of), "en")
    assert view.month.address == month
    assert [one.name for one in view.months] == ["January 2026", "March 2027"]


def test_without_sessions_there_are_no_months_and_no_filters(site_of):
    view = agenda_view(site_of({}), "en")
    assert (view.month, view.months, view.filters.filters) == (None, (), ())


def test_filters_offer_what_the_sessions_have_in_the_order_of_the_vocabulary(site_of):
    both = "venue: {city: {en: Riga}}\nonline: {platform: webex}\n"
    site = site_of(
        {
            "lv/lv-2027-a.yml": f"{HEAD}title: {{en: A}}\nall_day: {{from: 2027-03-01}}\n{both}"
            "audience: [starters, policymakers]\nlevel: advanced\n"
            "languages: {delivery: [lv, en]}\n",
            "bg/bg-2027-b.yml": f"{HEAD}title: {{en: B}}\nall_day: {{from: 2027-03-02}}\n"
            "level: foundation\nlanguages: {delivery: [bg]}\n",
            "network/network-2027-c.yml": f"{HEAD}title: {{en: C}}\n"
            "all_day: {from: 2027-03-03}\n",
        }
    )
    view = filters_view(site, site.content.sessions, "en")
    assert view.filters == (
        Filter(
            name="country",
            label="Where",
            options=(
                Option(value="network", text="All"),
                Option(value="bg", text="Bulgaria"),
                Option(value="lv", text="Latvia"),
            ),
        ),
        Filter(
            name="audience",
            label="Who",
            options=(
                Option(value="policymakers", text="Makers"),
                Option(value="starters", text="Starters"),
            ),
        ),
        Filter(
            name="language",
            label="Tongue",
            options=(
                Option(value="bg", text="Bulgarian"),
                Option(value="en", text="English"),
                Option(value="lv", text="Latvian"),
            ),
        ),
        Filter(
            name="mode",
            label="How",
            options=(
                Option(value="hybrid", text="Both"),
                Option(value="to-be-announced", text="Soon"),
            ),
        ),
        Filter(
            name="level",
            label="Level",
            options=(
                Option(value="foundation", text="Base"),
                Option(value="advanced", text="High"),
            ),
        ),
    )
    assert json.loads(view.counts) == {"one": "{count} hit", "other": "{count} hits"}
    cards = agenda_view(site, "en").to_come
    assert [(card.end, dict(card.facets)) for card in cards[:2]] == [
        (
            "2027-03-01",
            {
                "country": "lv",
                "audience": "starters policymakers",
                "kind": "online-training",
                "language": "lv en",
                "mode": "hybrid",
                "level": "advanced",
            },
        ),
        (
            "2027-03-02",
            {
                "country": "bg",
                "audience": "",
                "kind": "online-training",
                "language": "bg",
                "mode": "to-be-announced",
                "level": "foundation",
            },
        ),
    ]
