"""The register of sources that pages name by code in their front matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scn.records import ListOf, Record, load
from scn.shapes import Value
from scn.values import link, one_line, pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    code: str
    text: str
    url: str = ""
    """Empty where the address is not known for certain."""


_CODE = "a code such as LI-3"
_SOURCE = Record(
    Source,
    {
        "code": Value(pattern("[A-Z0-9]+-[A-Z0-9]+", _CODE), _CODE),
        "text": Value(one_line(400), "who published what, and when"),
        "url": Value(link, "its address"),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    sources: tuple[Source, ...]


def load_sources(text: str, path: str) -> Mapping[str, Source]:
    """The sources of a file by code.

    Raises:
        ContentError: all that is wrong with the file.
    """
    sources = ListOf(_SOURCE, identity=lambda one: one.code)
    file = load(Record(_File, {"sources": sources}), text, path, {})
    return {source.code: source for source in file.sources}
