"""What a translation program protects within a text: links, code, attributes, placeholders.

A text becomes a row of words and codes. A code that stands around words has two ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, TypeAlias

from scn.translations.checks.prose import INLINE

CodeKind = Literal["link", "image", "emphasis", "code", "other"]

_ALONE = ("auto", "url", "mail", "note", "attributes", "placeholder", "keys", "comment")
_SHOWN_ATTRIBUTE = re.compile(r'\b(?:alt|title|aria-label|placeholder)="(?P<words>[^"]*)"')
_TARGET = re.compile(r"\]\(\s*(?P<to><[^>]*>|[^\s)]*)|\]\[(?P<label>[^\]]*)\]")
_PLAIN = re.compile(r"[^\[\]<>`{}+@:]*")
"""No code can be in it; emphasis leaves its words."""

_LANGUAGE = re.compile(r"(?<=[/_.=-])[A-Za-z]{2}(?=[/_.&?#-]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    id: str = ""
    """Counted from 1 in the source; the same in the target."""

    kind: CodeKind
    part: Literal["alone", "start", "end"]
    data: str
    """The Markdown that it stands for."""

    other: str = ""
    """Of a code with two ends, what stands at the other one."""

    @property
    def key(self) -> tuple[str, str]:
        """Codes with the same key stand for each other; the page of a language for another one."""
        whole = self.data + self.other if self.part == "start" else self.data
        found = _TARGET.search(whole) if self.kind in ("link", "image") else None
        value = found[0] if found else whole
        return self.kind, _LANGUAGE.sub("xx", value) if "://" in value else value

    @property
    def may_go(self) -> bool:
        """A language may stress other words, or none."""
        return self.kind == "emphasis"


Piece: TypeAlias = str | Code


@lru_cache(maxsize=16384)  # a text is looked at when it goes out, comes back and is checked
def pieces_of(text: str) -> tuple[Piece, ...]:
    """Words and codes, with ids in the order of the text; together they are the text."""
    return tuple(_numbered(_nested(list(_raw_pieces(text)))))


def text_of(pieces: Sequence[Piece]) -> str:
    return "".join(piece if isinstance(piece, str) else piece.data for piece in pieces)


def target_pieces(source: Sequence[Piece], target: str) -> tuple[Piece, ...]:
    """The target with the codes of the source where they are; what is only here stays as text."""
    free: dict[tuple[str, str], list[str]] = {}
    for piece in source:
        if isinstance(piece, Code) and piece.part != "end":
            free.setdefault(piece.key, []).append(piece.id)
    ids: dict[str, str] = {}
    pieces: list[Piece] = []
    for piece in pieces_of(target):
        if isinstance(piece, Code):
            if piece.part != "end" and (left := free.get(piece.key)):
                ids[piece.id] = left.pop(0)
            id_ = ids.get(piece.id)
            pieces.append(replace(piece, id=id_) if id_ else piece.data)
        else:
            pieces.append(piece)
    return tuple(_joined(pieces))


def has_words(text: str) -> bool:
    """There is something to translate outside of codes."""
    words = (text,) if _PLAIN.fullmatch(text) else pieces_of(text)
    return any(
        isinstance(piece, str) and any(letter.isalnum() for letter in piece) for piece in words
    )


def _raw_pieces(text: str) -> Iterator[Piece]:
    """Brackets and signs of emphasis are codes with one end here, and not paired yet."""
    at = 0
    for found in INLINE.finditer(text):
        if found.start() < at:
            continue
        kind = found.lastgroup or ""
        if kind == "letter" and found[0] == "[":
            is_image = text[:at].endswith("!") and found.start() == at
            yield Code(kind="image" if is_image else "link", part="start", data="[")
        elif kind == "letter" and found[0] == "]":
            yield Code(kind="other", part="end", data="]")
        elif kind in ("target", "reference"):
            yield Code(kind="link", part="end", data=found[0])
        elif kind == "emphasis":
            yield Code(kind="emphasis", part="start", data=found[0])
        elif kind == "tag":
            yield from _tag(found[0])
        elif found["code"] is not None:
            yield Code(kind="code", part="alone", data=found[0])
        elif kind in _ALONE:
            is_link = kind in ("auto", "url", "mail")
            yield Code(kind="link" if is_link else "other", part="alone", data=found[0])
        else:
            yield found[0]
        at = found.end()


def _tag(tag: str) -> Iterator[Piece]:
    at = 0
    for found in _SHOWN_ATTRIBUTE.finditer(tag):
        if found["words"].strip():
            yield Code(kind="other", part="alone", data=tag[at : found.start("words")])
            yield found["words"]
            at = found.end("words")
    yield Code(kind="other", part="alone", data=tag[at:])


def _nested(pieces: list[Piece]) -> list[Piece]:
    """Pairs of ends that lie within each other; an end without another one is text."""
    open_: list[int] = []
    for at, piece in enumerate(pieces):
        if isinstance(piece, str) or piece.part == "alone":
            continue
        if piece.kind == "emphasis":
            same = [n for n in open_ if pieces[n] == piece]
            if same and at > same[-1] + 1:
                _pair(pieces, same[-1], at)
                del open_[open_.index(same[-1]) :]
            else:
                open_.append(at)
            continue
        if piece.part == "start":
            open_.append(at)
            continue
        brackets = [n for n in open_ if _is_bracket(pieces[n])]
        if brackets:
            if piece.kind == "link":
                _pair(pieces, brackets[-1], at)
            del open_[open_.index(brackets[-1]) :]
    return pieces


def _is_bracket(piece: Piece) -> bool:
    return isinstance(piece, Code) and piece.kind in ("link", "image")


def _pair(pieces: list[Piece], start: int, end: int) -> None:
    first, last = pieces[start], pieces[end]
    if not isinstance(first, Code) or not isinstance(last, Code):
        return
    before = pieces[start - 1] if start else ""
    data = first.data
    if first.kind == "image" and before == "!":
        pieces[start - 1] = ""
        data = "!["
    id_ = f"pair {start}"
    pieces[start] = replace(first, id=id_, data=data, other=last.data)
    pieces[end] = replace(last, id=id_, kind=first.kind, part="end", other=data)


def _numbered(pieces: Sequence[Piece]) -> Iterator[Piece]:
    ids: dict[str, str] = {}
    ready: list[Piece] = []
    count = 0
    for piece in pieces:
        if isinstance(piece, str) or (piece.part != "alone" and not piece.id):
            ready.append(piece if isinstance(piece, str) else piece.data)
            continue
        if piece.part == "end":
            ready.append(replace(piece, id=ids[piece.id]))
            continue
        count += 1
        ids[piece.id] = str(count)
        ready.append(replace(piece, id=str(count)))
    yield from _joined(ready)


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    words = ""
    for piece in pieces:
        if isinstance(piece, str):
            words += piece
            continue
        if words:
            yield words
        words = ""
        yield piece
    if words:
        yield words
