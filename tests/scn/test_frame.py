"""What the frame around a page says about languages."""

import dataclasses
import posixpath
from urllib.parse import urljoin

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from scn.frame import Hreflang, LanguageChoice, frame_of_page, hreflang_of, relative_address
from scn.languages import Language, Languages
from scn.page_tree import page_tree_from_files

SITE = "https://example.eu/kb/"
LANGUAGES = Languages(
    (
        Language(code="el", name="ελληνικά", english_name="Greek"),
        Language(code="en", name="English", english_name="English"),
        Language(code="fr", name="français", english_name="French"),
    )
)
TREE = page_tree_from_files(
    ("en/index.md", "fr/index.md", "en/a/b.md", "fr/a/b.md", "en/new.md", "fr/only.md"),
    LANGUAGES.codes,
).with_pages(("404.md", "search.md", "sessions/index.md"))


def frame(path, language, content_language=None, **more):
    return frame_of_page(
        path,
        LANGUAGES.by_code(language),
        content_language or language,
        languages=LANGUAGES,
        tree=TREE,
        site_url=SITE,
        **more,
    )


@pytest.mark.parametrize(
    ("target", "start", "expected"),
    [
        ("fr/a/", "fr/b/c/", "../../a/"),
        ("", "", "./"),
        ("", "fr/", "../"),
        ("", "a/b/", "../../"),
        ("fr/", "", "fr/"),
        ("a/", "a/", "./"),
        ("a/b/", "a/", "b/"),
        ("a/", "a/b/", "../"),
        ("a/x.css", "a/b/", "../x.css"),
        ("x.css", "x.css", "x.css"),
        ("a/x.css", "a/x.css", "x.css"),
        ("a/#part", "a/", "./#part"),
        ("a/#part", "b/", "../a/#part"),
        ("#part", "", "./#part"),
        ("#part", "b/", "../#part"),
        ("404.html", "fr/404.html", "../404.html"),
        ("", "404.html", "./"),
        ("a/", "404.html", "a/"),
    ],
)
def test_relative_address(target, start, expected):
    assert relative_address(target, start) == expected


segment = st.from_regex(r"[a-z0-9][a-z0-9-]{0,5}", fullmatch=True)
folder = st.lists(segment, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
address = st.builds(lambda at, name: at + name, folder, st.sampled_from(["", "x.html", "y.css"]))


@given(address, address, st.sampled_from(["", "#part"]))
@example("", "", "")
@example("x.html", "x.html", "#part")
def test_a_relative_address_leads_where_it_should_from_anywhere(target, start, fragment):
    """Resolved by the standard library, as RFC 3986 says browsers do."""
    link = relative_address(target + fragment, start)
    assert urljoin(SITE + start, link) == SITE + target + fragment
    assert not link.startswith("/")
    assert "//" not in link


@given(address, address)
def test_a_relative_address_is_as_short_as_it_can_be(target, start):
    assume(target != start)
    link = relative_address(target, start)
    shared = posixpath.commonprefix([f"/{target}", f"/{start}"]).rpartition("/")[0]
    assert link.count("../") == start.count("/") - shared.count("/")


def choice(language, name, address, *, has_page=True, is_current=False):
    return LanguageChoice(
        language=language, name=name, address=address, has_page=has_page, is_current=is_current
    )


def test_a_translated_page():
    found = frame("a/b.md", "fr")
    assert dataclasses.asdict(found) == {
        "path": "a/b.md",
        "address": "fr/a/b/",
        "language": "fr",
        "language_name": "français",
        "direction": "ltr",
        "content_language": "fr",
        "is_fallback": False,
        "is_unlisted": False,
        "is_noindex": False,
        "canonical": "https://example.eu/kb/fr/a/b/",
        "hreflang": (
            Hreflang(tag="en", href="https://example.eu/kb/a/b/"),
            Hreflang(tag="fr", href="https://example.eu/kb/fr/a/b/"),
            Hreflang(tag="x-default", href="https://example.eu/kb/a/b/"),
        ),
        "menu_languages": (
            choice("el", "ελληνικά", "el/a/b/", has_page=False),
            choice("en", "English", "a/b/"),
            choice("fr", "français", "fr/a/b/", is_current=True),
        ),
        "base": "/kb/",
    }


def test_a_fallback_page_is_offered_to_nobody_but_its_readers():
    found = frame("a/b.md", "el", "en")
    assert (found.is_fallback, found.is_noindex) == (True, True)
    assert (found.canonical, found.hreflang) == ("", ())
    assert found.content_language == "en"
    assert found.menu_languages == (
        choice("el", "ελληνικά", "el/a/b/", has_page=False, is_current=True),
        choice("en", "English", "a/b/"),
        choice("fr", "français", "fr/a/b/"),
    )


@pytest.mark.parametrize("path", ["404.md", "search.md"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_without_a_text_of_their_own_are_not_listed(path, language):
    found = frame(path, language)
    assert (found.is_unlisted, found.is_noindex, found.canonical, found.hreflang) == (
        True,
        True,
        "",
        (),
    )


def test_a_page_may_ask_not_to_be_indexed_without_being_unlisted():
    found = frame("a/b.md", "en", is_noindex=True)
    assert (found.is_unlisted, found.is_noindex, found.canonical, found.hreflang) == (
        False,
        True,
        "",
        (),
    )


def test_the_menu_keeps_the_page_and_leads_home_only_where_nothing_can_be_shown():
    menus = {
        path: tuple((c.language, c.address, c.has_page) for c in frame(path, "fr").menu_languages)
        for path in ("new.md", "only.md", "sessions/index.md", "404.md")
    }
    assert menus == {
        "new.md": (("el", "el/new/", False), ("en", "new/", True), ("fr", "fr/new/", False)),
        "only.md": (("el", "el/", False), ("en", "", False), ("fr", "fr/only/", True)),
        "sessions/index.md": (
            ("el", "el/sessions/", True),
            ("en", "sessions/", True),
            ("fr", "fr/sessions/", True),
        ),
        "404.md": (("el", "el/", False), ("en", "", True), ("fr", "fr/", True)),
    }


def test_links_are_relative_except_on_the_page_of_an_error_which_stands_anywhere():
    page, error = frame("a/b.md", "fr"), frame("404.md", "fr")
    assert [one.to("assets/x.css") for one in (page, error)] == [
        "../../../assets/x.css",
        "/kb/assets/x.css",
    ]
    assert [one.to_page("index.md") for one in (page, error)] == ["../../", "/kb/fr/"]
    assert [one.to("") for one in (page, error)] == ["../../../", "/kb/"]


def test_hreflang_of_a_page_without_a_source_takes_the_first_translation_as_default():
    assert hreflang_of("only.md", TREE, SITE) == (
        Hreflang(tag="fr", href="https://example.eu/kb/fr/only/"),
        Hreflang(tag="x-default", href="https://example.eu/kb/fr/only/"),
    )
    assert hreflang_of("nowhere.md", TREE, SITE) == ()


def test_hreflang_is_the_same_on_every_translation_so_it_is_reciprocal():
    pages = [frame("a/b.md", code) for code in ("en", "fr")]
    assert pages[0].hreflang == pages[1].hreflang == hreflang_of("a/b.md", TREE, SITE)
    assert {page.canonical for page in pages} <= {one.href for one in pages[0].hreflang}
