"""The real countries, vocabulary and languages, and sessions from texts."""

from functools import partial
from pathlib import Path

import pytest

from scn.countries import load_countries
from scn.language_list import load_languages
from scn.sessions import load_sessions
from scn.vocabulary import load_vocabulary

DATA = Path(__file__).resolve().parents[2] / "docs" / "_data"


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
