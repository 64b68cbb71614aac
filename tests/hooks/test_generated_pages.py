"""Pages and files that are made from data, in three languages."""

import json
from xml.etree import ElementTree as ET

import icalendar
import pytest

CODES = ("en", "fr", "el")
SITE = "https://knowledge-base.example.org/"

TO_COME = """\
kind: online-training
status: confirmed
announced: 2025-12-01
title: {en: 'Twins: it''s a start & "more"', fr: Jumeaux}
start: 2026-03-10T10:00
end: 2026-03-10T12:00
time_zone: Europe/Lisbon
online: {platform: webex}
"""
TITLE = 'Twins: it\'s a start & "more"'
PAST = """\
kind: hybrid-dissemination
status: confirmed
announced: 2025-01-01
title: {en: A past session}
all_day: {from: 2025-05-05, to: 2025-05-05}
hours_known: false
venue: {city: {en: Riga}}
source: [LI-4]
"""
NEWS = """\
## Second { #news-2026-01-02-second }

Later.

## First { #news-2026-01-01-first }

Earlier.
"""


@pytest.fixture(scope="module")
def one(project):
    return project(
        {
            "en/index.md": project.page("Home"),
            "en/network/news.md": project.page("News", NEWS),
            "fr/network/news.md": project.page("Nouvelles", NEWS),
            "en/zebra.md": project.page("Zebra"),
            "fr/zebra.md": project.page("Âne"),
            "en/sessions/announce.md": project.page("Announce"),
            "_data/sessions/pt/pt-2026-spring-1.yml": TO_COME,
            "_data/sessions/lv/lv-2025-riga-1.yml": PAST,
        },
        nav=[
            "index.md",
            {"sessions": ["sessions/index.md", "sessions/countries.md", "sessions/announce.md"]},
            "network/news.md",
            "zebra.md",
        ],
    )


@pytest.fixture(scope="module")
def built(one):
    built = one.build()
    assert (built.status, built.log) == (0, "")
    return built


def prefix(language):
    return "" if language == "en" else f"{language}/"


def words(element):
    return " ".join("".join(element.itertext()).split())


def by_class(page, name):
    return [one for one in page.iter() if name in (one.get("class") or "").split()]


MADE = [
    "about/accessibility/",
    "a-z/",
    "search/",
    "404.html",
    "sessions/",
    "sessions/countries/",
    "sessions/figures/",
    "sessions/network/",
    "sessions/2025-05/",
    "sessions/2026-03/",
    "sessions/lv/",
    "sessions/gr/",
    "sessions/pt/",
    "sessions/pt-2026-spring-1/",
    "sessions/lv-2025-riga-1/",
    "contribute/translations/",
]
LISTS = {f"{at}contribute/translations/{code}/" for code in ("fr", "el") for at in ("", f"{code}/")}
"""In English and in the language that they are about."""

WRITTEN = {"", "network/news/", "zebra/", "sessions/announce/"}


def test_every_language_has_every_page(built):
    expected = {f"{prefix(code)}{address}" for code in CODES for address in (*MADE, *WRITTEN)}
    assert set(built.pages) == expected | LISTS


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("address", MADE)
def test_a_page_made_from_data_is_in_the_language_of_the_reader(built, language, address):
    page = built.page(f"{prefix(language)}{address}")
    assert page.get("lang") == language
    assert page.find(".//article").get("lang") is None
    mark = f"{language}: " if language != "en" else ""
    title = words(page.find("head/title"))
    assert title.endswith(f"{mark}Smart Communities Network")
    assert len(list(page.iter("h1"))) == 1


def test_titles_come_as_they_are_written_whatever_yaml_and_html_would_make_of_them(built):
    title = TITLE
    page = built.page("sessions/pt-2026-spring-1/")
    assert words(page.find(".//h1")) == title
    assert words(page.find("head/title")) == f"{title} – Smart Communities Network"
    description = page.find("head/meta[@name='description']").get("content")
    assert description.startswith(f"{title}:")
    french = built.page("fr/sessions/pt-2026-spring-1/")
    assert (words(french.find(".//h1")), french.find(".//h1").get("lang")) == ("Jumeaux", None)
    greek = built.page("el/sessions/pt-2026-spring-1/")
    assert (words(greek.find(".//h1")), greek.find(".//h1").get("lang")) == (title, "en")


def test_what_is_to_come_is_decided_by_the_time_of_the_build(one, built):
    def agenda(site):
        article = site.page("sessions/").find(".//article")
        return [words(item) for item in by_class(article, "scn-session__title")]

    assert agenda(built) == [TITLE, "A past session"]
    text = words(built.page("sessions/").find(".//article"))
    assert "no session to come has been announced" not in text
    later = one.build(site="later", SOURCE_DATE_EPOCH="1798761600", SCN_LANGUAGES="en")
    text = words(later.page("sessions/").find(".//article"))
    assert "As of 1 January 2027, no session to come has been announced." in text
    assert agenda(later) == [TITLE, "A past session"]


@pytest.mark.parametrize("language", CODES)
def test_pages_of_the_navigation_are_in_it_and_the_others_know_their_section(built, language):
    for address in ("sessions/", "sessions/pt/", "sessions/pt-2026-spring-1/"):
        page = built.page(f"{prefix(language)}{address}")
        (sidebar,) = by_class(page, "scn-sidebar")
        assert len(list(sidebar.iter("a"))) == 3


