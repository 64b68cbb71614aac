"""Rules that hold on every page in every language, read from the built HTML."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from itertools import pairwise
from pathlib import Path

LANGUAGES = [
    "bg",
    "es",
    "cs",
    "da",
    "de",
    "et",
    "el",
    "en",
    "fr",
    "ga",
    "hr",
    "it",
    "lv",
    "lt",
    "hu",
    "mt",
    "nl",
    "pl",
    "pt",
    "ro",
    "sk",
    "sl",
    "fi",
    "sv",
]
ORIGIN = "https://knowledge-base.example.org/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def language_of(address):
    first = address.partition("/")[0]
    return first if first in LANGUAGES else "en"


def path_of(address):
    """The part of an address that is the same in all languages."""
    language = language_of(address)
    return address if language == "en" else address.removeprefix(f"{language}/")


LIST = re.compile(r"contribute/translations/(\w+)/")
"""The state of the translations into one language: a page in English and in that language."""


def test_every_language_is_built_with_the_same_pages(pages):
    by_language = {code: set() for code in LANGUAGES}
    lists = set()
    for address in pages:
        if found := LIST.fullmatch(path_of(address)):
            lists.add((language_of(address), found[1]))
        else:
            by_language[language_of(address)].add(path_of(address))
    others = [code for code in LANGUAGES if code != "en"]
    assert lists == {(reader, code) for code in others for reader in ("en", code)}
    assert len(by_language["en"]) > 150
    others = {code: by_language["en"] ^ found for code, found in by_language.items()}
    assert {code: paths for code, paths in others.items() if paths} == {}


def test_every_page_says_its_language_and_what_it_is(pages):
    wrong = [
        (page.address, page.language, page.title, page.description)
        for page in pages.values()
        if page.language != language_of(page.address) or not page.title or not page.description
    ]
    assert wrong == []


def test_headings_begin_with_one_h1_and_skip_no_level(pages):
    wrong = []
    for page in pages.values():
        levels = [int(tag[1]) for tag in page.headings]
        jumps = [b for a, b in pairwise(levels) if b > a + 1]
        if levels.count(1) != 1 or levels[0] != 1 or jumps:
            wrong.append((page.address, levels))
    assert wrong == []


def test_no_id_is_there_twice(pages):
    wrong = {p.address: [i for i, n in Counter(p.ids).items() if n > 1] for p in pages.values()}
    assert {address: ids for address, ids in wrong.items() if ids} == {}


def test_titles_are_unique_within_a_language(pages):
    titles = Counter((page.language, page.title) for page in pages.values())
    assert [title for title, count in titles.items() if count > 1] == []


def test_fallback_pages_are_english_inside_and_hidden_from_search_engines(pages):
    fallbacks = [page for page in pages.values() if page.is_fallback]
    assert len(fallbacks) > 23 * 40
    for page in fallbacks:
        found = (page.article_language, page.has_notice, page.robots, page.canonical, page.hreflang)
        assert found == ("en", True, "noindex", "", {}), page.address


def test_other_pages_have_no_fallback_notice_and_name_themselves(pages):
    for page in pages.values():
        if page.is_fallback or page.robots == "noindex":
            continue
        assert page.canonical == ORIGIN + page.address
        assert page.article_language == ""


def test_hreflang_is_absolute_reciprocal_and_has_a_default(pages):
    listed = [page for page in pages.values() if page.hreflang]
    assert {language_of(page.address) for page in listed} == set(LANGUAGES)
    for page in listed:
        tags = {tag: href for tag, href in page.hreflang.items() if tag != "x-default"}
        assert tags[page.language] == page.canonical
        assert page.hreflang["x-default"] == tags["en"]
        for tag, href in tags.items():
            other = pages[href.removeprefix(ORIGIN)]
            assert (other.language, other.hreflang) == (tag, page.hreflang), page.address


def test_only_unlisted_pages_and_fallbacks_are_kept_from_search_engines(pages):
    hidden = {path_of(p.address) for p in pages.values() if p.robots and not p.is_fallback}
    assert hidden == {"404.html", "search/"}


def test_former_addresses_lead_to_a_page_in_their_language_and_are_offered_to_nobody(
    redirects, pages
):
    for page in redirects:
        (link,) = page.links
        new = pages[link.target]
        assert page.refresh == link.href
        assert page.canonical == new.canonical
        assert (page.robots, page.hreflang, page.headings) == ("noindex", {}, ("h1",))
        assert page.language == new.language == language_of(page.address)
        assert page.title
        assert page.description
        assert page.forbidden == page.resources == ()


def test_sitemap_lists_exactly_the_pages_that_name_themselves(pages, site: Path):
    tree = ElementTree.parse(site / "sitemap.xml")
    locations = [element.text for element in tree.iter(f"{SITEMAP}loc")]
    assert len(locations) == len(set(locations))
    assert set(locations) == {page.canonical for page in pages.values() if page.canonical}


def test_internal_links_lead_somewhere(pages, site: Path):
    files = {path.relative_to(site).as_posix() for path in site.rglob("*.*")}
    ids = {address: {*page.ids, "top"} for address, page in pages.items()}
    broken = set()
    for page in pages.values():
        for link in page.links:
            if link.target is None:
                continue
            if link.target in pages:
                if link.fragment and link.fragment not in ids[link.target]:
                    broken.add((page.address, link.href))
            elif link.target not in files:
                broken.add((page.address, link.href))
    assert broken == set()


def test_links_stay_in_the_language_of_the_reader(pages):
    strays = {
        (page.address, link.href)
        for page in pages.values()
        for link in page.links
        if link.target in pages and not link.hreflang and language_of(link.target) != page.language
    }
    assert strays == set()


def test_titles_of_untranslated_pages_are_marked_as_english(pages):
    """Titles in navigation; words of the frame that lead to such a page are the reader's own."""
    titles = [
        (page.address, link)
        for page in pages.values()
        for link in page.links
        if not link.in_article
        and not link.in_footer
        and link.target in pages
        and pages[link.target].is_fallback
        and link.text == pages[link.target].title.rpartition(" – ")[0]
    ]
    assert len(titles) > 10_000
    assert {(address, one.text) for address, one in titles if one.language != "en"} == set()


