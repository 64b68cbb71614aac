"""The navigation of one language as the templates show it, and where a page stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from scn.frame import PageFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class NavPage:
    title: str
    address: str
    language: str
    """Of its text, and so of its title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NavSection:
    key: str
    """Of the text `nav.<key>`, which is its title."""

    pages: tuple[NavPage, ...]

    @property
    def address(self) -> str:
        """Of its first page, which a link to the section leads to."""
        return self.pages[0].address


@dataclass(eq=False)
class Menu:
    """Shows the links to the pages of each section, once for all pages that link to them alike.

    It has no fields, since it says nothing that the navigation does not.
    """

    def __post_init__(self) -> None:
        self._shown: dict[tuple[str, str], str] = {}
        self._folders: dict[str, frozenset[str]] = {}

    def links(
        self, section: NavSection, frame: PageFrame, show: Callable[[NavSection, PageFrame], str]
    ) -> str:
        """What `show` makes of a section for a page of the language."""
        if not frame.address.endswith("/") or frame.address in self._folders_of(section):
            return show(section, frame)  # it is one of these pages, or they are below it
        place = frame.address[: frame.address.rfind("/", 0, -1) + 1]
        key = (section.key, place)
        if key not in self._shown:
            self._shown[key] = show(section, frame)
        return self._shown[key]

    def _folders_of(self, section: NavSection) -> frozenset[str]:
        """In which the pages of a section are."""
        if section.key not in self._folders:
            self._folders[section.key] = frozenset(
                page.address[: place + 1]
                for page in section.pages
                for place, letter in enumerate(page.address)
                if letter == "/"
            )
        return self._folders[section.key]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteNavigation:
    items: tuple[NavSection | NavPage, ...]
    home: str
    """Address of the home page of the language."""

    menu: Menu = field(default_factory=Menu, compare=False, repr=False)

    @property
    def pages(self) -> Iterator[NavPage]:
        """All pages in their order, those of sections among them."""
        for item in self.items:
            yield from item.pages if isinstance(item, NavSection) else (item,)

    def section_of(self, address: str, key: str = "") -> NavSection | None:
        """The section with a key, or without one that in which the page stands."""
        for item in self.items:
            if isinstance(item, NavSection) and (
                item.key == key if key else any(page.address == address for page in item.pages)
            ):
                return item
        return None

    def neighbours(self, address: str) -> tuple[NavPage | None, NavPage | None]:
        """The page before and the page after; none where it stands in no navigation."""
        pages = tuple(self.pages)
        for number, page in enumerate(pages):
            if page.address == address:
                following = pages[number + 1] if number + 1 < len(pages) else None
                return (pages[number - 1] if number else None, following)
        return None, None


def sections_of_pages(nav: object) -> dict[str, str]:
    """Key of the section of each page in `nav` of mkdocs.yml, in its order; empty for none."""
    items = nav if isinstance(nav, list) else ()
    return {page: key for item in items for key, page in _pages_of(item, "")}


def _pages_of(item: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(item, str):
        yield key, item
    elif isinstance(item, list):
        for one in item:
            yield from _pages_of(one, key)
    elif isinstance(item, dict):
        for name, below in item.items():
            yield from _pages_of(below, key or str(name))
