"""The search index in smaller files: the same words, and each where the search looks for it."""

import gzip

import cbor2
import pytest

from scn.search_chunks import LARGEST, SearchIndexError, cut_index

WORDS = sorted(
    {f"{a}{b}{end}" for a in "abcш" for b in "äeiouя" for end in ("", "t", "tten", "xy")}
)
FILTER = [["twins", [4, 5]], ["about", [1]], ["home", [2, 3]]]
PAGES = [["en_1", 400], ["en_2", 300]]


def packed(value, signature=b"pagefind_dcd"):
    return gzip.compress(signature + cbor2.dumps(value))


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
    return cut_index(packed(meta), files, [packed(["section", FILTER])], "en")


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
        (packed(["1.5.2", [], []]), gzip.compress(b"pagefind_dcd\xff")),
    ],
)
def test_an_index_that_is_not_as_expected(meta, file):
    with pytest.raises(SearchIndexError):
        cut_index(meta, [file], [], "en")


def test_the_order_of_the_values_of_a_filter_changes_nothing(cut):
    meta = ["1.5.2", PAGES, [["a", "z", "en_old"]], [["section", "en_g"]], [], ["title"]]
    other = cut_index(
        packed(meta),
        [packed([[entry(word) for word in WORDS]])],
        [packed(["section", FILTER[::-1]])],
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
    cut = cut_index(packed(meta), words, map(packed, filters), "en")
    found = [
        (name, unpacked(cut.filters[f"{hash_}.pf_filter"])[0])
        for name, hash_ in unpacked(cut.meta)[3]
    ]
    assert found == [("audience", "audience"), ("section", "section")]
