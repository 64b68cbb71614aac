"""What changed between two versions of a source page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from scn.translations.align import Alignment, Pair, align
from scn.translations.blocks import blocks_of
from scn.translations.model import Block, Change, ChangeKind
from scn.translations.severity import severity_of

WaivedPairs = frozenset[tuple[str, str]]
"""Old and new text of blocks that count as equal."""

_NONE: WaivedPairs = frozenset()


def compare(old: str, new: str, waived: WaivedPairs = _NONE) -> tuple[Change, ...]:
    """What changed, in the order of the new version.

    A block that was split is one change with its parts as the new block, a merged one the other
    way round; a section that moved as a whole is one change, that of its heading.
    """
    return compare_blocks(blocks_of(old), blocks_of(new), equal_texts(waived))


def equal_texts(waived: WaivedPairs) -> Mapping[str, str]:
    """For each text that counts as equal to others, the one that stands for all of them.

    Equal is equal: pairs hold in both directions and in chains.
    """
    groups: dict[str, set[str]] = {}
    for old, new in waived:
        group = groups.get(old, {old}) | groups.get(new, {new})
        groups.update(dict.fromkeys(group, group))
    return {text: min(group) for text, group in groups.items()}


def compare_blocks(
    old: Sequence[Block], new: Sequence[Block], equal: Mapping[str, str]
) -> tuple[Change, ...]:
    """What changed; `equal` is that of the waived pairs."""
    alignment = align(old, new, equal)
    found = [
        *_renamed(old, new, alignment),
        *_moved(old, new, alignment.moved),
        *_edited(old, new, alignment.changed),
        *_added_and_removed(old, new, alignment),
    ]
    return tuple(change for _, change in sorted(found, key=lambda each: each[0]))


_Placed = tuple[tuple[float, int], Change]
"""A change with its place in the new version, and in the old one where that is not enough."""


def _change(old: Block | None, new: Block | None, *, is_moved: bool = False) -> Change:
    block = new or old
    if block is None:
        raise ValueError("a change is of a block")
    kind: ChangeKind = "moved" if is_moved else "edited"
    if not old or not new:
        kind = "added" if new else "removed"
    return Change(
        kind=kind, section=block.section, severity=severity_of(old, new), old=old, new=new
    )


def _renamed(old: Sequence[Block], new: Sequence[Block], alignment: Alignment) -> Iterator[_Placed]:
    """Headings with the same words and another id."""
    for (x,), (y,) in alignment.in_order:
        if old[x].section != new[y].section and new[y].kind == "heading":
            yield (y, x), _change(old[x], new[y])


def _moved(
    old: Sequence[Block], new: Sequence[Block], moved: Collection[Pair]
) -> Iterator[_Placed]:
    headings = {
        (old[x].section, new[y].section) for (x,), (y,) in moved if new[y].kind == "heading"
    }
    for (x,), (y,) in moved:
        if new[y].kind == "heading" or (old[x].section, new[y].section) not in headings:
            yield (y, x), _change(old[x], new[y], is_moved=True)


def _edited(
    old: Sequence[Block], new: Sequence[Block], changed: Collection[Pair]
) -> Iterator[_Placed]:
    for before, after in changed:
        yield (
            (after[0], before[0]),
            _change(_joined([old[x] for x in before]), _joined([new[y] for y in after])),
        )


def _joined(blocks: Sequence[Block]) -> Block:
    if len(blocks) == 1:
        return blocks[0]
    return replace(
        blocks[0],
        text="\n\n".join(block.text for block in blocks),
        last_line=blocks[-1].last_line,
        is_critical=any(block.is_critical for block in blocks),
    )


def _added_and_removed(
    old: Sequence[Block], new: Sequence[Block], alignment: Alignment
) -> Iterator[_Placed]:
    for y in alignment.added:
        yield (y, -1), _change(None, new[y])
    if not alignment.removed:
        return
    place_of = {
        x: max(after) for before, after in (*alignment.in_order, *alignment.changed) for x in before
    }
    today = {former: section for section, former in alignment.former.items()}
    place = -1.0
    removed = set(alignment.removed)
    for x, block in enumerate(old):
        if x in removed:
            change = _change(block, None)
            section = today.get(block.section, block.section)
            yield (place + 0.5, x), replace(change, section=section)
        else:
            place = place_of.get(x, place)
