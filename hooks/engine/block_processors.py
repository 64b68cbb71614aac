"""Lets Python-Markdown ask only those block processors that can take a block.

It asks each of some twenty processors about each block, which is a tenth of the time of a page,
though most blocks are paragraphs with none of the characters that a processor needs: a heading
needs `#`. What is needed is read off the expression by which the processor decides; a processor
that is not known here is asked as before. The result is the same, only sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    HashHeaderProcessor,
    HRProcessor,
    OListProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
    UListProcessor,
)
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.def_list import DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.md_in_html import MarkdownInHtmlProcessor
from markdown.extensions.tables import TableProcessor
from markdown.util import HTML_PLACEHOLDER_RE
from mkdocstrings import AutoDocProcessor
from pymdownx.blocks import BlocksProcessor
from pymdownx.details import DetailsProcessor
from pymdownx.tabbed import TabbedProcessor

from engine.needed_characters import Characters, needed_characters

_EXPRESSIONS: dict[type[BlockProcessor], Callable[[Any], Any]] = {
    AbbrBlockprocessor: lambda one: one.RE,
    AdmonitionProcessor: lambda one: one.RE,
    AutoDocProcessor: lambda one: one.regex,
    BlockQuoteProcessor: lambda one: one.RE,
    BlocksProcessor: lambda one: one.start,
    DefListProcessor: lambda one: one.RE,
    DetailsProcessor: lambda one: one.START,
    FootnoteBlockProcessor: lambda one: one.RE,
    HashHeaderProcessor: lambda one: one.RE,
    HRProcessor: lambda one: one.SEARCH_RE,
    MarkdownInHtmlProcessor: lambda _: HTML_PLACEHOLDER_RE,
    OListProcessor: lambda one: one.RE,
    ReferenceProcessor: lambda one: one.RE,
    SetextHeaderProcessor: lambda one: one.RE,
    TabbedProcessor: lambda one: one.START,
    UListProcessor: lambda one: one.RE,
}
"""Without a match of this, a processor takes no block: its `test` or its `run` says so."""

_TAKE_WHAT_IS_INDENTED = (AdmonitionProcessor, DetailsProcessor, TabbedProcessor)
"""These also go on with a block that is indented below theirs."""

_CELLS = frozenset("|")


class _Asked(NamedTuple):
    processor: Any
    needed: Characters | None
    takes_what_is_indented: bool
    has_open_blocks: bool
    """Whether it takes any block while one of its own is open."""


def parse_blocks(self: Any, parent: Any, blocks: list[str]) -> None:
    """In place of `BlockParser.parseBlocks`: the same loop, without what cannot take a block."""
    processors = _processors(self)
    while blocks:
        block = blocks[0]
        characters = set(block)
        is_indented = block.startswith(" ")
        for processor, needed, takes_what_is_indented, has_open_blocks in processors:
            if (
                needed is not None
                and needed.isdisjoint(characters)
                and not (takes_what_is_indented and is_indented)
                and not (has_open_blocks and processor.stack)
            ):
                continue
            if processor.test(parent, blocks[0]):
                if processor.run(parent, blocks) is not False:
                    break
                if blocks[0] is not block:
                    block = blocks[0]
                    characters, is_indented = set(block), block.startswith(" ")


NAME = "parseBlocks"
OWNER = BlockParser


def _processors(parser: Any) -> list[_Asked]:
    """Those of the parser in their order; read anew when they are others."""
    registry = parser.blockprocessors
    kept: tuple[object, list[_Asked]] = getattr(parser, "_scn_processors", (None, []))
    if kept[0] != registry._priority:
        processors = [_asked(one) for one in registry]
        kept = parser._scn_processors = (list(registry._priority), processors)
    return kept[1]


def _asked(processor: Any) -> _Asked:
    kind = type(processor)
    expression = _EXPRESSIONS.get(kind)
    if expression:
        needed = needed_characters(expression(processor))
    else:
        needed = _CELLS if kind is TableProcessor else None
    return _Asked(
        processor=processor,
        needed=needed,
        takes_what_is_indented=kind in _TAKE_WHAT_IS_INDENTED,
        has_open_blocks=kind is BlocksProcessor,
    )