def test_the_language_menu_keeps_the_page_and_names_languages_in_their_own_words(pages):
    for page in pages.values():
        menu = [link for link in page.links if link.hreflang and link.in_navigation]
        assert [link.hreflang for link in menu] == LANGUAGES, page.address
        wanted = "" if path_of(page.address) == "404.html" else path_of(page.address)
        if found := LIST.fullmatch(wanted):
            kept = [link.hreflang for link in menu if path_of(link.target) == wanted]
            assert set(kept) == {"en", found[1]}
        else:
            assert {path_of(link.target) for link in menu} == {wanted}
        assert [link.language for link in menu] == LANGUAGES


def test_every_language_has_an_error_page_and_the_one_at_the_root_serves_all(pages):
    addresses = {"404.html", *(f"{code}/404.html" for code in LANGUAGES if code != "en")}
    assert addresses <= pages.keys()
    offered = {link.target for link in pages["404.html"].links if link.in_article}
    assert {"" if code == "en" else f"{code}/" for code in LANGUAGES} <= offered
    # It is shown at any depth, so nothing in it may be relative.
    assert all(link.href.startswith(("/", "#", "https:")) for link in pages["404.html"].links)
    assert all(one.startswith("/") for one in pages["404.html"].resources)


def test_no_page_asks_another_host_for_anything(pages):
    foreign = {
        (page.address, one) for page in pages.values() for one in page.resources if "//" in one
    }
    assert foreign == set()


def test_nothing_in_a_page_needs_a_weaker_security_policy(pages):
    assert {page.address: page.forbidden for page in pages.values() if page.forbidden} == {}


def test_style_sheets_ask_for_nothing_from_elsewhere(site: Path):
    sheets = sorted((site / "assets").rglob("*.css"))
    assert sheets
    for sheet in sheets:
        text = sheet.read_text("utf-8")
        addresses = re.findall(r"""url\(\s*["']?([^"')]*)""", text)
        assert [one for one in addresses if re.match(r"\w+:|//", one)] == [], sheet
        assert "@import" not in text, sheet


def test_files_of_the_theme_are_not_published(site: Path):
    assert not (site / "assets" / "javascripts").exists()
    assert not (site / "assets" / "stylesheets").exists()
    assert not list(site.rglob("*.yml"))
