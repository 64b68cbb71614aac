"""The pages about the state of the translations, their data, and what each language may see."""

import datetime
import json
from dataclasses import replace
from pathlib import Path

import pytest

from scn.content_load import load_content
from scn.languages import Demotion
from scn.standings_view import StandingsView, StandingText, ThresholdRow
from scn.translations.language_standings import Standings, load_thresholds, standing_of
from scn.translations.model import Change, Review, TranslationHead, TranslationState
from scn.translations.summary import LanguageSummary, summaries_of
from scn.translations.translated import Translations
from scn.translations_json import translations_json
from scn.translations_page import (
    Column,
    Count,
    GuideLink,
    StandingCell,
    dashboard_view,
    translations_of_language,
)

ROOT = Path(__file__).resolve().parents[2]
PATHS = ("about/x.md", "about/index.md", "index.md", "waits.md")
SOURCE = "3f9a1c2e77b04d51"


def head(state="machine", by=(), review=""):
    made = Review(by=review, of=SOURCE, on="2026-01-01") if review else None
    return TranslationHead(source=SOURCE, state=state, by=by, review=made)


def state(path, standing, severity=None, language="fr", **more):
    return TranslationState(
        path=path, language=language, standing=standing, severity=severity, **more
    )


FRENCH = (
    state("waits.md", "missing"),
    state("index.md", "current", head=head(by=("Zeta", "alpha"))),
    state("about/x.md", "outdated", "minor", head=head("human", by=("alpha",), review="Beta")),
    state("about/index.md", "outdated", "critical", head=head("machine-edited")),
    state("only.md", "local"),
    state("gone.md", "orphan", head=head()),
)
GREEK = tuple(state(path, "missing", language="el") for path in PATHS)


@pytest.fixture(scope="module")
def site(project, site_with):
    files = {f"en/{path}": project.page(f"English {path}") for path in PATHS}
    files |= {"fr/index.md": project.page("Accueil"), "fr/about/x.md": project.page("Le x")}
    files |= {"fr/only.md": project.page("Ici", local_only=True)}
    one = project(files)
    content = load_content(one.root, docs=one.root / "docs")
    states = (*GREEK, *FRENCH)
    translations = Translations(
        states={(each.language, each.path): each for each in states},
        today={},
        pinned={},
        summaries=summaries_of(states),
    )
    return replace(site_with({}), content=replace(content, translations=translations))


def seen_by(site, language):
    return replace(site, content=site.content.for_language(language))


def test_a_summary_counts_the_english_pages_and_keeps_the_others_apart():
    french = summaries_of(FRENCH)["fr"]
    assert french == LanguageSummary(
        standings={"current": 1, "local": 1, "missing": 1, "orphan": 1, "outdated": 2},
        severities={"critical": 1, "minor": 1},
        origins={"human": 1, "machine": 1, "machine-edited": 1},
        proofread=2,
    )
    assert (french.pages, french.translated) == (4, 3)


def test_the_dashboard_has_a_row_for_each_language_and_a_column_for_each_standing(site):
    view = dashboard_view(site, "en")
    assert view.columns == (
        Column(standing="outdated", title="out of date"),
        Column(standing="orphan", title="English page gone"),
        Column(standing="missing", title="not translated"),
        Column(standing="current", title="up to date"),
        Column(standing="local", title="only in this language"),
    )
    french, greek = view.rows
    assert (french.language, french.name) == ("fr", "français")
    assert (french.address, french.address_language) == ("contribute/translations/fr/", "en")
    assert french.coverage == "3 of 4 pages"
    assert french.origins == (
        Count(label="machine draft", count=1),
        Count(label="machine draft, read by a person", count=1),
        Count(label="translated by people", count=1),
    )
    severities = (Count(label="important changes", count=1), Count(label="small changes", count=1))
    assert french.cells == (
        StandingCell(count=2, severities=severities),
        *(StandingCell(count=1, severities=()) for _ in range(4)),
    )
    assert (greek.coverage, [cell.count for cell in greek.cells]) == (
        "0 of 4 pages",
        [0, 0, 4, 0, 0],
    )


def test_every_language_sees_the_states_of_all_and_leads_to_the_list_in_its_own_words(site):
    view = dashboard_view(seen_by(site, "el"), "el")
    assert [(row.address, row.address_language, row.coverage) for row in view.rows] == [
        ("fr/contribute/translations/fr/", "fr", "el: 3 of 4 pages"),
        ("el/contribute/translations/el/", "el", "el: 0 of 4 pages"),
    ]
    assert view.guide is None


