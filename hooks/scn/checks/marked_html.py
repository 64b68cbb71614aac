"""The HTML that the Markdown of a page becomes, with marks that lead back to the text.

Whether `<b>` is a tag or stands in code, in a list, in a note, in a tab, only Python-Markdown can
say for certain. So a check writes a mark beside each place that it doubts, has the page made into
HTML, and sees what has become of the mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown import Markdown

EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.betterem",
    "pymdownx.blocks.caption",
    "pymdownx.caret",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tilde",
)
"""Those of mkdocs.yml, as a test sees to."""

SETTINGS: dict[str, dict[str, Any]] = {
    "toc": {"permalink": False, "toc_depth": 3, "marker": ""},
    "pymdownx.blocks.caption": {"types": ["caption"]},
    "pymdownx.highlight": {"use_pygments": True, "anchor_linenums": False},
    "pymdownx.tabbed": {"alternate_style": True},
}
VOID = frozenset({"br", "hr", "img", "input", "wbr"})
_RAW_TEXT = frozenset(
    {"iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea"}
    | {"title", "xmp"}
)
"""Elements whose content is no HTML."""

_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)
        (?P<attributes>(?:\s+[A-Za-z_][\w.-]*(?:="[^"<>]*")?)*)\s*/?>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r'([A-Za-z_][\w.-]*)(?:="([^"]*)")?')
_COMMENT = re.compile(r"<!--(?!-?>)(?:(?!--)[^<>])*-->")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    offset: int
    """Where it is put into the text."""

    form: str
    """What is put there, with `{}` for the mark."""

    at: int
    """The place that a message names."""

    kind: str
    """`tag`, `braces`, `target`, `words`, `cell`, `row` or `caption`: what is doubted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A tag, or the text before one."""

    text: str
    name: str = ""
    """Of the element, in small letters; empty for text, comments and what is no clear HTML."""

    attributes: tuple[tuple[str, str], ...] = ()
    is_text: bool = False
    is_closing: bool = False
    is_clear: bool = True
    """Whether every browser reads it in the same way: what is clear to some is a way around."""

    marks: tuple[int, ...] = ()
    inside: frozenset[str] = frozenset()
    """The elements around it."""


def pieces(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The HTML of a page piece by piece; `Piece.marks` are places in `marks`."""
    word = "scnmark"
    while word in text:
        word += "k"
    parts, last = [], 0
    for number, mark in sorted(enumerate(marks), key=lambda one: one[1].offset):
        parts += [text[last : mark.offset], mark.form.format(f"{word}{number}x")]
        last = mark.offset
    html = html_of_markdown("".join([*parts, text[last:]]))
    yield from _pieces(html, re.compile(rf" ?{word}(\d+)x"))


def _pieces(html: str, mark: re.Pattern[str]) -> Iterator[Piece]:
    open_: list[str] = []
    at = 0
    while at < len(html):
        start = html.find("<", at)
        start = len(html) if start < 0 else start
        if start > at and (numbers := _numbers(mark, html[at:start])):
            yield Piece(text=html[at:start], is_text=True, marks=numbers, inside=frozenset(open_))
        if start == len(html):
            return
        if comment := _COMMENT.match(html, start):
            at = comment.end()
            continue
        tag = _TAG.match(html, start)
        if tag is None:
            end = html.find(">", start) + 1 or len(html)
            name = _NAME.match(html, start)
            piece = _unclear(html[start:end], name[1].lower() if name else "", mark)
        else:
            end = tag.end()
            piece = _clear(tag, mark)
        yield piece
        _note(open_, piece)
        if piece.name in _RAW_TEXT and not piece.is_closing:
            end = max(end, html.lower().find(f"</{piece.name}", end))
        at = end


def _note(open_: list[str], piece: Piece) -> None:
    if piece.is_closing:
        if piece.name in open_:
            del open_[len(open_) - 1 - open_[::-1].index(piece.name) :]
    elif piece.name and piece.name not in VOID:
        open_.append(piece.name)


def _clear(tag: re.Match[str], mark: re.Pattern[str]) -> Piece:
    found = [
        (name.lower(), mark.sub("", value)) for name, value in _ATTRIBUTE.findall(tag["attributes"])
    ]
    return Piece(
        text=mark.sub("", tag[0]),
        name=tag["name"].lower(),
        attributes=tuple((name, value) for name, value in found if not mark.fullmatch(name)),
        is_closing=bool(tag["close"]),
        is_clear=not (tag["close"] and tag["attributes"].strip()),
        marks=_numbers(mark, tag[0]),
    )


def _unclear(text: str, name: str, mark: re.Pattern[str]) -> Piece:
    return Piece(
        text=mark.sub("", text),
        name=name,
        is_closing=text.startswith("</"),
        is_clear=False,
        marks=_numbers(mark, text),
    )


def _numbers(mark: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(number) for number in mark.findall(text)))


def html_of_markdown(text: str) -> str:
    converter = _converter()
    converter.reset()
    html: str = converter.convert(text)
    return html


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS), extension_configs=SETTINGS)
