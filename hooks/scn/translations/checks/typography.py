"""How the language writes quotations, spaces, dashes and apostrophes: warnings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from scn.dates import locale_of
from scn.problems import Problem
from scn.translations.checks.blocks import NO_TEXT, Block
from scn.translations.checks.prose import Prose, prose_of
from scn.translations.checks.quotation_marks import (
    MARKS,
    OF_LANGUAGE,
    SPACE_INSIDE,
    wrong_marks,
)

NO_BREAK = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"

_IN_EVERY_LANGUAGE = (
    (re.compile(r"\.{3,}"), "Three dots are one character. Write “…”."),
    (re.compile(r"(?<=[^\W\d])'"), "A straight apostrophe. Write “’”."),
    (re.compile(rf"(?<=\S)[ {NO_BREAK}]{{2,}}(?=\S)"), "Two spaces. Write one."),
    (re.compile(r"(?<=[^\s\d] )-(?= )"), "A hyphen as a dash. Write “–”."),
    (
        re.compile(r"(?<=\d) (?=[%‰€])"),
        "An ordinary space after a number. Write a no-break space (U+00A0).",
    ),
)
_SPACE_BEFORE = re.compile(
    rf"(?<=\w)[ {NO_BREAK}]+(?=[,.](?:\s|$))|(?<=\w)[ {NO_BREAK}]+(?=[;:!?](?:\s|$))"
)
_FRENCH = (
    (
        re.compile(rf"(?<=\S) +(?=[;:!?](?:[\s{NO_BREAK}»)]|$))"),
        "An ordinary space before “{}”. Write a no-break space (U+00A0 or U+202F).",
    ),
    (
        re.compile(rf"(?<=[^\s{NO_BREAK};:!?(\[])(?=[;:!?](?:[\s»)]|$))"),
        "No space before “{}”. Write a no-break space (U+00A0 or U+202F).",
    ),
    (re.compile(r"(?<=\w) +(?=[,.](?:\s|$))"), "A space before “{}”. Write none."),
    (
        re.compile(rf"(?<=«)(?![{NO_BREAK}])"),
        "No no-break space after “«”. Write one (U+00A0 or U+202F).",
    ),
    (
        re.compile(rf"(?<![{NO_BREAK}«])(?=»)"),
        "No no-break space before “»”. Write one (U+00A0 or U+202F).",
    ),
)


def check_typography(blocks: Iterable[Block], path: str, *, language: str) -> Iterator[Problem]:
    for block in blocks:
        if block.kind not in NO_TEXT and block.lines:
            prose = prose_of([block])
            for at, message in sorted(_findings(prose, language)):
                line, column = prose.place(at)
                yield Problem(path=path, line=line, column=column, message=message, is_warning=True)


def _findings(prose: Prose, language: str) -> Iterator[tuple[int, str]]:
    text = prose.text.rstrip()
    for pattern, message in _rules(language):
        for one in pattern.finditer(text):
            last = max(one.start(), one.end() - 1)
            if prose.place(last)[1] - prose.place(one.start())[1] != last - one.start():
                continue  # with something between that is not shown
            yield min(one.start(), len(text) - 1), message.format(text[one.end() : one.end() + 1])
    for wrong in wrong_marks(text, language) if any(mark in text for mark in MARKS) else ():
        if wrong.write:
            message = f"The quotation mark {wrong.mark} is not used so. Write {wrong.write}"
            opens = wrong.write in dict(OF_LANGUAGE[language])
            if language in SPACE_INSIDE:
                message += " and a no-break space after it" if opens else " after a no-break space"
            yield wrong.at, f"{message}."
        else:
            yield wrong.at, f"The quotation that begins with {wrong.mark} has no end. Write it."


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    special = (
        _FRENCH if language == "fr" else ((_SPACE_BEFORE, "A space before “{}”. Write none."),)
    )
    return (*_IN_EVERY_LANGUAGE, *special, *_percent(language))


def _percent(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """A space where CLDR has one; where it has none, usage varies and both are right."""
    pattern = locale_of(language).percent_formats[None].pattern
    if pattern.endswith(("#%", "0%")):
        return ()
    return (
        (re.compile(r"(?<=\d)(?=%)"), "No space before “{}”. Write a no-break space (U+00A0)."),
    )
