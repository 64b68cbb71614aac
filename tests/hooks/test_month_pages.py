"""Months, filters and times on the pages of a small site, in three languages."""

import json

import pytest

HYBRID = """\
kind: hybrid-dissemination
status: confirmed
announced: 2025-12-01
title: {en: 'Riga <b>& more', fr: Riga et plus}
start: 2026-03-10T10:00
end: 2026-03-10T12:00
venue: {city: {en: Riga}}
online: {platform: webex}
languages: {delivery: [lv, en]}
audience: [starters, policymakers]
level: foundation
"""
CANCELLED = """\
kind: online-training
status: cancelled
announced: 2025-12-01
title: {en: Called off}
start: 2026-03-31T22:00
end: 2026-04-01T01:00
time_zone: Europe/Lisbon
online: {platform: webex}
changes: [{at: 2025-12-20, what: [status]}]
"""
PAST = """\
kind: partner-event
status: confirmed
announced: 2024-01-01
title: {en: Days}
all_day: {from: 2024-11-05, to: 2024-11-07}
source: [LI-4]
"""
CODES = ("en", "fr", "el")


@pytest.fixture(scope="module")
def built(project):
    files = {
        "en/index.md": project.page("Home"),
        "en/sessions/announce.md": project.page("Announce"),
        "_data/sessions/lv/lv-2026-riga-1.yml": HYBRID,
        "_data/sessions/pt/pt-2026-spring-1.yml": CANCELLED,
        "_data/sessions/network/network-2024-days.yml": PAST,
    }
    nav = ["index.md", {"sessions": ["sessions/index.md", "sessions/announce.md"]}]
    built = project(files, nav=nav).build()
    assert (built.status, built.log) == (0, "")
    return built


def prefix(language):
    return "" if language == "en" else f"{language}/"


def words(element):
    return " ".join("".join(element.itertext()).split())


def by_class(page, name):
    return [one for one in page.iter() if name in (one.get("class") or "").split()]


def one_by_class(page, name):
    (found,) = by_class(page, name)
    return found


def cells(page):
    """What a screen reader says of the days with sessions."""
    for hidden in [one for one in page.iter() if one.get("aria-hidden")]:
        hidden.text = ""
    table = one_by_class(page, "scn-month__table")
    return [words(cell) for cell in table.iter("td") if cell.find(".//a") is not None]


def test_every_language_has_the_months_with_sessions_and_no_row_of_empty_ones(built):
    months = [f"sessions/{name}/" for name in ("2024-11", "2026-03", "2026-04")]
    found = {address for address in built.pages if "/20" in address or address.startswith("20")}
    assert found == {prefix(code) + month for code in CODES for month in months}
    sitemap = built.text("sitemap.xml")
    assert all(f"{prefix(code)}{month}</loc>" in sitemap for code in CODES for month in months)


def test_the_table_of_a_month_names_its_days_for_screen_readers(built):
    page = built.page("sessions/2026-03/")
    table = one_by_class(page, "scn-month__table")
    assert words(table.find("caption"))
    heads = [(one.get("scope"), *(words(part) for part in one)) for one in table.iter("th")]
    assert heads[0] == ("col", "Monday", "Mon")
    assert heads[6] == ("col", "Sunday", "Sun")
    assert [len(row.findall("td")) for row in table.findall("tbody/tr")] == [7] * 6
    assert cells(page) == [
        "Tuesday 10 March 2026 10:00–12:00 Riga <b>& more Latvia",
        "Tuesday 31 March 2026 Cancelled from 22:00 Called off Portugal day 1 of 2",
    ]
    assert [words(one) for one in table.iter("s")] == ["Called off"]
    assert cells(built.page("sessions/2026-04/")) == [
        "Wednesday 1 April 2026 Cancelled until 01:00 Called off Portugal continues, day 2 of 2"
    ]


def test_a_month_is_in_the_language_of_the_reader_and_says_where_a_title_is_not(built):
    page = built.page("fr/sessions/2026-03/")
    links = {words(a): a.get("lang") for a in one_by_class(page, "scn-month__table").iter("a")}
    assert links == {"Riga et plus": None, "Called off": "en"}
    assert cells(page)[0] == "mardi 10 mars 2026 10:00 – 12:00 Riga et plus Lettonie"
    assert words(page.find(".//h1")) == "fr: Sessions: mars 2026"


def test_the_list_for_narrow_screens_has_the_same_sessions(built):
    page = built.page("sessions/2026-03/")
    titles = [words(one) for one in by_class(page, "scn-session__title")]
    assert titles == ["Riga <b>& more", "Called off"]


