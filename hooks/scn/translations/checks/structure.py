"""The same blocks as the English page in every section: lists, tables, boxes, code."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from scn.problems import Problem
from scn.translations.checks.blocks import Block
from scn.translations.checks.differences import (
    missing,
    other_detail,
    other_kind,
    other_number,
    surplus,
)
from scn.translations.checks.lines import Line
from scn.translations.checks.pairs import Step, sections_of, steps


def check_structure(
    source: Sequence[Block],
    translation: Sequence[Block],
    path: str,
    *,
    pending: Collection[str] = (),
) -> Iterator[Problem]:
    """The first difference of each section, and each piece of code that is not the same."""
    wanted = sections_of(source)
    for section, blocks in sections_of(translation).items():
        if section not in wanted or section in pending:
            continue
        theirs, ours = (_comparable(one) for one in (wanted[section], blocks))
        if not section:
            yield from _fields(wanted[section], blocks, path)
        end = blocks[-1].lines[-1] if blocks[-1].lines else blocks[-1].place
        for problem in _first_differences(theirs, ours, path, end):
            yield problem
            if not problem.is_warning:
                break


def _first_differences(
    source: Sequence[Block], translation: Sequence[Block], path: str, end: Line
) -> Iterator[Problem]:
    walked = list(steps(source, translation))
    for number, step in enumerate(walked):
        if step.tag != "equal":
            after = [run[0] for later in walked[number:] for run in later.translation]
            place = after[0].place if after else end
            message = _difference(step, source, translation, is_last=not after)
            yield Problem(path=path, line=place.number, column=place.column, message=message)
            return
        for theirs, ours in zip(step.source, step.translation, strict=True):
            if theirs[0].kind == "code" and theirs[0].text != ours[0].text:
                place = _first_other_line(theirs[0], ours[0])
                message = (
                    "The code is not that of the English page."
                    f" Copy it from line {theirs[0].place.number} of it."
                )
                yield Problem(path=path, line=place.number, column=place.column, message=message)
            elif len(theirs) != len(ours):
                place = ours[0].place
                message = (
                    f"Paragraphs from here on: {len(ours)}, on the English page {len(theirs)}"
                    f" (line {theirs[0].place.number}). Divide the text as there."
                )
                yield Problem(
                    path=path,
                    line=place.number,
                    column=place.column,
                    message=message,
                    is_warning=True,
                )


def _comparable(blocks: Sequence[Block]) -> list[Block]:
    """Headings and fields of the head are compared by their names."""
    return [block for block in blocks if block.kind not in ("heading", "field")]


def _fields(source: Sequence[Block], translation: Sequence[Block], path: str) -> Iterator[Problem]:
    def named(blocks: Sequence[Block]) -> dict[str, Block]:
        fields = (block for block in blocks if block.kind == "field")
        return {block.detail.partition(":")[0]: block for block in fields}

    def problem(line: int, column: int, message: str) -> Problem:
        return Problem(path=path, line=line, column=column, message=message)

    theirs, ours = named(source), named(translation)
    for name, field in theirs.items():
        if name not in ours:
            advice = f"Write `{field.detail}`." if ":" in field.detail else "Translate it."
            yield problem(1, 1, f"{name} is missing in the head. {advice}")
        elif ours[name].detail != field.detail:
            place = ours[name].place
            message = f"{name} is not that of the English page. Write `{field.detail}`."
            yield problem(place.number, place.column, message)
    for name in [name for name in ours if name not in theirs]:
        place = ours[name].place
        message = f"The head of the English page has no {name}. Remove it."
        yield problem(place.number, 1, message)


def _difference(
    step: Step, source: Sequence[Block], translation: Sequence[Block], *, is_last: bool
) -> str:
    if step.source and step.translation:
        theirs, ours = step.source[0][0], step.translation[0][0]
        return other_detail(theirs, ours) if theirs.kind == ours.kind else other_kind(theirs, ours)
    one = (step.source or step.translation)[0][0]
    there, here = (
        [block for block in blocks if block.key == one.key] for blocks in (source, translation)
    )
    if one.kind in ("item", "row", "cell") and there and here:
        return other_number(one.kind, len(here), len(there), there[0].place.number)
    if step.source:
        return missing(one, "at the end of this section" if is_last else "here")
    return surplus(one)


def _first_other_line(source: Block, translation: Block) -> Line:
    for theirs, ours in zip_longest(source.lines, translation.lines):
        if ours is None:
            return translation.lines[-1] if translation.lines else translation.place
        if theirs is None or theirs.text != ours.text:
            return ours
    return translation.place
