"""The search index in smaller files: the same words, and each where the search looks for it."""

import gzip
import json

import cbor2
import pytest

from scn.building.digests import digest_of_bytes
from scn.search_chunks import LARGEST, SearchIndexError, _array, cut_index

WORDS = sorted(
    {f"{a}{b}{end}" for a in "abcш" for b in "äeiouя" for end in ("", "t", "tten", "xy")}
)
FILTER = [["twins", [4, 5]], ["about", [1]], ["home", [2, 3]]]
URLS = ["/a/b/", "/a/index/", "/a/", "/a/z.html", "/b/", "/"]
"""In the order of their files: `/a/` is in `a/index.html`."""
PAGES = [[f"en_{number}", number + 300] for number in range(len(URLS))]


def packed(value, signature=b"pagefind_dcd"):
    return gzip.compress(signature + cbor2.dumps(value), mtime=0)


def fragment(url):
    text = json.dumps({"url": url, "content": "Text. " * 2_000}, separators=(",", ":"))
    return gzip.compress(b"pagefind_dcd" + text.encode(), mtime=0)


def fragments(urls=URLS):
    return {f"en_{number}": fragment(url) for number, url in enumerate(urls)}


def entry(word):
    return [word, [[1, [-25, *range(300)], []], [2, [-25, 9], []]], []]


def unpacked(data):
    plain = gzip.decompress(data)
    assert plain.startswith(b"pagefind_dcd")
    return cbor2.loads(plain[12:])


@pytest.fixture(scope="module")
def cut():
    meta = ["1.5.2", PAGES, [["a", "z", "en_old"]], [["section", "en_f"]], [], ["title"]]
    half = len(WORDS) // 2
    files = [packed([[entry(word) for word in part]]) for part in (WORDS[half:], WORDS[:half])]
    return cut_index(packed(meta), files, [packed(["section", FILTER])], fragments(), "en")


@pytest.mark.parametrize("length", [0, 1, 23, 24, 255, 256, 65_535, 65_536])
def test_a_list_of_what_is_written_already_is_the_list_written(length):
    values = [*range(length)]
    assert _array([cbor2.dumps(value) for value in values]) == cbor2.dumps(values)


def test_nothing_is_lost_and_nothing_else_changes(cut):
    version, pages, chunks, *others = unpacked(cut.meta)
    (name,) = cut.filters
    named = [["section", name.removesuffix(".pf_filter")]]
    assert (version, pages, others) == ("1.5.2", PAGES, [named, [], ["title"]])
    assert [f"{hash_}.pf_index" for _, _, hash_ in chunks] == list(cut.files)
    found = [word for data in cut.files.values() for word in unpacked(data)[0]]
    assert found == [entry(word) for word in WORDS]


def test_files_are_small(cut):
    sizes = [len(gzip.decompress(data)) for data in cut.files.values()]
    assert len(sizes) > 1
    assert max(sizes) <= LARGEST + 100


def looked_into(chunks, term):
    """As Pagefind's program in the browser does (`request_indexes`): the first that fits."""
    return next((hash_ for first, last, hash_ in chunks if first <= term <= last), None)


def test_a_word_and_all_that_begin_with_it_are_in_the_file_that_is_looked_into(cut):
    """`re` once ended a file at the end of all words in `re…`, and none of them was found."""
    _, _, chunks, *_ = unpacked(cut.meta)
    place = {word[0]: name for name, data in cut.files.items() for word in unpacked(data)[0]}
    for term in WORDS:
        looked = f"{looked_into(chunks, term)}.pf_index"
        assert looked == place[term]
        if len(term) >= 3:
            assert {place[word] for word in WORDS if word.startswith(term)} == {looked}


def test_no_word_falls_between_two_files(cut):
    _, _, chunks, *_ = unpacked(cut.meta)
    assert all(looked_into(chunks, term) for term in ("a", "bat", "bzz", "czz"))


@pytest.mark.parametrize(
    ("meta", "file"),
    [
        (b"no gzip", packed([[]])),
        (packed([], signature=b"another_sign"), packed([[]])),
        (packed(["1.5.2"]), packed([[]])),
        (packed(["1.5.2", [], []]), packed([])),
        (packed(["1.5.2", [], []]), packed([[5]])),
        (packed(["1.5.2", [], []]), gzip.compress(b"pagefind_dcd\xff", mtime=0)),
    ],
    ids=["no gzip", "other sign", "short", "no words", "number as word", "no CBOR"],
)
def test_an_index_that_is_not_as_expected(meta, file):
    with pytest.raises(SearchIndexError):
        cut_index(meta, [file], [], {}, "en")


