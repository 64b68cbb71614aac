"""A build with the pseudo-language: all of it is there, and nothing else speaks of it."""

import re

import pytest

REPOSITORY = "https://git.example.org/smart-communities-network/knowledge-base"
NOTES = "scn-shard.json", "pagefind/pagefind-entry.json"
"""They tell which languages were built."""

HOME = "Welcome to [the guide](guide.md#steps).\n\n- [ ] Book the room"
GUIDE = "Some words[^1].\n\n## Steps { #steps }\n\nGo [home](index.md).\n\n[^1]: A note."
ACCENTED = re.compile(r"[⟦⟧·à-žḀ-ỿƀ-ɱ\W\d]*", re.IGNORECASE)


def page(title, body):
    head = f"title: {title}\ndescription: About {title}."
    return f"---\n{head}\n---\n\n# {title} {{ #{title.lower()} }}\n\n{body}\n"


@pytest.fixture(scope="module")
def one(project):
    pages = {"index.md": page("Home", HOME), "guide.md": page("Guide", GUIDE)}
    files = {f"en/{name}": text for name, text in pages.items()}
    return project({**files, "fr/index.md": project.page("Accueil", "Bonjour.")})


@pytest.fixture(scope="module")
def without(one):
    return one.build(site="without", SCN_LANGUAGES="en,fr")


@pytest.fixture(scope="module")
def built(one):
    built = one.build(SCN_LANGUAGES="en,fr,en-XA")
    assert (built.status, built.log) == (0, "")
    return built


def test_every_page_is_translated_and_made_from_the_english_one(built):
    page = built.page("en-XA/guide/")
    assert page.get("lang") == "en-XA"
    heading = page.find(".//h1")
    assert (heading.get("id"), "".join(heading.itertext())) == ("guide", "⟦Ĝûîðé⟧")
    assert page.find(".//h2[@id='steps']").text == "⟦Šţéþš⟧"
    assert page.find(".//article//p/a[@href]").get("href") == "../"
    title = page.find(".//a[@class='footnote-backref']").get("title")
    assert ACCENTED.fullmatch(title.replace("1", ""))
    assert page.find(".//title").text.startswith("⟦Ĝûîðé⟧ – ⟦Šɱåŕţ")
    description = page.find(".//meta[@name='description']").get("content")
    assert description.startswith("⟦Åƀöûţ")
    english = {address for address in built.pages if not address.startswith(("fr/", "en-XA/"))}
    pseudo = {address[6:] for address in built.pages if address.startswith("en-XA/")}
    lists = {f"contribute/translations/{code}/" for code in ("fr", "el")}
    assert pseudo == english - lists


def test_it_is_corrected_where_the_english_page_is(built):
    links = [link.get("href") for link in built.page("en-XA/guide/").iter("a")]
    file = f"{REPOSITORY}/edit/main/docs/en/guide.md"
    first, *parts = (link for link in links if "/edit/" in link)
    assert first == file
    assert parts
    assert {part.rpartition("#L")[0] for part in parts} == {file}
    assert not [link for link in links if "en-XA.md" in link or "docs/en-XA" in link]


def test_search_engines_are_told_to_leave_it_alone(built):
    for address, page in built.pages.items():
        if address.startswith("en-XA/"):
            assert page.find(".//meta[@name='robots']").get("content") == "noindex"
            assert page.findall(".//link[@rel='canonical']") == []
            assert page.findall(".//link[@hreflang]") == []


def test_nothing_in_other_languages_knows_of_it(built, without):
    """Neither a menu nor a list, a sitemap, a table or a search index."""
    others = {
        name: content
        for name, content in built.files().items()
        if not name.startswith("en-XA/") and "en-xa" not in name and name not in NOTES
    }
    expected = {name: c for name, c in without.files().items() if name not in NOTES}
    assert others == expected
    assert any(b"hreflang" in content for content in expected.values())
    assert not any(b"en-XA" in content for content in expected.values())


def test_it_has_a_search_index_of_its_own(built):
    assert '"en-xa"' in built.text("pagefind/pagefind-entry.json")
    assert len(list((built.site / "pagefind").glob("pagefind.en-xa_*"))) == 1


def test_the_next_build_without_it_leaves_nothing_behind(one, without):
    again = one.build(site="again", SCN_LANGUAGES="en,fr,en-XA")
    assert (again.site / "en-XA" / "index.html").is_file()
    again = one.build(site="again", SCN_LANGUAGES="en,fr")
    assert again.files() == without.files()


def test_it_can_be_built_alone(one, built):
    alone = one.build(site="alone", SCN_LANGUAGES="en-XA")
    assert (alone.status, alone.log) == (0, "")
    whole = built.files()
    assert alone.text("en-XA/index.html").encode() == whole["en-XA/index.html"]
    assert {page.get("lang") for page in alone.pages.values()} == {"en-XA"}


def test_an_ordinary_build_has_none_of_it(one):
    whole = one.build(site="whole")
    assert whole.status == 0
    assert [name for name in whole.files() if "en-xa" in name.lower()] == []


def test_it_is_not_published(one):
    refused = one.build(site="refused", SCN_PUBLISH="1", SCN_LANGUAGES="en,en-XA")
    assert (refused.status, refused.log) == (
        1,
        (
            "ERROR: 1 problem in the content:\n"
            "mkdocs.yml:1:1: en-XA is no language for readers. Leave it out of SCN_LANGUAGES.\n"
        ),
    )
    assert not refused.site.exists()


def test_its_code_is_written_exactly(one):
    failed = one.build(site="failed", SCN_LANGUAGES="en,en-xa")
    assert failed.log == (
        "ERROR: 1 problem in the content:\n"
        'docs/_data/languages.yml:1:1: SCN_LANGUAGES: the language "en-xa" is not known.'
        ' Did you mean "en-XA"? Allowed: en, fr, el, en-XA.\n'
    )
