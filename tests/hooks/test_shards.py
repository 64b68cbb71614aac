"""Languages that several machines have built become the site that one would have built."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTE = "scn-shard.json"
ENTRY = "pagefind/pagefind-entry.json"

pytestmark = pytest.mark.slow


def build(site, folder, languages="", **env):
    """On a machine of its own: with a cache that nobody else has."""
    env |= {"SCN_LANGUAGES": languages, "SCN_CACHE": f"{folder}.cache"}
    ran = site.warm("--strict", site=folder, **env)
    assert (ran.status, ran.warnings) == (0, [])
    return ran.files


@pytest.fixture(scope="module")
def site(rich):
    return rich()


@pytest.fixture(scope="module")
def whole(site):
    return build(site, "whole")


@pytest.fixture(scope="module")
def parts(site):
    return {
        folder: build(site, folder, languages)
        for folder, languages in {"part-1": "fr,en", "part-2": "el,de", "part-3": "fr"}.items()
    }


def merge(site, *arguments):
    """The command, with folders relative to the project."""
    ran = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "merge_site.py"), *arguments],
        cwd=site.root,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr


def test_the_parts_are_joined_into_exactly_the_whole_site(site, whole, parts, differing):
    status, said, mistakes = merge(site, "part-2", "part-1")
    assert (status, mistakes) == (0, "")
    assert said == f"Joined 2 parts: 4 languages, {len(whole):,} files in site/.\n"
    assert differing(site.files("site"), whole) == set()


def test_a_part_has_its_files_as_the_whole_site_has_them(whole, parts):
    for folder, files in parts.items():
        shared = {name: content for name, content in files.items() if name not in (NOTE, ENTRY)}
        assert {name for name in shared if whole.get(name) != shared[name]} == set(), folder
    assert "sitemap.xml" in parts["part-1"]
    assert {name.partition("/")[0] for name in parts["part-3"]} == {"fr", "pagefind", NOTE}


def test_a_part_says_so_and_the_whole_site_does_not(whole, parts):
    notes = {folder: json.loads(files[NOTE]) for folder, files in parts.items()}
    assert {folder: note["languages"] for folder, note in notes.items()} == {
        "part-1": ["en", "fr"],
        "part-2": ["el", "de"],
        "part-3": ["fr"],
    }
    assert all(note["of"] == ["en", "fr", "el", "de"] for note in notes.values())
    assert len({note["inputs"] for note in notes.values()}) == 1
    assert NOTE not in whole


def test_a_joined_site_is_replaced_only_by_a_whole_one(site, whole, parts):
    site.write("kept/index.html", "old")
    assert merge(site, "part-1", "--site", "kept") == (
        1,
        "",
        "part-1: No shard has el, de. Build what is missing with SCN_LANGUAGES=el,de.\n",
    )
    assert merge(site, "part-1", "part-2", "part-3", "--site", "kept") == (
        1,
        "",
        "part-3: The language fr is in part-1 too. Give each language once.\n",
    )
    assert site.files("kept") == {"index.html": b"old"}
    assert merge(site, "part-1", "part-2", "--site", "kept")[0] == 0
    assert site.files("kept") == whole


def test_a_whole_site_is_no_part(site, whole):
    status, _, said = merge(site, "whole")
    assert status == 1
    assert said == (
        "whole/scn-shard.json: There is no such file. Give the folder of a site that was built"
        " with SCN_LANGUAGES.\n"
    )


def test_a_part_of_another_commit_is_refused(site, parts):
    page = "docs/en/index.md"
    before = site.text(page)
    site.write(page, f"{before}\nMore.\n")
    build(site, "other", "el,de")
    site.write(page, before)
    status, _, said = merge(site, "part-1", "other", "--site", "refused")
    assert status == 1
    assert said == (
        "other: This is a part of another site than part-1. Build both from the same commit with"
        " the same settings.\n"
    )
    assert not (site.root / "refused").exists()


def test_a_part_with_other_settings_is_refused(site, parts):
    build(site, "other-day", "el,de", SOURCE_DATE_EPOCH="1798761600")
    status, _, said = merge(site, "part-1", "other-day", "--site", "refused")
    assert (status, said.partition(".")[0]) == (
        1,
        "other-day: This is a part of another site than part-1",
    )


def test_a_part_of_the_same_commit_in_another_folder_fits(site, whole, parts, differing, tmp_path):
    """Two machines rarely check out to the same place."""
    here = site.root
    names = ("docs", "hooks", "overrides", "requirements")
    for name in names:
        shutil.copytree(here / name, tmp_path / name)
    shutil.copyfile(here / "mkdocs.yml", tmp_path / "mkdocs.yml")
    site.root = tmp_path
    try:
        build(site, "part-2", "el,de")
    finally:
        site.root = here
    assert merge(site, "part-1", str(tmp_path / "part-2"), "--site", "from-two-places")[::2] == (
        0,
        "",
    )
    assert differing(site.files("from-two-places"), whole) == set()


def test_without_arguments_the_command_says_what_it_wants(site):
    status, _, said = merge(site)
    assert (status, said.splitlines()[-1]) == (
        2,
        "merge_site.py: error: the following arguments are required: SHARD",
    )
