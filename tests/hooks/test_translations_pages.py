"""The pages about the state of the translations, through the whole build."""

import json
from urllib.parse import urljoin

import pytest

from scn.translations.blob import blob_id

BODY = "Intro.\n\n## Price { #price }\n\nIt costs 10 EUR.\n"
CORPS = "Début.\n\n## Prix { #price }\n\nCela coûte 10 EUR.\n"
SITE = "https://knowledge-base.example.org/"


@pytest.fixture
def one(project):
    english = project.page("Home", BODY)
    old = english.replace("10 EUR", "9 EUR")
    said = {"source": blob_id(old), "state": "machine", "by": ["A & <b>"]}
    files = {
        "en/index.md": english,
        "en/contribute/index.md": project.page("Contribute"),
        "en/contribute/translate-a-page.md": project.page("How to translate"),
        "fr/index.md": project.page("Accueil", CORPS, id="home", translation=said),
        f"_data/translations/sources/{blob_id(old)}.md": old,
    }
    nav = ["index.md", {"contribute": ["contribute/index.md", "contribute/translate-a-page.md"]}]
    return project(files, nav=nav)


def words(element):
    return " ".join("".join(element.itertext()).split())


def article(built, address):
    return built.page(address).find(".//article")


def test_the_dashboard_says_in_every_language_how_far_each_is(one):
    built = one.build()
    assert (built.status, built.log) == (0, "")
    for language in ("en", "fr", "el"):
        prefix, mark = ("", "") if language == "en" else (f"{language}/", f"{language}: ")
        table = article(built, f"{prefix}contribute/translations/").find(".//table")
        rows = [[words(cell) for cell in row] for row in table.iter("tr")]
        assert rows == [
            [
                f"{mark}{text}"
                for text in ("Language", "all pages", "out of date", "not translated")
            ],
            [
                "français",
                f"{mark}1 of 3 pages{mark}machine draft (1)",
                f"1{mark}important changes (1)",
                "2",
            ],
            ["ελληνικά", f"{mark}0 of 3 pages", "0", "3"],
        ]


def test_the_pages_know_their_section_and_no_link_of_theirs_leads_nowhere(one):
    built = one.build()
    for address in (
        *("contribute/translations/", "el/contribute/translations/"),
        *("contribute/translations/fr/", "fr/contribute/translations/fr/"),
    ):
        page = built.page(address)
        (crumbs,) = [e for e in page.iter("nav") if "breadcrumbs" in (e.get("class") or "")]
        titles = [words(a).rpartition(": ")[2] for a in crumbs.iter("a")]
        of_list = ["State of the translations"] * address.endswith("fr/")
        assert titles == ["Home", "Contribute", *of_list]
        for link in page.find(".//main").iter("a"):
            target = urljoin(SITE + address, link.get("href"))
            name, _, anchor = target.removeprefix(SITE).partition("#")
            if target.startswith(SITE) and name.endswith(".json"):
                assert built.text(name)
            elif target.startswith(SITE):
                ids = {each.get("id") for each in built.page(name).iter()}
                assert not anchor or anchor in ids
    assert not (built.site / "el/contribute/translations/fr").exists()


def test_other_languages_lead_home_from_a_list_that_they_do_not_have(one):
    built = one.build()
    page = built.page("contribute/translations/fr/")
    (menu,) = [e for e in page.iter() if "scn-languages" in (e.get("class") or "").split()]
    links = {
        a.get("lang"): urljoin("/contribute/translations/fr/", a.get("href"))
        for a in menu.iter("a")
    }
    assert links == {
        "en": "/contribute/translations/fr/",
        "fr": "/fr/contribute/translations/fr/",
        "el": "/el/",
    }
    tags = {e.get("hreflang") for e in page.find("head").iter("link") if e.get("hreflang")}
    assert tags == {"en", "fr", "x-default"}


def test_a_list_groups_its_pages_and_names_who_has_worked_on_them(one):
    built = one.build()
    french = article(built, "fr/contribute/translations/fr/")
    titles = [words(heading) for heading in french.iter("h2")]
    assert titles == [
        "fr: out of date – fr: important changes (1)",
        "fr: not translated (2)",
        "fr: Translators and reviewers",
    ]
    filters = [e for e in french.iter("nav") if e.get("class") == "scn-filter"]
    assert [a.get("href") for a in filters[0].iter("a")] == [
        "#all",
        "#outdated-critical",
        "#missing",
    ]
    outdated, missing = [e for e in french.iter("ul") if e.get("class") == "scn-pages"]
    name, to_do = next(outdated.iter("li"))
    assert words(name) == "Accueil fr: machine draft"
    assert words(to_do).startswith("fr: Bring it up to date ")
    editor = "https://git.example.org/smart-communities-network/knowledge-base/edit/main/docs/fr/index.md"
    assert [(words(link), link.get("href")) for link in to_do.iter("a")] == [
        ("fr: Show what has changed", "../../../#scn-translation"),
        ("fr: Correct this page", editor),
        ("fr: Read the English page", "../../../../"),
    ]
    links = {words(link): link.get("href") for link in missing.iter("a")}
    assert links["fr: Translate this page"] == "../../translate-a-page/#scn-translate"
    assert [words(item) for item in french.iter("li")][-1] == "A & <b>"


