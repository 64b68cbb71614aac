"""YAML as text with positions: what is read, and what is refused, and how that is said."""

import time
import tracemalloc
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scn.problems import format_problems
from scn.yaml_text import Mapping, Scalar, Sequence, read_yaml


def plain(node):
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.items}


def test_values_are_texts_with_their_place():
    node, problems = read_yaml("a: 10:30\nb:\n  - NO\n  - 'it''s'\n", "a.yml")
    assert problems == ()
    assert node == Mapping(
        items=(
            (Scalar(text="a", line=1, column=1), Scalar(text="10:30", line=1, column=4)),
            (
                Scalar(text="b", line=2, column=1),
                Sequence(
                    items=(
                        Scalar(text="NO", line=3, column=5),
                        Scalar(text="it's", line=4, column=5, quoted=True),
                    ),
                    line=3,
                    column=3,
                ),
            ),
        ),
        line=1,
        column=1,
    )
    assert node.get("a") == Scalar(text="10:30", line=1, column=4)
    assert node.get("c") is None


@pytest.mark.parametrize(
    "text",
    ["0123", "1e3", "null", "~", "true", "on", "2027-03-30", "0x1F", ".inf", "1_000", "=", "10:30"],
)
def test_nothing_has_a_meaning_of_its_own(text):
    assert plain(read_yaml(f"a: {text}", "a.yml")[0]) == {"a": text}


def test_an_empty_value_is_not_an_empty_text():
    node, _ = read_yaml("a:\nb: ''\n", "a.yml")
    assert [value.is_empty for _, value in node.items] == [True, False]


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n...\n"])
def test_an_empty_file(text):
    node, problems = read_yaml(text, "a.yml")
    assert (node is None or node.is_empty, problems) == (True, ())


def test_line_ends_and_a_byte_order_mark_are_no_content():
    assert plain(read_yaml("\ufeffa: |\r\n  b\r\n  c\r\n", "a.yml")[0]) == {"a": "b\nc\n"}


MISTAKES = yaml.safe_load((Path(__file__).parent / "yaml_mistakes.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case["text"])
def test_what_cannot_be_read_is_said_in_plain_words(case):
    node, problems = read_yaml(case["text"], "a.yml")
    assert node is None
    assert [str(problem) for problem in problems] == [f"a.yml:{case['problem']}"]


def test_everything_that_hides_content_is_refused_at_once():
    text = "a: &x 1\nb: *x\n<<: {a: 1}\nc: !!int 2\nc: 3\n? [d]\n: 4\n"
    _, problems = read_yaml(text, "a.yml")
    unused = (
        "has a meaning in YAML that is not used here. Delete it, or put the whole text between"
        " quotation marks."
    )
    assert format_problems(problems, with_source=True).splitlines() == [
        f'a.yml:1:4: "&x" {unused}',
        "    a: &x 1",
        "       ^",
        'a.yml:2:4: "*x" repeats another part of the file. Write it out.',
        "    b: *x",
        "       ^",
        'a.yml:3:1: "<<" copies fields from elsewhere. Write them out.',
        "    <<: {a: 1}",
        "    ^",
        f'a.yml:4:4: "!!int" {unused}',
        "    c: !!int 2",
        "       ^",
        'a.yml:5:1: "c" is here twice, first in line 4. Keep one.',
        "    c: 3",
        "    ^",
        "a.yml:6:3: There is no field name before the colon. Write one.",
        "    ? [d]",
        "      ^",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\na: 1\n---\nb: 2\n", "3:1: A second document begins. Write a second file."),
        ("%YAML 1.1\n---\na: 1\n", "1:1: A line cannot begin with %. Delete the line."),
        ("a: \x07\n", "1:4: There is an invisible control character here (U+0007). Delete it."),
        ("a: 1\rb: 2", "1:5: There is an invisible control character here (U+000D). Delete it."),
        ("a: x\x85y\n", "1:5: There is an invisible control character here (U+0085). Delete it."),
        (
            "# c\na: \u2028\n",
            "2:4: There is an invisible control character here (U+2028). Delete it.",
        ),
        ("a: \ud800\n", "1:4: There is an invisible control character here (U+D800). Delete it."),
        (
            'a: "b\\x00"\n',
            "1:4: There is an invisible control character here (U+0000). Delete it.",
        ),
        (
            "a: user\u202egpj.exe\n",
            "1:8: An invisible character here turns the direction of writing (U+202E). Delete it.",
        ),
        (
            'a: "\\u2066b"\n',
            "1:4: An invisible character here turns the direction of writing (U+2066). Delete it.",
        ),
    ],
)
def test_refused(text, message):
    _, problems = read_yaml(text, "a.yml")
    assert [str(problem) for problem in problems] == [f"a.yml:{message}"]


BOMBS = {
    "aliases": "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30)),
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "indentation": "".join(f"{' ' * depth}a:\n" for depth in range(1000)),
    "questions": "? " * 100_000,
    "keys": "".join("a: 1\n" for _ in range(100_000)),
    "controls": "\x00" * 1_000_000,
    "size": "a" * 4_000_001,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_bombs_are_refused_quickly_and_in_little_memory(text):
    tracemalloc.start()
    begin = time.process_time()
    _, problems = read_yaml(text, "a.yml")
    seconds, (_, peak) = time.process_time() - begin, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert 1 <= len(problems) <= 101
    assert seconds < 5  # under the tracing of memory, which is many times slower
    assert peak < 200_000_000


@settings(deadline=None)
@given(st.text())
def test_no_text_makes_it_fail(text):
    node, problems = read_yaml(text, "a.yml")
    lines = text.replace("\r\n", "\n").split("\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert problem.column >= 1
        assert "\n" not in str(problem)
    assert node is None or problems or isinstance(node, Scalar | Sequence | Mapping)


LEAVES = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20)
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(LEAVES.filter(bool), inner, max_size=3)
    ),
    max_leaves=10,
)


@settings(deadline=None)
@given(TREES)
def test_what_another_program_wrote_is_read(tree):
    text = yaml.safe_dump(tree, allow_unicode=True, default_style='"')
    node, problems = read_yaml(text, "a.yml")
    assert (plain(node), problems) == (tree, ())
