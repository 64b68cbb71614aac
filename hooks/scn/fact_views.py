"""A line of the list on the page of a session: what, and its values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    text: str
    language: str = ""
    """Of the text, where it may be another than that of the page."""

    datetime: str = ""
    end: str = ""
    """With `datetime`: when it is over."""

    address: str = ""
    """Of a page of this site."""

    url: str = ""
    """Of something elsewhere, or `mailto:`."""

    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    label: str
    values: tuple[Value, ...]
