"""axe-core, WCAG 2.0 to 2.2 A and AA: kinds of pages × languages × light and dark × two widths.

Each language has a window for each width; while one is looked at, the other is too. The
accessibility statement tells readers what is looked at here: after a change of the matrix, run
`python scripts/accessibility.py record`.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.accessibility_matrix import CORPUS, KINDS, LANGUAGES, QUERIES, SCHEMES, WIDTHS, prefix
from playwright.sync_api import Page

from scn.accessibility.record import RECORD_FILE, Matrix, load_record

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
START = """() => {
  window.scnAxe = axe.run(document, {
    runOnly: {type: "tag", values: [
      "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
    ]},
    resultTypes: ["violations"],
  }).then(({violations}) => violations.flatMap(({id, nodes}) => nodes.slice(0, 3).map(
    ({target, failureSummary}) => [id, target.join(" "), failureSummary],
  )));
}"""
MATRIX = Matrix(kinds=tuple(KINDS), languages=LANGUAGES, schemes=SCHEMES, widths=WIDTHS)
POPOVERS = "[popovertarget]:not([popover] *)"


class Auditor:
    """Windows of all widths that show the same page, and what axe finds in them."""

    def __init__(self, new_context, address: str) -> None:
        self.address = address
        self.states = 0
        self.problems: Counter[tuple[str, int]] = Counter()
        """By scheme and width."""

        self.found: dict[str, list[list[str]]] = {}
        axe = AXE.read_text("utf-8")
        self.pages: list[Page] = []
        for width in WIDTHS:
            context = new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
            context.add_init_script(axe)
            self.pages.append(context.new_page())

    def open(self, path: str) -> None:
        for page in self.pages:
            page.goto(self.address + path)

    def audit(self, what: str) -> None:
        for scheme in SCHEMES:
            for page in self.pages:
                page.emulate_media(color_scheme=scheme)
                page.evaluate(START)
            for page, width in zip(self.pages, WIDTHS, strict=True):
                self.states += 1
                if broken := page.evaluate("window.scnAxe"):
                    self.found[f"{what}, {width} px, {scheme}"] = broken
                    self.problems[scheme, width] += len(broken)

    def note(self, language: str) -> None:
        """For `scripts/accessibility.py record`, which says where to write."""
        results = os.environ.get("SCN_ACCESSIBILITY_RESULTS")
        if not results:
            return
        with Path(results).open("a", encoding="utf-8") as file:
            for scheme in SCHEMES:
                for width in WIDTHS:
                    line = {
                        "matrix": {name: getattr(MATRIX, name) for name in MATRIX.__slots__},
                        "language": language,
                        "scheme": scheme,
                        "width": width,
                        "version": self.pages[0].evaluate("axe.version"),
                        "problems": self.problems[scheme, width],
                    }
                    file.write(f"{json.dumps(line)}\n")


@pytest.fixture
def auditor(new_context, budgets, require) -> Iterator[Callable[[str], Auditor]]:
    require(AXE.exists(), "the npm packages are not installed")
    made: list[Auditor] = []

    def make(address: str) -> Auditor:
        made.append(Auditor(new_context, address))
        return made[-1]

    yield make
    found = {what: broken for one in made for what, broken in one.found.items()}
    budgets.record("axe", sum(map(len, found.values())), of=sum(one.states for one in made))
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_of_axe_is_broken(auditor, address, language):
    one = auditor(address + prefix(language))
    for kind, path in KINDS.items():
        if kind == "search":
            one.open(f"{path}?q={QUERIES[language]}")
            for page in one.pages:
                page.wait_for_selector("#scn-search-results a")
        else:
            one.open(path)
        one.audit(kind)
    one.note(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_of_axe_is_broken_while_a_menu_is_open(auditor, address, language):
    one = auditor(address + prefix(language))
    one.open(KINDS["country"])
    ids = (
        one.pages[0]
        .locator(POPOVERS)
        .evaluate_all("all => all.map((a) => a.popoverTargetElement.id)")
    )
    assert ids == ["scn-appearance", "scn-menu", "scn-languages"]
    for popover in ids:
        for page in one.pages:  # the button of the menu is for narrow windows
            page.evaluate("id => document.getElementById(id).showPopover()", popover)
        one.audit(popover)
        for page in one.pages:
            page.keyboard.press("Escape")
    one.pages[0].locator("#scn-q").fill(QUERIES[language])  # on phones the search has its page
    one.audit("search field")


# Greek and Bulgarian texts for kinds of page that are not translated yet


@pytest.fixture(scope="module")
def corpus_site(project):
    """A small site with them, in the real frame."""
    english = {
        "index.md": "index.md",
        "package/index.md": "package/index.md",
        "components.md": "contribute/components.md",
        "table.md": "maturity/law.md",
        "glossary.md": "glossary.md",
    }
    files = {
        f"en/{name}": (ROOT / "docs/en" / source).read_text("utf-8")
        for name, source in english.items()
    }
    for language in ("el", "bg"):
        for path in sorted((HERE / "corpus" / language).glob("*.md")):
            name = "package/index.md" if path.stem == "section" else path.name
            files[f"{language}/{name}"] = path.read_text("utf-8")
    for path in sorted((ROOT / "docs/assets").rglob("*.*")):
        files[f"assets/{path.relative_to(ROOT / 'docs/assets').as_posix()}"] = path.read_text(
            "utf-8"
        )
    for language in ("en", "el", "bg"):
        name = f"_data/strings/{language}.yml"
        files[name] = (ROOT / "docs" / name).read_text("utf-8")
    nav = [
        "index.md",
        {"package": ["package/index.md", "components.md", "table.md"]},
        "glossary.md",
    ]
    built = project(files, languages=("en", "el", "bg"), nav=nav).build(strict=False)
    assert built.status == 0, built.log
    return built


@pytest.fixture(scope="module")
def corpus_address(corpus_site, served) -> Iterator[str]:
    with served(corpus_site.site) as found:
        yield found


@pytest.mark.parametrize("language", ["el", "bg"])
def test_the_corpus_has_every_component(corpus_site, real_site, language):
    def classes(page) -> set[str]:
        article = page.find(".//article")
        return {name for one in article.iter() for name in one.get("class", "").split()}

    lacking = classes(real_site.page(KINDS["components"])) - classes(
        corpus_site.page(prefix(language) + CORPUS["components"])
    )
    assert {one for one in lacking if len(one) > 2} == set()  # the shorter ones colour code


@pytest.mark.parametrize("language", ["el", "bg"])
def test_no_rule_of_axe_is_broken_with_greek_and_bulgarian_texts(auditor, corpus_address, language):
    one = auditor(corpus_address + prefix(language))
    for kind, path in CORPUS.items():
        one.open(path)
        assert one.pages[0].locator("article").get_attribute("lang") is None
        one.audit(f"{kind} of the corpus")


def test_a_broken_rule_would_be_seen(new_context, address, require):
    require(AXE.exists(), "the npm packages are not installed")
    one = Auditor(new_context, address)
    one.open(KINDS["error"])
    for page in one.pages:
        page.evaluate("document.documentElement.removeAttribute('lang')")
    one.audit("error")
    assert {broken[0][0] for broken in one.found.values()} == {"html-has-lang"}
    assert len(one.found) == one.states == len(SCHEMES) * len(WIDTHS)


def test_the_statement_tells_readers_what_is_looked_at_here():
    """Otherwise run `python scripts/accessibility.py record`."""
    record = load_record((ROOT / RECORD_FILE).read_text("utf-8"), RECORD_FILE)
    locked = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    version = locked["packages"]["node_modules/axe-core"]["version"]
    assert (record.matrix, record.version) == (MATRIX, version)
