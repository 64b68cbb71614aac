"""Leaves out steps of Markdown that find nothing on a page.

Each looks at every line or every element, and most pages have nothing for it. A quick look at the
whole says so. The result is the same, only sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX
from mkdocs_autorefs import AnchorScannerTreeProcessor
from pymdownx.superfences import SuperFencesBlockPreprocessor


class Step(NamedTuple):
    owner: type
    name: str
    function: Callable[..., Any]
    """In place of the method of that name."""


_FENCES = ("```", "~~~")
_search_nested = SuperFencesBlockPreprocessor.search_nested
_unescape = UnescapeTreeprocessor.unescape
_run = AnchorScannerTreeProcessor.run


def search_fences(self: Any, lines: list[str]) -> list[str]:
    text = "\n".join(lines)
    if any(fence in text for fence in _FENCES):
        found: list[str] = _search_nested(self, lines)
        return found
    return lines


def unescape(self: Any, text: str) -> str:
    """What was escaped stands between two characters that no author writes."""
    return _unescape(self, text) if STX in text else text


def scan_anchors(self: Any, root: Element) -> None:
    """For `[](){#id}` before a heading, which then has a second name."""
    if any(link.get("id") for link in root.iter("a")):
        _run(self, root)


STEPS = (
    Step(SuperFencesBlockPreprocessor, "search_nested", search_fences),
    Step(UnescapeTreeprocessor, "unescape", unescape),
    Step(AnchorScannerTreeProcessor, "run", scan_anchors),
)
