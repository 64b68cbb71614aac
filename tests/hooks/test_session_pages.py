"""Pages of sessions, figures and calendars on a small site: as readers get them."""

import html
import json

import pytest

CODES = ("en", "fr", "el")
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</script><script>alert(1)</script>{{ 7*7 }}{% raw %}--8<-- &lt;b&gt;<img src=x>"
RICH = f"""\
kind: hybrid-dissemination
status: tentative
announced: 2025-12-01
title: {{en: '{HOSTILE}'}}
summary: {{en: 'Summary {HOSTILE}'}}
description:
  en: |
    Begin *now*, [read](https://example.eu/a), not [this](javascript:alert(2)).

    {HOSTILE}

    --8<-- "mkdocs.yml"

    - ![x](https://example.eu/x.png)
start: 2026-03-10T10:00
end: 2026-03-10T12:00
venue: {{name: {{en: 'Hall {HOSTILE}'}}, city: {{en: Riga}}, step_free: true}}
online: {{platform: webex, join: on-registration}}
organiser: {{en: 'Org {HOSTILE}'}}
contact: {{name: {{en: Desk}}, email: sessions@example.eu}}
registration: {{url: 'https://example.eu/r?a=1&b=2', capacity: {{onsite: 60}}}}
changes:
  - at: 2025-12-20
    what: [time, venue]
    from:
      start: 2026-03-03T10:00
      end: 2026-03-03T12:00
      venue: {{en: 'Old {HOSTILE}'}}
    note: {{en: 'Note {HOSTILE}'}}
materials: [{{title: {{en: 'Slides {HOSTILE}'}}, url: 'https://example.eu/s.pdf', kind: slides}}]
"""
PAST = """\
kind: online-training
status: confirmed
announced: 2025-01-01
title: {en: A past session}
start: 2025-05-05T10:00
end: 2025-05-05T12:00
online: {platform: webex}
attendance:
  counted: 2025-05-06
  registered: {online: 40}
  attended: {online: 30}
"""


@pytest.fixture(scope="module")
def built(project):
    files = {
        "en/index.md": project.page("Home"),
        "en/sessions/subscribe.md": project.page(
            "Subscribe", "See the [list](#calendars).", template="subscribe.html"
        ),
        "_data/sessions/lv/lv-2026-rich.yml": RICH,
        "_data/sessions/lv/lv-2025-past.yml": PAST,
    }
    nav = ["index.md", {"sessions": ["sessions/figures.md", "sessions/subscribe.md"]}]
    built = project(files, nav=nav).build()
    assert (built.status, built.log) == (0, "")
    return built


def prefix(language):
    return "" if language == "en" else f"{language}/"


def words(element):
    return " ".join("".join(element.itertext()).split())


def links(element):
    return [each.get("href") for each in element.iter("a")]


@pytest.mark.parametrize("language", CODES)
def test_what_authors_write_is_text_wherever_it_is_shown(built, language):
    address = f"{prefix(language)}sessions/lv-2026-rich/"
    page = built.page(address)
    article = page.find(".//article")
    assert {each.get("type") for each in page.iter("script") if not each.get("src")} == {
        "application/ld+json"
    }
    assert list(article.iter("img")) == []
    for each in page.iter():
        assert not any(name.startswith("on") or name == "style" for name in each.attrib)
    shown = words(article)
    for before in ("Summary", "Hall", "Org", "Old", "Note", "Slides"):
        assert f"{before} {HOSTILE}" in shown
    assert words(page.find(".//h1")) == HOSTILE
    assert "49" not in shown
    assert "uid_domain" not in shown  # of mkdocs.yml, had the snippet been followed
    assert not [href for href in links(article) if href.lower().startswith("javascript:")]
    data = json.loads(article.find(".//script").text)
    assert data["name"] == HOSTILE


def test_a_session_to_come_shows_all_that_one_needs_to_take_part(built):
    article = built.page("sessions/lv-2026-rich/").find(".//article")
    facts = {
        words(row.find("dt")): [words(value) for value in row.findall("dd")]
        for row in article.find(".//dl").findall("div")
    }
    assert facts["Access to the room"] == ["The room can be reached without steps."]
    assert facts["Online"] == ["Webex", "You get the link to join online after you register."]
    assert facts["Contact"] == ["Desk", "sessions@example.eu"]
    hrefs = links(article)
    assert "mailto:sessions@example.eu" in hrefs
    assert "https://example.eu/r?a=1&b=2" in hrefs
    assert "https://example.eu/a" in hrefs
    schemes = [href.partition("/sessions")[0] for href in hrefs if href.startswith("webcal:")]
    assert schemes == ["webcal://knowledge-base.example.org"]
    shown = words(article)
    assert "The date is not final yet." in shown
    assert "Places in the room: 60" in shown
    hours = "March 2026, 10:00–12:00 (Riga, UTC+2)"
    shifts = [each for each in article.iter("dl") if each.get("class") == "scn-shift"]
    assert [[words(part) for row in each for part in row] for each in shifts] == [
        ["Before", f"Tuesday 3 {hours}", "After", f"Tuesday 10 {hours}"],
        ["Before", f"Old {HOSTILE}", "After", f"Hall {HOSTILE}, Riga"],
    ]


@pytest.mark.parametrize("language", CODES)
def test_figures_are_in_the_language_of_the_reader_and_say_how_many_reported(built, language):
    mark = "" if language == "en" else f"{language}: "
    page = built.page(f"{prefix(language)}sessions/figures/")
    article = page.find(".//article")
    assert words(article.find("h1")) == f"{mark}Figures of the sessions"
    assert f"{mark}1 of 1 sessions reported figures." in words(article)
    assert [words(each) for each in article.iter("h2")] == [
        f"{mark}{title}" for title in ("By country", "By kind", "By form", "By year")
    ]
    tables = list(article.iter("table"))
    last = [words(each) for each in tables[0].find("tfoot/tr")]
    assert last[1:3] == ["1", f"{mark}1 of 1"]
    assert last[3:] == ["", "", "", "40", "30", last[8]]
    assert last[8].startswith(f"{mark}10 (25")
    assert article.find(f".//{SVG}svg") is None  # one session needs no chart


def test_the_list_of_calendars_is_in_the_language_of_the_reader_below_an_english_page(built):
    for language in CODES:
        mark = "" if language == "en" else f"{language}: "
        page = built.page(f"{prefix(language)}sessions/subscribe/")
        section = page.find(".//section[@id='scn-calendars']")
        around = [each for each in page.iter() if section in list(each)]
        assert [each.tag for each in around] == ["main"]
        assert words(section.find("h2")) == f"{mark}All calendars"
        assert page.find(".//article").get("lang") == (None if language == "en" else "en")
        addresses = [words(each) for each in section.iter("code")]
        assert addresses[0] == (
            f"https://knowledge-base.example.org/{prefix(language)}sessions/calendar.ics"
        )
        for address in addresses:
            name = address.removeprefix("https://knowledge-base.example.org/")
            assert built.files()[name].startswith(b"BEGIN:VCALENDAR"), name
        buttons = list(section.iter("button"))
        assert len(buttons) == len(addresses)
        assert {each.get("class") for each in buttons} == {"scn-button scn-script"}
        ids = {each.get("id") for each in section.iter("code")}
        assert {each.get("data-copies") for each in buttons} == ids


def test_a_title_is_escaped_once_in_the_window_and_in_lists(built):
    text = built.text("sessions/lv-2026-rich/index.html")
    assert f"<title>{html.escape(HOSTILE)} – " in text.replace("&#34;", "&quot;")
