"""The shape of a Member State on the map."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    x: int
    y: int
    """The point inside its largest part that is furthest from every border."""

    room: int
    """How far it is from there to the nearest border."""

    path: str
    """Of SVG, in relative coordinates."""
