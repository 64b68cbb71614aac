"""Ids of the headings of a page, which a translation shares with its source.

Of all translations they are read in each run, so this looks at few lines and splits no blocks.
"""

from __future__ import annotations

import re

from scn.front_matter import split_front_matter

_HEADING = re.compile(r"#{1,6}.*\{[^{}]*?#(?P<id>[^\s{}]+)[^{}]*\}[ \t#]*")
_FENCE = re.compile(r"[ ]{0,3}(?P<mark>`{3,}|~{3,})(?P<info>.*)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINE = re.compile(r"^(?:#|[ ]{0,3}(?:```|~~~)).*", re.MULTILINE)
"""A line that may be a heading or a fence."""


def heading_ids(text: str) -> tuple[str, ...]:
    """Those that are written down, in the order of the page."""
    body = split_front_matter(text).body
    if "<!--" in body:
        body = _COMMENT.sub("", body)
    ids: list[str] = []
    fence = ""
    for line in _LINE.findall(body):
        if found := _FENCE.match(line):
            if not fence:
                fence = found["mark"]
            elif found["mark"].startswith(fence) and not found["info"].strip():
                fence = ""
        elif not fence and (found := _HEADING.fullmatch(line)):
            ids.append(found["id"])
    return tuple(ids)
