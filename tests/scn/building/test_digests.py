"""Equal digests mean equal output: what differs, has another digest."""

import datetime
import enum
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scn.building.digests import digest_of_bytes, digest_of_value


@dataclass(frozen=True)
class Point:
    x: object
    y: object = 0


@dataclass(frozen=True)
class Other:
    x: object
    y: object = 0


class Colour(enum.StrEnum):
    RED = "red"


HOOKS = Path(__file__).resolve().parents[3] / "hooks"
DAY = datetime.date(2026, 3, 10)
DIFFERENT = [
    None,
    True,
    False,
    0,
    1,
    1.5,
    "",
    "1",
    "true",
    "null",
    "a",
    "é",
    "e\u0301",
    [],
    [None],
    ["a"],
    ["a", "b"],
    ["b", "a"],
    ["ab"],
    [["a"], "b"],
    [["a", "b"]],
    {},
    {"a": "b"},
    {"a": ["b"]},
    {"b": "a"},
    Point(1),
    Point("1"),
    Point(0, 1),
    Point(1, 1),
    Other(1),
    Point(Other(1)),
    Point([1, 0]),
    frozenset(),
    frozenset({"a", "b"}),
    frozenset({"a"}),
    DAY,
    DAY.isoformat(),
    datetime.datetime(2026, 3, 10, tzinfo=datetime.UTC),
    datetime.datetime(2026, 3, 10, 1, tzinfo=datetime.UTC),
    datetime.time(10),
    datetime.time(10, 30),
]


def test_values_that_differ_have_different_digests():
    digests = [digest_of_value(value) for value in DIFFERENT]
    assert len(set(digests)) == len(DIFFERENT)
    inside = [digest_of_value({"key": [value]}) for value in DIFFERENT]
    assert len({*inside, *digests}) == 2 * len(DIFFERENT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(["a", 1], ("a", 1), id="a list and a tuple, which JSON brings back as a list"),
        pytest.param({"b", "a"}, frozenset({"a", "b"}), id="sets, whatever their order"),
        pytest.param(Colour.RED, "red", id="a choice and its text, which templates show alike"),
        pytest.param(Point(("a",)), Point(["a"]), id="inside of dataclasses"),
    ],
)
def test_values_that_show_the_same_have_the_same_digest(one, other):
    assert digest_of_value(one) == digest_of_value(other)


@pytest.mark.parametrize(
    "value",
    [
        object(),
        len,
        Point,
        b"bytes",
        PurePosixPath("a"),
        datetime.timedelta(1),
        ["a", {"b": object()}],
        Point(object()),
        {("a", "b"): 1},
    ],
    ids=lambda value: type(value).__name__,
)
def test_of_a_value_of_another_type_nothing_is_known(value):
    with pytest.raises(TypeError):
        digest_of_value(value)


def test_the_sentence_says_which_type_it_is():
    with pytest.raises(TypeError, match=r"^PurePosixPath has no digest$"):
        digest_of_value([PurePosixPath("a")])


def test_half_a_character_has_a_digest():
    """JSON of others may hold one; it must not end the build."""
    assert digest_of_value("\ud800") != digest_of_value("\ud801")


def test_a_digest_is_the_same_in_every_process():
    """Else nobody could use what another has remembered."""
    value = {"a": [frozenset({"b", "c", "d", "e"}), "é"]}
    program = f"from scn.building.digests import digest_of_value as d; print(d({value}))"
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(HOOKS)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2", "3")
    }
    assert found == {digest_of_value(value)}


def test_a_digest_of_bytes_is_short_and_of_all_of_them():
    assert len(digest_of_bytes(b"")) == 32
    found = {digest_of_bytes(data) for data in (b"", b"a", b"b", b"ab", b"\0", b"\0\0")}
    assert len(found) == 6


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
        | st.builds(Point, inner, inner)
    ),
    max_leaves=8,
)


@given(PLAIN, PLAIN)
def test_two_values_share_a_digest_only_when_they_are_equal(one, other):
    same = repr(one) == repr(other)
    assert (digest_of_value(one) == digest_of_value(other)) == same
