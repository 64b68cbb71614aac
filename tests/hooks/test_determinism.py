"""Two builds of the same files are equal byte for byte, whatever the machine."""

import re
import shutil

import pytest

from engine.scratch_folder import scratch_folder

SESSION = """\
kind: online-training
status: confirmed
announced: 2025-12-01
title: {en: Training}
start: 2026-03-10T10:00
end: 2026-03-10T12:00
time_zone: Europe/Lisbon
online: {platform: webex}
"""
TEXTS = """\
## Invitation { #invitation }

Dear members, come.
"""


@pytest.fixture(scope="module")
def one(project):
    return project(
        {
            "en/index.md": project.page("Home", "Text.", as_of="2025-12-31"),
            "fr/index.md": project.page("Accueil", "Texte."),
            "en/glossary.md": project.page("Glossary", "All.", template="glossary.html"),
            "en/package/texts.md": project.page("Texts", TEXTS),
            "en/network/news.md": project.page("News", "## A { #news-2026-01-01-a }\n\nText."),
            "_data/sessions/pt/pt-2026-spring-1.yml": SESSION,
        }
    )


@pytest.fixture(scope="module")
def first(one):
    built = one.run("--strict", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    assert built.status == 0, built.log
    return built.files()


@pytest.fixture
def in_memory():
    """Another file system, which lists files in another order."""
    with scratch_folder(needed=0) as folder:
        yield folder


@pytest.mark.slow
def test_another_place_time_zone_locale_and_hash_seed_give_the_same_bytes(one, first, in_memory):
    elsewhere = in_memory / "another place"
    shutil.copytree(one.root, elsewhere, ignore=shutil.ignore_patterns("site", ".cache"))
    for path in (elsewhere / "docs").rglob("*"):
        path.touch()
    here = type(one).__new__(type(one))
    here.root = elsewhere
    second = here.run(
        "--strict",
        PYTHONHASHSEED="4711",
        TZ="Pacific/Kiritimati",
        LC_ALL="C.UTF-8",
        LANG="el_GR.UTF-8",
        COLUMNS="40",
        PYTHONUTF8="1",
    )
    assert second.status == 0, second.log
    files = second.files()
    assert sorted(files) == sorted(first)
    assert {name for name in first if files[name] != first[name]} == set()
    assert len(first) > 50


def test_a_second_build_in_the_same_process_gives_the_same_bytes(one, first):
    for site in ("second", "third"):
        files = one.build(site=site).files()
        assert {name for name in first if files.get(name) != first[name]} == set()


def test_another_day_moves_sessions_to_the_past_and_changes_nothing_else(one, first):
    other = one.build(site="other", SOURCE_DATE_EPOCH="1798761600").files()
    changed = {name for name in first.keys() | other.keys() if other.get(name) != first.get(name)}
    paths = {re.sub("^(fr|el)/", "", name) for name in changed}
    assert {
        path
        for path in paths
        if path != "index.html" and not path.startswith(("sessions/", "pagefind/"))
    } == set()
    assert "sessions/2026-03/index.html" not in paths
    agenda = "sessions/index.html"
    found = [b'id="past-2026"' in files[agenda] for files in (first, other)]
    assert found == [False, True]


@pytest.mark.parametrize("time", ["soon", "1.5", "99999999999999999"])
def test_a_time_that_is_none_is_one_sentence(one, time):
    failed = one.build(site="failed", SOURCE_DATE_EPOCH=time)
    assert (failed.status, failed.log) == (
        1,
        f"ERROR: SOURCE_DATE_EPOCH is '{time}'. Write whole seconds since 1970.\n",
    )
