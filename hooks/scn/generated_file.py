"""A file that is made from data and is no page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedFile:
    source: str
    """How pages link to it, relative to `docs/`."""

    output: str
    content: str | bytes | Callable[[], bytes]
    """Empty where another language writes the file and pages of this one only link to it; a
    function where making it takes long and may not be needed."""

    made_from: str = ""
    """Digest of everything that a function makes the content from, but for the programs."""

    decided_by: str = ""
    """Digest of everything that decides about the content, the programs that make it included:
    where it is equal, the content is kept while other programs change."""


def content_of(file: GeneratedFile) -> str | bytes:
    return file.content() if callable(file.content) else file.content
