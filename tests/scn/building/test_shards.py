"""Parts of a site are joined when they are all parts of one site, each once."""

import json

import pytest

from scn.building.shards import (
    SHARD_FILE,
    Shard,
    ShardError,
    merge_shards,
    read_shards,
    shard_file,
)
from scn.search_index import ENTRY_FILE, entry_file

ALL = ("en", "fr", "el", "de")
COMMON = {"version": "1.5.2", "include_characters": ["_"]}


def entry(*codes):
    languages = {code: {"hash": f"{code}_1", "page_count": 2, "wasm": code} for code in codes}
    return {**COMMON, "languages": languages}


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return folder


def files_of(*codes):
    files = {ENTRY_FILE: entry_file([entry(*codes)])}
    for code in codes:
        prefix = "" if code == "en" else f"{code}/"
        files |= {
            f"{prefix}index.html": f"Home in {code}",
            f"{prefix}package/index.html": f"Package in {code}",
            f"pagefind/index/{code}_1.pf_index": code,
        }
    return files | ({"sitemap.xml": "all"} if "en" in codes else {})


def shard(folder, *codes, of=ALL, inputs="1"):
    note = shard_file(codes, of, inputs)
    return write(folder, {**files_of(*codes), SHARD_FILE: note})


def read(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def refused(*folders):
    with pytest.raises(ShardError) as error:
        read_shards(folders)
    return str(error.value).split("\n")


@pytest.mark.parametrize(
    "parts",
    [
        [("en", "fr"), ("el", "de")],
        [("el", "de"), ("en", "fr")],
        [("en", "de"), ("fr",), ("el",)],
        [("de",), ("el",), ("fr",), ("en",)],
    ],
    ids=str,
)
def test_parts_make_the_whole_site_however_it_was_cut(tmp_path, parts):
    folders = [shard(tmp_path / "-".join(codes), *codes) for codes in parts]
    before = [read(folder) for folder in folders]
    count = merge_shards(read_shards(folders), tmp_path / "site")
    assert read(tmp_path / "site") == files_of(*ALL)
    assert count == len(files_of(*ALL))
    assert [read(folder) for folder in folders] == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["site", *(folder.name for folder in folders)]
    )


def test_the_note_says_what_a_part_is(tmp_path):
    (found,) = read_shards([shard(tmp_path / "a", *ALL, inputs="abc")])
    assert found == Shard(folder=tmp_path / "a", languages=ALL, of=ALL, inputs="abc")
    assert json.loads((tmp_path / "a" / SHARD_FILE).read_text()) == {
        "languages": [*ALL],
        "of": [*ALL],
        "inputs": "abc",
    }


def test_a_site_that_is_there_is_replaced_whole(tmp_path):
    write(tmp_path / "site", {"left-over.html": "old", "fr/index.html": "old"})
    merge_shards(read_shards([shard(tmp_path / "a", *ALL)]), tmp_path / "site")
    assert read(tmp_path / "site") == files_of(*ALL)


def test_what_an_attempt_that_was_killed_left_behind_goes(tmp_path):
    write(tmp_path, {"site.next/torn.html": "half"})
    merge_shards(read_shards([shard(tmp_path / "a", *ALL)]), tmp_path / "site")
    assert read(tmp_path / "site") == files_of(*ALL)
    assert not (tmp_path / "site.next").exists()


def test_a_site_that_is_not_there_may_be_anywhere(tmp_path):
    merge_shards(read_shards([shard(tmp_path / "a", *ALL)]), tmp_path / "public" / "kb")
    assert read(tmp_path / "public" / "kb") == files_of(*ALL)


# What is no site


def test_a_missing_language_is_named_with_how_to_build_it(tmp_path):
    one = shard(tmp_path / "a", "fr")
    assert refused(one) == [
        f"{one}: No shard has en, el, de. Build what is missing with SCN_LANGUAGES=en,el,de."
    ]


