"""Lines of iCalendar."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scn.content_lines import escaped, folded, line, text_line

LETTERS = st.characters(exclude_categories=["C"]) | st.sampled_from('\\,;:\n"👩🏽‍💻ж')
TEXTS = st.text(LETTERS, max_size=300)


def test_a_text_with_everything_that_has_a_meaning():
    assert text_line("SUMMARY", 'a\\b,c;d\ne:"f"', "mt") == (
        'SUMMARY;LANGUAGE=mt:a\\\\b\\,c\\;d\\ne:"f"'
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Online", "Online"), ("Online: join", '"Online: join"'), ('a "b", c', "\"a 'b', c\"")],
)
def test_parameters_are_quoted_where_they_must(text, shown):
    assert line("X", "y", [("LABEL", text)]) == f"X;LABEL={shown}:y"


@pytest.mark.parametrize("length", [75, 76, 149, 150, 151])
def test_lines_are_folded_at_75_octets(length):
    parts = folded(["x" * length]).split(b"\r\n")
    assert parts[-1] == b""
    assert [len(part) for part in parts[:-1]] == {
        75: [75],
        76: [75, 2],
        149: [75, 75],
        150: [75, 75, 2],
        151: [75, 75, 3],
    }[length]


@settings(deadline=None)
@given(TEXTS)
def test_no_line_is_too_long_or_cuts_a_letter_or_an_escape(text):
    content = text_line("DESCRIPTION", text, "en")
    parts = folded([content]).removesuffix(b"\r\n").split(b"\r\n")
    for part in parts:
        assert len(part) <= 75
        decoded = part.decode()
        backslashes = len(decoded) - len(decoded.rstrip("\\"))
        assert backslashes % 2 == 0
    assert all(part.startswith(b" ") for part in parts[1:])
    assert "".join([parts[0].decode(), *(part[1:].decode() for part in parts[1:])]) == content


def test_a_line_break_in_a_text_begins_no_line():
    assert escaped("a\nEND:VEVENT") == "a\\nEND:VEVENT"
