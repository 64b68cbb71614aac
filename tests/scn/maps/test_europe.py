"""The map of the Member States: its outlines, what it says of each, and the drawing."""

import gzip
import re
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader
from lxml import html

from scn.country_rows import CountryRow, country_rows
from scn.maps.europe import EuropeMap, MapState, Mark, europe_map
from scn.maps.outlines import HEIGHT, OTHERS, STATES, WIDTH

ROOT = Path(__file__).resolve().parents[3]
DRAWN = Path(__file__).with_name("europe-map.html")


def rings(path):
    """The corners of each part of a path, as the grammar of SVG reads it."""
    found, x, y = [], 0, 0
    for part in path.split("z")[:-1]:
        assert part[0] == "m"
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        corners = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            corners.append((x, y))
        x, y = corners[0]
        found.append(corners)
    return found


def corners(code):
    return {corner for ring in rings(STATES[code].path) for corner in ring}


def test_every_member_state_is_on_the_map(countries):
    assert set(STATES) == {country.id for country in countries}
    assert len(STATES) == 27


@pytest.mark.parametrize("path", [OTHERS, *(state.path for state in STATES.values())])
def test_an_outline_is_a_path_inside_the_picture(path):
    assert re.fullmatch(r"(m-?\d+(?: |(?=-))-?\d+[-\d ]*z)+", path)
    assert all(len(ring) >= 3 for ring in rings(path))
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for ring in rings(path) for x, y in ring)


def test_cyprus_is_one_shape_and_aland_is_a_part_of_finland():
    assert len(rings(STATES["cy"].path)) == 1
    assert len(rings(STATES["fi"].path)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("pt", "es"), ("es", "fr"), ("be", "nl"), ("at", "hu"), ("bg", "ro"), ("ee", "lv")],
)
def test_neighbours_share_their_border(one, other):
    assert len(corners(one) & corners(other)) >= 5


def test_the_land_around_shares_the_borders_too():
    around = {corner for ring in rings(OTHERS) for corner in ring}
    for code in ("fi", "ee", "hr", "gr", "ie"):
        assert len(corners(code) & around) >= 5, code


def test_the_outlines_keep_their_weight():
    drawn = OTHERS + "".join(state.path for state in STATES.values())
    assert len(gzip.compress(drawn.encode(), 9)) <= 5 * 1024


def row(code, **more):
    known = {
        "id": code,
        "name": code.upper(),
        "address": f"sessions/{code}/",
        "is_member_identified": False,
        "planned": 0,
        "held": 0,
    }
    return CountryRow(**(known | more))


def test_marks_keep_apart_and_inside_the_picture(say):
    rows = [row(code, planned=1, held=12) for code in STATES]
    marks = [mark for state in europe_map(rows, "en", say).states for mark in state.marks]
    assert len(marks) == 54
    near = [
        (one, other)
        for one, other in combinations(marks, 2)
        if abs(one.x - other.x) < 36 and abs(one.y - other.y) < 36
    ]
    assert near == []
    assert all(18 <= mark.x <= WIDTH - 18 and 18 <= mark.y <= HEIGHT - 18 for mark in marks)


def test_a_state_says_what_the_table_says(say):
    drawn = europe_map([row("mt", planned=3, held=1, is_member_identified=True)], "en", say)
    assert drawn == EuropeMap(
        width=WIDTH,
        height=HEIGHT,
        others=OTHERS,
        states=(
            MapState(
                id="mt",
                address="sessions/mt/",
                facts=(
                    "MT",
                    "[countries.fact [countries.member] [countries.identified]]",
                    "[countries.fact [countries.planned] 3]",
                    "[countries.fact [countries.sessions_held] 1]",
                ),
                is_member_identified=True,
                path=STATES["mt"].path,
                x=538,
                y=966,
                is_small=True,
                marks=(
                    Mark(kind="planned", x=518, y=966, number="3"),
                    Mark(kind="held", x=558, y=966, number="1"),
                ),
            ),
        ),
    )


