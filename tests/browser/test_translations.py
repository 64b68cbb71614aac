"""What readers meet on translations: notices, today's English text, the state of all pages."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from scn.translations.blob import blob_id

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
LANGUAGES = ["fr", "bg"]
ENGLISH = """\
How a town takes part in the session of the network.

## Price { #price }

Bring your questions.

The session costs 10 EUR until 3 May 2027.

## Place { #place }

We meet in the hall of the town, near the river.

## Programme { #programme }

1. Welcome at 10:00
2. A talk
3. Questions

## Later { #later }

Notes are sent to everybody who took part.
"""
TODAY = (
    ENGLISH.replace("10 EUR", "25 EUR")
    .replace("near the river", "near the old river, on the first floor, with a lift")
    .replace("1. Welcome at 10:00\n", "1. Registration at 9:00\n2. Welcome at 10:30\n")
    .replace("## Later", "## Travel { #travel }\n\nTake the train to the main station.\n\n## Later")
)
TEXTS = {
    "fr": (
        "La session du réseau",
        """\
Comment une commune participe à la session du réseau.

## Prix { #price }

Apportez vos questions.

La session coûte 10 EUR jusqu’au 3 mai 2027.

## Lieu { #place }

Nous nous retrouvons dans la salle communale, près de la rivière.

## Programme { #programme }

1. Accueil à 10:00
2. Un exposé
3. Questions

## Ensuite { #later }

Les notes sont envoyées à toutes les personnes qui ont participé.
""",
    ),
    "bg": (
        "Сесията на мрежата",
        """\
Как една община участва в сесията на мрежата.

## Цена { #price }

Подгответе въпросите си.

Сесията струва 10 EUR до 3 май 2027 г.

## Място { #place }

Срещаме се в залата на общината, близо до реката.

## Програма { #programme }

1. Откриване в 10:00
2. Лекция
3. Въпроси

## След това { #later }

