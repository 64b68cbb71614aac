"""The results page: while typing and by the form, by section and audience, and when little is
found."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STATUS, RESULTS, HELP = "#scn-search-status", "#scn-search-results", "#scn-search-help"
MOST = 130_000
"""Bytes, compressed, of everything up to the first results."""


def prefix(language):
    return "" if language == "en" else f"{language}/"


def asked(page):
    return {name: one[0] for name, one in parse_qs(urlsplit(page.url).query).items()}


def searched(one, query, language="en", **more):
    found = "&".join(f"{name}={value}" for name, value in {"q": query, **more}.items())
    page = one.open(f"{prefix(language)}search/?{found}")
    expect(page.locator(STATUS)).to_contain_text(query.split()[0])
    return page


def titles(page):
    return page.locator(f"{RESULTS} h3").all_inner_texts()


def test_results_come_while_words_are_typed(watched):
    page = watched().open("search/")
    before = page.evaluate("history.length")
    box = page.locator("#scn-search-words")
    box.press_sequentially("data sp", delay=20)
    expect(page.locator(STATUS)).to_contain_text("“data sp”")
    box.press_sequentially("aces", delay=20)
    expect(page.locator(STATUS)).to_contain_text("“data spaces”")
    assert re.match(r"\d+ pages found", page.locator(STATUS).inner_text())
    assert page.locator(":focus").get_attribute("id") == "scn-search-words"
    assert asked(page) == {"q": "data spaces"}
    assert page.evaluate("history.length") == before
    assert "Data space" in titles(page)


def test_a_search_that_was_meant_is_an_entry_of_the_history(watched):
    page = searched(watched(), "twin")
    first = titles(page)
    box = page.locator("#scn-search-words")
    box.fill("procurement")
    expect(page.locator(STATUS)).to_contain_text("“procurement”")
    box.press("Enter")
    assert asked(page) == {"q": "procurement"}
    second = titles(page)
    assert second
    page.go_back()
    expect(page.locator(STATUS)).to_contain_text("“twin”")
    expect(page.locator(f"{RESULTS} h3").first).to_have_text(first[0])
    assert box.input_value() == "twin"
    page.go_forward()
    expect(page.locator(STATUS)).to_contain_text("“procurement”")


def test_results_stand_by_section_and_none_hides_the_best(watched):
    page = searched(watched(), "digital twin")
    sections = page.locator(f"{RESULTS} > section")
    expect(sections.nth(3)).to_be_visible()
    names = sections.locator("h2").all_inner_texts()
    assert len(set(names)) == len(names)
    for number in range(sections.count()):
        assert 1 <= sections.nth(number).locator("h3").count() <= 2
    assert titles(page)[0] == "Local digital twin"
    link = sections.nth(1).get_by_role("link", name="All results in")
    count = int(re.search(r"\((\d+)\)$", link.inner_text())[1])
    link.click()
    expect(page.locator(STATUS)).to_contain_text(f"{count} pages found")
    assert page.locator(f"{RESULTS} h2").all_inner_texts() == [names[1]]


def test_the_section_can_be_chosen_and_stands_in_the_address(watched):
    page = searched(watched(), "session")
    choice = page.get_by_label("Section", exact=True)
    expect(choice.locator("option[value=sessions]")).to_have_text(re.compile(r"\([1-9]\d*\)"))
    choice.select_option("sessions")
    expect(page.locator(f"{RESULTS} h2")).to_have_text(["Sessions"])
    assert asked(page) == {"q": "session", "section": "sessions"}
    more = page.get_by_role("button", name="Show more results")
    more.click()
    expect(page.locator(f"{RESULTS} h3")).to_have_count(20)
    assert page.locator(f"{RESULTS} .scn-results > li").nth(10).locator(":focus").count() == 1
    page.get_by_role("link", name="Show results from all sections").click()
    expect(page.locator(f"{RESULTS} h2").nth(1)).to_be_visible()
    assert asked(page) == {"q": "session"}


def test_an_audience_leaves_the_sessions_for_it(watched):
    page = searched(watched(), "meeting", audience="network-members")
    expect(page.locator(f"{RESULTS} h3").first).to_be_visible()
    assert page.locator("#scn-search-audience").input_value() == "network-members"
    hrefs = [
        link.get_attribute("href") for link in page.locator(f"{RESULTS} h3 a").element_handles()
    ]
    assert all(href.startswith("/sessions/network-") for href in hrefs), hrefs


def test_what_nobody_offers_in_the_address_is_left_out(watched):
    page = searched(watched(), "twin", section="nowhere", audience="<b>")
    expect(page.locator(f"{RESULTS} h2").nth(1)).to_be_visible()


def test_hits_lead_to_headings_and_are_marked(watched):
    one = watched()
    page = searched(one, "interpreters", section="package")
    expect(page.locator(f"{RESULTS} mark").first).to_be_visible()
    deep = page.locator(".scn-results__parts a").first
    anchor = deep.get_attribute("href").partition("#")[2]
    name = deep.inner_text()
    deep.click()
    expect(page.locator(f"[id='{anchor}']")).to_contain_text(name)


@pytest.mark.parametrize(
    ("language", "query", "term"),
    [
        ("en", "maturity", "digital-maturity"),
        ("bg", "зрялост", "digital-maturity"),
        ("el", "δεδομένων", "data-space"),
        ("de", "Datenräume", "data-space"),
    ],
)
def test_a_term_leads_to_its_entry(watched, language, query, term):
    page = searched(watched(), query, language)
    link = page.locator(f"{RESULTS} a[href$='glossary/#{term}']").first
    link.click()
    assert page.url.endswith(f"{prefix(language)}glossary/#{term}")
    expect(page.locator(f"[id='{term}']")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("language", "query"), [("bg", "Португалия"), ("de", "Zwilling"), ("el", "δεδομένων")]
)
def test_no_english_page_is_found_in_another_language(watched, language, query):
    page = searched(watched(), query, language)
    english = page.locator(f"{HELP} a[hreflang=en]")
    expect(english).to_contain_text(query)
    hrefs = [link.get_attribute("href") for link in page.locator(f"{RESULTS} a").element_handles()]
    for href in hrefs:
        assert unquote(href).startswith((f"/{language}/", "http"))
        if not href.startswith("http") and "/glossary/#" not in href:
            page.request.get(page.url.split(f"/{language}/")[0] + href)
    english.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert asked(page) == {"q": query}


def test_the_english_search_offers_no_english_search(watched):
    page = searched(watched(), "twin")
    expect(page.locator(f"{RESULTS} h2").nth(1)).to_be_visible()
    assert page.locator(f"{HELP} a[hreflang]").count() == 0


def test_other_forms_of_a_word_are_found_in_a_language_without_stems(watched):
    page = searched(watched(), "ръководството", "bg")
    expect(page.locator(HELP)).to_contain_text("„ръководство“")
    assert len(titles(page)) > 1


@pytest.mark.parametrize(
    ("language", "query", "near"),
    [("en", "prokurement", "procurement"), ("bg", "зрелостта", "зрялост")],
)
def test_near_words_are_suggested_when_nothing_is_found(watched, language, query, near):
    page = searched(watched(), query, language)
    assert titles(page) == []
    link = page.locator(HELP).get_by_role("link", name=near, exact=True)
    link.click()
    expect(page.locator(f"{RESULTS} h3").first).to_be_visible()
    assert asked(page) == {"q": near}
    assert page.get_by_role("main").locator("a[href$='a-z/']").count() == 1


@pytest.mark.parametrize(
    "query",
    ["<img src=x onerror=alert(1)>", "&lt;b&gt;", "%\"';", "ъъъъ", "{query}", "$&", "x" * 3000],
)
def test_any_text_is_text(watched, query):
    page = watched().open("search/")
    page.locator("#scn-search-words").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_contain_text(f"“{query}”")
    assert page.locator("main img").count() == 0


def test_what_is_near_and_what_is_marked(watched):
    page = watched().open("search/")
    found = page.evaluate(
        """async () => {
          const engine = await import(new URL("../assets/js/search-engine.js", location.href).href);
          const known = ["procurement", "purchase", "зрялост", "größe", "sizes", "twin"];
          return {
            distances: [
              ["twin", "twin"], ["twni", "twin"], ["twn", "twin"], ["twiin", "twin"],
              ["grosse", "größe"], ["Größe", "grösse"], ["abcd", "xyzw"], ["a", "abcd"],
            ].map(([one, other]) => [engine.distance(one, other, 2)].map(String)[0]),
            near: ["prokurment", "зрелостта", "twin", "a twni", "qqqqqq"].map((query) =>
              engine.nearQueries(query, known),
            ),
            pieces: engine.pieces("a &lt;b&gt; <mark>d'or</mark> &amp;lt;"),
            groups: engine.groupsOf(
              [{ id: 1 }, { id: 2 }, { id: 3 }], new Map([[1, "b"], [2, "a"], [3, "b"]]),
            ),
          };
        }"""
    )
    assert found == {
        "distances": ["0", "1", "1", "1", "2", "2", "Infinity", "Infinity"],
        "near": [["procurement"], ["зрялост"], [], ["a twin"], []],
        "pieces": [
            {"text": "a <b> ", "isHit": False},
            {"text": "d’or", "isHit": True},
            {"text": " &amp;lt;", "isHit": False},
        ],
        "groups": [
            {"section": "b", "hits": [{"id": 1}, {"id": 3}]},
            {"section": "a", "hits": [{"id": 2}]},
        ],
    }


def test_by_keyboard(watched):
    """In the order of the page, and no single key does anything (WCAG 2.1.4)."""
    page = searched(watched(), "twin")
    expect(page.locator(f"{RESULTS} h3").first).to_be_visible()
    page.locator("h1").click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") in ("", "scn-content")
    assert page.locator("#scn-search-words").input_value() == "twin"
    page.locator("#scn-search-words").focus()
    stops = []
    for _ in range(4):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.id || document.activeElement.href"))
    assert stops[1:3] == ["scn-search-section", "scn-search-audience"]
    assert "glossary/#" in stops[3]


def test_without_scripts_the_list_of_all_pages_is_there(watched):
    page = watched(java_script_enabled=False).open("el/search/?q=x")
    assert not page.locator("#scn-search-section").is_visible()
    page.get_by_role("main").locator("a[href$='a-z/']").click()
    assert page.url.endswith("el/a-z/")


@pytest.mark.parametrize(
    ("language", "query"), [("en", "digital twin"), ("en", "reminders"), ("bg", "Португалия")]
)
def test_everything_up_to_the_first_results(watched, site, budgets, language, query):
    one = watched()
    one.page.add_init_script(
        "new MutationObserver((_, seen) => { if (document.querySelector('.scn-results > li')) {"
        " performance.mark('first-results'); seen.disconnect(); } })"
        ".observe(document, { childList: true, subtree: true });"
    )
    page = searched(one, query, language)
    expect(page.locator(f"{RESULTS} h3").first).to_be_visible()
    urls = page.evaluate(
        """() => {
          const [shown] = performance.getEntriesByName("first-results");
          const all = performance.getEntriesByType("resource");
          return all.filter((one) => one.startTime <= shown.startTime).map((one) => one.name);
        }"""
    )
    sizes = {}
    for url in {*urls, page.url}:
        name = unquote(urlsplit(url).path).lstrip("/")
        path = site / (f"{name}index.html" if name.endswith("/") else name)
        sizes[name] = len(gzip.compress(path.read_bytes(), 9))
    budgets.record("search weight", round(sum(sizes.values()) / 1000, 1))
    assert any(name.endswith(".pf_fragment") for name in sizes)
    assert sum(sizes.values()) <= MOST, sizes


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    ("language", "query"),
    [("en", "twin"), ("en", "prokurement"), ("bg", "Португалия"), ("el", "δεδομένων"), ("de", "x")],
)
def test_no_rule_of_axe_is_broken(new_context, address, require, language, query, width, scheme):
    require(AXE.exists(), "the npm packages are not installed")
    context = new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(f"{address}{prefix(language)}search/?q={query}")
    expect(page.locator(f"{HELP}, {RESULTS}").first).to_be_attached()
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    assert [(one["id"], one["nodes"][0]["target"]) for one in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
