"""Codes of a text: what a translation program protects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scn.translations.exchange.codes import Code, has_words, pieces_of, target_pieces, text_of


def shown(pieces):
    """Words as they are; a code as its id, with a slash for an end."""
    marks = {"alone": "<{}/>", "start": "<{}>", "end": "</{}>"}
    return "".join(
        piece if isinstance(piece, str) else marks[piece.part].format(piece.id) for piece in pieces
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title { #id .critical }", "Title <1/>"),
        ("a [b **c**](d.md) e", "a <1>b <2>c</2></1> e"),
        ("![a](b.png) `c` {name} {{ x }} [^1]", "<1>a</1> <2/> <3/> <4/> <5/>"),
        ("[![i](a)](b)", "<1><2>i</2></1>"),
        ("[a][b] and [c][]", "<1>a</1> and <2>c</2>"),
        ("see https://a.eu/b_en, <c@d.eu> or e@f.eu.", "see <1/>, <2/> or <3/>."),
        ('<img alt="Words" src="a"> <b>x</b>', "<1/>Words<2/> <3/>x<4/>"),
        ("a <!-- b --> c", "a <1/> c"),
        ("press ++ctrl+c++", "press <1/>"),
        ("[date] and [ ] \\[x\\](y) \\*a*", "[date] and [ ] \\[x\\](y) \\*a*"),
        ("**q [w** z](u)", "<1>q [w</1> z](u)"),
        ("snake_case 2 * 3 * 4", "snake_case 2 <1> 3 </1> 4"),
        ("***x*** ****", "<1>x</1> ****"),
        ("a](b) [c", "a](b) [c"),
    ],
)
def test_codes(text, expected):
    pieces = pieces_of(text)
    assert shown(pieces) == expected
    assert text_of(pieces) == text


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("[a](b) `c`", "`c` [A](b)", "<2/> <1>A</1>"),
        ("[a](b)", "[A](b 'T')", "<1>A</1>"),
        ("[a](https://e.eu/x_en)", "[A](https://e.eu/x_fr)", "<1>A</1>"),
        ("[a](b)", "[A](c)", "[A](c)"),
        ("`a`", "`a` `a`", "<1/> `a`"),
        ("plain", "**plain**", "**plain**"),
        ("**plain**", "plain", "plain"),
    ],
)
def test_a_target_has_the_codes_of_its_source(source, target, expected):
    pieces = target_pieces(pieces_of(source), target)
    assert shown(pieces) == expected
    assert text_of(pieces) == target


@pytest.mark.parametrize(
    ("text", "expected"), [("`a`", False), ("— {x}", False), ("2", True), ("![é](a)", True)]
)
def test_words(text, expected):
    assert has_words(text) is expected


SIGNS = st.lists(
    st.sampled_from([*"[]()!*_`{}<>#^~:/.\"' \n\\ab=-+@", "https://a.eu", "](x)", "<b>", "{ #a }"]),
    max_size=40,
).map("".join)


@given(SIGNS, SIGNS)
def test_nothing_is_lost_and_ends_lie_within_each_other(source, target):
    codes = pieces_of(source)
    assert text_of(codes) == source
    placed = target_pieces(codes, target)
    assert text_of(placed) == target
    for pieces in (codes, placed):
        open_ = []
        for piece in pieces:
            if isinstance(piece, Code) and piece.part == "start":
                open_.append(piece.id)
            elif isinstance(piece, Code) and piece.part == "end":
                assert open_.pop() == piece.id
        assert open_ == []
