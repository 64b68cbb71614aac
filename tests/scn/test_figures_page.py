"""Totals of sessions, and the page, the tables and the charts that show them."""

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from scn.diagrams.metrics import text_width
from scn.figures_chart import Bar, bar_chart
from scn.figures_page import figures_view
from scn.session_totals import ModeTotals, Sum, Totals, totals, totals_by, year_of

HEAD = """\
kind: {kind}
status: {status}
announced: 2026-01-15
title: {{en: Training}}
all_day: {{from: {day}}}
{more}
"""
A = """\
attendance:
  counted: 2027-02-01
  registered: {onsite: 60, online: 100}
  attended: {onsite: 41, online: 70}
  cancelled: {onsite: 5}
  walk_ins: {online: 2}
"""
B = "attendance: {counted: 2027-02-01, attended: {online: 44}, at_most: true}"
C = "attendance: {counted: 2027-02-01, registered: {online: 5}, attended: {online: 5}}"
VENUE, NET = "venue: {city: {en: Riga}}\n", "online: {platform: webex}\n"


DRAWN = Path(__file__).with_name("figures-chart.svg")


def session(more="", day="2027-01-20", status="confirmed", kind="online-training"):
    return HEAD.format(more=more, day=day, status=status, kind=kind)


CHANGED = "changes: [{at: 2026-12-01, what: [status]}]\n"
FILES = {
    "lv/lv-2027-a.yml": session(VENUE + NET + A, kind="hybrid-dissemination"),
    "lv/lv-2027-b.yml": session(NET + B),
    "lv/lv-2026-c.yml": session(NET, day="2026-11-20"),
    "pt/pt-2027-a.yml": session(NET + C + "\n" + "time_zone: Europe/Lisbon"),
    "pt/pt-2027-off.yml": session(CHANGED, status="cancelled"),
    "pt/pt-2027-soon.yml": session(day="2027-05-20"),
    "gr/gr-2024-training.yml": "kind: online-training\nstatus: confirmed\nsource: LI-4\n"
    "undated: {programme: 2024-2025, held: yes}\n",
    "gr/gr-2024-other.yml": "kind: hybrid-dissemination\nstatus: confirmed\nsource: LI-4\n"
    "undated: {programme: 2024-2025}\n",
}


def test_totals_keep_room_and_online_apart_and_say_from_how_many_they_are(sessions_from):
    files = {name: FILES[name] for name in list(FILES)[:4]}
    assert totals(sessions_from(files)) == Totals(
        held=4,
        reported=3,
        modes=(
            ModeTotals(
                mode="onsite",
                registered=Sum(value=60, sessions=1),
                attended=Sum(value=41, sessions=1),
                no_show=Sum(value=14, sessions=1),
                no_show_rate=14 / 55,
            ),
            ModeTotals(
                mode="online",
                registered=Sum(value=105, sessions=2),
                attended=Sum(value=119, sessions=3, is_at_most=True),
                no_show=Sum(value=32, sessions=2),
                no_show_rate=32 / 105,
            ),
        ),
    )


def test_a_rate_needs_ten_registrations_and_totals_of_nothing_are_empty(sessions_from):
    few = totals(sessions_from({"pt/pt-2027-a.yml": FILES["pt/pt-2027-a.yml"]}))
    assert few.modes[1].no_show == Sum(value=0, sessions=1)
    assert few.modes[1].no_show_rate is None
    nothing = totals(())
    assert (nothing.held, nothing.reported) == (0, 0)
    assert {mode.attended for mode in nothing.modes} == {Sum()}


def test_groups_come_in_the_order_that_is_asked_for(sessions_from):
    groups = totals_by(sessions_from(FILES), year_of, ["2027", "1999"])
    held = {name: group.held for name, group in groups.items()}
    assert held == {"2027": 5, "1999": 0, "2026": 1, "2024-2025": 2}


