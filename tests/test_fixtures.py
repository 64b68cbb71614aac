"""What conftest.py promises to the other tests."""

import pytest
from _pytest.outcomes import Failed, Skipped

from scn.words import check_words, load_words


@pytest.mark.parametrize("ci", ["", "0", "false"])
def test_what_a_machine_lacks_is_skipped_with_the_reason(require, monkeypatch, ci):
    monkeypatch.setenv("CI", ci)
    require("/usr/bin/found", "there is none")
    with pytest.raises(Skipped, match="there is none"):
        require(None, "there is none")


def test_what_ci_lacks_is_an_error(require, monkeypatch):
    monkeypatch.setenv("CI", "true")
    require("/usr/bin/found", "there is none")
    with pytest.raises(Failed, match="there is none, and CI must test this"):
        require(None, "there is none")


@pytest.mark.parametrize("language", ["fr", "el", "mt", "pl"])
def test_the_words_of_small_sites_are_complete_in_every_language(project, language):
    """Also in one whose plural forms are others than those of English."""
    english, _ = load_words(project.strings("en"), "en.yml", "en")
    words, problems = load_words(project.strings(language), "x.yml", language)
    assert [*problems, *check_words(words, english)] == []
    assert words("frame.menu") == f"{language}: {english('frame.menu')}"


def test_a_build_does_not_see_the_settings_of_the_machine(project, monkeypatch):
    monkeypatch.setenv("SCN_LANGUAGES", "xx")
    monkeypatch.setenv("SCN_PUBLISH", "1")
    one = project({"en/index.md": project.page("Home")}, languages=("en",))
    assert one.build().status == 0
