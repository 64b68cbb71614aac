"""The real site in the pseudo-language: words without accents are in no language file."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from babel import Locale

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
WORD = re.compile(r"(?<![\w.@/-])[A-Za-z]{2,}(?![\w@/])(?!\.\w)")
"""No part of an address, of the name of a file or of a word with accents."""

ATTRIBUTES = ("alt", "aria-label", "placeholder", "title")
NO_WORDS = ("code", "kbd", "pre", "script", "style")
NAMES = {
    "UTC": "how CLDR writes the distance of a time zone",
    "EN": "the code of the language that a page is shown in",
    "EIF": "an abbreviation that the page explains, found by its letters",
    **dict.fromkeys(("WCAG", "AA"), "the name and the level of a standard"),
    **dict.fromkeys(
        ("Nu", "HTML", "Checker", "Chromium", "axe", "lychee", "pytest"), "names of tools"
    ),
}
_ENGLISH = Locale("en", "IE")
FROM_CLDR = {
    word
    for names in (
        *_ENGLISH.months["format"].values(),
        *_ENGLISH.months["stand-alone"].values(),
        *_ENGLISH.days["format"].values(),
        *_ENGLISH.days["stand-alone"].values(),
        _ENGLISH.languages,
        _ENGLISH.territories,
    )
    for name in names.values()
    for word in WORD.findall(name)
}
"""Months, days, languages and countries: Babel says them in the language of the reader."""

OF_PLACES = {
    word
    for zone in zoneinfo.available_timezones()
    if zone.startswith("Europe/")
    for word in WORD.findall(zone.rpartition("/")[2].replace("_", " "))
}
"""Cities of time zones, which stand beside times."""

OF_ASSOCIATIONS = set(WORD.findall((ROOT / "docs/_data/countries.yml").read_text("utf-8")))
"""Names of associations of cities, in the sentence of a country that names its member."""

DATA = {
    "dd": "places of sessions, and the zones of their times",
    "time": "the city of a time zone",
    "span.filename": "the name of a file",
}


def unaccented(page: Element) -> set[tuple[str, str]]:
    """Words and the element that says them; what says that it is in another language may.

    Attributes and the head of a page cannot say that, and repeat what stands in its text.
    """
    elsewhere = {
        word
        for element in page.iter()
        if isinstance(element.tag, str)
        and (element.get("lang", "en-XA") != "en-XA" or element.tag == "code")
        for text in element.itertext()
        for word in WORD.findall(text)
    }
    article = page.find(".//article")
    if article is not None and article.get("lang", "en-XA") != "en-XA":  # not translated at all
        page.remove(page.find("head"))
    return set(_unaccented(page, "", elsewhere))


def _unaccented(element: Element, inside: str, elsewhere: set[str]) -> Iterator[tuple[str, str]]:
    if not isinstance(element.tag, str) or element.tag in NO_WORDS:
        return
    if element.get("lang", "en-XA") != "en-XA" or element.get("translate") == "no":
        return
    names = {element.tag, f"{element.tag}.{element.get('class', '')}"}
    inside = next((name for name in names if name in DATA), inside)
    texts = [element.text or "", *(child.tail or "" for child in element)]
    repeated = [element.get(name, "") for name in ATTRIBUTES]
    if element.get("name") == "description":
        repeated.append(element.get("content", ""))
    if element.tag == "title":
        repeated.append(texts.pop(0))
    found = {word for text in texts for word in WORD.findall(text)}
    found |= {word for text in repeated for word in WORD.findall(text)} - elsewhere
    found -= FROM_CLDR | OF_PLACES | NAMES.keys()
    if inside:
        found = {word for word in found if word.islower()} if inside == "dd" else set()
    yield from ((word, element.tag) for word in found)
    for child in element:
        yield from _unaccented(child, inside, elsewhere)


def test_every_word_of_every_page_is_in_a_language_file(pseudo_site):
    pages = {a: page for a, page in pseudo_site.pages.items() if a.startswith("en-XA/")}
    assert len(pages) > 150
    found: dict[tuple[str, str], str] = {}
    for address, page in pages.items():
        assert page.get("lang") == "en-XA"
        is_of_country = re.fullmatch("en-XA/sessions/[a-z]{2}/", address)
        for word, tag in unaccented(page):
            if not (is_of_country and tag == "p" and word in OF_ASSOCIATIONS):
                found.setdefault((word, tag), address)
    assert found == {}


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>⟦Ŵöŕð⟧ more</p>", {("more", "p")}),
        ("<p>⟦Ŵöŕð⟧</p> tail", {("tail", "body")}),
        ('<img alt="A view">', {("view", "img")}),
        ('<a title="Jump back" href="/a">⟦å⟧</a>', {("Jump", "a"), ("back", "a")}),
        ('<p lang="en">English</p>', set()),
        ('<p>⟦å⟧ <span lang="en">English</span> too</p>', {("too", "p")}),
        ("<p><code>code</code> a@b.eu docs/x.md 3 March (UTC)</p>", set()),
        ("<dl><dd>Sofia <b>online</b></dd></dl>", {("online", "b")}),
    ],
)
def test_a_word_that_stands_in_a_template_is_found(html, words):
    page = html5lib.parse(
        f'<html lang="en-XA"><body>{html}</body></html>', namespaceHTMLElements=False
    )
    assert unaccented(page) == words


def test_pages_have_the_same_elements_as_in_english(pseudo_site):
    """What Markdown becomes has not changed: the same tree, the same addresses of other sites."""
    compared = 0
    for address, page in pseudo_site.pages.items():
        english = pseudo_site.pages.get(address.removeprefix("en-XA/"))
        if not address.startswith("en-XA/") or english is None or "/translations/" in address:
            continue
        article, other = page.find(".//article"), english.find(".//article")
        if article is None or article.get("lang") or address.endswith(("/a-z/", "/glossary/")):
            continue
        if "/sessions/" in address:  # titles of sessions say their language here
            continue
        compared += 1
        assert _shape(article) == _shape(other), address
    assert compared > 60


def _shape(article: Element) -> list[tuple[str, str, str]]:
    """Without what is in diagrams, where longer words take more lines."""
    return [
        (element.tag, element.get("id", ""), href if href.startswith("http") else "")
        for element in article.iter()
        if isinstance(element.tag, str) and not element.tag.startswith("{http://www.w3.org/2000/svg}")
        for href in [element.get("href", "")]
    ]
