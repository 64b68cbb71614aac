"""A small style sheet has the rules of the one that people write, as a browser reads both."""

from __future__ import annotations

from pathlib import Path

import pytest

from scn.served_assets import JOINED, served_assets

pytestmark = pytest.mark.browser

DOCS = Path(__file__).resolve().parents[2] / "docs"
SOURCES = {
    path.relative_to(DOCS).as_posix(): path.read_text("utf-8")
    for path in sorted(DOCS.glob("assets/css/*.css"))
}
RULES = r"""text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const spaces = / ?([,/]) ?| (?=\))|(?<=\() |(?<=@supports .[\w-]+:) /g;
  return [...sheet.cssRules].map(
    (rule) => rule.cssText.replace(/\s+/g, " ").replace(spaces, "$1"),
  );
}"""
"""A value with a variable in it is kept as it was written, so spaces that say nothing go."""


@pytest.mark.parametrize(("name", "small"), [*served_assets(SOURCES)], ids=lambda one: one[:30])
def test_a_small_sheet_has_the_same_rules(new_context, name, small):
    page = new_context().new_page()
    written = "\n".join(SOURCES[part] for part in JOINED.get(name, (name,)))
    rules = page.evaluate(RULES, written)
    assert len(rules) > 1
    assert page.evaluate(RULES, small) == rules
