"""Pagefind makes the same of the same texts, each time."""

import errno

import pytest

from engine import scratch_folder, search
from engine.search import index_texts
from scn.building.digests import digest_of_bytes

PAGE = (
    '<!doctype html><html lang="{0}"><head><title>A page</title></head><body>'
    '<main data-pagefind-body data-pagefind-filter="section[data-section]" data-section="twins">'
    '<h1>A page</h1><p data-pagefind-filter="audience">cities</p>'
    '<p><img src="a.svg" alt="A map">{1}</p></main></body></html>'
)
TEXTS = [
    {f"{code}/{number}/index.html": PAGE.format(code, f"Word number {number}.")}
    for code in ("en", "fr")
    for number in range(5)
]
TIMES = 10
"""It has orders that change from run to run: with two filters, one of two is found each time."""


def test_an_index_is_the_same_in_every_run():
    found = [index_texts(TEXTS) for _ in range(TIMES)]
    assert len(found[0].files) > 15
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_a_file_system_lists_pages_changes_nothing(monkeypatch, tmp_path, seed):
    """Memory lists what is new first, disks in an order of their own."""
    expected = index_texts(TEXTS)
    monkeypatch.setattr(scratch_folder, "_in_memory", lambda _: tmp_path)
    monkeypatch.setattr(search, "place", lambda name: digest_of_bytes(f"{name}{seed}".encode()))
    assert index_texts(TEXTS) == expected


def test_where_the_memory_is_full_an_index_is_made_on_the_disk(monkeypatch):
    expected = index_texts(TEXTS)
    create, folders = search.FolderWriter.create, []

    def full_at_first(self, name, content):
        folders.append(self.folder)
        if len({*folders}) == 1 and len(folders) > 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        create(self, name, content)

    monkeypatch.setattr(search.FolderWriter, "create", full_at_first)
    assert index_texts(TEXTS) == expected
    assert len({*folders}) == 2


def test_an_index_has_no_more_than_the_site_uses():
    names = {name.partition("_")[0] for name in index_texts(TEXTS).files}
    assert names == {
        *("pagefind/pagefind.js", "pagefind/pagefind-worker.js", "pagefind/pagefind.en"),
        *("pagefind/pagefind.fr", "pagefind/wasm.en.pagefind", "pagefind/wasm.fr.pagefind"),
        *(
            f"pagefind/{what}/{code}"
            for what in ("fragment", "filter", "index")
            for code in ("en", "fr")
        ),
        "pagefind/wasm.unknown.pagefind",
    }
