"""Pagefind makes the same of the same texts, each time."""

from engine.search import index_texts

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


def test_an_index_is_the_same_in_every_run(tmp_path):
    found = []
    for number in range(TIMES):
        folder = tmp_path / str(number)
        entry = index_texts(TEXTS, folder)
        files = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        found.append((entry["languages"], files))
    assert len(found[0][1]) > 20
    assert all(one == found[0] for one in found)
