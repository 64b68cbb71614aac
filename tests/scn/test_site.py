"""The content read as a whole, and the site that is made of it: what, where, by whom, when."""

import datetime
import shutil
from pathlib import Path

import pytest

from scn.content_load import load_content
from scn.problems import ContentError
from scn.publication import Publication
from scn.site import site_from_content

SETTINGS = {
    "edit_address": "/edit/main/{path}",
    "line_address": "#L{line}",
    "new_file_address": "/new/main/{folder}?filename={name}",
    "history_address": "/commits/main/{path}",
    "publisher": "The Network",
    "contact": "office@example.eu",
    "data_controller": "The Controller",
    "enforcement_body": "The Body",
    "security_contact": "security@example.eu",
    "security_languages": "en",
    "uid_domain": "sessions.network",
}
CONFIG = """\
site_url: https://kb.example.eu/
repo_url: https://git.example.eu/network/kb
extra:
  publication:
    publisher: The Network
    contact: office@example.eu
"""


@pytest.fixture(scope="module")
def root(project):
    files = {
        "en/index.md": project.page("Home", as_of="2026-03-01"),
        "fr/index.md": project.page("Accueil", as_of="2026-04-30"),
        "en/glossary.md": project.page("Glossary"),
    }
    return project(files).root


@pytest.fixture(scope="module")
def content(root):
    return load_content(root, docs=root / "docs")


@pytest.fixture
def copy(root, tmp_path):
    """A copy of the project that a test may spoil."""
    return Path(shutil.copytree(root, tmp_path / "copy"))


def problems(root, **more):
    with pytest.raises(ContentError) as caught:
        load_content(root, docs=root / "docs", **more)
    return str(caught.value).split("\n")


# Content


def test_everything_is_read_once(content):
    assert content.languages.codes == content.built.codes == ("en", "fr", "el")
    assert set(content.words) == {"en", "fr", "el"}
    assert (
        set(content.heads)
        == set(content.texts)
        == {
            "en/index.md",
            "fr/index.md",
            "en/glossary.md",
        }
    )
    assert [country.id for country in content.countries] == ["gr", "lv", "pt"]
    assert content.tree.languages_of["glossary.md"] == {"en"}
    assert content.tree.languages_of["sessions/pt.md"] == {"en", "fr", "el"}


def test_a_page_has_its_own_head_or_that_of_its_source(content):
    titles = [
        head and head.title
        for head in (
            content.head_of("index.md", "fr"),
            content.head_of("index.md", "el"),
            content.head_of("nothing.md", "fr"),
        )
    ]
    assert titles == ["Accueil", "Home", None]


def test_a_build_of_some_languages_knows_all_of_them(root):
    """Its pages are those of the whole site: another build may make the rest."""
    content = load_content(root, docs=root / "docs", requested_languages="fr")
    assert content.built.codes == ("fr",)
    assert content.languages.codes == content.shown.codes == content.tree.order
    assert content.languages.codes == ("en", "fr", "el")


def test_a_preview_of_some_languages_leads_to_no_others(root):
    content = load_content(root, docs=root / "docs", requested_languages="fr", is_preview=True)
    assert content.languages.codes == ("en", "fr", "el")
    assert content.built.codes == content.shown.codes == content.tree.order == ("en", "fr")


@pytest.mark.parametrize("name", ["countries", "languages", "sources", "terms", "vocabulary"])
def test_a_file_of_data_that_is_missing_empty_or_no_text_is_one_problem(copy, name):
    path = copy / "docs" / "_data" / f"{name}.yml"
    shown = f"docs/_data/{name}.yml"
    path.unlink()
    assert problems(copy) == [
        f"{shown}:1:1: The file is missing. Write it, or restore it from the repository."
    ]
    path.write_bytes("ελληνικά".encode("iso-8859-7"))
    assert problems(copy) == [f"{shown}:1:1: The file is not UTF-8. Save it as UTF-8."]
    path.write_text("")
    (said,) = problems(copy)
    assert said.startswith(f"{shown}:1:1: The file is empty. Write ")


