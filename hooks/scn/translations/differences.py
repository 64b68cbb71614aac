"""What changed on the English page, block by block, beside the place in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from scn.front_matter import split_front_matter
from scn.languages import SOURCE_LANGUAGE
from scn.translations.blocks import blocks_of
from scn.translations.meta import meta_blocks
from scn.translations.model import Block, Change
from scn.translations.section_texts import section_texts

Part: TypeAlias = tuple[Literal["same", "old", "new"], str]
"""A run of words that stayed, went or came."""

_WORD = re.compile(r"\n+[ \t]*|\S+")
_AROUND_BREAK = re.compile(r" (\n+[ \t]*) ?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    change: Change
    parts: tuple[Part, ...]
    place: Place | None
    """None where the translation has no such section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    line: int
    text: str
    what: Literal["block", "after", "section"] = "block"
    """Exactly the block; the one after which a new block belongs; or, where blocks do not
    correspond, the whole section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDifferences:
    path: str
    language: str
    name: str
    """Of the language."""

    direction: str
    differences: tuple[Difference, ...]

    @property
    def file(self) -> str:
        return f"docs/{self.language}/{self.path}"

    @property
    def english_file(self) -> str:
        return f"docs/{SOURCE_LANGUAGE}/{self.path}"


def differences(
    changes: Iterable[Change], text: str, pinned: str, today: str
) -> Iterator[Difference]:
    """`text` is the translation, `pinned` the English text that it was made from."""
    places = _Places(text, pinned, today)
    for change in changes:
        old, new = change.old.text if change.old else "", change.new.text if change.new else ""
        yield Difference(change=change, parts=word_parts(old, new), place=places.of(change))


def word_parts(old: str, new: str) -> tuple[Part, ...]:
    """The words of both texts in the order of the new one."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    parts: list[Part] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        if tag == "equal":
            parts.append(("same", join_words(before[from_old:to_old])))
            continue
        if to_old > from_old:
            parts.append(("old", join_words(before[from_old:to_old])))
        if to_new > from_new:
            parts.append(("new", join_words(after[from_new:to_new])))
    return tuple(parts)


def join_words(words: Iterable[str]) -> str:
    """With a space between any two; code and joined blocks keep their lines."""
    return _AROUND_BREAK.sub(r"\1", " ".join(words))


def _by_section(blocks: Iterable[Block]) -> Mapping[str, list[Block]]:
    found: dict[str, list[Block]] = {}
    for block in blocks:
        if block.kind != "meta":
            found.setdefault(block.section, []).append(block)
    return found


class _Places:
    def __init__(self, text: str, pinned: str, today: str) -> None:
        self.text = text
        self.lines = text.replace("\r\n", "\n").split("\n")
        self.ours = _by_section(blocks_of(text))
        self.theirs = _by_section(blocks_of(pinned))
        self.today = _by_section(blocks_of(today))

    def of(self, change: Change) -> Place | None:
        block = change.old or change.new
        if block is None:
            return None
        if block.kind == "meta":
            return self._field(block.text.partition(":")[0])
        pairs = self._pairs(block.section)
        if change.old:
            first, last = change.old.line, change.old.last_line
            there = [own for own, their in pairs if first <= their.line and their.last_line <= last]
            if there:
                return self._place(there[0].line, there[-1].last_line, "block")
        elif own := self._before(block, pairs):
            return self._place(own.line, own.last_line, "after")
        return self._section(block.section)

    def _field(self, name: str) -> Place | None:
        for own in meta_blocks(split_front_matter(self.text).head):
            if own.text.startswith(f"{name}:"):
                return self._place(own.line, own.last_line, "block")
        return None

    def _pairs(self, section: str) -> list[tuple[Block, Block]]:
        """Our blocks with those that they translate; none where they do not correspond."""
        ours, theirs = self.ours.get(section, []), self.theirs.get(section, [])
        if [one.kind for one in ours] != [one.kind for one in theirs]:
            return []
        return list(zip(ours, theirs, strict=True))

    def _before(self, new: Block, pairs: Sequence[tuple[Block, Block]]) -> Block | None:
        """The block of ours after which a new one belongs."""
        for before in reversed(self.today.get(new.section, [])):
            if before.line < new.line:
                for own, their in pairs:
                    if (their.kind, their.text) == (before.kind, before.text):
                        return own
        return None

    def _section(self, id_: str) -> Place | None:
        for section in section_texts(self.text):
            if section.id == id_:
                last = section.body_line + len(section.lines) - 1
                return self._place(section.first, last, "section")
        return None

    def _place(self, first: int, last: int, what: Literal["block", "after", "section"]) -> Place:
        text = "\n".join(self.lines[first - 1 : last]).rstrip()
        return Place(line=first, text=text, what=what)


def title_of(difference: Difference) -> str:
    """`#funding: paragraph edited, critical`."""
    change = difference.change
    block = change.new or change.old
    where = f"#{change.section}" if change.section else "front matter"
    kind = {"meta": "field", "row": "row of a table"}.get(block.kind, block.kind) if block else ""
    return f"{where}: {kind} {change.kind}, {change.severity}"
