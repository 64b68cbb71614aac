"""A window of 320 px in all languages of the frame: nothing is cut, nothing lies over another
thing, and nobody has to scroll sideways."""

from __future__ import annotations

import pytest
from browser.accessibility_matrix import KINDS, prefix

pytestmark = pytest.mark.browser

PAGES = ("home", "guide", "agenda", "search")
FAULTS = r"""() => {
  const found = [];
  const room = document.documentElement.clientWidth;
  const name = (one) => one.outerHTML.slice(0, 90).replace(/\s+/g, " ");
  if (document.documentElement.scrollWidth > room) found.push("the page scrolls sideways");

  const scope = document.querySelector(":popover-open") ?? document.body;
  const isForEars = (one) => getComputedStyle(one).clipPath === "inset(50%)";
  const isShown = (one) => {
    if (!one.checkVisibility({visibilityProperty: true})) return false;
    for (let around = one; around; around = around.parentElement) {
      if (isForEars(around)) return false;
    }
    return true;
  };
  const shown = [...scope.querySelectorAll("*")].filter(
    (one) => isShown(one) && one.closest("[popover]") === scope.closest("[popover]"),
  );

  // Words that stick out of the window, or of a box that hides what is too long.
  for (const one of shown) {
    const style = getComputedStyle(one);
    const hides = (value) => value === "hidden" || value === "clip";
    const isCut = (hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
      || (hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1);
    if (isCut) found.push(`cut: ${name(one)}`);
    if (one.closest(".scn-table, pre, svg")) continue;  // scroll, in a region that takes the focus
    for (const node of one.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = one.closest("a, button, label, summary, li") ?? one;
      const around = box.getBoundingClientRect();
      const isInline = getComputedStyle(box).display === "inline";
      for (const {left, right, width} of range.getClientRects()) {
        if (width && (left < -1 || right > room + 1)) found.push(`out of the window: ${name(one)}`);
        else if (!isInline && width && (left < around.left - 1 || right > around.right + 1)) {
          found.push(`out of its box: ${name(one)}`);
        }
      }
    }
    if (one.placeholder && !one.value) {
      const pen = document.createElement("canvas").getContext("2d");
      pen.font = style.font;
      const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
      const {width} = pen.measureText(one.placeholder);
      if (width > one.clientWidth - padding) found.push(`cut: ${name(one)}`);
    }
  }

  // Things to click that lie over each other.
  const things = shown.filter((one) => one.matches("a[href], button, input, select, summary"));
  const boxes = things.flatMap((one) => [...one.getClientRects()].map((box) => [one, box]));
  boxes.sort((a, b) => a[1].top - b[1].top);
  boxes.forEach(([one, box], place) => {
    for (const [other, next] of boxes.slice(place + 1)) {
      if (next.top >= box.bottom - 2) break;
      if (one === other || one.contains(other) || other.contains(one)) continue;
      const wide = Math.min(box.right, next.right) - Math.max(box.left, next.left);
      const high = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
      if (wide > 2 && high > 4) found.push(`overlap: ${name(one)} and ${name(other)}`);
    }
  });
  return [...new Set(found)];
}"""
OPEN_PARTS = """id => {
  for (const part of document.querySelectorAll(`#${id} details`)) part.open = true;
}"""
POPOVERS = "[popovertarget]:not([popover] *):visible"


@pytest.fixture(scope="module")
def languages(site) -> list[str]:
    return ["en", *sorted(path.parent.name for path in site.glob("*/404.html"))]


def test_everything_fits_into_320_px_in_all_languages(new_context, address, budgets, languages):
    page = new_context(viewport={"width": 320, "height": 640}).new_page()
    found, states = {}, 0

    def look(what: str) -> None:
        nonlocal states
        states += 1
        if faults := page.evaluate(FAULTS):
            found[what] = faults

    for language in languages:
        for kind in PAGES:
            page.goto(address + prefix(language) + KINDS[kind])
            look(f"{language}: {kind}")
        names = page.locator(POPOVERS).evaluate_all(
            "all => all.map((a) => a.popoverTargetElement.id)"
        )
        assert len(names) == 3
        for name in names:
            page.evaluate("id => document.getElementById(id).showPopover()", name)
            page.evaluate(OPEN_PARTS, name)
            look(f"{language}: {name}")
            page.evaluate("id => document.getElementById(id).hidePopover()", name)
    budgets.record("320 px", sum(map(len, found.values())), of=states)
    assert found == {}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("main.style.minWidth = '400px'", "the page scrolls sideways"),
        ("h1.style.cssText = 'overflow: hidden; white-space: nowrap; width: 3rem'", "cut: <h1"),
        ("h1.style.cssText = 'white-space: nowrap; font-size: 6rem'", "out of the window: <h1"),
        ("document.querySelector('.scn-brand').style.marginBottom = '-4rem'", "overlap: <"),
    ],
)
def test_a_fault_would_be_seen(new_context, address, change, fault):
    page = new_context(viewport={"width": 320, "height": 640}, bypass_csp=True).new_page()
    page.goto(address + KINDS["guide"])
    page.evaluate(
        "change => { const [main, h1] = ['main', 'h1'].map((n) => document.querySelector(n));"
        f" {change}; }}"
    )
    assert any(one.startswith(fault) for one in page.evaluate(FAULTS)), page.evaluate(FAULTS)
