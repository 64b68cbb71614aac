"""Every number, date and amount of the English page, in the form of the language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from scn.problems import Problem, quoted
from scn.translations.checks.found_numbers import Written, left_over, written_numbers
from scn.translations.checks.pairs import Pair
from scn.translations.checks.prose import Prose, prose_of
from scn.translations.checks.source_numbers import Wanted, wanted_numbers

Read = tuple[Written, tuple[str, ...]]

_DIGIT = re.compile(r"\d")
_UNITS = (
    (
        "%",
        re.compile(r"\d\s?%"),
        re.compile(
            r"%|percent|per cent|pour cent|por cien|per cento|por cento|prozent|procent|prosent"
            r"|protsent|posto|postot|odst|százalék|εκατό|процент|на сто|mija|gcéad|fil-mij|la sută",
            re.IGNORECASE,
        ),
    ),
    (
        "€",
        re.compile(r"(?:€|\bEUR)\s?\d|\d\s?(?:€|EUR\b|euros?\b)|(?:m|b)illion euros?\b"),
        re.compile(r"€|EUR|\beur|евро|ευρώ|\beir|\bevr|\bewro", re.IGNORECASE),
    ),
)


def check_numbers(pairs: Iterable[Pair], path: str, *, language: str) -> Iterator[Problem]:
    for pair in pairs:
        source = prose_of(pair.source)
        if _DIGIT.search(source.text):
            translation = prose_of(pair.translation)
            yield from _check(source, translation, path, language)
            yield from _check_units(source, translation, path)


def _check(source: Prose, translation: Prose, path: str, language: str) -> Iterator[Problem]:
    wanted = list(wanted_numbers(source.text, language))
    written = list(written_numbers(translation.text, language))
    parts = Counter(part for one in wanted for way in one.ways for part in way)
    there, read = left_over(written, parts)
    missing, optional = list[Wanted](), list[Wanted]()
    # Dates first: a day that stands alone must not take the number from one.
    for one in sorted(wanted, key=lambda one: -len(one.ways[0])):
        way = next((way for way in one.ways if not Counter(way) - there), None)
        if way is None:
            missing.append(one)
        elif way:
            there -= Counter(way)
        else:
            optional.append(one)
    others: list[Read] = []
    for number, way in read:
        if any(there[part] for part in way):
            there -= Counter(way)
            others.append((number, way))
    if len(others) > len(missing):
        missing.extend(optional)
    instead = {one: _instead(one, others) for one in missing}
    for one in sorted(missing, key=wanted.index):
        other = instead[one]
        line, column = translation.place(other.at) if other else translation.start
        if other and other.text == one.text:
            what = "is written as in English"
        elif other:
            what = f"of the English page is not here; there is {quoted(other.text)} instead"
        else:
            what = "of the English page is not here"
        yield Problem(
            path=path,
            line=line,
            column=column,
            message=f"{quoted(one.text)} {what}. Write {one.advice}.",
        )


def _instead(wanted: Wanted, others: list[Read]) -> Written | None:
    """The number that stands where the wanted one should; it is taken from the others."""
    parts = {part for way in wanted.ways for part in way}
    is_date = any(part.startswith("month") for part in parts)
    near = [
        one
        for one in others
        if parts & {*one[1]} or (is_date and any(part.startswith("month") for part in one[1]))
    ]
    near = near or others[:1]
    for one in near:
        others.remove(one)
    changed = [number for number, way in near if not parts & {*way}]
    return next(iter(changed or [number for number, _ in near]), None)


def _check_units(source: Prose, translation: Prose, path: str) -> Iterator[Problem]:
    for sign, there, here in _UNITS:
        if there.search(source.text) and not here.search(translation.text):
            line, column = translation.start
            yield Problem(
                path=path,
                line=line,
                column=column,
                message=f"The number with {sign} of the English page has lost it. Write {sign}.",
            )
