"""What the frame around a page says: languages, links to other languages, notices, sources.

Everything here follows from the page tree and the words; the templates only show it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol, TypeVar

from scn.addresses import absolute_address, base_path, page_address
from scn.languages import SOURCE_LANGUAGE, Language, Languages
from scn.page_tree import Alternate, PageTree

UNLISTED_PATHS = frozenset({"404.md", "search.md"})
"""Pages that no search engine, sitemap or search of our own should offer."""


class _HasAddress(Protocol):
    @property
    def address(self) -> str: ...


_A = TypeVar("_A", bound=_HasAddress)


class LanguageChoice(NamedTuple):
    """A line of the language menu; every page has one for each language."""

    language: str
    name: str
    address: str
    has_page: bool
    """False where the choice leads to the English text in the frame of that language."""

    is_current: bool


class Hreflang(NamedTuple):
    tag: str
    """BCP 47 tag or `x-default`."""

    href: str
    """Absolute address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """The frame of one page in one language."""

    path: str
    address: str
    language: str
    language_name: str
    direction: str
    content_language: str
    is_fallback: bool
    is_unlisted: bool
    is_noindex: bool
    canonical: str
    """Absolute address, or empty for pages that stand for no text of their own."""

    hreflang: tuple[Hreflang, ...]
    menu_languages: tuple[LanguageChoice, ...]
    base: str
    """Path of the site, by which the page of an error addresses everything."""

    def to(self, address: str) -> str:
        """How this page links to an address of the site."""
        if self.path == "404.md":
            return self.base + address
        return relative_address(address, self.address)

    def linked(self, items: Iterable[_A]) -> list[tuple[_A, str]]:
        """Each of what has an address, and how this page links to it."""
        if self.path == "404.md":
            return [(item, self.base + item.address) for item in items]
        folders = _folders(self.address)
        return [(item, _below(folders, item.address)) for item in items]

    def to_page(self, path: str) -> str:
        """How this page links to a page, given by its path without a language."""
        return self.to(page_address(path, self.language))


def relative_address(target: str, start: str) -> str:
    """`relative_address("fr/a/", "fr/b/c/")` → `../../a/`."""
    if "#" in target:
        target, _, fragment = target.partition("#")
        path = relative_address(target, start)
        return f"{path}#{fragment}" if fragment else path
    return _below(_folders(start), target)


def _below(folders: Iterable[tuple[str, str]], target: str) -> str:
    """From the nearest of the folders in which the target is."""
    for folder, up in folders:
        if target.startswith(folder):
            return up + target[len(folder) :] or "./"
    raise ValueError(f"{target} is not below the root.")  # which is the last of them


@lru_cache(maxsize=256)  # each page links to hundreds
def _folders(start: str) -> tuple[tuple[str, str], ...]:
    """All folders around an address, the nearest first, and how each is called from there."""
    parts = start.split("/")[:-1]
    return tuple(
        ("".join(f"{part}/" for part in parts[: len(parts) - up]), "../" * up)
        for up in range(len(parts) + 1)
    )


def frame_of_page(
    path: str,
    language: Language,
    content_language: str,
    *,
    languages: Languages,
    tree: PageTree,
    site_url: str,
    is_noindex: bool = False,
) -> PageFrame:
    """The frame of a page by its path without a language.

    `languages` are those that are built; a page is a fallback where the language of its text is
    not that of the frame.
    """
    is_fallback = content_language != language.code
    is_unlisted = path in UNLISTED_PATHS
    is_noindex = is_noindex or is_fallback or is_unlisted
    address = page_address(path, language.code)
    return PageFrame(
        path=path,
        address=address,
        language=language.code,
        language_name=language.name,
        direction=language.direction,
        content_language=content_language,
        is_fallback=is_fallback,
        is_unlisted=is_unlisted,
        is_noindex=is_noindex,
        canonical="" if is_noindex else absolute_address(site_url, address),
        hreflang=() if is_noindex else hreflang_of(path, tree, site_url),
        menu_languages=_menu(path, language.code, languages, tree),
        base=base_path(site_url),
    )


def hreflang_of(path: str, tree: PageTree, site_url: str) -> tuple[Hreflang, ...]:
    """Real translations only, the page itself among them, and the source as `x-default`."""
    return _hreflang(tree.alternates(path), site_url)


@lru_cache(maxsize=1 << 14)  # the same in each language
def _hreflang(alternates: tuple[Alternate, ...], site_url: str) -> tuple[Hreflang, ...]:
    found = [Hreflang(a.language, absolute_address(site_url, a.address)) for a in alternates]
    default = next((h for h in found if h.tag == SOURCE_LANGUAGE), found[0] if found else None)
    if default:
        found.append(Hreflang(tag="x-default", href=default.href))
    return tuple(found)


def _menu(
    path: str, current: str, languages: Languages, tree: PageTree
) -> tuple[LanguageChoice, ...]:
    """Every language leads to the same page, or home where it does not have it in any form."""
    target = "index.md" if path == "404.md" else path
    return tuple(
        LanguageChoice(
            language=language.code,
            name=language.name,
            address=page_address(
                target if tree.is_shown_in(target, language.code) else "index.md", language.code
            ),
            has_page=tree.exists_in(target, language.code),
            is_current=language.code == current,
        )
        for language in languages
    )
