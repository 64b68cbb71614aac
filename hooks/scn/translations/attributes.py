"""Attribute lists: `{ #id .class }` at the end of a block."""

from __future__ import annotations

import re
from dataclasses import dataclass

CRITICAL = "critical"
_AT_END = re.compile(r"(?:^|[ ]+)\{:?[ ]*(?P<inside>[^{}\n]*)\}[ ]*$")
_PARTS = re.compile(r"(?:[#.][^\s#.=}]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|\S+)|\s)+")
_ID = re.compile(r"(?:^|\s)#(?P<id>[^\s}]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    id: str = ""
    is_critical: bool = False


def split_attributes(text: str) -> tuple[str, Attributes]:
    """The text without the list at its end, and what the list says that matters here."""
    if not text.rstrip().endswith("}"):
        return text, Attributes()
    found = _AT_END.search(text)
    if not found or not _PARTS.fullmatch(found["inside"].strip()):
        return text, Attributes()
    inside = found["inside"]
    id_ = _ID.search(inside)
    return text[: found.start()], Attributes(
        id=id_["id"] if id_ else "", is_critical=f".{CRITICAL}" in inside.split()
    )
