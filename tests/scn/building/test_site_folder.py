"""What is in the folder of a site, whose file it is, and how it is brought up to date."""

import os
import string
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scn.building.site_folder import (
    FolderWriter,
    files_in,
    language_of_file,
    move_files,
    update_files,
)

CODES = ("en", "fr", "el", "mt", "en-XA")


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("index.html", "en"),
        ("404.html", "en"),
        ("sitemap.xml", "en"),
        ("assets/css/frame.css", "en"),
        ("package/roles/index.html", "en"),
        ("fr/index.html", "fr"),
        ("fr/404.html", "fr"),
        ("el/sessions/pt/calendar.ics", "el"),
        ("fr", "en"),  # a file, no folder of a language
        ("french/index.html", "en"),
        ("de/index.html", "en"),  # no language of the site
        ("package/fr/index.html", "en"),
        ("pagefind/pagefind.js", "en"),
        ("pagefind/pagefind-worker.js", "en"),
        ("pagefind/pagefind-entry.json", "en"),
        ("pagefind/wasm.unknown.pagefind", "en"),
        ("pagefind/wasm.en.pagefind", "en"),
        ("pagefind/wasm.fr.pagefind", "fr"),
        ("pagefind/pagefind.fr_1c2340782b.pf_meta", "fr"),
        ("pagefind/fragment/el_ea71b21.pf_fragment", "el"),
        ("pagefind/index/mt_20fb491.pf_index", "mt"),
        ("pagefind/filter/fr_20fb491.pf_filter", "fr"),
        ("pagefind/index/de_20fb491.pf_index", "en"),
        ("pagefind/index/en-xa_20fb491.pf_index", "en-XA"),
        ("en-XA/index.html", "en-XA"),
    ],
)
def test_each_file_is_written_with_one_language(name, language):
    assert language_of_file(name, CODES) == language


# Folders of files


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
    return folder


def read(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in folder.rglob("*")
        if path.is_file()
    }


def times(folder):
    return {name: (folder / name).stat().st_mtime_ns for name in read(folder)}


def test_a_file_is_known_by_its_size_and_time(tmp_path):
    write(tmp_path, {"a.html": "1", "fr/b/c.html": "22", "d": ""})
    os.utime(tmp_path / "a.html", ns=(0, 5))
    found = files_in(tmp_path)
    assert found["a.html"] == (1, 5)
    assert {name: size for name, (size, _) in found.items()} == {
        "a.html": 1,
        "fr/b/c.html": 2,
        "d": 0,
    }


@pytest.mark.parametrize("name", ["none", "file", "file/below"])
def test_where_there_is_no_folder_there_are_no_files(tmp_path, name):
    (tmp_path / "file").write_text("no folder")
    assert files_in(tmp_path / name) == {}


