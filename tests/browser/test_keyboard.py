"""By keyboard alone: every function is reached, the focus is always seen, Esc closes what opened.

A window of 320 × 256 is one of 1,280 × 1,024 at 400 % zoom.
"""

from __future__ import annotations

import pytest
from browser.accessibility_matrix import KINDS, QUERIES, prefix

pytestmark = pytest.mark.browser

WINDOWS = {
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "400 %": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
}
PAGES = ("home", "guide", "agenda", "search", "session", "glossary")
MOST_STOPS = 600

TOOLS = """
window.scnStops = [];
window.scnHas = "a[href], button, input:not([type=hidden]), select, textarea, summary, "
  + "[tabindex='0']";

// What the eye sees of a stop: the switch of a tab is hidden, and its label stands for it.
window.scnSeen = (stop) => {
  const isHidden = stop.getBoundingClientRect().width < 2 || getComputedStyle(stop).opacity === "0";
  return isHidden && stop.labels?.length ? stop.labels[0] : stop;
};

window.scnName = (stop) => stop.outerHTML.slice(0, 120).replace(/\\s+/g, " ");

window.scnStop = () => {
  const stop = document.activeElement;
  if (stop === document.body || stop === document.documentElement) return null;
  if (window.scnStops.includes(stop)) return null;
  window.scnStops.push(stop);
  const faults = [];
  const seen = window.scnSeen(stop);
  const rings = [stop, seen, seen.parentElement].map((one) => getComputedStyle(one));
  if (!rings.some((one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2)) {
    faults.push("no ring");
  }
  const box = seen.getClientRects()[0] ?? seen.getBoundingClientRect();
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  if (box.left < -1 || box.right > innerWidth + 1) faults.push("beyond the side");
  if (bottom - top < Math.min(box.height, 20) - 1 || right - left < Math.min(box.width, 20) - 1) {
    faults.push(`off the screen: ${[box.top, box.bottom, innerHeight].map(Math.round)}`);
  } else {
    const points = [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2]];
    const isOver = ([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && (seen.contains(hit) || hit.contains(seen) || stop.contains(hit));
    };
    if (!points.some(isOver)) faults.push("covered");
  }
  return faults.map((fault) => `${fault}: ${window.scnName(stop)}`);
};

// What can be used and was never reached; of a group of radio buttons one is a stop.
window.scnMissed = () => [...document.querySelectorAll(window.scnHas)].filter((one) => {
  if (one.tabIndex < 0 || one.disabled || window.scnStops.includes(one)) return false;
  if (!one.checkVisibility({visibilityProperty: true})) return false;
  if (one.closest("[popover]:not(:popover-open)")) return false;
  if (one.type === "radio") {
    return !window.scnStops.some((other) => other.type === "radio" && other.name === one.name);
  }
  return true;
}).map((one) => `never reached: ${window.scnName(one)}`);
"""


class Walk:
    def __init__(self, page) -> None:
        self.page = page
        self.faults: list[str] = []
        self.stops = 0
        page.add_init_script(TOOLS)

    def all_stops(self) -> None:
        """Tab from the top to the end."""
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            found = self.page.evaluate("scnStop()")
            if found is None:
                break
            self.stops += 1
            self.faults += found
        else:
            self.faults.append(f"no end after {MOST_STOPS} stops")
        self.faults += self.page.evaluate("scnMissed()")

    def menus(self) -> None:
        """Each opens by Enter, takes the focus in, closes by Esc and gives it back."""
        page = self.page
        buttons = page.locator("[popovertarget]:not([popover] *):visible")
        for number in range(buttons.count()):
            button = buttons.nth(number)
            name = button.get_attribute("popovertarget")
            menu = page.locator(f"#{name}")
            button.focus()
            page.keyboard.press("Enter")
            self.expect(menu.is_visible(), f"{name} does not open")
            within = menu.locator("a[href]:visible, button:visible, input:checked, summary:visible")
            for _ in range(within.count()):
                page.keyboard.press("Tab")
                self.expect(menu.locator(":focus").count() == 1, f"{name}: the focus is outside")
                self.faults += page.evaluate("scnStops = [], scnStop()")
                self.stops += 1
            page.keyboard.press("Escape")
            self.expect(not menu.is_visible(), f"{name} is not closed by Esc")
            is_back = button.evaluate("element => element === document.activeElement")
            self.expect(is_back, f"{name}: the focus does not come back")

    def expect(self, holds: bool, fault: str) -> None:
        if not holds:
            self.faults.append(fault)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("language", ["en", "bg"])
def test_a_walk_by_keyboard(new_context, address, budgets, language, window):
    page = new_context(**WINDOWS[window]).new_page()
    walk = Walk(page)
    found = {}
    for kind in PAGES:
        query = f"?q={QUERIES[language]}" if kind == "search" else ""
        page.goto(address + prefix(language) + KINDS[kind] + query)
        if query:
            page.wait_for_selector("#scn-search-results a")
        walk.faults = []
        walk.all_stops()
        if kind == "home":
            walk.menus()
        if walk.faults:
            found[kind] = walk.faults
    budgets.record("keyboard", sum(map(len, found.values())), of=walk.stops)
    assert found == {}
    assert walk.stops > 300


@pytest.mark.parametrize("language", ["en", "bg"])
def test_the_search_is_asked_and_followed_by_keyboard(watched, language):
    one = watched()
    page = one.open(prefix(language))
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "scn-q":
            break
    page.keyboard.type(QUERIES[language])
    page.keyboard.press("Enter")
    page.wait_for_selector("#scn-search-results a")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator("#scn-search-results a:focus").count():
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("article")
    assert "/search/" not in page.url


def test_what_opens_and_what_is_chosen_answers_the_keyboard(watched):
    page = watched().open("contribute/components/")
    answer = page.locator("article details.question").first
    assert answer.get_attribute("open") is None
    answer.locator("summary").focus()
    page.keyboard.press("Enter")
    assert answer.get_attribute("open") is not None
    page.keyboard.press("Space")
    assert answer.get_attribute("open") is None
    page.locator(".tabbed-set > input").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".tabbed-set > input").nth(1).is_checked()
    assert page.locator(".tabbed-block").nth(1).is_visible()
    box = page.locator(".scn-task input").first
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked()
