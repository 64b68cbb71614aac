"""Makes a page of the units that came back, in the skeleton of the English text they are of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scn.pages import PageHead, load_page_head
from scn.problems import ContentError, quoted
from scn.translations.exchange.model import PageForExport, ReadPage
from scn.translations.exchange.page_checks import check_page, check_units
from scn.translations.exchange.paired import waiting_section
from scn.translations.exchange.returned import Returned, problem_at, returned_units
from scn.translations.exchange.units import unit_page
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
    units, found = returned_units(page, path, present)
    translation = head.translation if head else None
    origin = statement.origin or (translation.state if translation else "human")
    source = unit_page(english)
    found += check_units(units, path)
    is_same = not any(one.is_changed for one in units)
    if text is None and not any(one.is_done for one in units) and not found:
        return BuiltPage(file=file, text=None, said="nothing is translated yet")
    if is_same and not found and translation is not None:
        is_stated = origin == translation.state and statement.by in ((), translation.by)
        is_current = translation.source == page.source_id
        if is_stated and (is_current or not all(one.is_done for one in units)):
            return BuiltPage(file=file, text=None, said="nothing has changed")
    built = source.with_targets({one.present.unit.id: one.written for one in units})
    wrong = {(problem.line, problem.column) for problem in found}
    right = [one for one in units if (one.read.line, one.read.column) not in wrong]
    found += check_page(source, right, page, path, file)
    pending, waiting = _pending(units, heading_ids(english))
    if waiting:
        message = "This is not translated, and no heading has an id under which it could wait."
        found += [problem_at(path, one.read, f"{message} Translate it.") for one in waiting]
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


def _pending(
    units: Sequence[Returned], ids: Sequence[str]
) -> tuple[tuple[str, ...], list[Returned]]:
    """Sections that wait, in the order of the page, and units that cannot."""
    waiting = {
        one.present.unit.id: waiting_section(one.present.unit.section, ids)
        for one in units
        if not one.is_done
    }
    sections = set(waiting.values())
    lost = [one for one in units if waiting.get(one.present.unit.id) == ""]
    return tuple(id_ for id_ in ids if id_ in sections), lost
