"""axe-core, WCAG 2.0 to 2.2 A and AA: kinds of pages × languages × light and dark × two widths.

The accessibility statement tells readers what is looked at here: after a change of KINDS,
LANGUAGES, SCHEMES or WIDTHS, run `python scripts/accessibility.py record`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from scn.accessibility.record import RECORD_FILE, Matrix, load_record

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
    "statement": "about/accessibility/",
}
LANGUAGES = ["en", "el", "bg"]
SCHEMES = ["light", "dark"]
WIDTHS = [1280, 320]
MATRIX = Matrix(
    kinds=tuple(KINDS), languages=tuple(LANGUAGES), schemes=tuple(SCHEMES), widths=tuple(WIDTHS)
)


def violations(page):
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    return [
        (one["id"], node["target"], node["failureSummary"])
        for one in found["violations"]
        for node in one["nodes"][:3]
    ]


def note_run(page, language, scheme, width, problems):
    """For `scripts/accessibility.py record`, which says where to write."""
    results = os.environ.get("SCN_ACCESSIBILITY_RESULTS")
    if results:
        line = {
            "matrix": {name: getattr(MATRIX, name) for name in MATRIX.__slots__},
            "language": language,
            "scheme": scheme,
            "width": width,
            "version": page.evaluate("axe.version"),
            "problems": problems,
        }
        with Path(results).open("a", encoding="utf-8") as file:
            file.write(f"{json.dumps(line)}\n")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
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
    note_run(page, language, scheme, width, sum(map(len, found.values())))
    assert found == {}


def test_the_statement_tells_readers_what_is_looked_at_here():
    """Otherwise run `python scripts/accessibility.py record`."""
    root = Path(__file__).parents[2]
    record = load_record((root / RECORD_FILE).read_text("utf-8"), RECORD_FILE)
    locked = json.loads((root / "package-lock.json").read_text("utf-8"))
    version = locked["packages"]["node_modules/axe-core"]["version"]
    assert (record.matrix, record.version) == (MATRIX, version)