def test_a_language_that_the_site_does_not_have_is_named(tmp_path):
    one = shard(tmp_path / "a", *ALL, "en-XA")
    assert refused(one) == [f"{one}: The site has no language en-XA. Build the part without it."]


def test_a_doubled_language_is_named_with_where_it_is(tmp_path):
    one = shard(tmp_path / "a", "en", "fr", "el")
    other = shard(tmp_path / "b", "fr", "de", "el")
    assert refused(one, other) == [
        f"{other}: The language fr is in {one} too. Give each language once.",
        f"{other}: The language el is in {one} too. Give each language once.",
    ]


def test_the_same_folder_twice_is_each_language_twice(tmp_path):
    one = shard(tmp_path / "a", *ALL, of=ALL)
    assert refused(one, one) == [
        f"{one}: The language {code} is in {one} too. Give each language once." for code in ALL
    ]


@pytest.mark.parametrize("other", [{"inputs": "2"}, {"of": ("en", "fr", "el", "de", "mt")}])
def test_a_part_of_another_site_is_named(tmp_path, other):
    one = shard(tmp_path / "a", "en", "fr")
    foreign = shard(tmp_path / "b", "el", "de", **other)
    (line,) = refused(one, foreign)
    assert line == (
        f"{foreign}: This is a part of another site than {one}. Build both from the same commit"
        " with the same settings."
    )


def test_a_folder_that_is_no_part_is_named(tmp_path):
    whole = write(tmp_path / "whole", files_of(*ALL))
    none = tmp_path / "none"
    advice = "There is no such file. Give the folder of a site that was built with SCN_LANGUAGES."
    assert refused(whole, none, shard(tmp_path / "a", *ALL)) == [
        f"{whole / SHARD_FILE}: {advice}",
        f"{none / SHARD_FILE}: {advice}",
    ]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", "null", "{}", '{"languages": ["en"], "of": ["en"]}', '{"languages": 7}'],
)
def test_a_note_that_cannot_be_read_is_named(tmp_path, text):
    one = shard(tmp_path / "a", *ALL)
    (one / SHARD_FILE).write_text(text)
    assert refused(one) == [
        f"{one / SHARD_FILE}: This is no note of a shard. Build the shard again."
    ]


def test_everything_that_is_wrong_is_said_at_once(tmp_path):
    one = shard(tmp_path / "a", "en", "fr")
    other = shard(tmp_path / "b", "fr", inputs="2")
    assert [line.partition(": ")[2].split(".")[0] for line in refused(one, other)] == [
        f"This is a part of another site than {one}",
        f"The language fr is in {one} too",
        "No shard has el, de",
    ]


def test_no_parts_are_no_site():
    """As `merge_site.py $(ls -d shard-*)` gives where there is none."""
    with pytest.raises(ShardError):
        read_shards([])


def test_a_file_that_two_parts_have_is_named_and_the_site_stays(tmp_path):
    one = shard(tmp_path / "a", "en", "fr")
    other = shard(tmp_path / "b", "el", "de")
    write(other, {"fr/index.html": "another"})
    site = write(tmp_path / "site", {"index.html": "old"})
    with pytest.raises(ShardError) as error:
        merge_shards(read_shards([one, other]), site)
    assert str(error.value) == (
        f"{other / 'fr/index.html'}: {one} has this file too. Build both shards again."
    )
    assert read(site) == {"index.html": "old"}
    assert not (tmp_path / "site.next").exists()


def test_an_index_that_cannot_be_read_is_named_and_the_site_stays(tmp_path):
    one = shard(tmp_path / "a", *ALL)
    (one / ENTRY_FILE).write_text("{")
    site = write(tmp_path / "site", {"index.html": "old"})
    with pytest.raises(ShardError, match=str(one)):
        merge_shards(read_shards([one]), site)
    assert read(site) == {"index.html": "old"}