def test_the_dashboard_leads_to_the_page_that_says_how(site):
    path = "contribute/translate-a-page.md"
    tree = site.content.tree.with_pages([path])
    heads = {**site.content.heads, f"en/{path}": site.content.heads["en/index.md"]}
    more = replace(site, content=replace(site.content, tree=tree, heads=heads))
    assert dashboard_view(more, "el").guide == GuideLink(
        title="English index.md",
        title_language="en",
        address="el/contribute/translate-a-page/",
    )


def groups(view):
    return [(one.id, [row.title for row in one.rows]) for one in view.groups]


def test_a_list_begins_with_what_is_most_urgent_and_has_the_titles_of_its_language(site):
    view = translations_of_language(seen_by(site, "fr"), "fr", "fr")
    assert groups(view) == [
        ("outdated-critical", ["English about/index.md"]),
        ("outdated-minor", ["Le x"]),
        ("orphan", ["gone.md"]),
        ("missing", ["English waits.md"]),
        ("current", ["Accueil"]),
        ("local", ["Ici"]),
    ]
    assert (view.coverage, view.count) == ("fr: 3 of 4 pages", 6)
    assert view.credits == ("alpha", "Beta", "Zeta")


def test_a_list_in_english_has_english_titles_and_leads_to_the_translations(site):
    view = translations_of_language(site, "fr", "en")
    rows = {row.title: row for group in view.groups for row in group.rows}
    x = rows["English about/x.md"]
    assert (x.title_language, x.address, x.english_address) == ("en", "fr/about/x/", "about/x/")
    assert rows["only.md"].title_language == "en"
    assert rows["English waits.md"].address == "waits/"
    own = translations_of_language(seen_by(site, "fr"), "fr", "fr").groups[3].rows[0]
    assert (own.title_language, own.address) == ("en", "fr/waits/")


def test_pages_stand_in_the_order_of_their_paths_home_first(site):
    (group,) = translations_of_language(site, "el", "en").groups
    titles = [row.title.removeprefix("English ") for row in group.rows]
    assert titles == ["index.md", "about/index.md", "about/x.md", "waits.md"]


def test_each_page_says_what_comes_next_and_leads_to_the_editor(site):
    view = translations_of_language(site, "fr", "en")
    found = {group.id: group.rows[0] for group in view.groups}
    assert {name: (row.to_do, row.has_english, row.is_outdated) for name, row in found.items()} == {
        "outdated-critical": ("Bring it up to date", True, True),
        "outdated-minor": ("Bring it up to date", True, True),
        "orphan": ("Delete it", False, False),
        "missing": ("", True, False),
        "current": ("Proofread it", True, False),
        "local": ("Nothing", False, False),
    }
    repository = "https://git.example.eu/network/kb"
    assert (found["missing"].editor, found["missing"].translate) == ("", "fr/waits/#scn-translate")
    assert found["outdated-minor"].editor == f"{repository}/edit/main/docs/fr/about/x.md"


@pytest.mark.parametrize(
    ("origin", "is_reviewed", "to_do"),
    [("machine", True, "Nothing"), ("human", False, "Nothing"), ("machine", False, "Proofread it")],
)
def test_a_machine_draft_is_to_be_proofread_until_it_is_reviewed(site, origin, is_reviewed, to_do):
    one = state("index.md", "current", head=head(origin), is_reviewed=is_reviewed)
    states = Translations(
        states={("fr", "index.md"): one}, today={}, pinned={}, summaries=summaries_of([one])
    )
    more = replace(site, content=replace(site.content, translations=states))
    (group,) = translations_of_language(more, "fr", "en").groups
    assert group.rows[0].to_do == to_do


def test_the_data_are_sorted_and_every_page_has_every_field():
    change = Change(kind="added", section="when", severity="major", old=None, new=None)
    one = state("b.md", "outdated", "major", head=head(), changes=(change, change))
    data = json.loads(translations_json([one, *FRENCH[:1], *GREEK]))["translations"]
    places = [(each["language"], each["path"]) for each in data]
    assert places == sorted(places)
    assert len(places) == 6
    assert len({tuple(each) for each in data}) == 1
    assert data[4] == {
        "language": "fr",
        "path": "b.md",
        "standing": "outdated",
        "severity": "major",
        "origin": "machine",
        "source": SOURCE,
        "changed_sections": ["when"],
        "reviewed": False,
    }
    assert json.loads(translations_json([])) == {"translations": []}


