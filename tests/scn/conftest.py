"""The real countries, vocabulary and languages, and sessions from texts."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from small_statement import STATEMENT

from scn.accessibility.record import RECORD_FILE, load_record
from scn.accessibility.statement import STATEMENT_FILE, load_statement
from scn.content_load import load_content
from scn.countries import load_countries
from scn.example import EXAMPLE_EPOCH, EXAMPLE_SESSIONS
from scn.language_list import load_languages
from scn.sessions import load_sessions
from scn.site import site_from_content
from scn.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "docs" / "_data"
SETTINGS = {
    "edit_address": "/edit/main/{path}",
    "line_address": "#L{line}",
    "new_file_address": "/new/main/{folder}?filename={name}",
    "history_address": "/commits/main/{path}",
    "publisher": "The Network & <others>",
    "contact": "office@example.eu",
    "data_controller": "The Controller",
    "enforcement_body": "The Body",
    "security_contact": "security@example.eu",
    "security_languages": "en",
    "uid_domain": "sessions.network",
}


@pytest.fixture(scope="session")
def languages():
    text = (DATA / "languages.yml").read_text("utf-8")
    return load_languages(text, "docs/_data/languages.yml").codes


@pytest.fixture(scope="session")
def countries(languages):
    text = (DATA / "countries.yml").read_text("utf-8")
    return load_countries(text, "docs/_data/countries.yml", languages=languages)


@pytest.fixture(scope="session")
def vocabulary():
    return load_vocabulary(
        (DATA / "vocabulary.yml").read_text("utf-8"), "docs/_data/vocabulary.yml"
    )


@pytest.fixture(scope="session")
def statement_from():
    """Loads a statement from its text, where some tests and hindrances have words."""
    return partial(
        load_statement,
        path=STATEMENT_FILE,
        languages=frozenset({"en", "fr", "el"}),
        tests=("html", "keyboard", "screen-readers"),
        hinders=("tables", "names"),
    )


@pytest.fixture(scope="session")
def statement(statement_from):
    return statement_from(STATEMENT)


@pytest.fixture(scope="session")
def axe_record():
    return load_record((ROOT / RECORD_FILE).read_text("utf-8"), RECORD_FILE)


@pytest.fixture(scope="session")
def sessions_from(countries, vocabulary, languages):
    """Loads sessions from a folder or from texts by their path; the register has one source."""
    return partial(
        load_sessions,
        countries=countries,
        vocabulary=vocabulary,
        languages=languages,
        sources=["LI-4"],
    )


@pytest.fixture(scope="session")
def say():
    """Words that show which key was asked for, so that no test depends on how a text reads."""

    def words(key, /, **placeholders):
        return f"[{' '.join([key, *(str(value) for value in placeholders.values())])}]"

    return words


@pytest.fixture(scope="session")
def site_with(project, sessions_from):
    """A site in English, French and Greek with the sessions of a folder or of texts by path.

    It has all countries; words are those of the small projects, marked with their language.
    """
    one = project({"en/index.md": project.page("Home")})
    one.write("docs/_data/countries.yml", (DATA / "countries.yml").read_text("utf-8"))
    content = load_content(one.root, docs=one.root / "docs")

    def make(sessions, *, epoch=1_803_859_200, site_url="https://kb.example.eu/base/"):
        return site_from_content(
            replace(content, sessions=sessions_from(sessions, sources=content.sources)),
            site_url=site_url,
            repository="https://git.example.eu/network/kb",
            settings=SETTINGS,
            epoch=epoch,
            is_published=False,
            config_text="",
        )

    return make


@pytest.fixture(scope="session")
def example_site():
    """The example programme with the real words of all languages, as on its day."""
    sessions = ROOT / EXAMPLE_SESSIONS
    return site_from_content(
        load_content(ROOT, docs=ROOT / "docs", sessions_folder=sessions),
        site_url="https://kb.example.eu/base/",
        repository="https://git.example.eu/network/kb",
        settings=SETTINGS,
        epoch=EXAMPLE_EPOCH,
        is_published=False,
        config_text="",
        is_example=True,
    )
