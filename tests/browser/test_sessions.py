"""The example programme in a browser: filters, months, the reader's own time, no scripts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BUILT_ON = "1803859200"
"""1 March 2027, the day of the example programme."""

HELSINKI_TRAINING = "sessions/fi-2027-training-1/"
SOFIA = "sessions/bg-2027-sofia-1/"


@pytest.fixture(scope="module")
def address(project, served):
    """In place of the real site: the example programme in three languages."""
    pages = {"en/index.md": project.page("Home"), "en/sessions/announce.md": project.page("New")}
    nav = ["index.md", {"sessions": ["sessions/index.md", "sessions/announce.md"]}]
    one = project(pages, languages=["en", "el", "mt"], nav=nav)
    data = one.root / "docs" / "_data"
    shutil.copyfile(ROOT / "docs/_data/countries.yml", data / "countries.yml")
    shutil.copytree(ROOT / "tests/example/sessions", data / "sessions", dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs/assets", one.root / "docs/assets")
    built = one.build(SOURCE_DATE_EPOCH=BUILT_ON)
    assert (built.status, built.log) == (0, "")
    with served(built.site) as found:
        yield found


@pytest.fixture
def at(watched):
    """`at("2027-03-01T09:00:00Z").open(…)`: a reader at an instant, in a zone of their own."""

    def make(now="2027-03-01T09:00:00Z", zone="Europe/Brussels", **options):
        one = watched(timezone_id=zone, **options)
        one.page.clock.set_fixed_time(now)
        return one

    return make


def prefix(language):
    return "" if language == "en" else f"{language}/"


def shown(page, selector="#scn-to-come li.scn-session, #scn-past li.scn-session"):
    """Last parts of the addresses of the sessions that are shown."""
    items = page.locator(selector)
    return [
        items.nth(number).locator(".scn-session__title a").get_attribute("href").strip("./")
        for number in range(items.count())
        if items.nth(number).is_visible()
    ]


def status(page):
    return page.locator("#scn-filters-status").inner_text()


PORTUGAL = ["pt-2027-training-1", "pt-2027-ponta-delgada", "pt-2027-funchal"]


def test_a_choice_by_mouse_filters_the_list_and_stands_in_the_address(at):
    one = at()
    page = one.open("sessions/")
    everything = shown(page)
    assert len(everything) > 50
    assert (status(page), page.url) == ("", f"{one.address}sessions/")
    page.locator("#scn-filter-country").select_option("pt")
    assert shown(page) == PORTUGAL
    assert status(page) == "3 sessions fit your choice."
    assert page.url == f"{one.address}sessions/?country=pt"
    page.locator("#scn-filter-kind").select_option("online-training")
    assert shown(page) == PORTUGAL[:1]
    assert status(page) == "1 session fits your choice."
    assert page.url == f"{one.address}sessions/?country=pt&kind=online-training"
    page.locator(".scn-filters__reset").click()
    assert (shown(page), status(page), page.url) == (everything, "", f"{one.address}sessions/")
    assert page.evaluate("document.activeElement.name") == "country"
    assert not page.locator(".scn-filters__reset").is_visible()


def test_a_choice_by_keyboard_and_the_next_reload_keeps_it(at):
    page = at().open("sessions/")
    page.locator("#scn-filter-country").focus()
    page.keyboard.type("Portugal")
    expect(page.locator("#scn-filters-status")).to_have_text("3 sessions fit your choice.")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "audience"
    page.keyboard.press("ArrowDown")
    chosen = page.url
    assert "country=pt&audience=" in chosen
    found = shown(page)
    assert 0 < len(found) < 3
    page.reload()
    assert (page.url, shown(page)) == (chosen, found)
    page.locator("#scn-filters button").focus()
    page.keyboard.press("Enter")
    assert (page.url, shown(page)) == (chosen, found)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "?" not in page.url
    assert len(shown(page)) > 50


@pytest.mark.parametrize(
    ("query", "select"),
    [
        ("country=network", "country"),
        ("audience=policymakers", "audience"),
        ("kind=partner-event", "kind"),
        ("language=pt", "language"),
        ("mode=onsite", "mode"),
        ("level=foundation", "level"),
    ],
)
def test_each_filter_of_an_address_takes_those_that_have_it_and_no_others(at, query, select):
    page = at().open(f"sessions/?{query}")
    value = query.partition("=")[2]
    assert page.locator(f"#scn-filter-{select}").input_value() == value
    items = page.locator("li.scn-session")
    fits = items.evaluate_all(
        "(all, [name, value]) => all.map(one => one.dataset[name].split(' ').includes(value))",
        [select, value],
    )
    visible = [items.nth(number).is_visible() for number in range(len(fits))]
    assert visible == fits
    assert 0 < sum(fits) < len(fits)
    assert status(page).startswith(f"{sum(fits)} ")


def test_an_address_with_what_is_not_known_lists_everything(at):
    page = at().open("sessions/?country=%3Cb%3E&kind=&other=1")
    assert len(shown(page)) > 50
    assert status(page) == ""


def test_years_without_hits_have_no_heading_and_a_part_without_hits_says_so(at):
    page = at().open("sessions/?country=pt")
    headings = page.locator("#scn-past h3")
    assert headings.count() > 0
    assert not any(headings.nth(number).is_visible() for number in range(headings.count()))
    assert page.locator("#scn-past .scn-no-hits").is_visible()
    assert not page.locator("#scn-to-come .scn-no-hits").is_visible()
    page.locator("#scn-filter-country").select_option("")
    assert headings.first.is_visible()
    assert not page.locator("#scn-past .scn-no-hits").is_visible()


def test_the_number_of_hits_is_said_in_the_language_of_the_reader(at):
    page = at().open("el/sessions/?country=pt")
    assert status(page) == "el: 3 sessions fit your choice."


# The reader's own time


def own_time(page):
    found = page.locator(".scn-own-time")
    return [found.nth(number).inner_text() for number in range(found.count())]


@pytest.mark.parametrize(
    ("path", "zone", "expected"),
    [
        (HELSINKI_TRAINING, "Europe/Helsinki", []),
        (HELSINKI_TRAINING, "Europe/Athens", []),
        (HELSINKI_TRAINING, "Atlantic/Azores", ["Your time: 10:00–12:00 (UTC−1)"]),
        (HELSINKI_TRAINING, "Asia/Kolkata", ["Your time: 16:30–18:30 (UTC+5:30)"]),
        # 30 March: summer time in Sofia, in Helsinki and on the Azores
        (SOFIA, "Europe/Helsinki", []),
        (SOFIA, "Atlantic/Azores", ["Your time: 07:00–09:30 (UTC)"]),
        (SOFIA, "Pacific/Auckland", ["Your time: 20:00–22:30 (UTC+13)"]),
        (SOFIA, "America/Los_Angeles", ["Your time: 00:00–02:30 (UTC−7)"]),
        (SOFIA, "Pacific/Honolulu", ["Your time: Monday 29 March 2027, 21:00–23:30 (UTC−10)"]),
    ],
)
def test_the_time_of_the_reader_stands_beside_that_of_the_place_where_they_differ(
    at, path, zone, expected
):
    assert own_time(at(zone=zone).open(path)) == expected


def test_days_and_times_of_the_reader_are_in_the_language_of_the_page(at):
    (found,) = own_time(at(zone="Pacific/Honolulu").open(f"el/{SOFIA}"))
    assert found.startswith("el: Your time: Δευτέρα 29 Μαρτίου 2027")
    assert found.endswith("(UTC−10)")


def test_a_language_that_browsers_lack_has_days_in_digits(at):
    """Otherwise they would be in the language of the browser, in the middle of Maltese."""
    (found,) = own_time(at(zone="Pacific/Honolulu").open(f"mt/{SOFIA}"))
    assert found == "mt: Your time: 29/03/2027, 21:00–23:30 (UTC−10)"


@pytest.mark.parametrize("path", ["sessions/", "sessions/fi/", "sessions/2027-03/"])
def test_every_page_with_sessions_has_the_time_of_the_reader(at, path):
    azores = at(zone="Atlantic/Azores").open(path)
    assert "Your time: 10:00–12:00 (UTC−1)" in own_time(azores)
    helsinki = at(zone="Europe/Helsinki").open(path)
    times = helsinki.locator("time[datetime='2027-03-01T13:00+02:00']")
    assert times.count() > 0
    assert helsinki.locator("time[datetime='2027-03-01T13:00+02:00'] ~ .scn-own-time").count() == 0


def test_whole_days_are_the_same_for_everybody(at):
    page = at(zone="Pacific/Honolulu").open("sessions/")
    days = page.locator("time[datetime='2027-06-07']")
    assert days.count() == 1
    assert page.locator("time[datetime='2027-06-07'] ~ .scn-own-time").count() == 0


# What is over by the reader's clock


def test_what_has_ended_since_the_build_is_past(at):
    before = at("2027-03-01T10:59:00Z").open("sessions/")
    first = shown(before, "#scn-to-come li.scn-session")[0]
    assert first == "fi-2027-training-1"
    after = at("2027-03-01T13:01:00Z").open("sessions/")
    assert first not in shown(after, "#scn-to-come li.scn-session")
    past = shown(after, "#scn-past li.scn-session")
    assert past == [first, *shown(before, "#scn-past li.scn-session")]


def test_whole_days_are_over_when_the_reader_has_the_next_day(at):
    bonn = "de-2027-bonn"
    last = at("2027-06-09T21:00:00Z", zone="Europe/Berlin").open("sessions/")
    assert bonn in shown(last, "#scn-to-come li.scn-session")
    next_day = at("2027-06-09T22:30:00Z", zone="Europe/Berlin").open("sessions/")
    assert bonn in shown(next_day, "#scn-past li.scn-session")


def test_in_another_year_everything_is_past_and_the_page_says_so(at):
    one = at("2029-01-01T00:00:00Z")
    page = one.open("sessions/")
    assert shown(page, "#scn-to-come li.scn-session") == []
    assert page.locator("#scn-to-come .scn-all-over").is_visible()
    past = page.locator("#scn-past li.scn-session time")
    starts = past.evaluate_all("all => all.map(one => Date.parse(one.dateTime))")
    assert len(starts) > 50
    assert starts == sorted(starts, reverse=True)
    page = one.open("sessions/pt/")
    assert shown(page, "#scn-past li.scn-session") == PORTUGAL[::-1]
    assert page.locator("#past").is_visible()


def test_filters_know_what_has_become_past(at):
    page = at("2029-01-01T00:00:00Z").open("sessions/?country=pt")
    assert status(page) == "3 sessions fit your choice."
    assert shown(page) == PORTUGAL[::-1]
    assert page.locator("#past-2027").is_visible()


# Months


@pytest.mark.parametrize("language", ["en", "el"])
@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_agenda_through_the_months_and_back(watched, language, scripts):
    one = watched(java_script_enabled=scripts)
    page = one.open(f"{prefix(language)}sessions/")
    start = f"{one.address}{prefix(language)}sessions/"
    page.locator(".scn-actions a[href='2027-03/']").click()
    for step, month in [("next", "2027-04"), ("next", "2027-05"), ("prev", "2027-04")]:
        page.locator(f".scn-month-steps a[rel='{step}']").click()
        assert page.url == f"{start}{month}/"
    page.locator(".scn-month-steps__agenda").click()
    assert page.url == start
    page.locator(".scn-months a").last.click()
    assert re.search(r"sessions/20\d\d-\d\d/$", page.url)
    assert page.locator(".scn-month-steps a[rel='next']").count() == 0


def test_a_month_is_a_table_on_wide_screens_and_a_list_on_narrow_ones_never_both(at):
    table, narrow = ".scn-month__table", ".scn-month__list"
    page = at().open("sessions/2027-03/")
    for width, expected in [(1280, (True, False)), (700, (False, True)), (320, (False, True))]:
        page.set_viewport_size({"width": width, "height": 800})
        assert (
            page.locator(table).is_visible(),
            page.locator(narrow).is_visible(),
        ) == expected
        titles = page.get_by_role("link", name="Example hybrid session, Sofia", exact=True)
        assert titles.count() == 1


def test_screen_readers_get_whole_names_of_days(at):
    page = at().open("sessions/2027-03/")
    columns = page.get_by_role("columnheader")
    names = [columns.nth(number).aria_snapshot() for number in range(7)]
    assert names[0] == '- columnheader "Monday"'
    assert names[6] == '- columnheader "Sunday"'
    assert page.get_by_role("cell", name=re.compile("^Tuesday 30 March 2027")).count() == 1


# No script, narrow screens, accessibility


def test_without_scripts_everything_is_listed_and_no_form_is_in_the_way(watched):
    page = watched(java_script_enabled=False).open("sessions/?country=pt")
    assert not page.locator("#scn-filters").is_visible()
    assert len(shown(page)) == page.locator("li.scn-session").count() > 50
    assert page.locator(".scn-own-time").count() == 0


PATHS = ["sessions/", "sessions/?country=pt", "sessions/2027-03/", "sessions/2027-06/", SOFIA]


@pytest.mark.parametrize("language", ["en", "el"])
@pytest.mark.parametrize("width", [320, 760, 1024, 1280])
def test_nothing_is_wider_than_the_screen(at, width, language):
    one = at(zone="Pacific/Honolulu", viewport={"width": width, "height": 800})
    wide = {}
    for path in PATHS:
        room = one.open(prefix(language) + path).evaluate("document.documentElement.scrollWidth")
        if room > width:
            wide[path] = room
    assert wide == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_rule_of_axe_is_broken(new_context, address, require, width, scheme):
    require(AXE.exists(), "the npm packages are not installed")
    context = new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        bypass_csp=True,
        timezone_id="Atlantic/Azores",
    )
    page = context.new_page()
    found = {}
    for path in PATHS:
        page.goto(address + path)
        page.evaluate(AXE.read_text("utf-8"))
        result = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS
        )
        if result["violations"]:
            found[path] = [
                (one["id"], node["target"]) for one in result["violations"] for node in one["nodes"]
            ]
    assert found == {}
