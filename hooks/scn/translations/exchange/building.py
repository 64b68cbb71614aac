"""Makes a page of the units that came back, in the skeleton of the English text they are of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scn.pages import PageHead, load_page_head
from scn.problems import ContentError, Problem, quoted
from scn.translations.blocks import blocks_of
from scn.translations.checks.links import check_links
from scn.translations.checks.pairs import pairs_of
from scn.translations.exchange.model import PageForExport, ReadPage, ReadUnit, UnitForExport
from scn.translations.exchange.paired import waiting_section
from scn.translations.exchange.unit_checks import OTHER_FORM, is_same_source, target_problems
from scn.translations.exchange.units import Unit, UnitPage, normalised, unit_page
from scn.translations.head import with_head
from scn.translations.headings import heading_ids
from scn.translations.model import Origin, TranslationHead

_WORDS: Mapping[Origin, str] = {
    "human": "people translated it",
    "machine": "a machine translated it",
    "machine-edited": "a machine translated it and a person has read it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the translator says about the pages of a file."""

    origin: Origin | None = None
    """None: as before; of a new page, people."""

    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltPage:
    file: str
    """As `docs/fr/package/roles.md`."""

    text: str | None
    """None where nothing is to be written."""

    said: str
    """What is stated by it, in words, or why nothing is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Returned:
    """A unit that came back beside what the project has."""

    read: ReadUnit
    present: UnitForExport
    target: str
    is_done: bool

    @property
    def is_changed(self) -> bool:
        one = self.present
        return self.is_done != one.is_done or (self.is_done and self.target != one.target.strip())

    @property
    def written(self) -> str:
        """What is not done is not written: the old text stays, or the English one.

        As on the site, English stands for what has a critical change.
        """
        if self.is_done:
            return self.target
        source = self.present.unit.text
        return source if self.present.is_critical else self.present.target or source


def build_page(
    page: ReadPage,
    path: str,
    present: PageForExport,
    english: str,
    *,
    head: PageHead | None,
    text: str | None,
    statement: Statement,
) -> BuiltPage:
    """The page that the units make.

    Raises:
        ContentError: all that is wrong with them, at their places in the file `path`.
    """
    file = f"docs/{present.language}/{present.path}"
    units, found = _returned(page, path, present)
    translation = head.translation if head else None
    origin = statement.origin or (translation.state if translation else "human")
    source = unit_page(english)
    found += _problems_of_units(units, path)
    is_same = not any(one.is_changed for one in units)
    if text is None and not any(one.is_done for one in units) and not found:
        return BuiltPage(file=file, text=None, said="nothing is translated yet")
    if is_same and not found and translation is not None:
        is_stated = origin == translation.state and statement.by in ((), translation.by)
        is_current = translation.source == page.source_id
        if is_stated and (is_current or not all(one.is_done for one in units)):
            return BuiltPage(file=file, text=None, said="nothing has changed")
    built = source.with_targets({one.present.unit.id: one.written for one in units})
    if not found:
        found += _problems_of_page(source, built, units, page, path, file)
    pending, waiting = _pending(units, heading_ids(english))
    if waiting:
        message = "This is not translated, and no heading has an id under which it could wait."
        found += [_problem(path, one.read, f"{message} Translate it.") for one in waiting]
    if found:
        raise ContentError(found)
    new = TranslationHead(
        source=present.source_id,
        state=origin,
        by=statement.by or (translation.by if translation else ()),
        pending=pending,
        review=translation.review if translation else None,
    )
    after = with_head(built, new)
    load_page_head(after, file, sources=None)
    return BuiltPage(file=file, text=after, said=_said(new))


def _said(head: TranslationHead) -> str:
    waits = ", ".join(map(quoted, head.pending))
    except_ = f" except {waits}" if waits else ""
    return f"it matches the English text {head.source}{except_}; {_WORDS[head.state]}"


def _returned(
    page: ReadPage, path: str, present: PageForExport
) -> tuple[list[_Returned], list[Problem]]:
    """The units of the page, and what is wrong with which of them there are."""
    read: dict[str, ReadUnit] = {}
    found: list[Problem] = []
    known = {one.unit.id: one for one in present.units}
    for one in page.units:
        if one.id not in known:
            message = f"The page {page.path} has no text {quoted(one.id)}. Delete it here."
            found.append(_problem(path, one, message))
        elif one.id in read:
            message = f"The text {quoted(one.id)} is there twice. Delete one."
            found.append(_problem(path, one, message))
        else:
            read[one.id] = one
    lost = [one.unit for one in present.units if one.unit.id not in read]
    if lost:
        named = ", ".join(quoted(unit.id) for unit in lost[:3])
        rest = f" and {len(lost) - 3} more" if len(lost) > 3 else ""
        message = (
            f"Texts of the page {page.path} are missing: {named}{rest}. Put them back, untranslated"
            " if need be, or export again."
        )
        found.append(Problem(path=path, line=page.line, column=page.column, message=message))
    return [_one(read[id_], known[id_]) for id_ in known if id_ in read], found


def _one(read: ReadUnit, present: UnitForExport) -> _Returned:
    source = present.unit.text
    target = normalised(read.target).strip()
    if "\n " not in source:  # programs may indent lines in their own way
        target = "\n".join(line.lstrip() for line in target.split("\n"))
    # Some programs fill in the source text for what nobody has translated.
    is_new = not read.is_fuzzy and target not in (present.target.strip(), source)
    return _Returned(
        read=read,
        present=present,
        target=target,
        is_done=bool(target) and (read.is_confirmed or is_new),
    )


def _problems_of_units(units: Sequence[_Returned], path: str) -> Iterator[Problem]:
    for one in units:
        if not is_same_source(one.present.unit, normalised(one.read.source)):
            message = (
                "The source text is another one than in the English page:"
                f" {quoted(one.present.unit.text)}. Put it back, or export again."
            )
            yield _problem(path, one.read, message)
        elif one.is_done and one.is_changed:
            for message in target_problems(one.present.unit, one.target):
                yield _problem(path, one.read, message)


def _problems_of_page(
    source: UnitPage,
    built: str,
    units: Sequence[_Returned],
    page: ReadPage,
    path: str,
    file: str,
) -> Iterator[Problem]:
    """Targets that would be read as something else than the English text that they stand for."""
    changed = {one.present.unit.id: one for one in units if one.is_done and one.is_changed}
    written = {one.present.unit.id: one.written for one in units}
    if not _has_form(source, built, {id_: written[id_] for id_ in changed}):
        targets = {id_: one.target for id_, one in changed.items()}
        places: list[ReadUnit | ReadPage] = [changed[id_].read for id_ in _harmful(source, targets)]
        for place in places or [page]:
            yield _problem(path, place, OTHER_FORM)
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
            yield _problem(path, changed[unit.id].read, problem.message)


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


def _pending(
    units: Sequence[_Returned], ids: Sequence[str]
) -> tuple[tuple[str, ...], list[_Returned]]:
    """Sections that wait, in the order of the page, and units that cannot."""
    waiting = {
        one.present.unit.id: waiting_section(one.present.unit.section, ids)
        for one in units
        if not one.is_done
    }
    sections = set(waiting.values())
    lost = [one for one in units if waiting.get(one.present.unit.id) == ""]
    return tuple(id_ for id_ in ids if id_ in sections), lost


def _problem(path: str, place: ReadUnit | ReadPage, message: str) -> Problem:
    return Problem(path=path, line=place.line, column=place.column, message=message)