def test_english_words_that_cannot_be_read_make_no_other_file_wrong(copy):
    (copy / "docs/_data/strings/en.yml").write_text("frame: [a\n")
    assert problems(copy) == [
        "docs/_data/strings/en.yml:1:8: This bracket is not closed, or a comma is missing in it."
    ]


def test_a_project_may_stand_in_a_folder_of_any_name(copy):
    there = copy.parent / "_data" / "project with spaces"
    shutil.copytree(copy, there)
    assert len(load_content(there, docs=there / "docs").texts) == 3


def test_a_byte_order_mark_is_no_part_of_a_text(copy):
    for name in ("en/index.md", "_data/languages.yml", "_data/strings/fr.yml"):
        path = copy / "docs" / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    content = load_content(copy, docs=copy / "docs")
    assert content.heads["en/index.md"].title == "Home"
    assert content.words["fr"]("frame.menu") == "fr: Menu"


# Site


def site(content, **more):
    given = {
        "site_url": "https://kb.example.eu/",
        "repository": "https://git.example.eu/network/kb",
        "settings": SETTINGS,
        "epoch": 0,
        "is_published": False,
        "config_text": CONFIG,
    }
    return site_from_content(content, **given | more)


def test_the_settings_are_those_of_the_publication():
    assert set(SETTINGS) == set(Publication.setting_names())


def test_the_site_is_its_content_its_publication_and_its_day(content):
    found = site(content, epoch=1767225599)
    assert found.content is content
    assert found.publication == Publication(
        site_url="https://kb.example.eu/",
        repository="https://git.example.eu/network/kb",
        **SETTINGS,
    )
    assert found.as_of == datetime.date(2025, 12, 31)


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        (0, (1970, 1, 1)),
        (1767225599, (2025, 12, 31)),
        (1767225600, (2026, 1, 1)),
        (None, (2026, 4, 30)),
    ],
)
def test_the_day_is_that_of_the_build_in_utc_or_else_the_newest_of_the_pages(content, epoch, day):
    assert site(content, epoch=epoch).as_of == datetime.date(*day)


def test_settings_that_are_missing_are_named_together(content):
    settings = {**SETTINGS, "publisher": "", "contact": None}
    del settings["uid_domain"]
    with pytest.raises(ContentError) as caught:
        site(content, settings=settings)
    assert str(caught.value).split("\n") == [
        "mkdocs.yml:3:1: extra.publication.uid_domain is missing. Write it.",
        "mkdocs.yml:5:5: extra.publication.publisher is missing. Write it.",
        "mkdocs.yml:6:5: extra.publication.contact is missing. Write it.",
    ]


def test_addresses_of_the_repository_that_cannot_be_filled_in_are_named_together(content):
    settings = {**SETTINGS, "edit_address": "/edit/{file}", "line_address": "#{line"}
    with pytest.raises(ContentError) as caught:
        site(content, settings=settings)
    said = (
        "has something unknown in braces, or a brace too many."
        " Use {path}, {folder}, {name}, {value}, {line}."
    )
    assert str(caught.value).split("\n") == [
        f"mkdocs.yml:3:1: {name} {said}" for name in ("edit_address", "line_address")
    ]


def test_placeholders_are_refused_only_when_the_site_is_published(content):
    open_ = {
        "repository": "https://git.example.org/kb",
        "settings": {**SETTINGS, "contact": "kb@example.org"},
    }
    assert site(content, **open_).publication.placeholders() == ("repository", "contact")
    with pytest.raises(ContentError) as caught:
        site(content, **open_, is_published=True)
    assert str(caught.value).split("\n") == [
        "mkdocs.yml:2:1: repo_url is still a placeholder. Write the real one before publishing.",
        "mkdocs.yml:6:5: contact is still a placeholder. Write the real one before publishing.",
    ]
    assert site(content, is_published=True).publication.placeholders() == ()
