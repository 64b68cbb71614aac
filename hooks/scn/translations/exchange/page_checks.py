"""What is wrong with units that came back: each alone, and in the page that they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from scn.pages import load_page_head
from scn.problems import ContentError, Problem, quoted
from scn.translations.blocks import blocks_of
from scn.translations.checks.links import check_links
from scn.translations.checks.pairs import pairs_of
from scn.translations.exchange.model import ReadPage, ReadUnit
from scn.translations.exchange.returned import Returned, problem_at
from scn.translations.exchange.unit_checks import OTHER_FORM, is_same_source, target_problems
from scn.translations.exchange.units import Unit, UnitPage, normalised, unit_page


def check_units(units: Sequence[Returned], path: str) -> Iterator[Problem]:
    for one in units:
        if not is_same_source(one.present.unit, normalised(one.read.source)):
            message = (
                "The source text is another one than in the English page:"
                f" {quoted(one.present.unit.text)}. Put it back, or export again."
            )
            yield problem_at(path, one.read, message)
        elif one.is_done and one.is_changed:
            for message in target_problems(one.present.unit, one.target):
                yield problem_at(path, one.read, message)


def check_page(
    source: UnitPage,
    units: Sequence[Returned],
    page: ReadPage,
    path: str,
    file: str,
) -> Iterator[Problem]:
    """Targets that would be read as something else than the English text that they stand for."""
    built = source.with_targets({one.present.unit.id: one.written for one in units})
    changed = {one.present.unit.id: one for one in units if one.is_done and one.is_changed}
    written = {one.present.unit.id: one.written for one in units}
    if not _has_form(source, built, {id_: written[id_] for id_ in changed}):
        targets = {id_: one.target for id_, one in changed.items()}
        places: list[ReadUnit | ReadPage] = [changed[id_].read for id_ in _harmful(source, targets)]
        for place in places or [page]:
            yield problem_at(path, place, OTHER_FORM)
        return
    after = unit_page(built)
    found = [*check_links(pairs_of(source.blocks, after.blocks), file, language=_code(file))]
    try:
        load_page_head(built, file, sources=None)
    except ContentError as error:
        found += error.problems
    for problem in found:
        unit = _unit_at(after.units, problem.line, problem.column)
        if unit and unit.id in changed:
            yield problem_at(path, changed[unit.id].read, problem.message)


def _code(file: str) -> str:
    return file.split("/")[1]


def _harmful(source: UnitPage, targets: Mapping[str, str]) -> list[str]:
    """Of many targets few are harmful, so halves without any are not looked at further."""
    if _has_form(source, source.with_targets(targets), targets):
        return []
    ids = list(targets)
    if len(ids) == 1:
        return ids
    half = len(ids) // 2
    return [
        found
        for part in (ids[:half], ids[half:])
        for found in _harmful(source, {id_: targets[id_] for id_ in part})
    ]


def _has_form(source: UnitPage, built: str, targets: Mapping[str, str]) -> bool:
    """The page is read as the English one is, block by block, and each target as it was given."""
    after = unit_page(built)
    return (
        _ids(after) == _ids(source)
        and all(
            _lines(unit.text) == _lines(targets[unit.id])
            for unit in after.units
            if unit.id in targets
        )
        and _kinds(built) == _kinds(source.text)
    )


def _ids(page: UnitPage) -> list[tuple[str, ...]]:
    blocks = [(*block.key, block.section) for block in page.blocks if block.kind != "field"]
    return [*((unit.id,) for unit in page.units), *blocks]


@lru_cache(maxsize=16)  # of the English page, again and again
def _kinds(text: str) -> list[str]:
    return [block.kind for block in blocks_of(text)]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n")]


def _unit_at(units: Sequence[Unit], line: int, column: int) -> Unit | None:
    """The last one before the place; what marks a block stands before its first text."""
    before = [unit for unit in units if (unit.line, unit.column) <= (line, column)]
    on_line = [unit for unit in units if unit.line == line]
    if on_line and (not before or before[-1].line < line):
        return on_line[0]
    return before[-1] if before else None
