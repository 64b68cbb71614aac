"""No page is heavier than its budget: many read on a phone, and on the way.

Counted is what a browser fetches to show a page for the first time, compressed: the page, its style
sheets, scripts and pictures. A translation is as long as its source, so sources are weighed.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Callable, Iterator, Mapping

from scn.front_matter import split_front_matter
from scn.languages import SOURCE_LANGUAGE
from scn.pages import PageHead
from scn.problems import Problem

_KB = 1024
BUDGET = 30 * _KB
LOOK_UP_BUDGET = 60 * _KB
"""Of pages in which one looks things up: the glossary, the reference of the code."""

_FRAME = 15 * _KB
"""The least that the frame and its style sheets add to a text."""

_LOOK_UP = ('class="doc ', 'class="scn-entry')
_FILES = re.compile(
    r'<link rel="(?:stylesheet|icon)"[^>]*? href="([^"]+)"|<(?:script|img)[^>]*? src="([^"]+)"'
)
_ADVICE = "Split the page, or shorten it."


def is_weighed(source: str, heads: Mapping[str, PageHead]) -> bool:
    """Whether somebody decides how long this page is; `source` is relative to `docs/`."""
    head = heads.get(source)
    return source.startswith(f"{SOURCE_LANGUAGE}/") or (head is not None and head.local_only)


def compressed_size(content: bytes) -> int:
    return len(zlib.compress(content, 6))


def weight_of_page(html: str, place: str, size_of: Callable[[str], int]) -> int:
    """Bytes; `place` is the file of the page in the site, `size_of` tells the compressed size of
    another one."""
    folder = posixpath.dirname(place)
    names = {one or other for one, other in _FILES.findall(html)}
    files = {posixpath.normpath(posixpath.join(folder, name)) for name in names}
    return compressed_size(html.encode()) + sum(size_of(file) for file in sorted(files))


def check_weight(html: str, path: str, place: str, size_of: Callable[[str], int]) -> str:
    """What to say about a built page, with the file that it was written in; often nothing."""
    budget = LOOK_UP_BUDGET if any(sign in html for sign in _LOOK_UP) else BUDGET
    weight = weight_of_page(html, place, size_of)
    if weight <= budget:
        return ""
    message = f"The page weighs {_kb(weight)}, and no more than {_kb(budget)} is allowed. {_ADVICE}"
    return str(Problem(path=path, line=1, column=1, message=message))


def check_length(text: str, path: str) -> Iterator[Problem]:
    """Pages whose text alone is too heavy, found before they are built."""
    markdown = split_front_matter(text)
    left = BUDGET - _FRAME
    if len(markdown.body) * 4 <= left:  # as most pages: a letter has four bytes at most
        return
    size = compressed_size(markdown.body.encode())
    if size > left:
        message = (
            f"The text weighs {_kb(size)}, and no more than {_kb(left)} is left for it in a page of"
            f" {_kb(BUDGET)}. {_ADVICE}"
        )
        yield Problem(path=path, line=markdown.body_line, column=1, message=message)


def _kb(size: int) -> str:
    return f"{-(-size // _KB)} KB"
