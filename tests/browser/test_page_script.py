"""What a script adds to every page: appearance, section that is read, copying, own country."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PAPER = "getComputedStyle(document.body).backgroundColor"
WHITE = "rgb(255, 255, 255)"


@pytest.mark.parametrize("language", ["", "el/"])
def test_a_chosen_appearance_is_there_on_the_next_page_before_it_is_painted(watched, language):
    page = watched(color_scheme="light").open(f"{language}package/roles/")
    assert page.evaluate(PAPER) == WHITE
    button = page.locator("[popovertarget='scn-appearance']").first
    button.focus()
    page.keyboard.press("Enter")
    choices = page.get_by_role("radio")
    expect(choices).to_have_count(3)
    assert choices.nth(0).is_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert choices.nth(2).is_checked()
    assert page.evaluate(PAPER) != WHITE
    page.keyboard.press("Escape")
    assert button.evaluate("element => element === document.activeElement")
    page.goto(page.url.replace("package/roles/", "glossary/"), wait_until="commit")
    page.wait_for_selector("body", state="attached")
    assert page.locator("html").get_attribute("data-scheme") == "dark"
    page.wait_for_load_state()
    page.locator("[popovertarget='scn-appearance']").first.click()
    assert page.get_by_role("radio").nth(2).is_checked()
    page.get_by_role("radio").nth(0).check()
    assert page.evaluate(PAPER) == WHITE
    assert page.evaluate("localStorage.length") == 0


def test_the_contents_say_which_section_is_read(watched):
    page = watched().open("package/dissemination-session/")
    current = page.locator(".scn-toc [aria-current]")
    assert current.count() == 0
    links = page.locator(".scn-toc a")
    for number in (2, 4):
        link = links.nth(number)
        link.click()
        expect(current).to_have_count(1)
        assert current.get_attribute("href") == link.get_attribute("href")
    page.keyboard.press("End")
    expect(current).to_have_attribute("href", links.last.get_attribute("href"))


def test_code_can_be_copied(new_context, address):
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}package/hands-on-agenda/")
    buttons = page.get_by_role("button", name="Copy", exact=True)
    assert buttons.count() == page.locator(".highlight > pre").count() > 0
    code = page.locator(".highlight > pre > code").first.inner_text()
    buttons.first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").last).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines() == code.splitlines()
    assert copied.startswith("station;time;level\n")


def test_nothing_moves_when_the_copy_buttons_come(watched):
    page = watched(java_script_enabled=False).open("contribute/translate-a-page/")
    assert page.locator(".scn-script").first.is_hidden()
    assert page.get_by_role("button", name="Copy", exact=True).count() == 0


def test_my_country_is_kept_on_the_device(watched):
    one = watched()
    page = one.open("el/")
    line = page.locator("#scn-my-country")
    assert line.is_hidden()
    one.open("el/sessions/pt/")
    button = page.locator("#scn-remember-country")
    before = button.inner_text()
    button.click()
    assert button.inner_text() != before
    one.open("bg/")
    expect(line.locator("a")).to_have_text("Португалия")
    line.locator("a").click()
    assert page.url == f"{one.address}bg/sessions/pt/"
    page.locator("#scn-remember-country").click()
    one.open("bg/")
    assert line.is_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_the_home_page_names_the_newest_news(watched):
    page = watched().open("el/")
    links = page.locator(".scn-news a")
    assert links.count() == 3
    assert {links.nth(n).get_attribute("lang") for n in range(3)} == {"en"}
    links.first.click()
    target = page.locator(":target")
    assert target.count() == 1
    assert "2026" in target.inner_text()
