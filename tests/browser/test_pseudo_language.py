"""The pseudo-language in a browser: texts that are 40 % longer fit, and scripts say no English."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KINDS = (
    "",
    "package/dissemination-session/",
    "contribute/components/",
    "glossary/",
    "sessions/",
    "sessions/bg/",
    "sessions/be-2027-ghent/",
    "sessions/2027-04/",
    "sessions/figures/",
    "sessions/subscribe/",
    "network/members/",
    "search/",
    "contribute/translations/",
    "a-z/",
    "404.html",
)
TOO_WIDE = """() => {
  const room = document.documentElement.scrollWidth;
  return room > innerWidth ? [room] : [];
}"""


@pytest.fixture(scope="module")
def pseudo_address(pseudo_site, served):
    with served(pseudo_site.site) as address:
        yield f"{address}en-XA/"


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_screen(new_context, pseudo_address, width):
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    wide = {}
    for path in KINDS:
        page.goto(pseudo_address + path)
        assert page.locator("html").get_attribute("lang") == "en-XA"
        if found := page.evaluate(TOO_WIDE):
            wide[path] = found
    assert wide == {}


def test_what_scripts_say_is_in_the_language_files(new_context, pseudo_address):
    page = new_context().new_page()
    page.goto(f"{pseudo_address}search/?q=šéššîöñ")
    status = page.locator("#scn-search-status")
    expect(status).to_contain_text("⟧")
    assert re.findall(r"[A-Za-z]{2,}", status.inner_text()) == []