def test_a_session_of_several_groups_is_in_each_of_them(sessions_from):
    groups = totals_by(sessions_from(FILES), lambda one: ("a", one.kind), ["a"])
    held = {name: group.held for name, group in groups.items()}
    assert held == {"a": 8, "hybrid-dissemination": 2, "online-training": 6}


def rows(table):
    return [
        (
            row.label,
            row.held,
            row.reported,
            *(" ".join(filter(None, (cell.text, cell.note))) for cell in row.cells),
        )
        for row in (*table.rows, table.total)
    ]


def test_the_page_has_what_was_held_and_what_was_reported(site_with):
    view = figures_view(site_with(FILES), "en")
    country, kind, mode, year = view.tables  # nothing is known of audiences and languages
    total = ("All", "5", "3 of 5")
    room = ("60", "41 from 1 session", "14 (25%)")
    latvia_online = ("100 from 1 session", "up to 114", "32 (32%) from 1 session")
    online = ("105 from 2 sessions", "up to 119", "32 (30%) from 2 sessions")
    assert view.reported == "3 of 5 sessions reported figures."
    assert rows(country) == [
        ("Greece", "1", "0 of 1", "", "", "", "", "", ""),
        ("Latvia", "3", "2 of 3", "60", "41 from 1 session", "14 (25%)", *latvia_online),
        ("Portugal", "1", "1 of 1", "", "", "", "5", "5", "0"),
        (*total, *room, *online),
    ]
    assert [row[:3] for row in rows(kind)] == [
        ("Hybrid dissemination session", "1", "1 of 1"),
        ("Online training session", "4", "2 of 4"),
        total,
    ]
    assert [row[:3] for row in rows(mode)] == [
        ("In a room and online", "1", "1 of 1"),
        ("Online", "3", "2 of 3"),
        ("Form not published", "1", "0 of 1"),
        total,
    ]
    assert [row[:3] for row in rows(year)] == [
        ("Programme 2024–2025, day not published", "1", "0 of 1"),
        ("2026", "1", "0 of 1"),
        ("2027", "3", "3 of 3"),
        total,
    ]
    assert [row.address for row in country.rows] == ["sessions/gr/", "sessions/lv/", "sessions/pt/"]


def test_audiences_and_languages_come_in_order_and_a_session_counts_for_each(site_with):
    more = "audience: [starters, policymakers]\nlanguages: {delivery: [uk, lv, en]}\n"
    files = FILES | {"lv/lv-2027-b.yml": session(NET + B + "\n" + more)}
    _, _, audience, spoken, _, _ = figures_view(site_with(files), "en").tables
    assert [row[:2] for row in rows(audience)] == [
        ("Policymakers", "1"),
        ("Communities that are starting", "1"),
        ("Not published", "4"),
        ("All", "5"),
    ]
    labels = [row[0] for row in rows(spoken)]
    assert labels == ["English", "Latvian", "Ukrainian", "Not published", "All"]
    several = "A session for several groups, or in several languages, counts for each of them."
    assert (audience.note, spoken.note) == (several, several)


def test_nothing_held_and_nothing_reported_are_said(site_with):
    empty = figures_view(site_with({}), "el")
    assert (empty.has_held, empty.has_reports) == (False, False)
    assert empty.tables == ()
    silent = figures_view(site_with({"lv/lv-2026-c.yml": FILES["lv/lv-2026-c.yml"]}), "fr")
    assert (silent.has_held, silent.has_reports) == (True, False)


def test_there_are_charts_from_five_sessions_and_two_bars_on(site_with):
    five = figures_view(site_with(FILES), "en")
    assert [table.id for table in five.tables if table.chart] == [
        *("by-country", "by-kind", "by-mode", "by-year"),
    ]
    files = {name: text for name, text in FILES.items() if name != "pt/pt-2027-a.yml"}
    four = figures_view(site_with(files), "en")
    assert four.tables[0].total.held == "4"
    assert [table.id for table in four.tables if table.chart] == []