def test_the_data_are_at_the_root_and_only_there(one):
    built = one.build()
    found = [path.relative_to(built.site).as_posix() for path in built.site.rglob("*.json")]
    assert [name for name in found if "translations" in name] == ["translations.json"]
    data = json.loads(built.text("translations.json"))["translations"]
    assert [(each["language"], each["path"], each["standing"]) for each in data] == [
        ("el", "contribute/index.md", "missing"),
        ("el", "contribute/translate-a-page.md", "missing"),
        ("el", "index.md", "missing"),
        ("fr", "contribute/index.md", "missing"),
        ("fr", "contribute/translate-a-page.md", "missing"),
        ("fr", "index.md", "outdated"),
    ]
    assert data[5]["changed_sections"] == ["price"]


def test_a_new_state_in_one_language_is_on_the_dashboard_of_all(one):
    one.build()
    page = one.root / "docs/fr/index.md"
    page.write_text(page.read_text("utf-8").replace("state: machine", "state: human"), "utf-8")
    warm = one.build()
    for address in ("", "fr/", "el/"):
        text = words(article(warm, f"{address}contribute/translations/"))
        assert "translated by people (1)" in text
    assert '"origin": "human"' in warm.text("translations.json")
    cold = one.build(site="cold", SCN_PLAIN="1")
    names = [name for name in cold.files() if "translations" in name]
    assert len(names) == 8
    assert {name: warm.files()[name] for name in names} == {n: cold.files()[n] for n in names}


def test_a_preview_of_some_languages_leads_to_no_list_that_it_does_not_make(one):
    built = one.build(SCN_LANGUAGES="en,fr")
    assert "fr/contribute/translations/fr/" in built.pages
    assert "el/contribute/translations/el/" not in built.pages


def test_an_author_cannot_put_a_page_in_the_place_of_a_list(project):
    files = {
        "en/index.md": project.page("Home"),
        "en/contribute/translations.md": project.page("Mine"),
        "el/contribute/translations/fr.md": project.page("Mine too"),
    }
    built = project(files).build()
    assert built.status == 1
    said = "1:1: A page is made from data at this place."
    assert f"docs/en/contribute/translations.md:{said}" in built.log
    assert f"docs/el/contribute/translations/fr.md:{said}" in built.log


STANDINGS = """\
notice_days: 60
standings:
- {standing: official, translated: 95, current: 95, proofread: 100, words: 100}
- {standing: active, translated: 40, current: 80, proofread: 80, words: 95}
- {standing: preview, translated: 0, current: 50, proofread: 0, words: 0}
"""


@pytest.mark.parametrize("standing", ["archived", "official"])
def test_pages_work_in_every_standing_and_the_dashboard_tells_it(one, standing):
    plain = one.build(site="plain", SCN_PLAIN="1")
    one.write("docs/_data/translations/standings.yml", STANDINGS)
    path = one.root / "docs/_data/languages.yml"
    listed = path.read_text("utf-8").replace(
        "name: français\n", f"name: français\n  standing: {standing}\n"
    )
    demotion = "{to: archived, announced: 2025-12-20, on: 2026-03-01}"
    if standing != "archived":
        listed = listed.replace(f"{standing}\n", f"{standing}\n  demotion: {demotion}\n")
    path.write_text(listed, "utf-8")
    built = one.build()
    assert (built.status, built.log) == (0, "")
    names = {"archived": "fr: no longer maintained", "official": "fr: fully maintained"}
    announced = "fr: From 1 mars 2026: fr: no longer maintained" * (standing != "archived")
    table = article(built, "fr/contribute/translations/").find(".//table")
    french = [words(cell) for cell in table.findall("tbody/tr")[0]]
    assert french[:2] == ["français", f"{names[standing]}{announced}"]
    assert french[-1] == (
        "fr: Still missing for “fr: in preparation”:fr: translated pages that are up to date (1)"
    )
    languages = json.loads(built.text("translations.json"))["languages"]
    assert [(each["language"], each["declared"]) for each in languages] == [
        ("el", None),
        ("fr", standing),
    ]
    # What readers read is what it was without any standing.
    before, after = plain.files(), built.files()
    about_it = ("contribute/translations/", "translations.json", "pagefind/", "assets/", "search")
    readers = [name for name in before if not any(each in name for each in about_it)]
    assert "fr/index.html" in readers
    assert {name: before[name] for name in readers} == {name: after[name] for name in readers}


def test_a_declaration_that_cannot_be_stops_the_build_with_its_place(one):
    one.write("docs/_data/translations/standings.yml", STANDINGS.replace("40", "99"))
    built = one.build()
    assert built.status == 1
    assert (
        "standings.yml:3:1: standings: official asks for less than active: translated." in built.log
    )
