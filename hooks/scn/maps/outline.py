"""The shape of a Member State on the map."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    x: int
    y: int
    """Where marks stand: for most the point of its largest part that is furthest from a border."""

    room: int
    """How far from every border one can be inside it."""

    path: str
    """Of SVG, in relative coordinates."""
