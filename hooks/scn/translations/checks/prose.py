"""The text of blocks as a reader sees it, each letter with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from scn.translations.checks.blocks import NO_TEXT, Block

HIDDEN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for code, an address or a placeholder: something is there, but no words."""

Mark = Literal["link", "image", "code", "placeholder", "blank", "attributes", "note", "tag"]

_TARGET = r"<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"
INLINE = re.compile(
    rf"""
      \\(?P<escaped>[!-/:-@\[-`{{-~])
    | (?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)
    | (?P<comment><!--.*?-->)
    | <(?P<auto>(?:https?://|mailto:)[^>\s]+|[^\s@<>]+@[^\s<>]+)>
    | (?P<tag></?[A-Za-z][^<>]*>)
    | (?P<note>\[\^[^\]\s]+\])
    | (?P<image>!(?=\[))
    | \]\((?P<target>{_TARGET})(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?[ ]*\)
    | \]\[(?P<reference>[^\]\n]*)\]
    | (?P<url>(?:https?://|mailto:)[^\s<>()\[\]`"]*[^\s<>()\[\]`".,;:!?…»“”])
    | (?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    | (?P<attributes>\{{:?[ ]*(?:[#.][\w-]|[\w-]+=)[^}}\n]*\}})
    | (?P<placeholder>\{{\{{[^}}\n]*\}}\}}|\{{[A-Za-z_][\w.]*\}})
    | (?P<keys>\+\+[a-z0-9]+(?:[+-][a-z0-9]+)*\+\+)
    | (?P<emphasis>\*{{1,3}}|~~|\^\^|(?<!\w)_{{1,3}}(?=\w)|(?<=[\w.!?:;,…»”“])_{{1,3}}(?!\w))
    | (?P<letter>[^\W_]+|\s+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_SHOWN_AS_HIDDEN = ("code", "auto", "url", "mail", "placeholder", "keys", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A link or another mark in the text."""

    mark: Mark
    value: str
    line: int
    column: int
    words: str = ""
    """Of a link, what stands for it in the text."""


@dataclass(frozen=True, kw_only=True)
class Prose:
    text: str
    places: tuple[tuple[int, int], ...]
    """Line and column of each letter."""

    found: tuple[Found, ...]
    start: tuple[int, int]
    """Where the first block begins."""

    def place(self, at: int) -> tuple[int, int]:
        return self.places[at] if self.places else self.start

    @cached_property
    def values(self) -> dict[str, list[Found]]:
        by_mark: dict[str, list[Found]] = {}
        for one in self.found:
            by_mark.setdefault(one.mark, []).append(one)
        return by_mark


def prose_of(blocks: Sequence[Block]) -> Prose:
    return _prose_of(tuple(blocks))


@lru_cache(maxsize=2048)  # each check asks for the blocks of the same page
def _prose_of(blocks: tuple[Block, ...]) -> Prose:
    first = blocks[0].place
    reading = _Reading()
    for block in blocks:
        if block.kind not in NO_TEXT:
            reading.read(block)
    shown = [(letter, place) for letter, place in reading.letters if letter]
    return Prose(
        text="".join(letter for letter, _ in shown),
        places=tuple(place for _, place in shown),
        found=tuple(reading.found),
        start=(first.number, first.column),
    )


class _Reading:
    def __init__(self) -> None:
        self.letters: list[tuple[str, tuple[int, int]]] = []
        self.found: list[Found] = []
        self.brackets: list[int] = []
        """Where square brackets stand in `letters` that are not closed yet."""

    def read(self, block: Block) -> None:
        if self.letters:
            self.letters.append(("\n", self.letters[-1][1]))
        text = block.text
        places = [
            (line.number, line.column + at)
            for line in block.lines
            for at in range(len(line.text) + 1)
        ]
        self.brackets.clear()
        for one in INLINE.finditer(text):
            kind = one.lastgroup or ""
            if kind == "reference":
                kind = "target" if self.brackets else "letter"
            self._inline(one, "escaped" if one["escaped"] else kind, places)

    def _inline(self, one: re.Match[str], kind: str, places: list[tuple[int, int]]) -> None:
        place = places[one.start()]
        if kind == "escaped":
            self.letters.append((one["escaped"], place))
        elif kind == "code" or one["code"]:
            self._find("code", one["code"], place)
            self.letters.append((HIDDEN, place))
        elif kind == "target" and self.brackets:
            at = self.brackets.pop()
            is_image = at > 0 and self.letters[at - 1][0] == "" and self._is_image(at)
            self.letters[at] = ("", self.letters[at][1])
            target = one["target"] if one["target"] is not None else f"[{one['reference']}]"
            group = "target" if one["target"] is not None else "reference"
            words = "".join(letter for letter, _ in self.letters[at:])
            mark: Mark = "image" if is_image else "link"
            self._find(mark, target.strip("<>"), places[one.start(group)], words)
        elif kind == "image":
            self.letters.append(("", place))
        elif kind == "letter" or kind == "target":
            self._letters(one[0], one.start(), places)
        else:
            self._mark(one, kind, place)

    def _is_image(self, at: int) -> bool:
        before, bracket = self.letters[at - 1][1], self.letters[at][1]
        return before == (bracket[0], bracket[1] - 1)

    def _letters(self, text: str, start: int, places: list[tuple[int, int]]) -> None:
        if text not in ("[", "]"):
            self.letters.extend(zip(text, places[start:], strict=False))
            return
        for at, letter in enumerate(text, start=start):
            if letter == "[":
                self.brackets.append(len(self.letters))
            elif letter == "]" and self.brackets:
                begin = self.brackets.pop()
                words = "".join(one for one, _ in self.letters[begin + 1 :])
                self._find("blank", words, self.letters[begin][1])
            self.letters.append((letter, places[at]))

    def _mark(self, one: re.Match[str], kind: str, place: tuple[int, int]) -> None:
        marks: dict[str, Mark] = {
            "auto": "link",
            "url": "link",
            "mail": "link",
            "placeholder": "placeholder",
            "attributes": "attributes",
            "note": "note",
            "tag": "tag",
            "keys": "code",
        }
        if kind in marks:
            self._find(marks[kind], one[kind], place)
        self.letters.append((HIDDEN if kind in _SHOWN_AS_HIDDEN else "", place))

    def _find(self, mark: Mark, value: str, place: tuple[int, int], words: str = "") -> None:
        line, column = place
        self.found.append(Found(mark=mark, value=value, line=line, column=column, words=words))
