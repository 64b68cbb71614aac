"""What problems look like on a screen and in a pull request."""

import pytest

from scn.problems import (
    ContentError,
    Problem,
    closest,
    format_problems,
    listed,
    not_known,
    quoted,
)


def problem(line=1, column=1, message="Wrong.", source="", path="a.yml"):
    return Problem(path=path, line=line, column=column, message=message, source=source)


def test_a_problem_is_one_line():
    assert str(problem(3, 9)) == "a.yml:3:9: Wrong."


def test_problems_are_sorted_by_file_and_place_and_each_is_said_once():
    problems = [
        problem(path="b.yml"),
        problem(10, 2),
        problem(9, 2),
        problem(9, 1, "Worse."),
        problem(9, 1),
        problem(9, 1),
    ]
    error = ContentError(problems)
    assert str(error).splitlines() == [
        "a.yml:9:1: Worse.",
        "a.yml:9:1: Wrong.",
        "a.yml:9:2: Wrong.",
        "a.yml:10:2: Wrong.",
        "b.yml:1:1: Wrong.",
    ]
    assert len(error.problems) == 5


def test_the_source_line_and_a_caret_below_the_place():
    some = [problem(1, 8, source="title: Ψηφιακά"), problem(2, 1), problem(3, 3, source="  ")]
    assert format_problems(some, with_source=True).splitlines() == [
        "a.yml:1:8: Wrong.",
        "    title: Ψηφιακά",
        "           ^",
        "a.yml:2:1: Wrong.",
        "a.yml:3:3: Wrong.",
    ]


@pytest.mark.parametrize(
    ("source", "column", "shown"),
    [
        ("a: " + "x" * 300, 1, ["a: " + "x" * 97, "^"]),
        ("x" * 300, 200, ["x" * 100, " " * 50 + "^"]),
        ("x" * 300, 301, ["x" * 50, " " * 50 + "^"]),
        ("\ta: 1", 2, [" a: 1", " ^"]),
        ("a: \x1b[31mred", 4, ["a:  [31mred", "   ^"]),
        ("a: e\u0301 x", 7, ["a: e\u0301 x", "     ^"]),
    ],
)
def test_source_lines_that_are_long_or_cannot_be_shown(source, column, shown):
    text = format_problems([problem(1, column, source=source)], with_source=True)
    assert text.splitlines()[1:] == [f"    {line}" for line in shown]


def test_workflow_commands_cannot_be_forged():
    forged = problem(path="a,b:c.yml", message="100 %\n::error::x")
    assert format_problems([forged], for_github=True, with_source=True) == (
        "::error file=a%2Cb%3Ac.yml,line=1,col=1::100 %25%0A::error::x"
    )


def test_values_are_shown_on_one_line_and_cut():
    assert quoted('a"b') == '"a"b"'
    assert quoted("a\nb\u202e\x1b") == '"a\\nb\\u202e\\x1b"'
    assert quoted("x" * 100) == f'"{"x" * 79}…"'


def test_a_word_that_was_probably_meant():
    allowed = ["tentative", "confirmed", "cancelled"]
    assert not_known("canceled", allowed) == (
        '"canceled" is not known. Did you mean "cancelled"?'
        " Allowed: tentative, confirmed, cancelled."
    )
    assert not_known("x", allowed) == (
        '"x" is not known. Allowed: tentative, confirmed, cancelled.'
    )
    assert closest("EUROPE/SOFIA", ["Europe/Sofia"]) == "Europe/Sofia"


def test_words_in_a_list():
    assert listed(["a"], "or") == "a"
    assert listed(["a", "b", "c"], "or") == "a, b or c"
