"""The units of an English page with what the translation has for them, and how current that is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from scn.pages import PageHead
from scn.translations.align import align
from scn.translations.blob import blob_id
from scn.translations.checks.pairs import Run, pairs_of
from scn.translations.compare import compare
from scn.translations.exchange.model import PageForExport, UnitForExport
from scn.translations.exchange.units import Unit, UnitPage, unit_page
from scn.translations.headings import heading_ids
from scn.translations.model import Block, BlockKind, Change, Severity, TranslationState
from scn.translations.normalise import inline

_KINDS: Mapping[str, BlockKind] = {
    "field": "meta",
    "heading": "heading",
    "item": "item",
    "cell": "row",
    "admonition": "admonition",
    "tab": "admonition",
    "definition": "definition",
    "footnote": "definition",
    "abbreviation": "definition",
}

Place: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Old:
    """A unit of the text that the translation was made from, and its translation."""

    unit: Unit
    target: str
    is_whole: bool
    """The target is one unit as well."""


def page_for_export(
    state: TranslationState,
    english: str,
    *,
    today: str | None,
    text: str | None,
    head: PageHead | None,
    pinned: str | None,
) -> PageForExport:
    """A page in the version `english`, which is that of `today` but where a file comes back late.

    Args:
        text: the translation, with its `head`; `pinned` is the English text that it names.
    """
    new = unit_page(english)
    translation = head.translation if head and not head.local_only else None
    found: dict[str, UnitForExport] = {}
    if text is not None:
        old = pinned if translation and pinned is not None else english
        is_known = translation is not None and pinned is not None
        pending = _pending_sections(translation.pending if translation else (), english)
        olds = _olds(unit_page(old), unit_page(text))
        changes = state.changes if english == today else compare(old, english)
        for unit, one, change, former in _matched(olds, unit_page(old).units, new, changes):
            waits = not is_known or unit.section in pending
            if waits and one.target == unit.text:
                continue  # the English text holds the place
            found[unit.id] = UnitForExport(
                unit=unit,
                target=one.target,
                is_done=one.is_whole and not waits and not change,
                is_critical=change == "critical",
                former=former,
            )
    return PageForExport(
        path=state.path,
        language=state.language,
        source_id=blob_id(english),
        translation_id=blob_id(text) if text is not None else "",
        pinned_id=translation.source if translation else "",
        origin=translation.state if translation else None,
        is_reviewed=state.is_reviewed,
        units=tuple(found.get(unit.id) or UnitForExport(unit=unit) for unit in new.units),
    )


def waiting_section(section: str, ids: Sequence[str]) -> str:
    """The id under which a section waits: what has no heading with an id waits with the first.

    Empty where the page has no such heading.
    """
    return section if section in ids else (ids[0] if ids else "")


def _pending_sections(pending: Collection[str], english: str) -> set[str]:
    """With the head of the page, which waits with the first section."""
    ids = heading_ids(english)
    return {*pending, *([""] if ids and ids[0] in pending else [])}


def _olds(old: UnitPage, translation: UnitPage) -> dict[str, _Old]:
    """What stands for each unit, by its id."""
    theirs = {(unit.line, unit.column): unit for unit in old.units}
    ours = {(unit.line, unit.column): unit for unit in translation.units}
    fields = {unit.id: unit for unit in translation.units if unit.kind == "field"}
    found = {
        unit.id: _Old(unit=unit, target=fields[unit.id].text, is_whole=True)
        for unit in old.units
        if unit.kind == "field" and unit.id in fields
    }
    for pair in pairs_of(old.blocks, translation.blocks):
        source, target = _units(theirs, pair.source), _units(ours, pair.translation)
        if source and target and source[0].kind != "field":
            # Paragraphs that were joined or split: together, for the translator to divide.
            text = "\n".join(unit.text for unit in target)
            is_whole = len(pair.source) == len(pair.translation) == 1
            found[source[0].id] = _Old(unit=source[0], target=text, is_whole=is_whole)
    return found


def _units(units: Mapping[Place, Unit], run: Run) -> list[Unit]:
    places = [(line.number, line.column) for block in run for line in block.lines[:1]]
    return [units[place] for place in places if place in units]


def _matched(
    olds: Mapping[str, _Old],
    old: Sequence[Unit],
    new: UnitPage,
    changes: Sequence[Change],
) -> Iterator[tuple[Unit, _Old, Severity | None, str]]:
    """Units with what they were translated as; how severe the change is, and the former text."""
    before, after = _blocks(old), _blocks(new.units)
    alignment = align(before, after, {})
    severities = _severities(changes)
    for xs, ys in (*alignment.in_order, *alignment.moved, *alignment.changed):
        there = [olds[old[x].id] for x in xs if old[x].id in olds]
        if not there:
            continue
        unit = new.units[ys[0]]
        one = there[0]
        if len(xs) > 1 or len(ys) > 1:
            one = _Old(
                unit=one.unit, target="\n".join(each.target for each in there), is_whole=False
            )
        is_other = before[xs[0]].text != after[ys[0]].text or not one.is_whole
        severity = severities.get(unit.line) if is_other else None
        yield unit, one, severity, "\n".join(old[x].text for x in xs) if severity else ""


def _blocks(units: Sequence[Unit]) -> list[Block]:
    return [
        Block(
            kind=_KINDS.get(unit.kind, "paragraph"),
            section=unit.section,
            text=inline(unit.text, {}),
            line=unit.line,
            last_line=unit.line + unit.text.count("\n"),
        )
        for unit in units
    ]


def _severities(changes: Iterable[Change]) -> dict[int, Severity]:
    """By the lines of what is new or another text today."""
    return {
        line: change.severity
        for change in changes
        if change.new and change.kind != "moved"
        for line in range(change.new.line, change.new.last_line + 1)
    }
