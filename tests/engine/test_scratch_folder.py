"""Folders that are there for a moment, and not longer."""

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from engine import scratch_folder as module
from engine.scratch_folder import delete_scratch_folders, scratch_folder

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no /dev/shm")


@pytest.fixture
def memory(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_IN_MEMORY", tmp_path)
    return tmp_path


def test_it_is_deleted_with_all_that_is_in_it():
    with scratch_folder() as folder:
        (folder / "a/b").mkdir(parents=True)
        (folder / "a/b/c.html").write_text("c", encoding="utf-8")
    assert not folder.exists()


def test_it_is_deleted_after_an_error_too():
    with pytest.raises(ValueError, match="x"), scratch_folder() as folder:
        raise ValueError("x")
    assert not folder.exists()


def test_of_two_each_is_another_one():
    with scratch_folder() as one, scratch_folder() as other:
        assert one != other
        assert one.is_dir()
        assert other.is_dir()


def test_nobody_else_can_read_it():
    with scratch_folder(needed=0) as folder:
        assert folder.stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_who_ends_at_once_deletes_it_before():
    with scratch_folder() as one, scratch_folder() as other:
        delete_scratch_folders()
        assert not one.exists()
        assert not other.exists()


@on_linux
def test_it_is_in_memory_if_there_is_room(memory):
    with scratch_folder(1_000) as folder:
        assert folder.parent == memory


@pytest.mark.parametrize("lack", ["folder", "space", "right", "wish"])
def test_without_such_memory_it_is_where_the_system_has_such_folders(
    memory, monkeypatch, tmp_path_factory, lack
):
    others = tmp_path_factory.mktemp("others")
    monkeypatch.setattr(module.tempfile, "tempdir", str(others))
    if lack == "folder":
        monkeypatch.setattr(module, "_IN_MEMORY", memory / "none")
    elif lack == "space":
        usage = SimpleNamespace(free=999)
        monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage)
    else:
        monkeypatch.setattr(module.os, "access", lambda *_: False)
    with scratch_folder(None if lack == "wish" else 1_000) as folder:
        assert folder.parent == others


@on_linux
def test_what_killed_processes_left_in_memory_is_deleted(memory):
    ended = os.fork()
    if not ended:
        os._exit(0)
    os.waitpid(ended, 0)
    space = Path("/proc/self/ns/pid").stat().st_ino
    left = memory / f"scn-search-{space}-{ended}-abc"
    used = memory / f"scn-search-{space}-{os.getpid()}-abc"
    in_a_container = memory / f"scn-search-{space + 1}-{ended}-abc"
    not_ours = memory / "scn-search-of-somebody"
    for folder in (left, used, in_a_container, not_ours):
        folder.mkdir()
    with scratch_folder(needed=0):
        assert not left.exists()
        assert used.is_dir()
        assert in_a_container.is_dir()
        assert not_ours.is_dir()
