"""Which blocks of a translation stand for which blocks of the English page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from scn.translations.checks.blocks import Block

Run = tuple[Block, ...]
"""Paragraphs that follow each other, which a translator may split or join; or one other block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Blocks that say the same: one and one, or several where paragraphs were split or joined."""

    source: Run
    translation: Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What becomes of some runs of a section: the same, other ones, only here or only there."""

    tag: Literal["equal", "replace", "delete", "insert"]
    source: tuple[Run, ...]
    translation: tuple[Run, ...]


def sections_of(blocks: Iterable[Block]) -> dict[str, list[Block]]:
    """Blocks by the id of their heading, which stands first among them."""
    sections: dict[str, list[Block]] = {}
    for block in blocks:
        sections.setdefault(block.section, []).append(block)
    return sections


def steps(source: Sequence[Block], translation: Sequence[Block]) -> Iterator[Step]:
    ours, theirs = _runs(translation), _runs(source)
    keys, other_keys = [run[0].key for run in theirs], [run[0].key for run in ours]
    if keys == other_keys:
        yield Step(tag="equal", source=tuple(theirs), translation=tuple(ours))
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, keys, other_keys, False).get_opcodes():
        yield Step(tag=tag, source=tuple(theirs[i1:i2]), translation=tuple(ours[j1:j2]))


def pairs_of(
    source: Iterable[Block], translation: Iterable[Block], *, without: Collection[str] = ()
) -> Iterator[Pair]:
    """In the order of the translation; what has no counterpart is left out.

    Args:
        without: sections that are not compared.
    """
    wanted = sections_of(source)
    for section, blocks in sections_of(translation).items():
        for step in steps(wanted.get(section, []), blocks) if section not in without else ():
            if _kinds(step.source) == _kinds(step.translation):
                for theirs, ours in zip(step.source, step.translation, strict=True):
                    yield from _pairs_of_runs(theirs, ours)


def _pairs_of_runs(source: Run, translation: Run) -> Iterator[Pair]:
    if len(source) != len(translation):
        yield Pair(source=source, translation=translation)
        return
    for one, other in zip(source, translation, strict=True):
        yield Pair(source=(one,), translation=(other,))


def _runs(blocks: Sequence[Block]) -> list[Run]:
    return [
        run
        for is_paragraph, group in groupby(blocks, key=_paragraphs)
        for run in ([tuple(group)] if is_paragraph else [(block,) for block in group])
    ]


def _paragraphs(block: Block) -> str:
    return f"paragraph {block.detail}" if block.kind == "paragraph" else ""


def _kinds(runs: Iterable[Run]) -> list[str]:
    return [run[0].kind for run in runs]
