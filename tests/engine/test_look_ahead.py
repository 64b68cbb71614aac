"""What a second process has seen and read is what this one would see and read."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine import look_ahead
from scn.building.inputs import digests_below
from scn.building.memory import Memory
from scn.building.site_folder import files_in
from scn.content_load import load_content

ROOT = Path(__file__).resolve().parents[2]
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
def _a_second_core(monkeypatch, tmp_path):
    monkeypatch.setattr(look_ahead, "available_cores", lambda: 2)
    monkeypatch.setenv("SCN_START_METHOD", "fork")
    monkeypatch.setenv("SCN_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("SCN_PLAIN", raising=False)
    yield
    look_ahead.looking_ahead().end()
    assert multiprocessing.active_children() == []


def seen():
    with look_ahead.looking_ahead() as ahead:
        found = ahead.seen()
    assert multiprocessing.active_children() == []
    return found


@needs_fork
def test_what_was_seen_ahead_is_what_is_there(root):
    look_ahead.look_ahead(root)
    found = seen()
    assert set(found.digests) == {str(root / name) for name in ("docs", "hooks", "overrides")}
    for name in ("docs", "hooks", "overrides"):
        assert found.digests_below(root / name) == digests_below(root / name) != {}
    assert set(found.statuses) == {str(root / "site")}
    assert found.files_in(root / "site") == files_in(root / "site") != {}


@needs_fork
def test_a_folder_that_was_not_looked_through_is_looked_through_when_asked_for(root):
    look_ahead.look_ahead(root)
    (root / "other").mkdir()
    (root / "other/page.md").write_text("b", encoding="utf-8")
    found = seen()
    assert found.digests_below(root / "other") == digests_below(root / "other") != {}
    assert found.files_in(root / "other") == files_in(root / "other") != {}


@needs_fork
def test_what_was_seen_is_told_once(root):
    """The next build of a preview comes after a change."""
    look_ahead.look_ahead(root)
    before = seen().digests_below(root / "docs")
    (root / "docs/en/index.md").write_text("other", encoding="utf-8")
    assert seen().digests_below(root / "docs") == digests_below(root / "docs") != before


@needs_fork
def test_a_process_that_was_ended_is_not_missed(root, monkeypatch):
    monkeypatch.setattr(look_ahead, "_look", lambda *_: os._exit(1))
    look_ahead.look_ahead(root)
    with look_ahead.looking_ahead() as ahead:
        assert ahead.seen().digests_below(root / "docs") == digests_below(root / "docs")
        assert ahead.heads() == {}


@needs_fork
def test_of_two_looks_the_later_one_counts(root):
    look_ahead.look_ahead(root)
    (root / "docs/en/index.md").write_text("other", encoding="utf-8")
    look_ahead.look_ahead(root)
    assert seen().digests[str(root / "docs")] == digests_below(root / "docs")


@pytest.mark.parametrize(
    ("name", "value", "cores"),
    [("SCN_PLAIN", "1", 2), ("SCN_START_METHOD", "spawn", 2), ("LANG", "C", 1)],
)
def test_where_it_is_no_gain_nothing_is_looked_at_ahead(root, monkeypatch, name, value, cores):
    monkeypatch.setenv(name, value)
    monkeypatch.setattr(look_ahead, "available_cores", lambda: cores)
    look_ahead.look_ahead(root)
    assert multiprocessing.active_children() == []
    with look_ahead.looking_ahead() as ahead:
        found = ahead.seen()
        assert ahead.heads() == {}
    assert found.digests == found.statuses == {}
    assert found.digests_below(root / "docs") == digests_below(root / "docs")


# Heads of pages


def digests_of_docs():
    return {f"docs/{name}": digest for name, digest in digests_below(ROOT / "docs").items()}


@needs_fork
def test_where_nothing_is_remembered_the_heads_of_most_pages_are_read_ahead():
    look_ahead.look_ahead(ROOT)
    with look_ahead.looking_ahead() as ahead:
        ahead.seen()
        heads = ahead.heads()
    memory = Memory(digests_of_docs(), {})
    content = load_content(ROOT, docs=ROOT / "docs", memory=memory)
    assert abs(len(heads) - len(content.heads) * 3 / 4) <= 1
    assert len(heads) > 25
    assert all(memory.used[key] == one for key, one in heads.items())
    used = Memory(digests_of_docs(), {})
    again = load_content(ROOT, docs=ROOT / "docs", memory=used, heads_ahead=lambda: heads)
    assert again.heads == content.heads
    assert used.used == memory.used


@needs_fork
def test_where_heads_are_remembered_they_are_not_read(tmp_path):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache/read.json").write_text("{}", encoding="utf-8")
    look_ahead.look_ahead(ROOT)
    with look_ahead.looking_ahead() as ahead:
        assert ahead.seen().digests
        assert ahead.heads() == {}


@needs_fork
def test_what_is_wrong_is_left_to_who_can_say_it(root, capfd):
    look_ahead.look_ahead(root)
    (root / "docs/_data").mkdir()
    with look_ahead.looking_ahead() as ahead:
        assert ahead.seen().digests
        assert ahead.heads() == {}
    assert capfd.readouterr() == ("", "")


@needs_fork
def test_a_file_that_goes_while_it_is_looked_at_is_left_to_who_can_say_it(root, capfd):
    (root / "docs/en/gone.md").symlink_to(root / "none")
    look_ahead.look_ahead(root)
    with look_ahead.looking_ahead() as ahead:
        assert ahead.seen().digests == {}
    assert capfd.readouterr() == ("", "")


@needs_fork
def test_who_breaks_off_sees_one_message_and_not_two(root, monkeypatch, capfd):
    def slow(folder):
        time.sleep(0.1)
        return digests_below(folder)

    monkeypatch.setattr(look_ahead, "digests_below", slow)
    look_ahead.look_ahead(root)
    time.sleep(0.1)
    for process in multiprocessing.active_children():
        os.kill(process.pid, signal.SIGINT)
    assert seen().digests[str(root / "docs")] == digests_below(root / "docs")
    assert "Traceback" not in capfd.readouterr().err


@needs_fork
def test_nobody_has_to_wait_for_heads_that_nobody_asks_for(monkeypatch):
    monkeypatch.setattr(look_ahead, "_heads", lambda *_: time.sleep(60))
    look_ahead.look_ahead(ROOT)
    began = time.monotonic()
    assert seen().digests
    assert time.monotonic() - began < 30


@pytest.fixture
def large(root):
    """More is to be said of it than a pipe holds."""
    for number in range(3_000):
        (root / f"site/{number}-{'a' * 50}.html").touch()
    return root


@needs_fork
def test_what_does_not_fit_into_a_pipe_is_told(large):
    look_ahead.look_ahead(large)
    assert seen().files_in(large / "site") == files_in(large / "site")


@needs_fork
@pytest.mark.parametrize("again", [False, True])
def test_who_asks_for_nothing_waits_for_nothing(large, again):
    """A command may fail before it asks, and load the hooks again."""
    look_ahead.look_ahead(large)
    time.sleep(0.5)  # it has looked, and waits
    began = time.monotonic()
    if again:
        look_ahead.look_ahead(large)
    look_ahead.looking_ahead().end()
    assert time.monotonic() - began < 30


ABANDONING = """
import os, sys
from pathlib import Path
from engine import look_ahead
look_ahead.available_cores = lambda: 2
look_ahead.look_ahead(Path(sys.argv[1]))
print(look_ahead._looking._process.pid, flush=True)
os.kill(os.getpid(), 9)
"""


@needs_fork
def test_the_process_ends_when_the_one_that_asked_was_killed(large):
    ended = subprocess.run(
        [sys.executable, "-c", ABANDONING, str(large)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        stdout=subprocess.PIPE,
        check=False,
    )
    process = Path("/proc", ended.stdout.decode().strip())
    until = time.monotonic() + 30
    while process.exists() and "Z" not in (process / "stat").read_text().split()[2]:
        assert time.monotonic() < until
        time.sleep(0.05)
