"""The map of the Member States beside its table: eyes, pointers, keyboards, weight."""

from __future__ import annotations

import gzip
import re

import pytest

pytestmark = pytest.mark.browser

COUNTRIES = "sessions/countries/"


def test_a_state_on_the_map_leads_where_its_row_in_the_table_leads(watched):
    page = watched().open(COUNTRIES)
    on_the_map = page.locator(".scn-map__state[href]").evaluate_all(
        "all => all.map(one => [one.querySelector('title').textContent.split('\\n')[0],"
        " one.href.baseVal])"
    )
    in_the_table = page.locator(".scn-table th a").evaluate_all(
        "all => all.map(one => [one.textContent, one.getAttribute('href')])"
    )
    assert len(in_the_table) == 27
    assert sorted(on_the_map) == sorted(in_the_table)
    page.locator(".scn-map__state[href*='/mt/'] circle").click()
    assert page.url.endswith("/sessions/mt/")


def test_the_small_states_can_be_hit(watched):
    """WCAG 2.2, 2.5.8; on a phone the rows of the table are the equivalent."""
    page = watched().open(COUNTRIES)
    for code in ("mt", "lu", "cy"):
        box = page.locator(f".scn-map__state[href*='/{code}/']").bounding_box()
        assert min(box["width"], box["height"]) >= 24, code


@pytest.mark.parametrize("language", ["", "el/"])
def test_the_keyboard_goes_from_the_text_to_the_table(watched, language):
    page = watched().open(language + COUNTRIES)
    page.locator("article > p a").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "scn-table"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") in ("Belgium", "Βέλγιο")


def test_the_picture_is_not_read_out_and_what_is_below_it_is(watched):
    page = watched().open(COUNTRIES)
    read = page.locator(".scn-map").aria_snapshot()
    assert re.fullmatch(r"- paragraph: Each state on the map leads to its page\. .*", read)


@pytest.mark.parametrize("language", ["en", "bg", "el", "de"])
@pytest.mark.parametrize("path", [COUNTRIES, "sessions/figures/"])
def test_nothing_is_cut_on_a_phone(watched, language, path):
    address = ("" if language == "en" else f"{language}/") + path
    page = watched(viewport={"width": 320, "height": 800}).open(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".scn-map, .scn-chart").count() >= 1
    for text in page.locator(".scn-map > p, .scn-map__legend li, .scn-chart text").all():
        box = text.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320


def test_shapes_differ_where_colours_are_forced(watched):
    page = watched(forced_colors="active").open(COUNTRIES)
    fill = "one => getComputedStyle(one).fill"
    member = page.locator("a.scn-map__member path").first.evaluate(fill)
    hatched = page.locator("a:not(.scn-map__member) > path").first.evaluate(fill)
    assert member != hatched
    assert hatched.startswith("url(")


@pytest.mark.parametrize("language", ["", "bg/", "el/"])
@pytest.mark.parametrize("path", [COUNTRIES, "sessions/figures/"])
def test_the_first_load_is_light(watched, site, language, path):
    found = watched()
    asked = []
    found.page.on("request", lambda request: asked.append(request.url))
    found.open(language + path)
    found.page.wait_for_load_state("networkidle")
    # The mark in the header is the icon of the window too, and fetched once.
    files = [url.removeprefix(found.address) for url in dict.fromkeys(asked)]
    files = [f"{file}index.html" if file.endswith("/") else file for file in files]
    sizes = {file: len(gzip.compress((site / file).read_bytes(), 9)) for file in files}
    assert len(files) <= 7, files
    assert sum(sizes.values()) <= 30 * 1024, sizes
