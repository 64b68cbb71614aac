"""Replacing a folder in one step."""

import pytest

from scn.folders import replace_folder


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)


def test_the_new_folder_takes_the_place_of_the_old_one_and_nothing_of_either_is_left(tmp_path):
    write(tmp_path, {"site/a.html": "old", "site/gone/b.html": "old", "next/a.html": "new"})
    replace_folder(tmp_path / "next", tmp_path / "site")
    assert tree(tmp_path) == {"site/a.html": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_time_there_is_no_old_folder(tmp_path):
    write(tmp_path, {"next/a.html": "new"})
    replace_folder(tmp_path / "next", tmp_path / "site")
    assert tree(tmp_path) == {"site/a.html": b"new"}


def test_without_a_new_folder_the_old_one_stays(tmp_path):
    write(tmp_path, {"site/a.html": "old"})
    replace_folder(tmp_path / "next", tmp_path / "site")
    assert tree(tmp_path) == {"site/a.html": b"old"}


def test_what_a_run_that_was_killed_left_behind_is_no_hindrance(tmp_path):
    write(tmp_path, {"site.old/x.html": "older", "site/a.html": "old", "next/a.html": "new"})
    replace_folder(tmp_path / "next", tmp_path / "site")
    assert tree(tmp_path) == {"site/a.html": b"new"}


def test_the_old_folder_comes_back_when_the_new_one_cannot_take_its_place(tmp_path):
    """A folder cannot be moved into itself."""
    write(tmp_path, {"next/a.html": "new", "next/site/a.html": "old"})
    with pytest.raises(OSError, match="site"):
        replace_folder(tmp_path / "next", tmp_path / "next" / "site")
    assert tree(tmp_path) == {"next/a.html": b"new", "next/site/a.html": b"old"}
