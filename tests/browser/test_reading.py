"""What a reader does: come home, change the language, find a country, a session, a word."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LANGUAGES = ["en", "el", "bg"]
PORTUGAL = {"en": "Portugal", "el": "Πορτογαλία", "bg": "Португалия"}
OWN_NAMES = {"en": "English", "el": "ελληνικά", "bg": "български"}
SESSION = "sessions/network-2024-onboarding-meeting/"


def prefix(language):
    return "" if language == "en" else f"{language}/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_home_to_a_country_and_a_session(watched, language):
    one = watched()
    page = one.open(prefix(language))
    assert page.locator("html").get_attribute("lang") == language
    page.get_by_role("link", name=PORTUGAL[language], exact=True).last.click()
    assert page.url == f"{one.address}{prefix(language)}sessions/pt/"
    assert page.locator("h1").inner_text() == PORTUGAL[language]
    page.locator(".scn-sections a[href$='sessions/'], .scn-sections a[href='../']").first.click()
    assert page.url == f"{one.address}{prefix(language)}sessions/"
    page.locator(".scn-session__title a").first.click()
    page.locator("h1").first.wait_for()  # the address is there before the page
    assert page.locator("h1").count() == 1
    assert page.locator("dl time").first.get_attribute("datetime")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_language_menu_keeps_the_page_with_and_without_scripts(watched, scripts):
    one = watched(java_script_enabled=scripts)
    page = one.open("sessions/pt/")
    for language in ["el", "bg", "en"]:
        menu = page.locator("#scn-languages")
        assert not menu.is_visible()
        page.locator("[popovertarget='scn-languages']").first.click()
        assert menu.is_visible()
        menu.get_by_role("link", name=OWN_NAMES[language]).click()
        assert page.url == f"{one.address}{prefix(language)}sessions/pt/"
        assert page.locator("h1").inner_text() == PORTUGAL[language]


def test_the_menus_open_by_key_close_by_escape_and_give_the_focus_back(watched):
    page = watched().open("el/sessions/")
    button = page.locator("[popovertarget='scn-languages']").first
    button.focus()
    page.keyboard.press("Enter")
    menu = page.locator("#scn-languages")
    assert menu.is_visible()
    page.keyboard.press("Tab")
    assert menu.locator(":focus").count() == 1
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert button.evaluate("element => element === document.activeElement")


def test_the_first_stop_of_the_keyboard_skips_to_the_content(watched):
    page = watched().open("package/roles/")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#scn-content"
    assert focused.is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "scn-content"


def test_an_untranslated_page_says_so_in_the_language_of_the_reader(watched):
    page = watched().open("bg/package/roles/")
    assert page.locator("article").get_attribute("lang") == "en"
    notice = page.locator(".scn-notice").first
    assert notice.is_visible()
    assert any("а" <= letter <= "я" for letter in notice.inner_text())


def test_the_meaning_of_a_term_shows_on_hover_and_on_focus(watched):
    page = watched().open("ldt/what-it-is/")
    term = page.locator(".scn-term").first
    tip = term.locator("[role=tooltip]")
    assert not tip.is_visible()
    term.locator("a").focus()
    assert tip.is_visible()
    page.locator("h1").click()
    assert not tip.is_visible()
    term.hover()
    assert tip.is_visible()


@pytest.mark.parametrize(
    ("language", "query"), [("en", "reminder"), ("el", "Πορτογαλία"), ("bg", "Португалия")]
)
def test_search_finds_pages_of_the_language(watched, language, query):
    one = watched()
    page = one.open(prefix(language))
    page.locator("#scn-q").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_selector("#scn-search-results a")
    assert query in page.locator("#scn-search-status").inner_text()
    links = page.locator("#scn-search-results a")
    hrefs = [links.nth(number).get_attribute("href") for number in range(links.count())]
    assert all(href.startswith(f"/{prefix(language)}") for href in hrefs), hrefs
    links.first.click()
    assert query.lower() in page.locator("main").inner_text().lower()


def test_a_search_without_hits_says_so(watched):
    page = watched().open("search/?q=ъъъъ")
    expect(page.locator("#scn-search-status")).to_contain_text("ъъъъ")
    assert page.locator("#scn-search-results li").count() == 0


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("language", ["en", "el", "bg", "de"])
def test_nothing_is_wider_than_the_screen(watched, language, width):
    one = watched(viewport={"width": width, "height": 800})
    wide = []
    for path in ["", "sessions/", "sessions/pt/", "package/dissemination-session/", "glossary/"]:
        page = one.open(prefix(language) + path)
        room = page.evaluate("document.documentElement.scrollWidth")
        if room > width:
            wide.append((path, room))
    assert wide == []