def test_the_order_of_the_values_of_a_filter_changes_nothing(cut):
    meta = ["1.5.2", PAGES, [["a", "z", "en_old"]], [["section", "en_g"]], [], ["title"]]
    other = cut_index(
        packed(meta),
        [packed([[entry(word) for word in WORDS]])],
        [packed(["section", FILTER[::-1]])],
        fragments(),
        "en",
    )
    assert other == cut
    ((data),) = cut.filters.values()
    assert unpacked(data) == ["section", [["about", [1]], ["home", [2, 3]], ["twins", [4, 5]]]]


@pytest.mark.parametrize("turn", [1, -1])
def test_the_order_of_filters_changes_nothing(turn):
    filters = [["section", FILTER], ["audience", [["cities", [1]]]]][::turn]
    named = [[name, f"en_{name}"] for name, _ in filters]
    meta = ["1.5.2", PAGES, [["a", "z", "en_old"]], named, [], ["title"]]
    words = [packed([[entry(word) for word in WORDS]])]
    cut = cut_index(packed(meta), words, map(packed, filters), fragments(), "en")
    found = [
        (name, unpacked(cut.filters[f"{hash_}.pf_filter"])[0])
        for name, hash_ in unpacked(cut.meta)[3]
    ]
    assert found == [("audience", "audience"), ("section", "section")]


# The numbers of pages


def index(order):
    """An index of the same pages, if Pagefind meets them in this order."""
    number = {page: new for new, page in enumerate(order)}

    def where(*pages):
        found = sorted((number[page], page) for page in pages)
        before = [0, *(new for new, _ in found)]
        return [
            [new - last, [-25, page * 7, page * 7 + 2], [-1, page]]
            for (new, page), last in zip(found, before, strict=False)
        ]

    words = [
        ["alpha", where(0, 2, 3), []],
        ["etape", [], [["étape", where(1, 4)], ["étapé", where(5)]][:: 1 if order[0] else -1]],
        ["omega", where(5, 0, 1, 2, 4, 3), [["ómega", where(3)]]],
        ["one", where(4), []],
    ]
    values = [["b", sorted(number[page] for page in (1, 2))], ["a", [number[5]]]]
    pages = [PAGES[page] for page in order]
    meta = ["1.5.2", pages, [["a", "z", "en_old"]], [["section", "en_f"]], [], ["title"]]
    return packed(meta), [packed([words])], [packed(["section", values])]


@pytest.mark.parametrize("seed", range(8))
def test_the_order_in_which_pages_are_met_changes_nothing(seed):
    """Each file system lists them in another one."""
    order = sorted(range(len(URLS)), key=lambda page: digest_of_bytes(bytes([seed, page])))
    found = cut_index(*index(order), fragments(), "en")
    assert found == cut_index(*index(range(len(URLS))), fragments(), "en")


def test_pages_have_the_order_of_their_files():
    found = cut_index(*index([3, 1, 5, 0, 2, 4]), fragments(), "en")
    _, pages, *_ = unpacked(found.meta)
    assert pages == PAGES


def test_a_word_is_where_it_was():
    found = cut_index(*index([3, 1, 5, 0, 2, 4]), fragments(), "en")
    _, pages, *_ = unpacked(found.meta)
    words = [word for data in found.files.values() for word in unpacked(data)[0]]
    (where,) = (where for text, where, _ in words if text == "omega")
    number, places = 0, {}
    for since, at, more in where:
        number += since
        places[pages[number][0]] = (at, more)
    assert places == {
        f"en_{page}": ([-25, page * 7, page * 7 + 2], [-1, page]) for page in range(6)
    }


@pytest.mark.parametrize(
    "damaged",
    [
        {},
        {**fragments(), "en_3": b"no gzip"},
        {**fragments(), "en_3": gzip.compress(b'pagefind_dcd{"content":""}')},
        {**fragments(), "en_3": gzip.compress(b'pagefind_dcd{"url":"/a' + b"/" * 9_000)},
    ],
    ids=["no fragments", "no gzip", "no address", "no end"],
)
def test_pages_without_an_address(damaged):
    with pytest.raises(SearchIndexError):
        cut_index(*index(range(len(URLS))), damaged, "en")


def test_pages_that_are_sorted_by_something():
    """What the order would then refer to is not known here."""
    meta = ["1.5.2", PAGES, [], [], [["date", [1, 2]]], ["title"]]
    with pytest.raises(SearchIndexError, match="sorts"):
        cut_index(packed(meta), [], [], fragments(), "en")
