"""What a second process has seen is what this one would see."""

import multiprocessing
import os
import sys

import pytest

from engine import look_ahead
from scn.building.inputs import digests_below
from scn.building.site_folder import files_in

needs_fork = pytest.mark.skipif(
    sys.platform != "linux", reason="only where a process can be copied"
)


@pytest.fixture
def root(tmp_path):
    for name in ("docs/en/index.md", "hooks/a.py", "overrides/main.html", "site/en/index.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def two_cores(monkeypatch):
    monkeypatch.setattr(look_ahead, "available_cores", lambda: 2)
    monkeypatch.setenv("SCN_START_METHOD", "fork")
    monkeypatch.delenv("SCN_PLAIN", raising=False)
    yield
    look_ahead.seen()


@needs_fork
def test_what_was_seen_ahead_is_what_is_there(root):
    look_ahead.look_ahead(root)
    found = look_ahead.seen()
    assert set(found.digests) == {str(root / name) for name in ("docs", "hooks", "overrides")}
    for name in ("docs", "hooks", "overrides"):
        assert found.digests_below(root / name) == digests_below(root / name) != {}
    assert set(found.statuses) == {str(root / "site")}
    assert found.files_in(root / "site") == files_in(root / "site") != {}
    assert multiprocessing.active_children() == []


@needs_fork
def test_a_folder_that_was_not_looked_through_is_looked_through_when_asked_for(root):
    look_ahead.look_ahead(root)
    (root / "other").mkdir()
    (root / "other/page.md").write_text("b", encoding="utf-8")
    found = look_ahead.seen()
    assert found.digests_below(root / "other") == digests_below(root / "other") != {}
    assert found.files_in(root / "other") == files_in(root / "other") != {}


@needs_fork
def test_what_was_seen_is_told_once(root):
    """The next build of a preview comes after a change."""
    look_ahead.look_ahead(root)
    before = look_ahead.seen().digests_below(root / "docs")
    (root / "docs/en/index.md").write_text("other", encoding="utf-8")
    assert look_ahead.seen().digests_below(root / "docs") == digests_below(root / "docs") != before


@needs_fork
def test_a_process_that_was_ended_is_not_missed(root, monkeypatch):
    monkeypatch.setattr(look_ahead, "_look", lambda *_: os._exit(1))
    look_ahead.look_ahead(root)
    found = look_ahead.seen()
    assert found.digests_below(root / "docs") == digests_below(root / "docs")
    assert multiprocessing.active_children() == []


@needs_fork
def test_of_two_looks_the_later_one_counts(root):
    look_ahead.look_ahead(root)
    (root / "docs/en/index.md").write_text("other", encoding="utf-8")
    look_ahead.look_ahead(root)
    found = look_ahead.seen()
    assert found.digests[str(root / "docs")] == digests_below(root / "docs")
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("name", "value", "cores"),
    [("SCN_PLAIN", "1", 2), ("SCN_START_METHOD", "spawn", 2), ("A", "", 1)],
)
def test_where_it_is_no_gain_nothing_is_looked_at_ahead(root, monkeypatch, name, value, cores):
    monkeypatch.setenv(name, value)
    monkeypatch.setattr(look_ahead, "available_cores", lambda: cores)
    look_ahead.look_ahead(root)
    assert multiprocessing.active_children() == []
    found = look_ahead.seen()
    assert found.digests == found.statuses == {}
    assert found.digests_below(root / "docs") == digests_below(root / "docs")
