"""What a regular expression needs is read off it."""

import re

import pytest

from engine.needed_texts import Candidates, needed_texts


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        ("a", "a"),
        ("ab", ["ab"]),
        ("[ab]", "ab"),
        ("[ab]c", "c"),
        ("a|b", "ab"),
        ("ab|bc", ["ab", "bc"]),
        ("ab|c", ["ab", "c"]),
        ("a[bc]de", ["de"]),
        ("[ab]cd?", "c"),
        ("  \n", ["  \n"]),
        (r"\[\^([^\]]*)\]", ["[^"]),
        ("a|[^b]", None),
        ("a|", None),
        ("[^a]", None),
        ("[a-c]", None),
        (r"\d", None),
        (r"\d!", "!"),
        (".", None),
        ("", None),
        ("a?", None),
        ("a*", None),
        ("a*b", "b"),
        ("a+", "a"),
        ("a{2,3}", "a"),
        ("a{0,3}b?", None),
        ("(?:ab)+?", ["ab"]),
        ("(a)(b|c)", "a"),
        ("(?P<x>[ab])(?P=x)", "ab"),
        ("(?<!a)b", "b"),
        ("(?=a)b", "a"),
        ("(?=a|b).", "ab"),
        ("(?<=a)b", "b"),
        ("(?!a)", None),
        (r"\bа", "а"),
        ("^$", None),
        ("(?>ab)", ["ab"]),
        ("a++", "a"),
        ("(?i:a)b", "b"),
        ("(?i:a)", None),
        ("(?i)a", None),
        ("(?s).!", "!"),
        ("(?x) a # b", "a"),
        (r"(\*)((?:(?!\1).)+)\1", "*"),
        (r"\[", "["),
    ],
)
def test_of_an_expression_is_read_what_every_match_has(expression, needed):
    found = needed_texts(re.compile(expression))
    assert found == (needed if needed is None else frozenset(needed))


def test_flags_that_are_given_apart_count_too():
    assert needed_texts(re.compile("a", re.IGNORECASE)) is None
    assert needed_texts(re.compile("a b", re.VERBOSE)) == frozenset(["ab"])
    assert needed_texts(re.compile("a.b", re.DOTALL)) == frozenset("a")


def test_candidates_are_what_can_match_a_text_in_their_order():
    candidates = Candidates(
        [("all", None), ("a", frozenset("a")), ("ab", frozenset("ab")), ("c", frozenset("c"))]
    )
    found = {text: list(candidates.of(text)) for text in ("", "x", "a", "b", "ca", "xbx", "a")}
    assert found == {
        "": ["all"],
        "x": ["all"],
        "a": ["all", "a", "ab"],
        "b": ["all", "ab"],
        "ca": ["all", "a", "ab", "c"],
        "xbx": ["all", "ab"],
    }
