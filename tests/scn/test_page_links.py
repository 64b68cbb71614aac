"""What a reader can do with a page."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from scn.content_load import load_content
from scn.page_links import PartLink, page_links, section_edit_url
from scn.site import site_from_content

REPOSITORY = "https://git.example.eu/network/kb"
BODY = "Intro.\n\n## One { #one }\n\nText.\n\n### Two { #two }\n\nText.\n"
TITLES = {"roles": "Roles", "one": "Un &amp; deux", "two": "Trois"}


@pytest.fixture(scope="module")
def site(project):
    files = {
        "en/index.md": project.page("Home"),
        "en/roles.md": project.page("Roles", BODY),
        "fr/roles.md": project.page("Rôles", BODY, id="roles"),
        "fr/own.md": project.page("Own", local_only=True),
    }
    root = project(files).root
    settings = {
        "edit_address": "/edit/{path}",
        "line_address": "#L{line}",
        "new_file_address": "/new/{folder}?filename={name}&value={value}",
        "history_address": "/commits/{path}",
        "publisher": "The Network",
        "contact": "office@example.eu",
        "data_controller": "The Controller",
        "enforcement_body": "The Body",
        "security_contact": "security@example.eu",
        "security_languages": "en",
        "uid_domain": "sessions.network",
    }
    return site_from_content(
        load_content(root, docs=root / "docs"),
        site_url="https://kb.example.eu/",
        repository=REPOSITORY,
        settings=settings,
        epoch=0,
        is_published=False,
        config_text="",
    )


def test_a_translation_is_corrected_in_its_own_file_and_compared_with_the_english_one(site):
    links = page_links(site, "fr/roles.md", "fr", TITLES)
    edit = f"{REPOSITORY}/edit/docs/fr/roles.md"
    assert (links.edit, links.translate) == (edit, "")
    assert links.history == f"{REPOSITORY}/commits/docs/en/roles.md"
    assert links.parts == (
        PartLink(title="Un &amp; deux", address=f"{edit}#L9"),
        PartLink(title="Trois", address=f"{edit}#L13"),
    )


def test_a_part_that_the_page_does_not_show_has_no_link(site):
    assert page_links(site, "fr/roles.md", "fr", {"roles": "Roles"}).parts == ()


def test_a_missing_translation_begins_as_a_new_file_with_a_text(site):
    links = page_links(site, "en/roles.md", "fr", TITLES)
    assert links.edit == f"{REPOSITORY}/edit/docs/en/roles.md"
    address = urlsplit(links.translate)
    assert address.path == "/network/kb/new/docs/fr"
    query = parse_qs(address.query, strict_parsing=True)
    assert query["filename"] == ["roles.md"]
    assert "translation:\n  source: " in query["value"][0]
    assert query["value"][0].endswith(BODY + "\n")


def test_the_text_of_a_long_page_is_said_to_be_in_the_english_file(site, tmp_path):
    class Long(dict):
        def __missing__(self, name):
            return site.content.texts["en/roles.md"] + "Long. " * 2000

    long = replace(site, content=replace(site.content, texts=Long()))
    value = parse_qs(urlsplit(page_links(long, "en/roles.md", "fr", {}).translate).query)["value"]
    assert value[0].endswith(
        "fr: Replace this line by the rest of the English text, translated."
        f" You find it here: {REPOSITORY}/edit/docs/en/roles.md\n"
    )


def test_an_english_page_is_begun_in_no_language(site):
    assert page_links(site, "en/roles.md", "en", TITLES).translate == ""


def test_a_page_of_one_language_has_a_history_of_its_own(site):
    assert page_links(site, "fr/own.md", "fr", {}).history == f"{REPOSITORY}/commits/docs/fr/own.md"


def test_a_section_opens_at_its_heading_and_an_unknown_one_at_the_beginning(site):
    edit = f"{REPOSITORY}/edit/docs/fr/roles.md"
    assert section_edit_url(site, "fr/roles.md", "two") == f"{edit}#L13"
    assert section_edit_url(site, "fr/roles.md", "nowhere") == edit
