"""Texts of pages, which are read again and again or once."""

import pytest

from scn.page_texts import PageTexts
from scn.problems import ContentError


@pytest.fixture
def docs(tmp_path):
    for name in ("en/a.md", "fr/a.md", "en/picture.svg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path


def test_held_texts_are_read_once(docs):
    texts = PageTexts.below(docs)
    held = texts.held()
    assert (texts["en/a.md"], held["en/a.md"]) == ("en/a.md", "en/a.md")
    (docs / "en" / "a.md").write_text("another")
    assert (texts["en/a.md"], held["en/a.md"]) == ("another", "en/a.md")
    assert texts.held()["en/a.md"] == "another"


def test_held_texts_are_the_same_texts(docs):
    texts = PageTexts.below(docs).with_made({"x/a.md": "made"})
    held = texts.held()
    assert {**held} == {**texts}
    assert held.other_files == texts.other_files
    assert held.made == texts.made
    assert [*held.only(lambda name: name.startswith("fr/"))] == ["fr/a.md"]
    with pytest.raises(KeyError):
        held["en/b.md"]


def test_a_held_text_that_cannot_be_read_is_a_problem(docs):
    held = PageTexts.below(docs).held()
    (docs / "fr" / "a.md").unlink()
    with pytest.raises(ContentError):
        held["fr/a.md"]
