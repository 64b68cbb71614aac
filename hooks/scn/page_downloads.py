"""What can be downloaded from a page: the files that its text links to, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINK = re.compile(
    r'<a\b[^>]*?\bhref="(?P<address>(?![a-z][a-z0-9+.-]*:|//)[^"#?]+\.(?:docx|ics|ods|odt|pdf|xlsx))"'
    r"[^>]*>(?P<title>.*?)</a>",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    title: str
    """HTML, the words of the link."""

    address: str
    """As the page has it: relative to the page."""


def downloads_of_page(html: str) -> tuple[Download, ...]:
    """Each file once, with the words of the first link to it; files of other sites are theirs."""
    return tuple(_downloads(html))


def _downloads(html: str) -> Iterator[Download]:
    seen: set[str] = set()
    for link in _LINK.finditer(html):
        if link["address"] not in seen:
            seen.add(link["address"])
            yield Download(title=link["title"], address=link["address"])
