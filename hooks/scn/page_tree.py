"""Which page exists in which language.

Computed once from the names of all files, in time linear in their number; everything that
speaks about alternates (`hreflang`, the language menu, the sitemap, notices) reads it here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from scn.addresses import page_address, split_language
from scn.languages import SOURCE_LANGUAGE


class Alternate(NamedTuple):
    """The same page in another language; every page has one for each language."""

    language: str
    address: str


@dataclass(frozen=True, slots=True)
class PageTree:
    """Path of each page to the languages that have a text of their own for it."""

    languages_of: Mapping[str, frozenset[str]]
    order: tuple[str, ...]
    """The languages that are built, in the order in which they are listed."""

    without_fallback: frozenset[str] = frozenset()
    """Pages that are nowhere but in their own languages."""

    def exists_in(self, path: str, language: str) -> bool:
        return language in self.languages_of.get(path, frozenset())

    def is_shown_in(self, path: str, language: str) -> bool:
        """Whether the path has a page there, be it a translation or the source as fallback."""
        languages = self.languages_of.get(path, frozenset())
        has_fallback = SOURCE_LANGUAGE in languages and path not in self.without_fallback
        return language in languages or has_fallback

    def alternates(self, path: str) -> tuple[Alternate, ...]:
        """Real translations only, the page itself among them, in the order of the languages."""
        languages = self.languages_of.get(path, frozenset())
        return _alternates(path, tuple(filter(languages.__contains__, self.order)))

    def with_pages(self, paths: Iterable[str]) -> PageTree:
        """The same tree with pages that every language has, such as those made from data."""
        every = frozenset(self.order)
        return replace(self, languages_of={**self.languages_of, **dict.fromkeys(paths, every)})

    def with_pages_of(self, pages: Mapping[str, frozenset[str]]) -> PageTree:
        """The same tree with pages that only some languages have, given by their path."""
        return replace(
            self,
            languages_of={**self.languages_of, **pages},
            without_fallback=self.without_fallback | pages.keys(),
        )


@lru_cache(maxsize=1 << 14)  # each page in each language has those of all languages
def _alternates(path: str, languages: tuple[str, ...]) -> tuple[Alternate, ...]:
    return tuple(Alternate(language, page_address(path, language)) for language in languages)


def page_tree_from_files(sources: Iterable[str], order: Iterable[str]) -> PageTree:
    """Build the tree from source paths relative to `docs/`; what is no page is left out."""
    order = tuple(order)
    found: dict[str, set[str]] = {}
    for source in sources:
        language, path = split_language(source, order)
        if language and path.endswith(".md"):
            found.setdefault(path, set()).add(language)
    return PageTree({path: frozenset(languages) for path, languages in found.items()}, order)
