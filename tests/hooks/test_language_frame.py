"""The frame in the reader's language, on small sites at the root of a host and below a path."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOT_URL = "https://kb.example.eu/"
PATH_URL = "https://example.eu/kb/"
CODES = ("en", "fr", "el")

PAGES = {
    "en/index.md": ("Home", "See the [roles](package/roles.md#host) and [what](package/index.md)."),
    "fr/index.md": ("Accueil", "Voir les [rôles](package/roles.md#host)."),
    "en/package/index.md": ("Package", "See the [roles](roles.md) and [home](../index.md)."),
    "en/package/roles.md": ("Roles", "## Host { #host }\n\nSee [the package](index.md)."),
    "fr/package/roles.md": ("Rôles", "## Hôte { #host }\n\nVoir [le paquet](index.md)."),
    "en/glossary.md": ("Glossary", "Words."),
}
NAV = ("index.md", {"package": ["package/index.md", "package/roles.md"]}, "glossary.md")


@pytest.fixture(scope="module", params=[ROOT_URL, PATH_URL], ids=["root", "sub-path"])
def site_url(request):
    return request.param


@pytest.fixture(scope="module")
def built(project, site_url):
    files = {name: project.page(*page) for name, page in PAGES.items()}
    built = project(files, nav=NAV).build(SCN_SITE_URL=site_url)
    assert (built.status, built.log) == (0, "")
    return built


def head(page):
    """Robots, canonical and alternates of a page."""
    robots = [meta.get("content") for meta in page.iter("meta") if meta.get("name") == "robots"]
    links = [link.attrib for link in page.iter("link")]
    canonical = [link["href"] for link in links if link["rel"] == "canonical"]
    alternates = [
        (link["hreflang"], link["href"])
        for link in links
        if link["rel"] == "alternate" and "hreflang" in link
    ]
    return robots, canonical, alternates


def by_class(page, name):
    return [one for one in page.iter() if name in (one.get("class") or "").split()]


def words(element):
    return " ".join("".join(element.itertext()).split())


def links(element, address, site_url):
    """Where the links of a page lead, relative to the root of the site."""
    targets = [urljoin(site_url + address, a.get("href")) for a in element.iter("a")]
    return [target.removeprefix(site_url) for target in targets]


# Fallback pages

FALLBACKS = {
    "fr/package/": "package/index.md",
    "fr/glossary/": "glossary.md",
    "el/": "index.md",
    "el/package/": "package/index.md",
    "el/package/roles/": "package/roles.md",
    "el/glossary/": "glossary.md",
}


@pytest.mark.parametrize("address", FALLBACKS)
def test_the_english_text_on_a_fallback_page_says_that_it_is_english(built, address):
    page = built.page(address)
    (article,) = page.iter("article")
    assert page.get("lang") == address[:2]
    assert (article.get("lang"), article.get("dir")) == ("en", "ltr")


@pytest.mark.parametrize("address", FALLBACKS)
def test_search_engines_are_kept_from_a_fallback_page(built, address):
    assert head(built.page(address)) == (["noindex"], [], [])
    assert "data-pagefind-body" not in built.text(f"{address}index.html")


@pytest.mark.parametrize(("address", "path"), FALLBACKS.items())
def test_a_notice_in_the_language_of_the_reader_offers_to_translate(built, site_url, address, path):
    page, language = built.page(address), address[:2]
    (notice,) = by_class(page, "scn-notice")
    assert f"{language}: This page has not been translated yet." in words(notice)
    english = path.removesuffix(".md").removesuffix("index").lstrip("/")
    english = f"{english}/" if english and not english.endswith("/") else english
    found = {a.get("href").partition("&value=")[0]: words(a) for a in notice.iter("a")}
    folder, _, name = f"{language}/{path}".rpartition("/")
    new_file = (
        "https://git.example.org/smart-communities-network/knowledge-base/new/main/docs/"
        f"{folder}?filename={name}"
    )
    assert found[new_file] == f"{language}: Translate this page"
    to_english = [target for target in found if urljoin(site_url + address, target) != target]
    assert [urljoin(site_url + address, target) for target in to_english] == [site_url + english]


def test_translated_pages_have_no_notice(built):
    pages = ("", "fr/", "package/roles/", "fr/package/roles/", "fr/sessions/", "el/sessions/pt/")
    assert [by_class(built.page(address), "scn-notice") for address in pages] == [[]] * 6
    assert [next(built.page(a).iter("article")).get("lang") for a in pages] == [None] * 6


# Translations


def test_translations_name_each_other_with_absolute_addresses(built, site_url):
    roles = [
        ("en", f"{site_url}package/roles/"),
        ("fr", f"{site_url}fr/package/roles/"),
        ("x-default", f"{site_url}package/roles/"),
    ]
    home = [("en", site_url), ("fr", f"{site_url}fr/"), ("x-default", site_url)]
    alone = [("en", f"{site_url}glossary/"), ("x-default", f"{site_url}glossary/")]
    addresses = ("package/roles/", "fr/package/roles/", "", "fr/", "glossary/")
    assert {address: head(built.page(address)) for address in addresses} == {
        "package/roles/": ([], [f"{site_url}package/roles/"], roles),
        "fr/package/roles/": ([], [f"{site_url}fr/package/roles/"], roles),
        "": ([], [site_url], home),
        "fr/": ([], [f"{site_url}fr/"], home),
        "glossary/": ([], [f"{site_url}glossary/"], alone),
    }


def test_every_alternate_is_a_page_that_answers_with_the_same_alternates(built, site_url):
    for address, page in built.pages.items():
        _, canonical, alternates = head(page)
        assert len(dict(alternates)) == len(alternates)
        for tag, href in alternates:
            other = built.pages[href.removeprefix(site_url)]
            assert head(other)[2] == alternates, (address, tag)
            assert tag in ("x-default", other.get("lang"))
        assert bool(canonical) == bool(alternates)


def test_pages_made_from_data_are_translations_in_every_language(built, site_url):
    _, canonical, alternates = head(built.page("el/sessions/pt/"))
    assert canonical == [f"{site_url}el/sessions/pt/"]
    assert alternates == [
        ("en", f"{site_url}sessions/pt/"),
        ("fr", f"{site_url}fr/sessions/pt/"),
        ("el", f"{site_url}el/sessions/pt/"),
        ("x-default", f"{site_url}sessions/pt/"),
    ]


# The language menu


def choices(built, address, site_url):
    page = built.page(address)
    (menu,) = [one for one in by_class(page, "scn-languages") if one.tag == "ul"]
    return [
        (
            a.get("lang"),
            a.get("hreflang"),
            (a.text or "").strip(),
            urljoin(site_url + address, a.get("href")).removeprefix(site_url),
            bool(by_class(a, "scn-languages__lacks")),
            a.get("aria-current"),
        )
        for a in menu.iter("a")
    ]


@pytest.mark.parametrize("current", CODES)
def test_the_menu_keeps_the_page_and_marks_the_languages_that_lack_it(built, site_url, current):
    address = {"en": "package/roles/", "fr": "fr/package/roles/", "el": "el/package/roles/"}
    expected = [
        ("en", "en", "English", address["en"], False),
        ("fr", "fr", "français", address["fr"], False),
        ("el", "el", "ελληνικά", address["el"], True),
    ]
    assert choices(built, address[current], site_url) == [
        (*choice, "true" if choice[0] == current else None) for choice in expected
    ]


def test_the_menu_never_leads_to_a_dead_end(built, site_url):
    offered = 0
    for address in built.pages:
        if not address.endswith("404.html"):
            for choice in choices(built, address, site_url):
                assert choice[3] in built.pages
                offered += 1
    assert offered > 50


def test_what_a_language_lacks_is_said_in_words_too(built):
    (menu,) = [one for one in by_class(built.page("fr/"), "scn-languages") if one.tag == "ul"]
    (lacking,) = by_class(menu, "scn-languages__lacks")
    assert "fr: this page in English" in words(lacking)
    assert "fr" in {one.get("lang") for one in lacking.iter()}


def test_the_menu_works_without_a_script(built):
    page = built.page("fr/")
    menu = next(one for one in page.iter() if one.get("id") == "scn-languages")
    buttons = [b for b in page.iter("button") if b.get("popovertarget") == "scn-languages"]
    assert "popover" in menu.attrib
    assert buttons
    (script,) = (one for one in page.iter("script") if one.get("type") != "application/ld+json")
    assert script.get("src", "").endswith("assets/js/page.js")
    assert "scn-languages" not in (ROOT / "docs/assets/js/page.js").read_text("utf-8")


# Navigation


def entries(built, address):
    """Text and language of the links in the main menu and in the list of the section."""
    page = built.page(address)
    menus = [*by_class(page, "scn-menu"), *by_class(page, "scn-sidebar")]
    return {(words(a), a.get("lang")) for menu in menus for a in menu.iter("a")}


def test_entries_that_are_not_translated_say_that_they_are_english(built):
    assert entries(built, "fr/package/roles/") == {
        ("fr: Home", None),
        ("Package", "en"),
        ("Rôles", None),
        ("Glossary", "en"),
    }
    assert entries(built, "el/package/roles/") == {
        ("el: Home", None),
        ("Package", "en"),
        ("Roles", "en"),
        ("Glossary", "en"),
    }
    assert {language for _, language in entries(built, "package/roles/")} == {None}


@pytest.mark.parametrize("address", ["package/", "fr/package/", "el/package/roles/"])
def test_titles_of_sections_come_from_keys(built, address):
    language = address[:2] if address[2] == "/" else "en"
    (title,) = by_class(built.page(address), "scn-sidebar__title")
    mark = "" if language == "en" else f"{language}: "
    assert words(title) == f"{mark}Informative package"


def test_the_current_page_is_marked_once_in_each_menu(built):
    page = built.page("fr/package/roles/")
    for name in ("scn-menu", "scn-sidebar"):
        (menu,) = by_class(page, name)
        current = [words(a) for a in menu.iter("a") if a.get("aria-current") == "page"]
        assert current == ["Rôles"]


@pytest.mark.parametrize("address", ["el/", "el/package/", "el/package/roles/", "fr/package/"])
def test_links_in_the_text_of_a_fallback_page_stay_in_the_language_of_the_reader(
    built, site_url, address
):
    page, language = built.page(address), address[:2]
    (article,) = page.iter("article")
    inside = [target for target in links(article, address, site_url) if "://" not in target]
    assert inside
    assert {target.partition("/")[0] for target in inside} == {language}


def test_every_link_of_every_page_leads_to_something_or_to_a_page_of_the_real_site(built, site_url):
    """The footer and the actions name pages that a small site does not have."""
    real = {"about", "network", "sessions", "ldt", "package", "search", "contribute", "assets"}
    checked = 0
    for address, page in built.pages.items():
        for target in links(page, address, site_url):
            path, _, fragment = target.partition("#")
            checked += 1
            if "://" in path or path.startswith("mailto:"):
                continue
            if path in built.pages:
                ids = {one.get("id") for one in built.pages[path].iter()}
                assert not fragment or fragment in ids, (address, target)
            elif not (built.site / path).is_file():
                first = re.sub(r"^(?:fr|el)/", "", path).partition("/")[0]
                assert first in real, (address, target)
    assert checked > 500


# Errors


def test_each_language_has_a_page_for_errors_and_the_one_at_the_root_offers_all(built, site_url):
    base = site_url.removeprefix("https://").partition("/")[2]
    for language in CODES:
        address = "404.html" if language == "en" else f"{language}/404.html"
        page = built.page(address)
        assert page.get("lang") == language
        assert head(page) == (["noindex"], [], [])
        (article,) = page.iter("article")
        offered = {
            (a.get("lang"), words(a), a.get("href")) for a in article.iter("a") if a.get("lang")
        }
        assert offered == {
            ("en", "English", f"/{base}"),
            ("fr", "français", f"/{base}fr/"),
            ("el", "ελληνικά", f"/{base}el/"),
        }


def test_a_page_for_errors_stands_at_any_address_so_it_links_from_the_root(built, site_url):
    base = "/" + site_url.removeprefix("https://").partition("/")[2]
    for language in ("404.html", "fr/404.html"):
        page = built.page(language)
        found = [one.get("href") for one in page.iter() if one.tag in ("a", "link")]
        found += [one.get("src") for one in page.iter() if one.get("src")]
        found += [form.get("action") for form in page.iter("form")]
        inside = [link for link in found if not link.startswith(("https://", "#"))]
        assert len(inside) > 10
        assert [link for link in inside if not link.startswith(base)] == []


# Documents


def test_every_page_has_a_language_a_title_a_description_and_one_first_heading(built):
    assert len(built.pages) > 30
    for address, page in built.pages.items():
        first = address.partition("/")[0]
        assert page.get("lang") == (first if first in CODES else "en"), address
        assert words(page.find("head/title")), address
        description = page.find("head/meta[@name='description']")
        assert description.get("content"), address
        assert len(list(page.iter("h1"))) == 1, address


def test_an_id_stands_once_on_a_page(built):
    for address, page in built.pages.items():
        ids = [one.get("id") for one in page.iter() if one.get("id")]
        assert sorted(set(ids)) == sorted(ids), address


def test_nothing_is_asked_from_another_host_and_nothing_is_inline(built):
    for address, page in built.pages.items():
        for one in page.iter():
            assert "style" not in one.attrib, address
            assert one.tag != "style", address
            assert not [name for name in one.attrib if name.startswith("on")], address
            if one.tag == "script":
                assert one.get("src") or one.get("type") == "application/ld+json", address
            if one.get("src"):
                assert "//" not in one.get("src"), address
            if one.tag == "link" and one.get("rel") in ("stylesheet", "icon", "preload"):
                assert "//" not in one.get("href"), address


# A new language


def test_a_new_language_needs_a_page_its_words_and_its_entry_in_the_list(project):
    """Nothing else is touched: no line of mkdocs.yml, no template, no code."""
    files = {"en/index.md": project.page("Home"), "en/glossary.md": project.page("Glossary")}
    one = project(files, languages=("en",))
    assert one.build().status == 0
    one.write("docs/mt/glossary.md", project.page("Glossarju"))
    before = one.build()
    assert before.status == 1
    assert before.log == (
        "ERROR: 1 problem in the content:\n"
        'docs/mt/glossary.md:1:1: the folder "mt" is not known. Allowed: en.'
        " Add the language to docs/_data/languages.yml or move the page.\n"
    )
    languages = (one.root / "docs/_data/languages.yml").read_text("utf-8")
    entry = "- {code: mt, name: Malti, english_name: Maltese}\n"
    one.write("docs/_data/languages.yml", languages + entry)
    without_words = one.build()
    assert without_words.status == 1
    assert without_words.log == (
        "ERROR: 1 problem in the content:\n"
        "docs/_data/strings/mt.yml:1:1: The file is missing."
        " Write it, or restore it from the repository.\n"
    )
    one.write("docs/_data/strings/mt.yml", project.strings("mt"))
    built = one.build()
    assert (built.status, built.log) == (0, "")
    page = built.page("mt/glossary/")
    assert (page.get("lang"), words(next(page.iter("h1")))) == ("mt", "Glossarju")
    assert built.page("mt/").find(".//article").get("lang") == "en"
    tags = [tag for tag, _ in head(built.page("glossary/"))[2]]
    assert tags == ["en", "mt", "x-default"]


def test_a_page_that_english_does_not_have_is_there_in_its_own_language_only(project):
    files = {"en/index.md": project.page("Home"), "fr/only.md": project.page("Seulement")}
    built = project(files).build(strict=False)
    assert built.status == 0
    assert {a for a in built.pages if "only" in a} == {"fr/only/"}
    _, canonical, alternates = head(built.page("fr/only/"))
    assert canonical == ["https://knowledge-base.example.org/fr/only/"]
    assert [tag for tag, _ in alternates] == ["fr", "x-default"]
    found = choices(built, "fr/only/", "https://knowledge-base.example.org/")
    assert [(choice[0], choice[3], choice[4]) for choice in found] == [
        ("en", "", True),
        ("fr", "fr/only/", False),
        ("el", "el/", True),
    ]


def test_only_some_languages_can_be_built(project):
    files = {"en/index.md": project.page("Home"), "fr/index.md": project.page("Accueil")}
    one = project(files)
    whole = one.build(site="whole").files()
    for request, codes in (("el", {"el"}), ("auto", {"en", "fr"}), ("en", {"en"})):
        built = one.build(SCN_LANGUAGES=request)
        assert (built.status, built.log) == (0, "")
        assert {page.get("lang") for page in built.pages.values()} == codes
        for name, content in built.files().items():
            if name not in ("scn-shard.json", "pagefind/pagefind-entry.json"):
                assert content == whole[name], name