def test_one_mark_stands_in_the_middle_and_nothing_has_none(say):
    drawn = europe_map([row("fr", held=1), row("de")], "en", say)
    found = {state.id: state.marks for state in drawn.states}
    assert found == {"fr": (Mark(kind="held", x=295, y=648, number="1"),), "de": ()}


def test_small_states_lie_above_their_neighbours(say):
    states = europe_map([row(code) for code in ("lu", "mt", "fr", "be")], "en", say).states
    assert [(state.id, state.is_small) for state in states] == [
        ("fr", False),
        ("be", False),
        ("lu", True),
        ("mt", True),
    ]


def test_a_state_without_an_outline_is_left_to_the_table(say):
    assert europe_map([row("xx")], "en", say).states == ()


SESSION = "kind: online-training\nstatus: {}\nannounced: 2026-01-15\ntitle: {{en: T}}\n{}"
CHANGED = "changes: [{at: 2026-12-01, what: [status]}]\n"


def on(day, status="confirmed", more=""):
    return SESSION.format(status, f"all_day: {{from: {day}}}\n{more}")


def test_planned_are_those_to_come_and_held_those_that_took_place(site_with):
    site = site_with(
        {
            "lv/lv-2027-past.yml": on("2027-01-20"),
            "lv/lv-2027-unsure.yml": on("2027-01-21", "tentative"),
            "lv/lv-2027-today.yml": on("2027-03-01"),
            "lv/lv-2027-soon.yml": on("2027-05-20", "tentative"),
            "lv/lv-2027-off.yml": on("2027-05-21", "cancelled", CHANGED),
            "lv/lv-2027-some-day.yml": SESSION.format(
                "tentative", "undated: {expected: 2027-Q3}\n"
            ),
            "gr/gr-2024-training.yml": "kind: online-training\nstatus: confirmed\nsource: LI-4\n"
            "undated: {programme: 2024-2025, held: yes}\n",
            "gr/gr-2024-other.yml": "kind: hybrid-dissemination\nstatus: confirmed\nsource: LI-4\n"
            "undated: {programme: 2024-2025}\n",
        }
    )
    rows = country_rows(site, "fr")
    assert [one.id for one in rows] == [country.id for country in site.content.countries]
    found = {one.id: (one.planned, one.held) for one in rows if one.planned or one.held}
    assert found == {"lv": (3, 1), "gr": (0, 1)}
    latvia = next(one for one in rows if one.id == "lv")
    assert (latvia.name, latvia.address) == ("Lettonie", "fr/sessions/lv/")


def drawing(rows, say):
    """What a page has: the macro of the templates with the map of these rows."""
    templates = Environment(
        loader=FileSystemLoader(ROOT / "overrides"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    module = templates.get_template("partials/scn/europe-map.html").module
    scn = SimpleNamespace(to=lambda address: f"../{address}")
    return str(module.europe_map(europe_map(rows, "en", say), scn, say))


def test_the_drawing(say):
    rows = [row("mt", planned=3, held=1, is_member_identified=True), row("lu")]
    drawn = drawing(rows, say).replace(OTHERS, "(the land around)")
    assert drawn.strip() == DRAWN.read_text("utf-8").strip()


@pytest.mark.parametrize("text", ["</title><script>alert(1)</script>", 'a" onload="x', "&amp; <b>"])
def test_the_drawing_cannot_be_broken_by_names(say, text):
    drawn = drawing([row("fr", name=text, address=text)], say)
    state = html.fromstring(drawn).xpath("//a[contains(@class, 'scn-map__state')]")[0]
    assert state.get("href") == f"../{text}"
    assert state.xpath("title")[0].text.split("\n")[0] == text
    assert not re.search(r"<(script|b)\b|<[^>]*\son\w+=", re.sub(r'="[^"]*"', "", drawn))


def test_the_picture_is_no_trap_for_keyboards_and_screen_readers(say):
    shown = html.fromstring(drawing([row(code) for code in STATES], say))
    picture = shown.xpath("svg")[0]
    assert picture.get("aria-hidden") == "true"
    assert {link.get("tabindex") for link in shown.iter("a")} == {"-1"}
    assert len(list(shown.iter("a"))) == 27
    assert shown.get("data-pagefind-ignore") is not None