def test_a_link_is_what_it_is_and_not_what_it_leads_to(tmp_path):
    write(tmp_path, {"elsewhere/a": "1", "site/b": "2"})
    (tmp_path / "site" / "linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert sorted(files_in(tmp_path / "site")) == ["b", "linked"]


def test_files_are_written_with_the_folders_on_the_way(tmp_path):
    writer = FolderWriter(tmp_path / "site")
    writer.create("a.html", b"1")
    writer.create("fr/b/c.html", b"2")
    writer.write("fr/b/c.html", b"3")
    writer.write("fr/d.html", b"4")
    write(tmp_path, {"moved": "5"})
    writer.move(str(tmp_path / "moved"), "el/e.html")
    assert read(tmp_path) == {
        "site/a.html": "1",
        "site/fr/b/c.html": "3",
        "site/fr/d.html": "4",
        "site/el/e.html": "5",
    }


# Moving


def test_files_move_whichever_folders_are_there_already(tmp_path):
    english = {"index.html": "1", "package/a.html": "2", "package/b/c.html": "3", "pagefind/x": "4"}
    french = {
        "fr/index.html": "5",
        "fr/package/a.html": "6",
        "pagefind/fr_y": "7",
        "pagefind/z/w": "8",
    }
    write(tmp_path / "en", english)
    write(tmp_path / "fr", french)
    move_files(tmp_path / "en", tmp_path / "site", english)
    move_files(tmp_path / "fr", tmp_path / "site", french)
    assert read(tmp_path / "site") == {**english, **french}


def test_moving_nothing_moves_nothing(tmp_path):
    write(tmp_path / "en", {"a.html": "1"})
    move_files(tmp_path / "en", tmp_path / "site", [])
    assert read(tmp_path / "en") == {"a.html": "1"}


# Updating


def updated(tmp_path, old, new, **more):
    site = write(tmp_path / "site", old)
    update_files(site, set(old), new, lambda name: new[name].encode(), **more)
    return site


def test_files_come_change_and_go(tmp_path):
    old = {"a.html": "1", "b/index.html": "2", "c/d/e.html": "3"}
    new = {"a.html": "1", "b/index.html": "two", "f/g.html": "4"}
    site = updated(tmp_path, old, new)
    assert read(site) == new
    assert sorted(path.name for path in site.iterdir()) == ["a.html", "b", "f"]


def test_what_is_equal_is_not_touched(tmp_path):
    old = {"a.html": "1", "b.html": "2", "c.html": "3"}
    site = write(tmp_path / "site", old)
    for name in old:
        os.utime(site / name, ns=(7, 7))
    update_files(site, set(old), old, lambda name: {**old, "b.html": "two"}[name].encode())
    assert {name for name, when in times(site).items() if when != 7} == {"b.html"}


def test_files_of_others_stay_and_so_do_their_folders(tmp_path):
    site = write(tmp_path / "site", {"pagefind/fr_a": "1", "pagefind/el_a": "2", "fr/a": "3"})
    update_files(site, {"pagefind/fr_a", "fr/a"}, [], lambda _: b"")
    assert read(site) == {"pagefind/el_a": "2"}
    assert [path.name for path in site.iterdir()] == ["pagefind"]


def test_of_what_is_known_to_be_the_same_nobody_asks_the_content(tmp_path):
    old = {"a.html": "1", "b.html": "2"}
    site = write(tmp_path / "site", old)
    update_files(site, set(old), old, {"b.html": b"two"}.__getitem__, same={"a.html"})
    assert read(site) == {"a.html": "1", "b.html": "two"}


def test_what_is_the_same_but_not_wanted_any_more_goes(tmp_path):
    site = write(tmp_path / "site", {"a.html": "1", "b.html": "2"})
    update_files(site, {"a.html", "b.html"}, ["a.html"], {}.__getitem__, same={"a.html", "b.html"})
    assert read(site) == {"a.html": "1"}


def test_a_file_that_is_gone_already_is_no_hindrance(tmp_path):
    site = write(tmp_path / "site", {"a.html": "1"})
    update_files(site, {"a.html", "gone/b.html"}, ["a.html"], lambda _: b"1")
    assert read(site) == {"a.html": "1"}


def test_a_folder_can_take_the_place_of_a_file(tmp_path):
    new = {"assets/plan/a.txt": "2"}
    assert read(updated(tmp_path, {"assets/plan": "1"}, new)) == new


def test_a_file_can_take_the_place_of_a_folder(tmp_path):
    new = {"assets/plan": "2"}
    assert read(updated(tmp_path, {"assets/plan/a.txt": "1"}, new)) == new


def test_new_files_come_before_old_ones_go(tmp_path):
    """Else the pages that are there meanwhile would link to nothing."""
    site = write(tmp_path / "site", {"old.html": "1"})
    seen = []

    def content_of(name):
        seen.append((name, sorted(read(site))))
        return b"new"

    update_files(site, {"old.html"}, ["new-1.html", "new-2.html"], content_of)
    assert seen == [
        ("new-1.html", ["old.html"]),
        ("new-2.html", ["new-1.html", "old.html"]),
    ]


def test_nobody_who_reads_meanwhile_finds_half_a_file(tmp_path):
    """The old content stays readable by who has opened it: the new one is another file."""
    site = write(tmp_path / "site", {"a.html": "old"})
    with (site / "a.html").open() as reader:
        update_files(site, {"a.html"}, ["a.html"], lambda _: b"new")
        assert reader.read() == "old"
    assert read(site) == {"a.html": "new"}


NAMES = st.lists(st.sampled_from(["fr", "el", "package", "sessions"]), max_size=3).flatmap(
    lambda folders: st.sampled_from(string.ascii_lowercase[:5]).map(
        lambda name: "/".join([*folders, f"{name}.html"])
    )
)
TREES = st.dictionaries(NAMES, st.sampled_from(["1", "2", ""]), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TREES, TREES, TREES)
def test_whatever_was_there_afterwards_there_is_what_shall_be(tmp_path, old, new, others):
    others = {f"others/{name}": content for name, content in others.items()}
    folder = tmp_path / str(time.monotonic_ns())
    site = write(folder, {**old, **others})
    update_files(site, set(old), new, lambda name: new[name].encode())
    assert read(site) == {**new, **others}
    empty = [path for path in Path(site).rglob("*") if path.is_dir() and not any(path.iterdir())]
    assert empty == []