def with_standings(site, **french):
    thresholds = load_thresholds(
        (ROOT / "docs/_data/translations/standings.yml").read_text("utf-8"), "standings.yml"
    )
    summaries = site.content.translations.summaries
    of = {
        language.code: standing_of(language, summaries[language.code], (90, 100), thresholds)
        for language in (
            replace(site.content.languages.by_code("fr"), **french),
            site.content.languages.by_code("el"),
        )
    }
    translations = replace(
        site.content.translations, standings=Standings(thresholds=thresholds, languages=of)
    )
    return replace(site, content=replace(site.content, translations=translations))


DEMOTION = Demotion(
    to="archived", announced=datetime.date(2026, 12, 1), on=datetime.date(2027, 2, 1)
)


def test_the_dashboard_tells_the_standing_and_what_comes_next(site):
    assert [row.standing for row in dashboard_view(site, "en").rows] == [None, None]
    view = dashboard_view(with_standings(site, standing="preview", demotion=DEMOTION), "en")
    missing = (
        Count(label="translated pages that are up to date", count=1),
        Count(label="translated texts of menus and buttons", count=5),
    )
    assert [row.standing for row in view.rows] == [
        StandingText(
            name="in preparation",
            note="From 1 February 2027: no longer maintained",
            for_next="Still missing for “in preparation”:",
            lacking=missing[:1],
        ),
        StandingText(
            name="not begun",
            note="",
            for_next="Still missing for “in preparation”:",
            lacking=(Count(label="translated pages", count=1),),
        ),
    ]
    low = dashboard_view(with_standings(site, standing="active"), "en").rows[0].standing
    assert (low.name, low.note) == (
        "maintained",
        "At present the translation does not reach this.",
    )


def test_the_dashboard_explains_the_standings(site):
    view = dashboard_view(with_standings(site), "en").standings
    assert view == StandingsView(
        measures=(
            "translated pages",
            "translated pages that are up to date",
            "translated pages that a person has read",
            "translated texts of menus and buttons",
        ),
        rows=(
            ThresholdRow(standing="fully maintained", shares=("95%", "95%", "100%", "100%")),
            ThresholdRow(standing="maintained", shares=("40%", "80%", "80%", "95%")),
            ThresholdRow(standing="in preparation", shares=("", "50%", "", "")),
        ),
        archived_means="“no longer maintained” means: there are translated pages, but they do not"
        " reach the lowest of these standings.",
        notice="A lower standing is announced on this page at least 60 days ahead. All pages can"
        " be read in every standing.",
    )
    assert dashboard_view(site, "en").standings is None


def test_the_data_have_the_standings(site):
    shown = with_standings(site, standing="preview", demotion=DEMOTION)
    data = json.loads(translations_json([], shown.content.translations.standings))
    assert list(data) == ["thresholds", "languages", "translations"]
    assert data["thresholds"]["notice_days"] == 60
    assert data["thresholds"]["active"]["current"] == 80
    assert [
        (each["language"], each["declared"], each["reached"]) for each in data["languages"]
    ] == [
        ("el", None, None),
        ("fr", "preview", "archived"),
    ]
    assert data["languages"][1]["demotion"] == {
        "to": "archived",
        "announced": "2026-12-01",
        "on": "2027-02-01",
    }


def test_an_announced_demotion_changes_the_dashboards_of_all_languages(site):
    before, after = (
        with_standings(site, standing="preview", **more).content.translations
        for more in ({}, {"demotion": DEMOTION})
    )
    for code in ("en", "fr", "el"):
        assert before.shown_in(code) != after.shown_in(code)


def changed(site, **more):
    """What each language shows when the French home page is another."""
    states = {**site.content.translations.states}
    states["fr", "index.md"] = replace(states["fr", "index.md"], **more)
    translations = replace(
        site.content.translations, states=states, summaries=summaries_of(states.values())
    )
    return {code: translations.shown_in(code) for code in ("en", "fr", "el")}


@pytest.mark.parametrize(
    ("more", "readers"),
    [
        ({}, set()),
        ({"standing": "outdated", "severity": "major"}, {"en", "fr", "el"}),
        ({"head": head("human", by=("Zeta", "alpha"))}, {"en", "fr", "el"}),
        ({"head": head(by=("Somebody",))}, {"en", "fr"}),
        ({"is_reviewed": True}, {"en", "fr", "el"}),  # of a machine draft: somebody has read it
    ],
)
def test_what_a_language_shows_changes_with_what_it_may_see(site, more, readers):
    before, after = changed(site), changed(site, **more)
    assert {code for code in before if before[code] != after[code]} == readers
