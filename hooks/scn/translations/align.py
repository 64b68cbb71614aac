"""Which blocks of two versions of a page are the same ones, changed or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from scn.translations.former_sections import former_sections
from scn.translations.model import Block
from scn.translations.similarity import most_similarity, similarity
from scn.translations.subsequence import common_subsequence

Pair: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]
"""Places in the old and in the new version; several where a block was split or merged."""

_IN_PLACE = 0.35
"""Between the same neighbours a block is the same one even when it is mostly rewritten."""

_IN_SECTION = 0.5
_ANYWHERE = 0.75
_SPLIT = 0.85
_OTHER_KIND = 0.8
_SHORTEST_MOVED = 20
_MOST_PARTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    in_order: tuple[Pair, ...]
    """Equal blocks that stayed where they were."""

    moved: tuple[Pair, ...]
    """Equal blocks that are elsewhere."""

    changed: tuple[Pair, ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]
    former: Mapping[str, str]
    """The old id of each section that has another one now."""


def align(old: Sequence[Block], new: Sequence[Block], equal: Mapping[str, str]) -> Alignment:
    """Pair the blocks; `equal` gives the text that stands for all that count as equal."""
    return _Aligning(old, new, equal, former_sections(old, new)).alignment()


@dataclass
class _Aligning:
    old: Sequence[Block]
    new: Sequence[Block]
    equal: Mapping[str, str]
    former: Mapping[str, str]
    old_left: list[int] = field(default_factory=list)
    new_left: list[int] = field(default_factory=list)
    changed: list[Pair] = field(default_factory=list)
    old_gap: list[int] = field(default_factory=list)
    new_gap: list[int] = field(default_factory=list)

    def alignment(self) -> Alignment:
        old_keys = [(b.kind, b.section, self._text(b)) for b in self.old]
        new_keys = [(b.kind, self._section(b), self._text(b)) for b in self.new]
        stayed = common_subsequence(old_keys, new_keys)
        old_places, new_places = {x for x, _ in stayed}, {y for _, y in stayed}
        self.old_left = [n for n in range(len(self.old)) if n not in old_places]
        self.new_left = [n for n in range(len(self.new)) if n not in new_places]
        moved: list[Pair] = []
        if self.old_left and self.new_left:
            self.old_gap = _gaps(len(self.old), old_places)
            self.new_gap = _gaps(len(self.new), new_places)
            moved = [
                *self._take_equal(lambda o, n: self.old[o].section == self._section(self.new[n])),
                *self._take_equal(lambda o, n: True),  # noqa: ARG005
            ]
            self._pair_by_name()
            self._pair_parts()
            self._pair_similar()
        return Alignment(
            in_order=tuple(((x,), (y,)) for x, y in stayed),
            moved=tuple(moved),
            changed=tuple(self.changed),
            removed=tuple(self.old_left),
            added=tuple(self.new_left),
            former=self.former,
        )

    def _text(self, block: Block) -> str:
        return self.equal.get(block.text, block.text)

    def _section(self, block: Block) -> str:
        return self.former.get(block.section, block.section)

    def _take_equal(self, is_meant: Callable[[int, int], bool]) -> list[Pair]:
        places: dict[tuple[str, str], list[int]] = {}
        for n in self.new_left:
            places.setdefault((self.new[n].kind, self._text(self.new[n])), []).append(n)
        taken: list[Pair] = []
        for o in list(self.old_left):
            found = places.get((self.old[o].kind, self._text(self.old[o])), [])
            n = next((n for n in found if is_meant(o, n)), -1)
            if n >= 0:
                found.remove(n)
                taken.append(((o,), (n,)))
                self._forget((o,), (n,))
        return taken

    def _pair(self, old: tuple[int, ...], new: tuple[int, ...]) -> None:
        self.changed.append((old, new))
        self._forget(old, new)

    def _forget(self, old: tuple[int, ...], new: tuple[int, ...]) -> None:
        self.old_left = [n for n in self.old_left if n not in old]
        self.new_left = [n for n in self.new_left if n not in new]

    def _pair_by_name(self) -> None:
        """Headings have an id and fields of the front matter a name."""
        places = {self._name(self.new[n]): n for n in self.new_left}
        for o in list(self.old_left):
            block = self.old[o]
            name = (block.kind, _name_in(block))
            if name[1] and name in places:
                self._pair((o,), (places.pop(name),))

    def _name(self, block: Block) -> tuple[str, str]:
        name = self._section(block) if block.kind == "heading" else _name_in(block)
        return block.kind, name

    def _pair_parts(self) -> None:
        for o in list(self.old_left):
            parts = self._parts(self.old[o], self.new, self.new_left, is_old=True)
            if parts:
                self._pair((o,), parts)
        for n in list(self.new_left):
            parts = self._parts(self.new[n], self.old, self.old_left, is_old=False)
            if parts:
                self._pair(parts, (n,))

    def _parts(
        self, whole: Block, blocks: Sequence[Block], left: Sequence[int], *, is_old: bool
    ) -> tuple[int, ...]:
        """The neighbours that together say what the block says, better than any one of them."""
        section = whole.section if is_old else self._section(whole)
        best = _SPLIT
        parts: tuple[int, ...] = ()
        for run in _runs(left):
            texts = [blocks[n].text for n in run]
            length = sum(map(len, texts)) + len(texts) - 1
            if not _SPLIT * len(whole.text) <= length <= len(whole.text) / _SPLIT:
                continue
            if any(
                blocks[n].kind != whole.kind
                or (self._section(blocks[n]) if is_old else blocks[n].section) != section
                for n in run
            ):
                continue
            likeness = similarity(whole.text, " ".join(texts))
            alone = max(similarity(whole.text, text) for text in texts)
            # A sentence added behind a paragraph makes no parts of it.
            if likeness > best and alone < likeness - 0.02 and alone < 0.95:
                best, parts = likeness, tuple(run)
        return parts

    def _pair_similar(self) -> None:
        candidates = sorted(self._candidates(), key=lambda each: (-each[0], each[1:]))
        for _, _, o, n in candidates:
            if o in self.old_left and n in self.new_left:
                self._pair((o,), (n,))

    def _candidates(self) -> Iterator[tuple[float, int, int, int]]:
        """Likeness with a gain for those in one place, distance, places."""
        old_words = {o: Counter(self.old[o].text.split()) for o in self.old_left}
        new_words = {n: Counter(self.new[n].text.split()) for n in self.new_left}
        for o in self.old_left:
            before = self.old[o]
            for n in self.new_left:
                after = self.new[n]
                if "heading" in (before.kind, after.kind) and before.kind != after.kind:
                    continue
                if "meta" in (before.kind, after.kind):
                    continue
                is_in_section = before.section == self._section(after)
                is_in_place = is_in_section and self.old_gap[o] == self.new_gap[n]
                least = _IN_PLACE if is_in_place else _IN_SECTION if is_in_section else _ANYWHERE
                if before.kind != after.kind:
                    least = max(least, _OTHER_KIND)
                if not is_in_section and len(before.text) < _SHORTEST_MOVED:
                    continue
                if not is_in_place and most_similarity(old_words[o], new_words[n]) < least / 2:
                    continue
                likeness = similarity(before.text, after.text)
                if likeness >= least:
                    gain = 0.2 if is_in_place else 0.1 if is_in_section else 0.0
                    yield likeness + gain, abs(o - n), o, n


def _name_in(block: Block) -> str:
    if block.kind == "heading":
        return block.section
    return block.text.split(":", 1)[0] if block.kind == "meta" else ""


def _gaps(length: int, stayed: set[int]) -> list[int]:
    """For each place, how many blocks that stayed are before it."""
    gaps: list[int] = []
    count = 0
    for n in range(length):
        gaps.append(count)
        count += n in stayed
    return gaps


def _runs(left: Sequence[int]) -> Iterator[Sequence[int]]:
    """Two or three neighbours."""
    for count in range(2, _MOST_PARTS + 1):
        for start in range(len(left) - count + 1):
            run = left[start : start + count]
            if run[-1] - run[0] == count - 1:
                yield run
