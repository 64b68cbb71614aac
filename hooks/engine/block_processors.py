"""Lets Python-Markdown ask only those block processors that can take a block.

It asks each of some twenty processors about each block, which is a twentieth of the time of a
build, though most blocks are paragraphs with nothing of what a processor needs: a heading needs
`#`. What is needed is read off the expression by which the processor decides; a
processor that is not known here is asked as before. The result is the same, only sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    CodeBlockProcessor,
    EmptyBlockProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ListIndentProcessor,
    OListProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
    UListProcessor,
)
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.def_list import DefListIndentProcessor, DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.md_in_html import MarkdownInHtmlProcessor
from markdown.extensions.tables import TableProcessor
from markdown.util import HTML_PLACEHOLDER_RE
from mkdocstrings import AutoDocProcessor
from pymdownx.blocks import BlocksProcessor
from pymdownx.details import DetailsProcessor
from pymdownx.superfences import SuperFencesCodeBlockProcessor
from pymdownx.tabbed import TabbedProcessor

from engine.needed_texts import Candidates, Needed, needed_texts

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

_ONLY_WHAT_IS_INDENTED = (
    CodeBlockProcessor,
    DefListIndentProcessor,
    ListIndentProcessor,
    SuperFencesCodeBlockProcessor,
)
"""These take no other block."""

_CELLS = frozenset("|")


_SPACE = ("", " ", "\n")
"""Beginnings of blocks that decide who takes them."""


def parse_blocks(self: Any, parent: Any, blocks: list[str]) -> None:
    """In place of `BlockParser.parseBlocks`: the same loop, without what cannot take a block."""
    processors = _processors(self)
    while blocks:
        tried = iter(processors.of(block := blocks[0]))
        while processor := next(tried, None):
            if processor.test(parent, blocks[0]):
                if processor.run(parent, blocks) is not False:
                    break
                if blocks[0] is not block:  # it was changed, and left to those that come after
                    tried = processors.of_those_after(processor, block := blocks[0])


NAME = "parseBlocks"
OWNER = BlockParser


class _Processors:
    """Those of a parser in their order."""

    def __init__(self, processors: Iterable[Any]) -> None:
        self._all = tuple(processors)
        self._with_open_blocks = [one for one in self._all if type(one) is BlocksProcessor]
        self._candidates: dict[tuple[str, bool], Candidates[Any]] = {}

    def of(self, block: str) -> Sequence[Any]:
        """Those that can take a block."""
        beginning = block[:1] if block[:1] in _SPACE else "x"
        is_any_open = False
        for one in self._with_open_blocks:  # hundreds of blocks in each page: no `any`
            is_any_open = is_any_open or bool(one.stack)
        known = self._candidates.get((beginning, is_any_open))
        if known is None:
            known = self._candidates[beginning, is_any_open] = Candidates(
                self._needs(beginning, is_any_open=is_any_open)
            )
        return known.of(block)

    def _needs(
        self, beginning: str, *, is_any_open: bool
    ) -> Iterator[tuple[BlockProcessor, Needed | None]]:
        """What each processor needs of a block that begins so."""
        asked: set[type[BlockProcessor]] = set()
        passed_over: set[type[BlockProcessor]] = set()
        if beginning == " ":
            asked.update(_TAKE_WHAT_IS_INDENTED)
        else:
            passed_over.update(_ONLY_WHAT_IS_INDENTED)
        if beginning not in ("", "\n"):
            passed_over.add(EmptyBlockProcessor)
        if is_any_open:  # it takes what is in the open block, whatever that is
            asked.add(BlocksProcessor)
        for one in self._all:
            if type(one) not in passed_over:
                yield one, None if type(one) in asked else _needed(one)

    def of_those_after(self, processor: Any, block: str) -> Iterator[Any]:
        first = self._all.index(processor) + 1
        return (one for one in self.of(block) if one in self._all[first:])


def _processors(parser: Any) -> _Processors:
    """Read anew when they are others."""
    registry = parser.blockprocessors
    kept: tuple[object, Any] = getattr(parser, "_scn_processors", (None, None))
    if kept[0] != registry._priority:
        kept = parser._scn_processors = (list(registry._priority), _Processors(registry))
    processors: _Processors = kept[1]
    return processors


def _needed(processor: Any) -> Needed | None:
    expression = _EXPRESSIONS.get(type(processor))
    if expression:
        return needed_texts(expression(processor))
    return _CELLS if type(processor) is TableProcessor else None
