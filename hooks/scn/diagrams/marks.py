"""What a drawing is made of: rectangles, dots, lines and texts on a plane, y downwards.

A `Picture` is a piece of drawing with a size of its own, its upper left corner at 0, 0.
Pictures are put together by moving their marks; nothing here knows SVG.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    x: float
    y: float
    width: float
    height: float
    css: str
    radius: float = 8

    def moved(self, dx: float, dy: float) -> "Rect":
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    x: float
    y: float
    radius: float
    css: str

    def moved(self, dx: float, dy: float) -> "Dot":
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    points: tuple[Point, ...]
    css: str = "dg-line"
    head: bool = False
    tail: bool = False
    """`head` and `tail` are arrowheads at the last and at the first point."""

    def moved(self, dx: float, dy: float) -> "Line":
        return replace(self, points=tuple((x + dx, y + dy) for x, y in self.points))


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Lines of text one below the other; `y` is the top of the first, `x` the anchor."""

    x: float
    y: float
    lines: tuple[str, ...]
    css: str
    size: float
    leading: float
    bold: bool = False
    anchor: Anchor = "start"

    def moved(self, dx: float, dy: float) -> "Text":
        return replace(self, x=self.x + dx, y=self.y + dy)


Mark = Rect | Dot | Line | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    width: float
    height: float
    marks: tuple[Mark, ...] = ()

    def at(self, x: float, y: float) -> tuple[Mark, ...]:
        return tuple(mark.moved(x, y) for mark in self.marks)


def gap(height: float) -> Picture:
    return Picture(width=0, height=height)


def stacked(pictures: Iterable[Picture], *, width: float, space: float = 0) -> Picture:
    """One below the other, each in the middle of the width."""
    marks: list[Mark] = []
    y = 0.0
    for picture in pictures:
        y += space if y else 0
        marks.extend(picture.at((width - picture.width) / 2, y))
        y += picture.height
    return Picture(width=width, height=y, marks=tuple(marks))


def beside(pictures: Iterable[Picture], *, space: float = 0) -> Picture:
    """Side by side, aligned at the top."""
    marks: list[Mark] = []
    x = height = 0.0
    for picture in pictures:
        x += space if x else 0
        marks.extend(picture.at(x, 0))
        x += picture.width
        height = max(height, picture.height)
    return Picture(width=x, height=height, marks=tuple(marks))
