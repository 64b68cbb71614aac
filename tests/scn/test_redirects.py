"""Former addresses of sessions lead on, in the language of the reader."""

import re
from dataclasses import replace

import html5lib
import pytest

from scn.generated_files import Surroundings, generated_files
from scn.redirects import redirects

SESSION = """\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {en: '<b>Twins</b> & "more"', fr: Jumeaux}
start: 2027-03-30T10:00
end: 2027-03-30T12:00
online: {platform: webex}
"""
ALONE = f"{SESSION}previous_ids: [bg-2026-old, bg-2026-older]\n"
UNDATED = """\
kind: online-training
status: tentative
announced: 2027-01-15
title: {en: Later}
undated: {expected: 2027-Q4}
previous_ids: [fi-2026-later]
"""
SERIES = """\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {en: Road}
previous_ids: [bg-2026-road]
occurrences:
  - {key: a, all_day: {from: 2027-05-14}, previous_ids: [bg-2027-road]}
  - {key: b, all_day: {from: 2027-05-15}, previous_ids: [bg-2026-road.b]}
"""


def by_file(site, language="en"):
    return dict(redirects(site, language))


def parsed(text):
    return html5lib.parse(text, namespaceHTMLElements=False)


def refresh(page):
    (meta,) = (each for each in page.iter("meta") if each.get("http-equiv") == "refresh")
    return meta.get("content")


def test_without_former_ids_there_are_none(site_with):
    assert by_file(site_with({"bg/bg-2027-a.yml": SESSION})) == {}


@pytest.mark.parametrize(
    ("language", "prefix", "title_lang"),
    [("en", "", None), ("fr", "fr/", None), ("el", "el/", "en")],
)
def test_a_former_page_leads_to_the_session(site_with, language, prefix, title_lang):
    site = site_with({"bg/bg-2027-a.yml": ALONE})
    found = by_file(site, language)
    names = ("bg-2026-old", "bg-2026-older")
    assert list(found) == [f"{prefix}sessions/{name}/index.html" for name in names]
    words = site.content.words[language]
    title = "Jumeaux" if language == "fr" else '<b>Twins</b> & "more"'
    for text in found.values():
        assert text.startswith(f'<!doctype html>\n<html lang="{language}">\n')
        page = parsed(text)
        assert page.find("head/title").text == f"{title} – {words('frame.site_name')}"
        head = {each.get("name"): each.get("content") for each in page.iter("meta")}
        assert head["description"] == words("session_page.description", title=title)
        assert head["robots"] == "noindex"
        assert refresh(page) == "0; url=../bg-2027-a/"
        (link,) = page.iter("link")
        address = f"https://kb.example.eu/base/{prefix}sessions/bg-2027-a/"
        assert (link.get("rel"), link.get("href")) == ("canonical", address)
        (heading,) = page.iter("h1")
        (a,) = page.iter("a")
        assert (heading.text, a.text, a.get("href")) == (title, title, "../bg-2027-a/")
        assert (heading.get("lang"), a.get("lang")) == (title_lang, title_lang)
        assert page.find("body/p").text == f"{words('calendar.page')} "
        assert not re.search(r"<(script|style|b)\b|style=|data-pagefind", text)


def test_occurrences_have_former_pages_of_their_own_once(site_with):
    found = by_file(site_with({"bg/bg-2027-road.yml": SERIES}))
    assert {name: refresh(parsed(text)) for name, text in found.items()} == {
        "sessions/bg-2027-road/index.html": "0; url=../bg-2027-road.a/",
        "sessions/bg-2026-road.a/index.html": "0; url=../bg-2027-road.a/",
        "sessions/bg-2026-road.b/index.html": "0; url=../bg-2027-road.b/",
    }
    assert len(found) == len(list(redirects(site_with({"bg/bg-2027-road.yml": SERIES}), "en")))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_calendar_files_stay_where_they_were(site_with, language):
    files = {"bg/bg-2027-a.yml": ALONE, "bg/bg-2027-road.yml": SERIES, "fi/fi-2027-b.yml": UNDATED}
    around = Surroundings(sections={}, files={})
    made = list(generated_files(site_with(files), language, around))
    written = {one.output: one.content for one in made}
    assert len(made) == len(written) == len({one.source for one in made})
    folder = "sessions/" if language == "en" else f"{language}/sessions/"
    for former, now in {
        "bg-2026-old": "bg-2027-a",
        "bg-2026-older": "bg-2027-a",
        "bg-2027-road": "bg-2027-road.a",
        "bg-2026-road.a": "bg-2027-road.a",
        "bg-2026-road.b": "bg-2027-road.b",
    }.items():
        assert f"{folder}{former}/index.html" in written
        event = written[f"{folder}{former}/session.ics"]
        assert event == written[f"{folder}{now}/session.ics"]
        assert b"BEGIN:VEVENT" in event
    assert f"{folder}fi-2026-later/index.html" in written
    assert f"{folder}fi-2026-later/session.ics" not in written


def test_a_former_page_of_the_example_says_so_and_names_no_address(site_with):
    site = replace(site_with({"bg/bg-2027-a.yml": ALONE}), is_example=True)
    words = site.content.words["fr"]
    for text in by_file(site, "fr").values():
        page = parsed(text)
        (banner,) = page.iter("aside")
        said = " ".join("".join(banner.itertext()).split())
        assert said == f"{words('example.title')} {words('example.text')}"
        assert list(page.iter("link")) == []
