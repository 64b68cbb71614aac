"""Nothing moves while a page is loading: cumulative layout shift, as browsers measure it."""

from __future__ import annotations

import pytest
from browser.accessibility_matrix import KINDS, prefix

pytestmark = pytest.mark.browser

MOST = 0.02
WATCH = """
window.scnShift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.scnShift += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""
SETTLED = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(scnShift), 150)));
})"""
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 2, "is_mobile": True}
WIDE = {"viewport": {"width": 1280, "height": 900}}


@pytest.mark.parametrize("window", [PHONE, WIDE], ids=["phone", "wide"])
def test_nothing_moves_while_a_page_loads(new_context, address, budgets, window):
    context = new_context(**window)
    context.add_init_script(WATCH)
    page = context.new_page()
    found = {}
    for language in ("en", "bg"):
        for kind in ("home", "guide", "agenda", "session"):
            page.goto(address + prefix(language) + KINDS[kind])
            found[language, kind] = page.evaluate(SETTLED)
    budgets.record("shift", max(found.values()), of=len(found))
    assert {one: shift for one, shift in found.items() if shift > MOST} == {}


def test_a_shift_would_be_seen(new_context, address):
    context = new_context(**WIDE)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(address)
    page.evaluate(
        "document.body.prepend(Object.assign(document.createElement('hr'), {width: 9, size: 300}))"
    )
    assert page.evaluate(SETTLED) > MOST
