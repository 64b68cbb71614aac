"""An example build says on every page what it is; a normal build has nothing of the example."""

import shutil
from pathlib import Path

import pytest

from scn.example import EXAMPLE_SESSIONS

ROOT = Path(__file__).resolve().parents[2]
REAL = """\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {en: A real training}
start: 2027-04-01T10:00
end: 2027-04-01T12:00
online: {platform: webex}
"""
EXAMPLES = {"gr-2027-athens", "gr-2027-training-1", "pt-2027-ponta-delgada", "lv-2027-riga"}


@pytest.fixture(scope="module")
def one(project):
    one = project(
        {
            "en/index.md": project.page("Home"),
            "fr/index.md": project.page("Accueil"),
            "_data/sessions/lv/lv-2027-real.yml": REAL,
        },
        nav=["index.md", {"sessions": ["sessions/index.md"]}],
    )
    for country in ("gr", "lv", "pt"):
        folder = Path(EXAMPLE_SESSIONS, country)
        shutil.copytree(ROOT / folder, one.root / folder)
    return one


@pytest.fixture(scope="module")
def normal(one):
    built = one.build(site="normal")
    assert (built.status, built.log) == (0, "")
    return built


@pytest.fixture(scope="module")
def example(one):
    built = one.build(site="example", SCN_EXAMPLE="1", SOURCE_DATE_EPOCH="")
    assert (built.status, built.log) == (0, "")
    return built


def banners(page):
    return [
        " ".join("".join(aside.itertext()).split())
        for aside in page.iter("aside")
        if aside.get("class") == "scn-example"
    ]


def robots(page):
    return [meta.get("content") for meta in page.iter("meta") if meta.get("name") == "robots"]


def everything(built):
    return "".join(built.text(name) for name in built.files() if is_text(name))


def is_text(name):
    return name.endswith((".html", ".xml", ".ics", ".json"))


def test_every_page_of_the_example_says_so_in_the_language_of_the_reader(one, example):
    assert len(example.pages) > 30
    for name, page in example.pages.items():
        words = one.words(page.get("lang"))
        assert banners(page) == [f"{words('example.title')} {words('example.text')}"], name
    assert {page.get("lang") for page in example.pages.values()} == {"en", "fr", "el"}


def test_no_page_of_the_example_is_for_search_engines(example):
    assert {name: robots(page) for name, page in example.pages.items()} == {
        name: ["noindex"] for name in example.pages
    }
    assert 'rel="canonical"' not in everything(example)


def test_the_example_has_its_sessions_and_no_real_one(example):
    text = everything(example)
    assert {each for each in EXAMPLES if each in text} == EXAMPLES
    assert "lv-2027-real" not in text
    assert "A real training" not in text


def test_a_normal_build_has_nothing_of_the_example(one, normal):
    assert {name: banners(page) for name, page in normal.pages.items()} == {
        name: [] for name in normal.pages
    }
    text = everything(normal)
    assert "lv-2027-real" in text
    ids = [path.stem for path in (one.root / EXAMPLE_SESSIONS).rglob("*.yml")]
    assert set(ids) > EXAMPLES
    assert [each for each in (*ids, "scn-example", "example.css") if each in text] == []
    assert robots(normal.page("")) == []


def test_events_of_the_example_are_no_events_of_the_site(normal, example):
    """A calendar program that has both must not take one for another."""

    def domains(built):
        return {
            line.rpartition("@")[2]
            for name in built.files()
            if name.endswith(".ics")
            for line in built.text(name).replace("\r\n ", "").splitlines()
            if line.startswith("UID:")
        }

    (real,) = domains(normal)
    assert domains(example) == {f"example.{real}"}


def test_the_example_is_as_of_its_day_unless_told(one, example):
    later = one.build(site="later", SCN_EXAMPLE="1", SOURCE_DATE_EPOCH="1830297600")
    assert later.status == 0
    assert "1 March 2027" in "".join(example.page("sessions/").itertext())
    assert "1 January 2028" in "".join(later.page("sessions/").itertext())


def test_the_example_is_never_published(one):
    failed = one.build(site="published", SCN_EXAMPLE="1", SCN_PUBLISH="1")
    assert (failed.status, failed.log) == (
        1,
        (
            "ERROR: 1 problem in the content:\nmkdocs.yml:1:1: The sessions are those of the"
            " example. Unset SCN_EXAMPLE before publishing.\n"
        ),
    )
    assert not failed.site.exists()


def test_problems_of_the_example_are_said_at_their_place(one):
    name = f"{EXAMPLE_SESSIONS}/lv/lv-2027-wrong.yml"
    one.write(name, REAL.replace("confirmed", "confirmd"))
    try:
        failed = one.build(site="wrong", SCN_EXAMPLE="1")
    finally:
        one.write(name, None)
    assert failed.status == 1
    assert f"{name}:2:9: status: " in failed.log
