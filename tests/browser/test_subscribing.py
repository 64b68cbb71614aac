"""Copying the address of a calendar, with and without scripts, and where it is refused."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ADDRESS = "https://knowledge-base.example.org/el/sessions/kind/online-training/calendar.ics"


def row_of(page):
    return page.locator(".scn-calendars > li").filter(has_text=ADDRESS)


def test_a_button_copies_the_address_and_says_so(watched):
    one = watched(permissions=["clipboard-read", "clipboard-write"])
    page = one.open("el/sessions/subscribe/")
    row = row_of(page)
    button = row.locator("button")
    before = button.text_content()
    name = row.locator(".scn-calendars__name").inner_text()
    status = page.locator("#scn-said")
    assert (status.get_attribute("role"), status.inner_text()) == ("status", "")
    button.focus()
    page.keyboard.press("Enter")
    expect(status).to_contain_text(name)
    assert page.evaluate("navigator.clipboard.readText()") == ADDRESS
    assert button.text_content() != before
    assert button.evaluate("element => element === document.activeElement")
    # The name of the calendar stays a part of the name of the button.
    assert name in button.text_content()
    expect(button).to_have_text(before, timeout=10_000)


def test_where_copying_is_refused_the_address_is_selected(watched):
    one = watched()
    one.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page = one.open("el/sessions/subscribe/")
    row_of(page).locator("button").click()
    expect(page.locator("#scn-said")).not_to_have_text("")
    assert page.evaluate("getSelection().toString()").strip() == ADDRESS


def test_without_scripts_the_address_is_text_and_no_button_is_there(watched):
    page = watched(java_script_enabled=False).open("el/sessions/subscribe/")
    row = row_of(page)
    assert row.locator("code").is_visible()
    assert not row.locator("button").is_visible()
    assert row.locator("a").get_attribute("href") == ADDRESS.replace("https:", "webcal:")


@pytest.mark.parametrize("width", [320, 1280])
def test_long_addresses_make_no_page_wider(watched, width):
    page = watched(viewport={"width": width, "height": 800}).open("sessions/subscribe/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
