"""The heads of all pages, read while everything about each page is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scn.checks.diagrams import check_diagrams
from scn.checks.headings import check_headings
from scn.checks.markup import check_markup
from scn.checks.news import check_news
from scn.checks.page_weight import check_length
from scn.checks.texts import check_texts
from scn.data_files import DataFiles
from scn.diagrams import DIAGRAM_NAMES
from scn.languages import SOURCE_LANGUAGE
from scn.page_texts import PageTexts
from scn.pages import PageHead, head_from_memory, load_page_head, memory_of_head
from scn.problems import Problem
from scn.sources import Source

LinkWords = Mapping[str, frozenset[str]]
"""By language, words that say nothing of where a link leads."""

_READ_WITH_EACH = ("docs/_data/sources.yml", "docs/_data/link_words.yml")


def load_heads(
    files: DataFiles,
    texts: PageTexts,
    *,
    sources: Mapping[str, Source] | None,
    link_words: LinkWords,
) -> dict[str, PageHead]:
    """By source file; a page that was found right before is neither read nor checked again."""
    heads = {}
    for source in texts:
        read = (f"docs/{source}", *_READ_WITH_EACH)
        known = files.memory.recall("head", *read)
        if known is not None:
            heads[source] = head_from_memory(known)
            continue
        text = files.collect(lambda: texts[source])  # noqa: B023 - called at once
        if text is None:
            continue
        shown = files.shown(files.docs / source)
        before = len(files.problems)
        files.add(_check_page(source, text, shown, link_words))
        if not text.strip():
            continue  # that is said already
        head = files.collect(lambda: load_page_head(text, shown, sources=sources))  # noqa: B023 - called at once
        if head is not None:
            heads[source] = head
            if len(files.problems) == before:
                files.memory.keep(memory_of_head(head), "head", *read)
    return heads


def _check_page(source: str, text: str, shown: str, link_words: LinkWords) -> Iterator[Problem]:
    language = source.partition("/")[0]
    yield from check_headings(text, shown)
    if language == SOURCE_LANGUAGE:
        yield from check_length(text, shown)
    yield from check_diagrams(text, shown, DIAGRAM_NAMES)
    yield from check_markup(text, shown, link_words.get(language, ()))
    if text.strip():
        yield from check_news(text, shown)
        yield from check_texts(text, shown)
