"""Which section of the new text is which of the old one, also where its id has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from scn.translations.model import Block
from scn.translations.similarity import similarity

_LEAST_SIMILAR_TITLE = 0.6
_LEAST_SHARED = 0.5


def former_sections(old: Sequence[Block], new: Sequence[Block]) -> Mapping[str, str]:
    """The old id by the new one, of sections that have another id now."""
    old_headings = {block.section: block.text for block in old if block.kind == "heading"}
    new_headings = {block.section: block.text for block in new if block.kind == "heading"}
    gone = {id_: text for id_, text in old_headings.items() if id_ not in new_headings}
    come = {id_: text for id_, text in new_headings.items() if id_ not in old_headings}
    if not gone or not come:
        return {}
    candidates = sorted(
        (
            (
                -_likeness(_texts(old, former), _texts(new, id_), gone[former], come[id_]),
                id_,
                former,
            )
            for id_ in come
            for former in gone
        ),
    )
    result: dict[str, str] = {}
    for likeness, id_, former in candidates:
        if likeness < 0 and id_ not in result and former not in result.values():
            result[id_] = former
    return result


def _likeness(old: Counter[str], new: Counter[str], old_title: str, new_title: str) -> float:
    """0 for sections that are not the same one."""
    titles = similarity(old_title, new_title)
    total = old.total() + new.total()
    shared = 2 * (old & new).total() / total if total else 0.0
    is_same = (
        old_title == new_title
        or shared >= _LEAST_SHARED
        or (titles >= _LEAST_SIMILAR_TITLE and (shared > 0 or not total))
    )
    return titles + shared if is_same else 0.0


def _texts(blocks: Sequence[Block], section: str) -> Counter[str]:
    return Counter(b.text for b in blocks if b.section == section and b.kind != "heading")
