"""What the search has beside the pages: the terms of the glossary, and words to suggest.

One file for each language: the build indexes its records, and the results page asks for it when
it has found next to nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from scn.addresses import page_address
from scn.generated import GeneratedPage
from scn.generated_paths import NOT_FOUND, SEARCH
from scn.glossary import Form, Term
from scn.languages import SOURCE_LANGUAGE
from scn.search_index import SEARCH_WORDS_FILE, SearchRecord
from scn.site import Site
from scn.translations.headings import lines_of_headings

GLOSSARY = "glossary.md"
SHORTEST = 4
"""Of the words that are suggested, in letters: others are similar to everything."""

_HEADING = re.compile(r"#{1,6}[ \t]+(?P<title>.+?)[ \t]*(?:\{[^}]*\}[ \t]*)?$")
_WORD = re.compile(r"[^\W\d_]+(?:['’·][^\W\d_]+)*")


def search_words_address(language: str) -> str:
    """Beside the results page of the language."""
    return page_address(SEARCH, language) + SEARCH_WORDS_FILE


def search_words_file(site: Site, language: str, pages: Iterable[GeneratedPage]) -> str:
    """JSON; `pages` are those that are made from data."""
    records = tuple(glossary_records(site.content.glossary.terms, language))
    texts = [*_titles(site, language, pages), *(f"{one.title} {one.more}" for one in records)]
    value = {
        "language": language,
        "records": [one.to_json() for one in records],
        "words": words_of(texts),
    }
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def glossary_records(terms: Iterable[Term], language: str) -> Iterator[SearchRecord]:
    """Each term in the language, which leads to its entry; those without a form there are English.

    Whoever knows only the English name or its short form finds the term as well.
    """
    page = page_address(GLOSSARY, language)
    for term in terms:
        form = dict(term.forms).get(language)
        names = _names_in_source(term) if language == SOURCE_LANGUAGE else _names(term, form)
        if names:
            yield SearchRecord(
                address=f"{page}#{term.id}",
                section="glossary",
                title=names[0],
                more=", ".join(names[1:]),
                text=term.meaning if language == SOURCE_LANGUAGE else "",
            )


def _names_in_source(term: Term) -> tuple[str, ...]:
    return (term.term, term.short) if term.short else (term.term,)


def _names(term: Term, form: Form | None) -> tuple[str, ...]:
    return (form.text, *form.also, *_names_in_source(term)) if form else ()


def words_of(texts: Iterable[str]) -> list[str]:
    """Their words in small letters, each once, in the order of the alphabet."""
    words = {word.lower() for text in texts for word in _WORD.findall(text)}
    return sorted(word for word in words if len(word) >= SHORTEST)


def _titles(site: Site, language: str, pages: Iterable[GeneratedPage]) -> Iterator[str]:
    content = site.content
    for source, head in content.heads.items():
        if source.startswith(f"{language}/"):
            yield head.title
            for _, line in lines_of_headings(content.texts.get(source, "")):
                if heading := _HEADING.match(line):
                    yield heading["title"]
    yield from (page.title for page in pages if page.path not in (SEARCH, NOT_FOUND))