Бележките се изпращат на всички участници.
""",
    ),
}
TITLE = {"fr": "Cette traduction n’est pas à jour", "bg": "Този превод не е актуален"}
SUMMARY = {
    "fr": "Texte anglais actuel de cette section",
    "bg": "Днешният английски текст на този раздел",
}
REPLACED = {
    "fr": "La traduction de ce passage n’étant plus à jour",
    "bg": "Преводът на този пасаж не е актуален",
}
MACHINE = {"fr": "traduction automatique", "bg": "преведен машинно"}
CORRECT_PART = {
    "fr": "Corriger un paragraphe de cette page",
    "bg": "Поправете абзац от тази страница",
}
TRANSLATE = {"fr": "Traduire cette page", "bg": "Преведете тази страница"}
UPDATE = {"fr": "Mettre à jour cette section", "bg": "Актуализирайте този раздел"}
CHANGED = {"fr": "Afficher ce qui a changé", "bg": "Покажете какво е променено"}
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
REPOSITORY = "https://git.example.org/smart-communities-network/knowledge-base"


@pytest.fixture(scope="module")
def address(project, served):
    """In place of the real site: a small one with the real words, whose English has changed."""
    old = project.page("The session", ENGLISH, as_of="2026-08-31")
    new = project.page("The session", TODAY, as_of="2026-10-31")
    home = project.page("Home", "Welcome.\n\n- [The session](session.md)")
    part = project.page("A part", ENGLISH)
    files = {
        "en/index.md": home,
        "en/session.md": new,
        "en/part.md": part,
        "en/only.md": project.page(
            "Only in English",
            "See [the session](session.md)." + "\n\nMore.\n\n## Details { #details }\n\nSome.",
        ),
        "en/contribute/index.md": project.page("Contribute"),
        "en/contribute/translate-a-page.md": project.page("Translate a page"),
        f"_data/translations/sources/{blob_id(old)}.md": old,
    }
    for language, (title, text) in TEXTS.items():
        by = {"state": "machine", "by": ["Association"]}
        outdated = {"source": blob_id(old), **by}
        partial = {"source": blob_id(part), **by, "state": "human", "pending": ["later"]}
        files |= {
            f"{language}/session.md": project.page(
                title, text, id="the-session", translation=outdated
            ),
            f"{language}/part.md": project.page(
                f"{title} 2", text, id="a-part", translation=partial
            ),
        }
    nav = ["index.md", "session.md", "part.md", "only.md"]
    nav.append({"contribute": ["contribute/index.md", "contribute/translate-a-page.md"]})
    languages = ("en", *LANGUAGES, "mt")
    one = project(files, languages=languages, nav=nav)
    for language in languages:
        shutil.copyfile(*(root / f"docs/_data/strings/{language}.yml" for root in (ROOT, one.root)))
    shutil.copytree(ROOT / "docs/assets", one.root / "docs/assets")
    built = one.build()
    assert (built.status, built.log) == (0, "")
    with served(built.site) as found:
        yield found


def press_until(page, locator, key="Tab", most=60):
    """Go there as who has no mouse; gives the number of presses."""
    for number in range(1, most + 1):
        page.keyboard.press(key)
        if locator.evaluate("element => element === document.activeElement"):
            return number
    raise AssertionError(f"{key} does not reach {locator}")


def language_of(locator):
    return locator.evaluate("element => element.closest('[lang]').lang")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_comes_first_and_its_links_lead_to_the_sections(watched, language):
    one = watched()
    page = one.open(f"{language}/session/")
    notice = page.get_by_role("note", name=TITLE[language])
    assert notice.is_visible()
    assert language_of(notice) == language
    assert notice.evaluate(
        "n => !!(n.compareDocumentPosition(document.querySelector('h1')) & 4)"
    ), "the notice is read before the text"
    targets = notice.get_by_role("listitem").get_by_role("link")
    hrefs = [link.get_attribute("href") for link in targets.all()]
    assert hrefs == ["#price", "#place", "#programme", "../../session/#travel"]
    assert [language_of(link) for link in targets.all()] == [*[language] * 3, "en"]
    press_until(page, targets.nth(1))
    page.keyboard.press("Enter")
    assert page.url == f"{one.address}{language}/session/#place"
    assert 0 <= page.locator("#place").bounding_box()["y"] < 200
    targets.nth(3).click()
    assert page.url == f"{one.address}session/#travel"
    assert page.locator("h2#travel").inner_text() == "Travel"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_disclosure_opens_by_key_and_shows_the_english_of_today(watched, language):
    page = watched().open(f"{language}/session/")
    details = page.locator("details.scn-english")
    assert details.count() == 2
    place = details.nth(1)
    summary, english = place.locator("summary"), place.locator("[lang=en]")
    assert summary.inner_text() == SUMMARY[language]
    assert language_of(summary) == language
    assert not english.is_visible()
    press_until(page, summary)
    page.keyboard.press("Enter")
    assert "near the old river" in english.inner_text()
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == UPDATE[language]
    assert language_of(link) == language
    line = int(link.get_attribute("href").rpartition(f"docs/{language}/session.md#L")[2])
    assert line > 1
    summary.focus()
    page.keyboard.press("Space")
    assert not english.is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_must_not_be_read_as_it_was_is_replaced_by_english(watched, language):
    page = watched().open(f"{language}/session/")
    blocks = page.locator(".scn-english--replaced")
    assert blocks.count() == 2
    for block, said in zip(blocks.all(), ("costs 25 EUR", "Welcome at 10:30"), strict=True):
        note, english = block.locator(".scn-english__note"), block.locator("[lang=en]")
        assert block.get_attribute("role") == "note"
        assert REPLACED[language] in note.inner_text()
        assert language_of(note) == language
        assert said in english.inner_text()
    text = page.locator("article").inner_text()
    assert "10 EUR" not in text
    assert "10:00" not in text
    untouched = page.locator("article > p", has_text="EUR")
    assert untouched.count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_machine_draft_says_so_and_a_page_by_people_does_not(watched, language):
    one = watched()
    page = one.open(f"{language}/session/")
    label = page.locator("main > .scn-machine")
    assert MACHINE[language] in label.inner_text()
    edit = f"{REPOSITORY}/edit/main/docs/{language}/session.md"
    assert label.get_by_role("link").get_attribute("href") == edit
    one.open(f"{language}/part/")
    assert page.locator(".scn-machine").count() == 0
    waiting = page.locator("main > .scn-notice li a")
    assert [link.get_attribute("href") for link in waiting.all()] == ["#later"]
    assert page.locator("#later + details.scn-english [lang=en]").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_the_editor_at_its_file_and_its_lines(watched, language):
    one = watched()
    page = one.open(f"{language}/session/")
    summary = page.locator("summary", has_text=CORRECT_PART[language])
    press_until(page, summary)
    page.keyboard.press("Enter")
    links = page.locator(".scn-parts a")
    assert links.first.is_visible()
    edit = f"{REPOSITORY}/edit/main/docs/{language}/session.md#L"
    lines = [int(link.get_attribute("href").removeprefix(edit)) for link in links.all()]
    assert len(lines) == 4
    assert lines == sorted(set(lines)), "each section has a line of its own"
    history = page.locator(".scn-actions").get_by_role("link", name=CHANGED[language])
    assert history.get_attribute("href") == f"{REPOSITORY}/commits/main/docs/en/session.md"


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_an_english_page_to_the_file_that_begins_its_translation(watched, language):
    one = watched()
    page = one.open("only/")
    button = page.get_by_role("button", name="Translate this page")
    press_until(page, button)
    page.keyboard.press("Enter")
    page.locator(f"#scn-languages a[lang={language}]").click()
    assert page.url == f"{one.address}{language}/only/"
    link = page.locator("#scn-translate").get_by_role("link", name=TRANSLATE[language])
    address = urlsplit(link.get_attribute("href"))
    assert f"{address.scheme}://{address.netloc}{address.path}" == (
        f"{REPOSITORY}/new/main/docs/{language}"
    )
    query = parse_qs(address.query, strict_parsing=True)
    assert query["filename"] == ["only.md"]
    assert "## Details { #details }" in query["value"][0]
    assert "translation:\n  source: " in query["value"][0]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_are_filtered_by_key_with_and_without_scripts(watched, language, scripts):
    one = watched(java_script_enabled=scripts)
    page = one.open(f"{language}/contribute/translations/{language}/")
    sections = page.locator(".scn-states > section")
    assert [section.is_visible() for section in sections.all()] == [True, True, True]
    links = page.locator(".scn-filter a")
    links.nth(2).focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#partial")
    assert [section.is_visible() for section in sections.all()] == [False, True, False]
    if scripts:
        assert (
            page.locator(".scn-filter [aria-current=true]").inner_text()
            == links.nth(2).inner_text()
        )
    links.first.focus()
    page.keyboard.press("Enter")
    assert [section.is_visible() for section in sections.all()] == [True, True, True]
    changes = page.get_by_role("link", name=CHANGED[language])
    changes.click()
    assert page.url == f"{one.address}{language}/session/#scn-translation"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dashboard_shows_the_languages_that_have_such_pages(watched, language, scripts):
    page = watched(java_script_enabled=scripts).open(f"{language}/contribute/translations/")
    rows = page.locator(".scn-translations tbody tr")

    def shown():
        visible = [row for row in rows.all() if row.is_visible()]
        return [row.get_by_role("rowheader").inner_text() for row in visible]

    assert shown() == ["français", "български", "Malti"]
    page.locator(".scn-filter a[href='#partial']").focus()
    page.keyboard.press("Enter")
    assert shown() == ["français", "български"]
    page.locator(".scn-filter a[href='#all']").focus()
    page.keyboard.press("Enter")
    assert shown() == ["français", "български", "Malti"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_it_is_there_without_scripts(watched, language):
    page = watched(java_script_enabled=False).open(f"{language}/session/")
    page.locator("details.scn-english summary").first.click()
    assert page.locator("details.scn-english [lang=en]").first.is_visible()
    assert page.locator("#scn-translation").is_visible()
    page.locator(".scn-parts summary").click()
    assert page.locator(".scn-parts a").first.is_visible()


def test_paper_has_what_the_notices_say_and_no_way_to_the_editor(watched):
    page = watched().open("fr/session/")
    page.emulate_media(media="print")
    assert page.locator("#scn-translation li a").first.is_visible()
    assert page.locator("details.scn-english p").first.bounding_box()["height"] > 0
    for name in (".scn-machine a", ".scn-english__edit", ".scn-parts", ".scn-notice > p a"):
        assert [one for one in page.locator(name).all() if one.is_visible()] == [], name


PAGES = (
    *("fr/session/", "bg/session/", "bg/part/", "fr/only/"),
    *("bg/contribute/translations/", "fr/contribute/translations/#missing"),
    *("fr/contribute/translations/fr/", "bg/contribute/translations/bg/#partial"),
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_rule_of_axe_is_broken_and_nothing_is_too_wide(
    new_context, address, require, width, scheme
):
    require(AXE.exists(), "the npm packages are not installed")
    page = new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    ).new_page()
    found = {}
    for path in PAGES:
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        page.evaluate(AXE.read_text("utf-8"))
        run = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})"
        if broken := page.evaluate(run, TAGS)["violations"]:
            found[path] = [(one["id"], one["nodes"][0]["failureSummary"]) for one in broken]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[f"{path} is wider than the screen"] = []
    assert found == {}
