"""What the style sheets promise: meanings of terms that can be put away, paper, forced colours."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def test_escape_puts_the_meaning_of_a_term_away(watched):
    page = watched().open("ldt/what-it-is/")
    term = page.locator(".scn-term").first
    tip = term.locator("[role=tooltip]")
    link = term.locator("a")
    link.focus()
    assert tip.is_visible()
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    assert link.evaluate("element => element === document.activeElement")
    page.keyboard.press("Tab")
    link.focus()
    assert tip.is_visible()


def test_one_can_go_from_a_term_to_its_meaning_without_losing_it(watched):
    page = watched().open("ldt/what-it-is/")
    term = page.locator(".scn-term").first
    term.locator("a").hover()
    box = term.locator("[role=tooltip]").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=12)
    assert term.locator("[role=tooltip]").is_visible()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_meanings_stay_inside_the_window(watched, width):
    page = watched(viewport={"width": width, "height": 800}).open("package/dissemination-session/")
    terms = page.locator(".scn-term")
    out = []
    for number in range(terms.count()):
        term = terms.nth(number)
        term.locator("a").focus()
        box = term.locator("[role=tooltip]").bounding_box()
        if box["x"] < 0 or box["x"] + box["width"] > width:
            out.append((term.inner_text(), box))
    assert terms.count() > 0
    assert out == []


def test_paper_has_boxes_to_tick_and_answers_and_no_menus(watched):
    page = watched().open("contribute/components/")
    page.emulate_media(media="print")
    assert page.locator(".scn-task input").first.is_visible()
    assert page.locator("details:not([open]) p").first.bounding_box()["height"] > 0
    for name in (".scn-sidebar", ".scn-sections", ".scn-breadcrumbs", "[popovertarget]"):
        shown = [one for one in page.locator(name).all() if one.is_visible()]
        assert shown == [], name


def test_paper_gives_the_address_of_other_sites_only(watched):
    page = watched().open("maturity/law/")
    page.emulate_media(media="print")
    after = "element => getComputedStyle(element, '::after').content"
    outside = page.locator("article a[href^=http]").first
    assert outside.get_attribute("href") in outside.evaluate(after)
    inside = page.locator("article a:not([href^=http])").first
    assert inside.evaluate(after) in ("none", "normal")


def test_signs_keep_a_colour_where_colours_are_forced(watched):
    page = watched(forced_colors="active").open("contribute/components/")
    sign = "element => getComputedStyle(element, '::before').backgroundColor"
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.locator(".admonition-title").first.evaluate(sign) != paper


def test_paper_has_page_numbers_no_empty_heading_and_the_colours_of_light(watched):
    page = watched(color_scheme="dark").open("sessions/network-2024-onboarding-meeting/")
    page.emulate_media(media="print", color_scheme="dark")
    empty = page.locator("h2:has(+ .scn-actions)")
    assert empty.count() == 1
    assert not empty.is_visible()
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert sum(int(part) for part in ink[4:-1].split(",")) < 3 * 80
    boxes = page.evaluate(
        "[...document.styleSheets].flatMap(({cssRules}) => [...cssRules])"
        ".flatMap((rule) => rule.cssText.match(/counter[(]pages[)]/) ?? [])"
    )
    assert boxes


@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_written_from_right_to_left_fits_and_its_signs_point_on(watched, width):
    page = watched(viewport={"width": width, "height": 800}).open("contribute/components/")
    sign = "(element) => getComputedStyle(element, '::after').scale"
    closed = page.locator("article details.question > summary")
    assert closed.evaluate(sign) == "none"
    left = page.locator("h1").bounding_box()["x"]
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert closed.evaluate(sign) == "-1 1"
    sidebar = page.locator(".scn-sidebar")
    if width == 1280:
        assert page.locator("h1").bounding_box()["x"] < left < sidebar.bounding_box()["x"]
    out = page.locator("article svg text").evaluate_all(
        """(texts) => texts.filter((text) => {
          const {left, right, width} = text.getBoundingClientRect();
          const around = text.ownerSVGElement.getBoundingClientRect();
          return width && (left < around.left - 1 || right > around.right + 1);
        }).map((text) => text.textContent)"""
    )
    assert out == []


def test_on_phones_a_row_is_a_card_and_still_a_row_of_a_table(watched):
    page = watched(viewport={"width": 320, "height": 800}).open("package/dissemination-session/")
    region = page.locator(".scn-table--cards").first
    assert region.evaluate("({scrollWidth, clientWidth}) => scrollWidth - clientWidth") == 0
    cell = region.locator("tbody td").nth(1)
    label = "(element) => getComputedStyle(element, '::before').content"
    assert cell.evaluate(label) == '"What to do" / ""'
    table = region.get_by_role("table")
    assert table.get_by_role("columnheader").all_inner_texts() == ["Day", "What to do", "Who"]
    assert table.get_by_role("row").nth(1).get_by_role("cell").count() == 3
    assert table.get_by_role("cell", name="Project lead", exact=True).first.is_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    assert cell.evaluate(label) == "none"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_has_a_ring_of_two_pixels_or_more(watched, scheme):
    page = watched(color_scheme=scheme).open("package/roles/")
    for _ in range(40):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, parseFloat(outlineWidth)])"
            "(getComputedStyle(document.activeElement))"
        )
        where = page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
        assert ring[0] == "solid", where
        assert ring[1] >= 2, where


def test_nothing_moves_for_those_who_asked_for_rest(watched):
    page = watched(reduced_motion="reduce").open("contribute/components/")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(one => {"
        " const style = getComputedStyle(one);"
        " return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0"
        "}).length"
    )
    assert moving == 0