def test_breadcrumbs_lead_back_over_the_pages_between(built):
    page = built.page("fr/sessions/pt-2026-spring-1/")
    (crumbs,) = by_class(page, "scn-breadcrumbs")
    assert [(words(a), a.get("href")) for a in crumbs.iter("a")] == [
        ("fr: Home", "../../"),
        ("fr: Sessions", "../"),
        ("Portugal", "../pt/"),
    ]


@pytest.mark.parametrize("address", ["search/", "404.html"])
def test_pages_without_a_text_of_their_own_are_offered_to_nobody(built, address):
    for language in CODES:
        text = built.text(f"{prefix(language)}{address}".replace("search/", "search/index.html"))
        assert '<meta name="robots" content="noindex">' in text
        assert "data-pagefind-body" not in text
        assert f"{prefix(language)}{address}</loc>" not in built.text("sitemap.xml")


def test_the_list_of_all_pages_has_each_page_once_below_its_letter(built):
    page = built.page("fr/a-z/")
    article = page.find(".//article")
    letters = [words(heading) for heading in article.iter("h2")]
    assert "Z" not in letters
    found = {words(a): (a.get("href"), a.get("lang")) for a in article.findall("ul/li/a")}
    assert found["Âne"] == ("../zebra/", None)
    assert found["Announce"] == ("../sessions/announce/", "en")
    assert found["Portugal"] == ("../sessions/pt/", None)
    anchors = [a.get("href") for a in by_class(page, "scn-letters")[0].iter("a")]
    ids = [f"#{heading.get('id')}" for heading in article.iter("h2")]
    assert anchors == ids


def test_the_search_page_says_its_numbers_by_the_plural_forms_of_the_language(built):
    for language in CODES:
        page = built.page(f"{prefix(language)}search/")
        (results,) = [one for one in page.iter("div") if one.get("data-counts")]
        mark = f"{language}: " if language != "en" else ""
        counts = json.loads(results.get("data-counts"))
        assert set(counts) == {"one", "other"}
        assert all(text.startswith(f"{mark}{{count}}") for text in counts.values())


def test_the_sitemap_names_translations_and_no_fallbacks(built):
    root = ET.fromstring(built.text("sitemap.xml").encode())
    urls = {one.text for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    made = {address for address in MADE if address not in ("search/", "404.html")}
    expected = {f"{SITE}{prefix(code)}{address}" for code in CODES for address in made}
    expected |= {f"{SITE}{address}" for address in WRITTEN}
    expected |= {f"{SITE}fr/{address}" for address in ("network/news/", "zebra/")}
    expected |= {f"{SITE}{address}" for address in LISTS}
    assert urls == expected
    assert built.text("robots.txt") == f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"
    assert not (built.site / "sitemap.xml.gz").exists()


def test_a_language_with_news_of_its_own_has_a_feed_of_its_own(built):
    found = built.site.rglob("network/news/feed.xml")
    feeds = sorted(path.relative_to(built.site).as_posix() for path in found)
    assert feeds == ["fr/network/news/feed.xml", "network/news/feed.xml"]
    atom = "{http://www.w3.org/2005/Atom}"
    ids = {}
    for feed in feeds:
        root = ET.fromstring(built.text(feed).encode())
        assert root.find(f"{atom}link[@rel='self']").get("href") == SITE + feed
        ids[feed] = [one.text for one in root.iter(f"{atom}id")]
        assert len(ids[feed]) == 3
    assert not set(ids[feeds[0]]) & set(ids[feeds[1]])


def test_a_page_of_news_names_the_feed_of_its_text(built):
    def feed(address):
        links = built.page(address).iter("link")
        return [link.get("href") for link in links if "atom" in (link.get("type") or "")]

    assert feed("network/news/") == ["feed.xml"]
    assert feed("fr/network/news/") == ["feed.xml"]
    assert feed("el/network/news/") == ["../../../network/news/feed.xml"]
    assert feed("") == []


@pytest.mark.parametrize("language", CODES)
def test_the_calendar_has_the_bytes_of_its_format(built, language):
    data = (built.site / f"{prefix(language)}sessions/calendar.ics").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 10
    calendar = icalendar.Calendar.from_ical(data)
    events = {str(event["UID"]).partition("@")[0] for event in calendar.walk("VEVENT")}
    assert events == {"pt-2026-spring-1", "lv-2025-riga-1"}


def test_a_page_of_an_author_does_not_stand_in_the_place_of_one_made_from_data(project):
    files = {
        "en/index.md": project.page("Home"),
        "en/search.md": project.page("Mine"),
        "fr/sessions/pt.md": project.page("Mien"),
    }
    built = project(files).build()
    assert built.status == 1
    assert built.log == (
        "ERROR: 2 problems in the content:\n"
        "docs/en/search.md:1:1: A page is made from data at this place. Give the file another"
        " name, or delete it.\n"
        "docs/fr/sessions/pt.md:1:1: A page is made from data at this place. Give the file"
        " another name, or delete it.\n"
    )
