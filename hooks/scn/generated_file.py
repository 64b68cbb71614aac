"""A file that is made from data and is no page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedFile:
    source: str
    """How pages link to it, relative to `docs/`."""

    output: str
    content: str | bytes
    """Empty where another language writes the file and pages of this one only link to it."""
