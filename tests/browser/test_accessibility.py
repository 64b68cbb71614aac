"""axe-core, WCAG 2.0 to 2.2 A and AA: kinds of pages × languages × light and dark × two widths."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = {
    "home": "",
    "section": "package/",
    "guide": "package/dissemination-session/",
    "components": "contribute/components/",
    "table": "maturity/law/",
    "glossary": "glossary/",
    "agenda": "sessions/",
    "month": "sessions/2024-11/",
    "countries": "sessions/countries/",
    "country": "sessions/pt/",
    "session": "sessions/network-2024-onboarding-meeting/",
    "figures": "sessions/figures/",
    "subscribe": "sessions/subscribe/",
    "search": "search/",
    "a-z": "a-z/",
    "error": "404.html",
    "reference": "contribute/reference/",
}


def violations(page):
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    return [
        (one["id"], node["target"], node["failureSummary"])
        for one in found["violations"]
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("language", ["en", "el", "bg"])
def test_no_rule_of_axe_is_broken(new_context, address, require, language, width, scheme):
    require(AXE.exists(), "the npm packages are not installed")
    context = new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    found = {}
    for kind, path in KINDS.items():
        page.goto(address + ("" if language == "en" else f"{language}/") + path)
        if broken := violations(page):
            found[kind] = broken
    page.goto(address + ("" if language == "en" else f"{language}/") + "sessions/")
    page.locator("[popovertarget='scn-languages']").first.click()
    if broken := violations(page):
        found["language menu"] = broken
    assert found == {}
