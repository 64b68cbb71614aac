"""What is known of the folder of a site, and whether it is still so."""

import json
import os
import shutil
from dataclasses import replace

import pytest

from scn.building.checked_files import read_checked, write_checked
from scn.building.site_folder import files_in
from scn.building.site_record import FORMAT, SiteRecord, forget_record, read_record, write_record

SEARCH = {"fr": {"languages": {"fr": {"hash": "fr_1", "page_count": 3}}, "version": "1"}}


@pytest.fixture
def site(tmp_path):
    for name, content in {"index.html": "1", "fr/index.html": "22"}.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return tmp_path / "site"


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def record_of(site):
    return SiteRecord(asked="1", packs={"fr": "fr-1-2.zip"}, search=SEARCH, files=files_in(site))


def test_a_record_is_read_as_it_was_written(site, cache):
    write_record(record_of(site), cache, site)
    assert read_record(cache, site) == record_of(site)
    assert read_record(cache, site).is_of(files_in(site))


def test_each_site_has_a_record_of_its_own(site, cache):
    write_record(record_of(site), cache, site)
    other = site.with_name("other")
    assert read_record(cache, other) is None
    shutil.copytree(site, other)
    write_record(replace(record_of(other), asked="2"), cache, other)
    assert [read_record(cache, one).asked for one in (site, other)] == ["1", "2"]


def test_the_same_folder_has_the_same_record_however_it_is_named(site, cache, monkeypatch):
    write_record(record_of(site), cache, site)
    monkeypatch.chdir(site.parent)
    assert read_record(cache, type(site)("site")) == record_of(site)


def test_a_forgotten_record_is_gone_and_forgetting_twice_is_no_mistake(site, cache):
    write_record(record_of(site), cache, site)
    forget_record(cache, site)
    forget_record(cache, site)
    assert read_record(cache, site) is None


def test_nothing_but_the_record_is_left_in_its_folder(site, cache):
    write_record(record_of(site), cache, site)
    write_record(record_of(site), cache, site)
    assert len([*cache.iterdir()]) == 1


def changed(site):
    (site / "index.html").write_text("11")


def touched(site):
    os.utime(site / "index.html", ns=(1, 1))


def deleted(site):
    (site / "index.html").unlink()


def added(site):
    (site / "fr" / "new.html").write_text("")


def moved(site):
    (site / "fr" / "index.html").rename(site / "fr" / "other.html")


def gone(site):
    shutil.rmtree(site)


@pytest.mark.parametrize(
    "change", [changed, touched, deleted, added, moved, gone], ids=lambda one: one.__name__
)
def test_a_site_that_was_changed_is_another_one(site, change):
    record = record_of(site)
    assert record.is_of(files_in(site))
    change(site)
    assert not record.is_of(files_in(site))


def test_a_record_without_files_is_of_no_site(tmp_path):
    """A folder that is not there has no files either."""
    record = SiteRecord(asked="1", packs={}, search={}, files={})
    assert not record.is_of(files_in(tmp_path / "none"))


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "7", "{}", '{"format": "scn-site-0"}', f'{{"format": "{FORMAT}"}}'],
)
def test_what_is_no_record_is_none(site, cache, text):
    write_record(record_of(site), cache, site)
    (path,) = cache.iterdir()
    write_checked(path, text.encode())
    assert read_record(cache, site) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("files", []),
        ("files", {"index.html": 7}),
        ("files", {"index.html": [1, 2, 3]}),
        ("packs", ["fr-1-2.zip"]),
        ("search", []),
        ("new", 1),
    ],
)
def test_a_record_with_other_values_is_none(site, cache, name, value):
    write_record(record_of(site), cache, site)
    (path,) = cache.iterdir()
    write_checked(path, json.dumps({**json.loads(read_checked(path)), name: value}).encode())
    assert read_record(cache, site) is None