def test_numbers_are_written_as_in_the_language_of_the_reader(site_with):
    more = NET + "attendance: {counted: 2027-02-01, attended: {online: 12345}}"
    view = figures_view(site_with({"lv/lv-2027-a.yml": session(more)}), "el")
    assert view.tables[0].total.cells[4].text == "12.345"


def test_a_chart_says_what_its_table_says(site_with):
    chart = figures_view(site_with(FILES), "en").tables[0].chart
    svg = ET.fromstring(chart)
    texts = [each.text for each in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == [
        *("Greece", "1 held, 0 reported"),
        *("Latvia", "3 held, 2 reported"),
        *("Portugal", "1 held, 1 reported"),
    ]
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "chart-by-country-title by-country"
    ids = {each.get("id") for each in svg.iter() if each.get("id")}
    assert ids == {"chart-by-country-title", "chart-by-country-desc"}


def test_the_drawing():
    bars = [
        Bar(label="Communities that are starting", value=4, part=3, text="4 held, 3 reported"),
        Bar(label="Υπεύθυνοι χάραξης πολιτικής και άλλοι πολλοί", value=1, part=0, text="1"),
    ]
    made = bar_chart(bars, title="T", description="D", id_prefix="c", heading="h")
    assert made + "\n" == DRAWN.read_text("utf-8")


def lines_of(made):
    """Each text of a chart: its left end, its right end at most, its height."""
    found = re.findall(r'class="scn-chart__(\w+)" x="([\d.]+)" y="([\d.]+)">([^<]*)<', made)
    return [
        (float(x), float(x) + text_width(text, 14, bold=kind == "label"), float(y))
        for kind, x, y, text in found
    ]


@pytest.mark.parametrize("language", ["en", "bg", "de", "el", "fi", "hu", "mt"])
def test_words_stay_inside_every_chart_and_below_each_other(example_site, language):
    tables = figures_view(example_site, language).tables
    assert all(table.chart for table in tables)
    for table in tables:
        width, height = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', table.chart).groups())
        lines = lines_of(table.chart)
        assert len(lines) >= 2 * len(table.rows)
        assert max(right for _, right, _ in lines) <= width
        assert max(y for *_, y in lines) <= height
        firsts = [y for left, _, y in lines if not left]
        assert all(after - before >= 18 for before, after in pairwise(firsts))


@pytest.mark.parametrize("text", ["</text><script>alert(1)</script>", 'a" onload="x', "&amp; ]]>"])
def test_a_chart_cannot_be_broken_by_its_words(text):
    bar = Bar(label=text, value=3, part=1, text=text)
    made = bar_chart((bar, bar), title=text, description=text, id_prefix="c")
    svg = ET.fromstring(made)
    assert [each.text for each in svg.iter() if each.text and each.text.strip()] == [text] * 6
    assert not re.search(r"<[^>]*\s(?:style|on\w+)=", made)
    assert {each.tag.partition("}")[2] for each in svg.iter()} == {
        *("svg", "title", "desc", "text", "rect"),
    }


def test_bars_are_in_proportion():
    bars = [Bar(label="", value=value, part=part, text="") for value, part in ((4, 1), (2, 0))]
    made = bar_chart(bars, title="t", description="d", id_prefix="c")
    assert re.findall(r'__(\w+)" x="1" y="[\d.]+" width="([\d.]+)"', made) == [
        ("bar", "150"),
        ("part", "37.5"),
        ("bar", "75"),
    ]
    assert bar_chart((), title="t", description="d", id_prefix="c") == ""


def test_long_numbers_stand_below_their_bars_which_then_have_the_whole_width():
    bars = [Bar(label="a", value=2, part=0, text="numbers with many words around them")]
    made = bar_chart(bars, title="t", description="d", id_prefix="c")
    assert re.findall(r'width="([\d.]+)"', made) == ["318"]
    assert [left for left, *_ in lines_of(made)] == [0, 0]
