"""What the Markdown of a page becomes: checklists, tables, diagrams, meanings of terms."""

import re

import pytest

from scn.diagrams import DIAGRAM_NAMES

TERM = """\
terms:
  - {id: api, term: API, meaning: An agreed way to ask for <data>., source: general knowledge}
labels:
  - {id: living-in-eu, term: Living-in.EU}
"""


def words(element):
    return " ".join("".join(element.itertext()).split())


@pytest.fixture(scope="module")
def built(project):
    one = project(
        {
            "en/index.md": project.page(
                "Home",
                "An [API](glossary.md#api), again an [API](glossary.md#api), and"
                " [labels](glossary.md).\n\n"
                "- [ ] Ask\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n\n![How it runs](diagram:network)",
            ),
            "fr/index.md": project.page(
                "Accueil", "Une [API](glossary.md#api).\n\n![X](diagram:network)"
            ),
            "en/glossary.md": project.page("Glossary", "All.", template="glossary.html"),
            "_data/terms.yml": TERM,
        }
    )
    built = one.build()
    assert (built.status, built.log) == (0, "")
    return built


def test_checklists_and_tables(built):
    page = built.page("")
    assert [words(one) for one in page.iter("label") if one.get("class") == "scn-task"] == ["Ask"]
    (region,) = [one for one in page.iter("div") if one.get("class") == "scn-table"]
    assert region.get("aria-label") == "1. A, B"


@pytest.mark.parametrize(
    ("address", "href"),
    [("", "glossary/#api"), ("fr/", "glossary/#api"), ("el/", "glossary/#api")],
)
def test_the_first_link_to_a_term_has_its_meaning_also_on_fallback_pages(built, address, href):
    page = built.page(address)
    tips = [one for one in page.iter("span") if one.get("role") == "tooltip"]
    assert [(tip.get("id"), words(tip)) for tip in tips] == [
        ("term-api", "An agreed way to ask for <data>.")
    ]
    described = [a.get("href") for a in page.iter("a") if a.get("aria-describedby") == "term-api"]
    assert described == [href]


def test_links_to_terms_lead_to_anchors_that_the_glossary_has(built):
    """The terms come from data: MkDocs sees no heading, and must not call the links broken."""
    for address in ("glossary/", "fr/glossary/", "el/glossary/"):
        ids = {one.get("id") for one in built.page(address).iter()}
        assert "api" in ids


def test_a_link_to_a_term_that_does_not_exist_is_reported(project):
    body = "An [API](glossary.md#app)."
    one = project(
        {
            "en/index.md": project.page("Home", body),
            "en/glossary.md": project.page("Glossary", "All.", template="glossary.html"),
        },
        languages=("en",),
    )
    built = one.build()
    assert built.status == 1
    assert "en/index.md" in built.log
    assert "'#app'" in built.log


@pytest.mark.parametrize("address", ["", "fr/package/", "package/"])
def test_the_anchor_check_has_no_false_alarms_and_finds_real_ones(project, address):
    pages = {
        "en/index.md": project.page(
            "Home", "[a](package.md#part) and [b](#here)\n\n## Here { #here }"
        ),
        "en/package.md": project.page("Package", "## Part { #part }\n\n[home](index.md#here)"),
        "fr/package.md": project.page("Paquet", "## Partie { #part }\n\n[accueil](index.md#here)"),
    }
    one = project(pages)
    good = one.build()
    assert (good.status, good.log) == (0, "")
    wrong = {"": "index", "fr/package/": "package", "package/": "package"}[address]
    language = "fr" if address.startswith("fr") else "en"
    name = f"docs/{language}/{wrong}.md"
    path = one.root / name
    text = path.read_text("utf-8").replace("#here)", "#gone)", 1)
    path.write_text(text, "utf-8")
    bad = one.build()
    assert bad.status == 1
    assert "#gone" in bad.log
    assert f"{language}/{wrong}.md" in bad.log


def test_a_diagram_has_the_words_of_the_language_of_the_text(built):
    """The picture is part of the text: English words on a fallback page, as those around it."""
    shown = {}
    for address in ("", "fr/", "el/"):
        page = built.page(address)
        pictures = [one for one in page.iter() if one.tag.endswith("svg") and one.get("role")]
        shown[address] = " ".join(words(one) for one in pictures)
    assert len(shown[""]) > 50
    assert shown["el/"] == shown[""]
    assert shown["fr/"].count("fr: ") > 5
    assert re.search(r"\b(?:fr|el): ", shown[""]) is None


def test_an_unknown_diagram_is_named_with_those_that_exist(project):
    body = "![A](diagram:netwrk)"
    built = project({"en/index.md": project.page("Home", body)}, languages=("en",)).build()
    assert built.status == 1
    assert built.log == (
        "ERROR: 1 problem in the content:\n"
        'docs/en/index.md:7:14: The diagram "netwrk" is not known. Did you mean "network"?'
        f" Allowed: {', '.join(DIAGRAM_NAMES)}.\n"
    )


def test_the_reference_of_the_code_is_on_the_english_page_only(project):
    body = "What the code says.\n\n## Problems { #problems }\n\n::: scn.problems.Problem\n"
    files = {"en/index.md": project.page("Home"), "en/reference.md": project.page("Code", body)}
    built = project(files).build()
    assert (built.status, built.log) == (0, "")
    english, french = (built.page(address) for address in ("reference/", "fr/reference/"))
    ids = {one.get("id") for one in english.iter()}
    assert "scn.problems.Problem" in ids
    assert "scn.problems.Problem" not in {one.get("id") for one in french.iter()}
    assert [words(one) for one in french.iter("h1")] == ["Code"]
    text = words(french.find(".//article"))
    assert "What the code says." in text
    assert "The rest of this page, the reference of the code, is on the English site only." in text
