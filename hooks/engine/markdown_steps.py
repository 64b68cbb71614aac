"""Leaves out steps of Markdown that find nothing on a page.

Each looks at every line or every element, and most pages have nothing for it. A quick look at the
whole says so. The result is the same, only sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown.extensions.md_in_html import HtmlBlockPreprocessor
from markdown.postprocessors import RawHtmlPostprocessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX
from mkdocs_autorefs import AnchorScannerTreeProcessor
from mkdocstrings._internal.extension import _HeadingsPostProcessor
from pymdownx.blocks.caption import CaptionTreeprocessor
from pymdownx.superfences import SuperFencesBlockPreprocessor


class Step(NamedTuple):
    owner: type
    name: str
    function: Callable[..., Any]
    """In place of the method of that name."""


_FENCES = ("```", "~~~")
_search_nested = SuperFencesBlockPreprocessor.search_nested
_keep_html = HtmlBlockPreprocessor.run
_unescape = UnescapeTreeprocessor.unescape
_restore_html = RawHtmlPostprocessor.run
_number_captions = CaptionTreeprocessor.run
_scan_anchors = AnchorScannerTreeProcessor.run
_take_away_headings = _HeadingsPostProcessor.run


def search_fences(self: Any, lines: list[str]) -> list[str]:
    text = "\n".join(lines)
    if any(fence in text for fence in _FENCES):
        found: list[str] = _search_nested(self, lines)
        return found
    return lines


def keep_html(self: Any, lines: list[str]) -> list[str]:
    text = "\n".join(lines)
    return _keep_html(self, lines) if "<" in text or "&" in text else lines


def unescape(self: Any, text: str) -> str:
    """What was escaped stands between two characters that no author writes."""
    return _unescape(self, text) if STX in text else text


def scan_anchors(self: Any, root: Element) -> None:
    """For `[](){#id}` before a heading, which then has a second name."""
    if any(link.get("id") for link in root.iter("a")):
        _scan_anchors(self, root)


def restore_html(self: Any, text: str) -> str:
    """It stands in the text as a number between the same two characters."""
    return _restore_html(self, text) if STX in text else text


def number_captions(self: Any, root: Element) -> None:
    if next(root.iter("figure"), None) is not None:
        _number_captions(self, root)


def take_away_headings(self: Any, root: Element) -> None:
    """Of the reference of the code, which has them twice."""
    if any(part.get("class") == "mkdocstrings" for part in root.iter("div")):
        _take_away_headings(self, root)


STEPS = (
    Step(SuperFencesBlockPreprocessor, "search_nested", search_fences),
    Step(HtmlBlockPreprocessor, "run", keep_html),
    Step(UnescapeTreeprocessor, "unescape", unescape),
    Step(RawHtmlPostprocessor, "run", restore_html),
    Step(CaptionTreeprocessor, "run", number_captions),
    Step(AnchorScannerTreeProcessor, "run", scan_anchors),
    Step(_HeadingsPostProcessor, "run", take_away_headings),
)
