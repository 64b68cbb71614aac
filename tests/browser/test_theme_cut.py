"""Nothing that a page may contain looks different for what was cut from the theme's style sheet.

The page with every component is shown twice: with the sheet as it is shipped, and with the whole
sheet of the theme in its place. What the cut changes on purpose is made equal first, by the same
tables as in scripts/theme_css.cjs: the root keeps the reader's font size, the colours are ours, and
pictures in style sheets are refused by the security policy.
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
PAGE = "contribute/components/"

_PROPERTIES = """
content background-color background-image border-block-end border-block-start border-collapse
border-end-end-radius border-end-start-radius border-inline-end border-inline-start
border-start-end-radius border-start-start-radius box-shadow caption-side clip-path color
cursor display flex-direction flex-grow flex-wrap float font-family font-size font-style
font-variant-ligatures font-variant-numeric font-weight gap hyphens inset-block-start
inset-inline-end inset-inline-start letter-spacing line-height list-style-position list-style-type
margin-block-end margin-block-start margin-inline-end margin-inline-start max-inline-size
min-inline-size opacity order outline-style overflow-wrap overflow-x padding-block-end
padding-block-start padding-inline-end padding-inline-start position quotes text-align
text-decoration text-indent text-shadow text-transform vertical-align visibility white-space
word-break z-index
"""
PROPERTIES = _PROPERTIES.split()

DIFFERENCES = """
async ([whole, frame, properties]) => {
  // The contents are of the frame, whose disclosures the cut tells apart from those of pages.
  const elements = [...document.querySelectorAll("article, article *")].filter(
    (element) => !element.closest("[class^='scn-rail'], .scn-toc"),
  );
  const parts = elements.flatMap((element) =>
    ["", "::before", "::after"].map((part) => [element, part]),
  );
  const look = () =>
    parts.map(([element, part]) => {
      const style = getComputedStyle(element, part);
      if (part && style.content === "none") return ["none"];
      return properties.map((property) => style.getPropertyValue(property));
    });
  const still = new CSSStyleSheet();
  still.replaceSync("*, ::before, ::after { transition: none !important }");
  document.adoptedStyleSheets = [still]; // no colour is looked at on its way to another
  const shipped = look();
  const site = document.querySelector("link[href$='site.css']");
  const links = [whole, frame].map((href) => Object.assign(site.cloneNode(), { href }));
  const loaded = links.map(
    (link) => new Promise((resolve) => link.addEventListener("load", resolve, { once: true })),
  );
  site.after(...links);
  await Promise.all(loaded);
  site.remove(); // last, so that no colour is without its value and none fades in
  const other = look();
  const found = parts.flatMap(([element, part], one) =>
    properties.flatMap((property, two) => {
      const values = [shipped[one][two], other[one][two]];
      const kind = element.getAttribute("class");
      const name = `${element.localName}${kind ? `.${kind}` : ""}${part}`;
      const isSame = values[0] === values[1] || values.includes(undefined);
      return isSame ? [] : [[name, property, ...values]];
    }),
  );
  return [elements.length, found];
}
"""


def whole_sheet() -> str:
    package = importlib.util.find_spec("material")
    folder = Path(package.submodule_search_locations[0], "templates/assets/stylesheets")
    (sheet,) = folder.glob("main.*.min.css")
    text = sheet.read_text("utf-8")
    cut = (ROOT / "scripts/theme_css.cjs").read_text("utf-8")
    (table,) = re.findall(r"const COLOURS = \{(.*?)\};", cut, re.DOTALL)
    colours = re.findall(r'"([\w-]+)": "([\w-]+)"', table)
    ours = ";".join(f"--md-{theirs}:var(--scn-{name})" for theirs, name in colours)
    text = re.sub(r'url\("data:[^"]*"\)|url\(data:[^)"]*\)', "none", text)
    text = re.sub(r"(-?[\d.]+)rem\b", lambda size: f"{float(size[1]) * 1.25:.4f}rem", text)
    return f"@layer theme{{{text} html{{font-size:100%}} :root{{{ours}}}}}"


BOXES = ["danger", "example", "info", "note", "question", "quote", "success", "tip", "warning"]
BACKREF = {"font-size", "line-height", "opacity", "text-decoration", "vertical-align"}
ON_PURPOSE = {
    # Lines below links, which the theme does not have: a link is not told by its colour alone.
    "a": {"text-decoration"},
    "a.footnote-ref": {"text-decoration"},
    # The way back from a note is a sign of ours, which is always seen: the theme's is a picture in
    # the style sheet, shown to a pointer only.
    "a.footnote-backref": BACKREF,
    "a.footnote-backref::before": {"content"},
    # The colours of the twelve kinds of boxes are too pale: ours are in frame.css.
    "p.admonition-title": {"background-color"},
    "p.admonition-title::before": {"background-color"},
    "summary": {"background-color"},
    "summary::before": {"background-color"},
    "summary::after": {"background-color", "color"},
    # A shadow of no size.
    "details.note": {"box-shadow"},
    **{f"div.admonition {kind}": {"box-shadow"} for kind in BOXES},
    # A key has its name only.
    "kbd.key-control::before": {"content"},
    # The line below the open tab is its own; the theme's script moves one from tab to tab.
    "label": {"border-block-end"},
    # What nobody sees: rules of the theme for elements that have neither content nor border.
    "hr": {"overflow-x"},
    "input": {"color"},
    "ol": {"display"},
    "ul": {"display"},
}


def serving(sheet: str):
    return lambda route: route.fulfill(body=sheet, content_type="text/css")


def test_a_page_with_every_component_looks_the_same_with_the_whole_sheet(watched):
    page = watched().open(PAGE)
    frame = (ROOT / "docs/assets/css/frame.css").read_text("utf-8")
    for name, sheet in {"whole.css": whole_sheet(), "frame.css": frame}.items():
        page.route(f"**/{name}", serving(sheet))
    number, found = page.evaluate(DIFFERENCES, ["/whole.css", "/frame.css", PROPERTIES])
    assert number > 400
    differences: dict[str, set[str]] = {}
    for name, property_, shipped, _ in found:
        if not shipped.startswith("0px none"):  # the colour of a border that is not there
            differences.setdefault(name, set()).add(property_)
    assert differences == ON_PURPOSE