def test_months_lead_to_their_neighbours_and_to_the_agenda(built):
    def steps(address):
        nav = one_by_class(built.page(address), "scn-month-steps")
        return [(a.get("rel"), a.get("href")) for a in nav.iter("a")]

    assert steps("sessions/2024-11/") == [(None, "../"), ("next", "../2026-03/")]
    assert steps("sessions/2026-03/") == [
        ("prev", "../2024-11/"),
        (None, "../"),
        ("next", "../2026-04/"),
    ]
    assert steps("el/sessions/2026-04/") == [("prev", "../2026-03/"), (None, "../")]


@pytest.mark.parametrize("language", CODES)
def test_the_agenda_leads_to_every_month_with_sessions(built, language):
    page = built.page(f"{prefix(language)}sessions/")
    hrefs = [a.get("href") for a in one_by_class(page, "scn-months").iter("a")]
    assert hrefs == ["2024-11/", "2026-03/", "2026-04/"]


def test_months_are_in_no_list_of_all_pages(built):
    article = built.page("a-z/").find(".//article")
    assert not [a for a in article.iter("a") if "/20" in a.get("href")]


def test_the_form_of_the_filters_stands_still_until_a_script_shows_it(built):
    page = built.page("el/sessions/")
    (form,) = [one for one in page.iter("form") if one.get("id") == "scn-filters"]
    assert (form.get("method"), form.get("action"), form.get("hidden")) == ("get", None, "")
    selects = {one.get("name"): [o.get("value") for o in one] for one in form.iter("select")}
    assert selects == {
        "country": ["", "network", "lv", "pt"],
        "audience": ["", "policymakers", "starters"],
        "kind": ["", "hybrid-dissemination", "online-training", "partner-event"],
        "language": ["", "en", "lv"],
        "mode": ["", "hybrid", "online", "to-be-announced"],
    }
    labels = {one.get("for") for one in form.iter("label")}
    assert labels == {f"scn-filter-{name}" for name in selects}
    assert set(json.loads(form.get("data-counts"))) == {"one", "other"}
    (status,) = [one for one in page.iter() if one.get("id") == "scn-filters-status"]
    assert status.get("role") == "status"
    assert words(status) == ""


def test_each_session_of_the_agenda_says_what_it_can_be_chosen_by_and_when_it_ends(built):
    items = by_class(built.page("sessions/"), "scn-session")
    found = [
        {name.removeprefix("data-"): item.get(name) for name in item.attrib if name != "class"}
        for item in items
    ]
    assert found == [
        {
            "end": "2026-03-10T12:00+02:00",
            "country": "lv",
            "audience": "starters policymakers",
            "kind": "hybrid-dissemination",
            "language": "lv en",
            "mode": "hybrid",
            "level": "foundation",
        },
        {
            "end": "2026-04-01T01:00+01:00",
            "country": "pt",
            "audience": "",
            "kind": "online-training",
            "language": "",
            "mode": "online",
            "level": "",
        },
        {
            "end": "2024-11-07",
            "country": "network",
            "audience": "",
            "kind": "partner-event",
            "language": "",
            "mode": "to-be-announced",
            "level": "",
        },
    ]


def test_scripts_and_styles_of_sessions_are_on_their_pages_alone(built):
    def has(address, name):
        text = built.text(f"{address}index.html")
        return text.count(f"{name}")

    assert has("", "sessions.css") == has("a-z/", "local-times.js") == 0
    for address in ("sessions/", "sessions/lv/", "sessions/2026-03/", "sessions/lv-2026-riga-1/"):
        assert (has(address, "css/sessions.css"), has(address, "js/local-times.js")) == (1, 1)
    assert (has("sessions/", "js/sessions.js"), has("sessions/lv/", "js/sessions.js")) == (1, 0)


def test_a_country_with_nothing_past_has_the_place_for_it_ready(built):
    (past,) = [one for one in built.page("sessions/lv/").iter() if one.get("id") == "scn-past"]
    assert past.get("hidden") == ""
    (past,) = [one for one in built.page("sessions/network/").iter() if one.get("id") == "scn-past"]
    assert past.get("hidden") is None


def test_another_day_of_the_build_takes_no_month_away(project):
    files = {
        "en/index.md": project.page("Home"),
        "_data/sessions/network/network-2024-days.yml": PAST,
    }
    one = project(files, languages=["en"])
    early = one.build(site="early", SOURCE_DATE_EPOCH="1700000000")
    late = one.build(site="late", SOURCE_DATE_EPOCH="1900000000")
    assert (early.status, late.status) == (0, 0)
    name = "sessions/2024-11/index.html"
    assert early.text(name) == late.text(name)
