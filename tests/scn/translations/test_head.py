"""The head of a translation, written into pages without touching the rest."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scn.pages import load_page_head
from scn.translations.head import memory_of_translation, translation_from_memory, with_head
from scn.translations.model import Review, TranslationHead

HEAD = TranslationHead(
    source="3f9a1c2e77b04d51",
    state="machine",
    by=("fr-member-association",),
    pending=("funding-rules", "who-pays"),
    review=Review(
        by="fr-member-association", of="8c0d51aa02e4b7f9", on=datetime.date(2026, 11, 20)
    ),
)
LINES = """\
translation:
  source: 3f9a1c2e77b04d51
  state: machine
  by: [fr-member-association]
  pending: [funding-rules, who-pays]
  review: {by: fr-member-association, of: 8c0d51aa02e4b7f9, on: 2026-11-20}
"""
SHORT = TranslationHead(source="3f9a1c2e77b04d51", state="human")
SHORT_LINES = "translation:\n  source: 3f9a1c2e77b04d51\n  state: human\n"
BEFORE = "---\ntitle: Tarifs  # court\n# à relire\ndescription: D.\n"
AFTER = "---\n\n# Tarifs { #fees }\n\ntranslation:\n  source: no\n"


def test_the_entry_is_set_at_the_end_of_the_head():
    assert with_head(BEFORE + AFTER, HEAD) == BEFORE + LINES + AFTER


@pytest.mark.parametrize(
    ("entry", "rest"),
    [
        (LINES, ""),
        (LINES, "summary: S.\n"),
        (LINES, "# of the summary\nsummary: S.\n"),
        ("translation: {source: a,\n  state: human}\n", "summary: S.\n"),
        ("translation:\n  by:\n    - a\n    - b\n  # inside\n  state: human\n", "\nsummary: S.\n"),
        ("translation:\n", "summary: S.\n"),
        ("translation: x\n", ""),
        ("translation:\n  state: |\n    a\n\n    b\n", "summary: S.\n"),
    ],
)
def test_an_entry_is_replaced_where_it_stands(entry, rest):
    assert with_head(BEFORE + entry + rest + AFTER, SHORT) == BEFORE + SHORT_LINES + rest + AFTER


def test_line_ends_and_byte_order_mark_are_kept():
    text = "\ufeff" + (BEFORE + LINES + AFTER).replace("\n", "\r\n")
    expected = "\ufeff" + (BEFORE + SHORT_LINES + AFTER).replace("\n", "\r\n")
    assert with_head(text, SHORT) == expected


def test_a_page_without_a_head_gets_one():
    assert with_head("# Tarifs\n", SHORT) == f"---\n{SHORT_LINES}---\n# Tarifs\n"
    assert with_head("", SHORT) == f"---\n{SHORT_LINES}---\n"


@pytest.mark.parametrize("head", ["a: [\n", "- a\n", "a: b: c\n"])
def test_a_head_that_is_broken_is_not_written_into(head):
    with pytest.raises(ValueError, match="the front matter"):
        with_head(f"---\n{head}---\n", SHORT)


HEX = st.text("0123456789abcdef", min_size=16, max_size=16)
NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "),
    min_size=1,
    max_size=20,
).map(lambda name: "x" + name.strip() + "y")
IDS = st.from_regex("[a-z][a-z0-9-]{0,9}", fullmatch=True)
HEADS = st.builds(
    TranslationHead,
    source=HEX | st.text("0123456789", min_size=16, max_size=16),
    state=st.sampled_from(["machine", "machine-edited", "human"]),
    by=st.lists(NAMES, max_size=3, unique_by=lambda name: name.casefold()).map(tuple),
    pending=st.lists(IDS, max_size=3, unique=True).map(tuple),
    review=st.none()
    | st.builds(
        Review,
        by=NAMES,
        of=HEX,
        on=st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)),
    ),
)


def normal(head):
    """As the reader of the front matter gives texts: in Unicode's composed form."""
    import unicodedata

    nfc = {"by": tuple(unicodedata.normalize("NFC", name) for name in head.by)}
    return {"source": head.source, "state": head.state, "pending": head.pending, **nfc}


@given(head=HEADS)
def test_what_is_written_is_read_back(head):
    read = load_page_head(with_head(BEFORE + AFTER, head), "page", sources=None).translation
    assert normal(read) == normal(head)
    assert (read.review is None) == (head.review is None)
    if head.review:
        assert (read.review.of, read.review.on) == (head.review.of, head.review.on)


@given(head=HEADS, other=HEADS)
def test_only_the_last_head_counts_and_the_rest_is_kept(head, other):
    once = with_head(BEFORE + AFTER, head)
    assert with_head(once, head) == once
    assert with_head(with_head(once, other), head) == once
    assert once.startswith(BEFORE)
    assert once.endswith(AFTER)


@given(head=HEADS)
def test_a_cache_gives_back_what_it_got(head):
    assert translation_from_memory(memory_of_translation(head)) == head
