"""The accessibility statement as a page in each language."""

import re

import pytest

HARM = "<script>run()</script><img src=x onerror=run()>{{ 7 * 7 }}"
STATEMENT = f"""\
standard: {{name: "{HARM[:50]}", version: 3.2.1, wcag: 2.1, level: AA, built_to: 2.2}}
status: partially
method: self-assessment
prepared: 2025-11-03
reviewed: 2025-12-01
tested:
  - {{what: html, how: automatic, tool: "Tool {HARM}", problems: 0}}
  - what: keyboard
    how: by-hand
    tool: Firefox
    when: 2025-11-28
    problems: 2
    note: {{en: "Two {HARM}", fr: "Deux"}}
  - {{what: screen-readers, how: not-tested}}
difficulties: [tables]
not_accessible:
  - content: {{en: "Map {HARM}", fr: "Carte"}}
    reason: non-compliance
    criteria: [1.4.10]
    alternative: {{en: "List"}}
  - {{content: {{en: "Files"}}, reason: disproportionate-burden}}
"""
DECIDED = {
    "SCN_REPO_URL": "https://git.example.eu/network/kb",
    "SCN_PUBLISHER": "The Network & <others>",
    "SCN_CONTACT": "office@example.eu",
    "SCN_ENFORCEMENT_BODY": "The Body",
}


@pytest.fixture(scope="module")
def one(project):
    files = {"en/index.md": project.page("Home", "[How](about/accessibility.md)")}
    return project(files, nav=["index.md", {"about": ["about/accessibility.md"]}])


@pytest.fixture(scope="module")
def built(one):
    built = one.build()
    assert (built.status, built.log) == (0, "")
    return built


@pytest.fixture(scope="module")
def decided(one, built):
    before = (one.root / "docs/_data/accessibility.yml").read_text("utf-8")
    one.write("docs/_data/accessibility.yml", STATEMENT)
    built = one.build(site="decided", **DECIDED)
    one.write("docs/_data/accessibility.yml", before)
    assert (built.status, built.log) == (0, "")
    return built


def address(language):
    return "about/accessibility/" if language == "en" else f"{language}/about/accessibility/"


def article(built, language):
    return next(built.pages[address(language)].iter("article"))


def text_of(element):
    return " ".join("".join(element.itertext()).split())


def texts(parent, *tags):
    return [text_of(each) for each in parent.iter() if each.tag in tags]


@pytest.mark.parametrize("language", ["en", "fr", "el"])
def test_it_is_a_page_of_each_language_in_the_order_of_the_model(built, language):
    page = built.pages[address(language)]
    ids = [each.get("id") for each in page.iter() if each.tag in ("h1", "h2") and each.get("id")]
    wanted = [
        "accessibility",
        "compliance-status",
        "not-accessible",
        "preparation",
        "feedback-and-contact",
        "enforcement-procedure",
    ]
    assert [each for each in ids if each in wanted] == wanted
    assert page.get("lang") == language
    assert next(page.iter("article")).get("lang") is None
    robots = [each for each in page.iter("meta") if each.get("name") == "robots"]
    assert robots == []


def test_what_nobody_has_decided_is_called_so(built):
    shown = text_of(article(built, "en"))
    assert "The publisher of this website, which is not decided yet, is committed to" in shown
    assert shown.count("not decided yet") == 4
    assert "example.org" not in shown
    hrefs = [a.get("href") for a in article(built, "en").iter("a")]
    assert "https://git.example.org/smart-communities-network/knowledge-base" in hrefs
    assert "No audit by a third party has taken place." in shown
    assert "partially compliant with EN 301 549 v3.2.1 (WCAG 2.1 AA). It is not called" in shown


def test_what_was_tested_is_a_table(built):
    rows = [texts(row, "th", "td") for row in article(built, "en").iter("tr")]
    assert rows[0] == ["What", "How", "When", "Result"]
    assert rows[1][0].startswith("Rules of WCAG, levels A and AA")
    found = r"no problem foundKinds of page: \d+Languages: English, .*Pages tested: \d+"
    assert re.fullmatch(found, rows[1][3])
    assert re.fullmatch(r"automatic ?axe-core [\d.]+", rows[1][1])
    assert rows[2:] == [
        ["Valid HTML", "automaticNu HTML Checker", "with every change", "no problem found"],
        ["Use with screen readers by people who depend on them", "not tested", "", ""],
    ]


def test_the_official_texts_are_those_of_the_language(built):
    for language, code in [("en", "eng"), ("fr", "fra"), ("el", "ell")]:
        found = [a.get("href") for a in article(built, language).iter("a")]
        acts = [
            f"https://eur-lex.europa.eu/eli/{act}/oj/{code}"
            for act in ("dec_impl/2018/1523", "dir/2016/2102")
        ]
        assert [each for each in found if "eur-lex" in each] == acts


def test_words_are_those_of_the_reader(built):
    shown = texts(article(built, "fr"), "h1", "h2", "h3", "p", "dt")
    assert len(shown) > 20
    assert [each for each in shown if "fr: " not in each] == []


def test_who_is_decided_is_named(decided):
    shown = text_of(article(decided, "en"))
    assert "The Network & <others> is committed to making" in shown
    assert "not decided yet" not in shown
    hrefs = [a.get("href") for a in article(decided, "en").iter("a")]
    assert "mailto:office@example.eu" in hrefs
    assert "The Body" in shown
    assert "We aim to reply" in shown


def test_what_is_not_accessible_is_listed_with_its_reason(decided):
    page = article(decided, "fr")
    listed = [texts(each, "li") for each in page.iter("ul")]
    assert ["Carte (WCAG 1.4.10)fr: Accessible alternative: List"] in listed
    assert ["Files"] in listed
    foreign = {text_of(each): each.get("lang") for each in page.iter("span") if each.get("lang")}
    assert (foreign["List"], foreign["Files"]) == ("en", "en")
    assert "Deux" in text_of(page)
    assert "no claim" not in text_of(page).lower()


def test_text_of_the_file_is_text(decided):
    page = article(decided, "en")
    assert HARM in text_of(page)
    assert [each for each in page.iter() if each.tag in ("script", "img")] == []


def test_a_page_in_its_place_is_a_problem(one):
    one.write(
        "docs/fr/about/accessibility.md", "---\ntitle: A\ndescription: B.\n---\n\n# A { #a }\n"
    )
    failed = one.build(site="failed")
    one.write("docs/fr/about/accessibility.md", None)
    assert failed.status == 1
    assert (
        "docs/fr/about/accessibility.md:1:1: A page is made from data at this place." in failed.log
    )


def test_the_record_of_the_tests_is_needed(one):
    path = one.root / "docs/_data/accessibility/tested.yml"
    before = path.read_text("utf-8")
    one.write("docs/_data/accessibility/tested.yml", before.replace("pages: ", "page: "))
    failed = one.build(site="failed")
    one.write("docs/_data/accessibility/tested.yml", before)
    assert failed.status == 1
    assert 'tested.yml:10:1: "page" is not a field here. Did you mean "pages"?' in failed.log
