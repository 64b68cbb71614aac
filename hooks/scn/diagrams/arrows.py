"""What stands between boxes: arrows, with or without words beside them."""

from scn.diagrams.cards import paragraph
from scn.diagrams.marks import Line, Picture
from scn.diagrams.wrapping import TEXT, fits

_HEIGHT = 30.0
_LANE = 28.0
MARGIN = 3.0
"""Between the end of an arrow and the box that it points to."""


def arrow_down(width: float, *, both: bool = False) -> Picture:
    x = width / 2
    line = Line(points=((x, MARGIN), (x, _HEIGHT - MARGIN)), head=True, tail=both)
    return Picture(width=width, height=_HEIGHT, marks=(line,))


def arrow_across(width: float, height: float, *, both: bool) -> Picture:
    y = height / 2
    line = Line(points=((MARGIN, y), (width - MARGIN, y)), head=True, tail=both)
    return Picture(width=width, height=height, marks=(line,))


def exchange(down: str, up: str, width: float) -> Picture:
    """One arrow down at the left, one up at the right, what they carry between them."""
    room = width - 2 * _LANE
    side = room / 2 - 12
    if all(fits(text, side, TEXT, lines=2) for text in (down, up)):
        left = paragraph(down, side, TEXT, anchor="start")
        right = paragraph(up, side, TEXT, anchor="end")
        height = max(left.height, right.height) + 24
        texts = (
            *left.at(_LANE, (height - left.height) / 2),
            *right.at(width - _LANE - side, (height - right.height) / 2),
        )
    else:
        left = paragraph(down, room, TEXT, anchor="start")
        right = paragraph(up, room, TEXT, anchor="end")
        height = left.height + right.height + 28
        texts = (*left.at(_LANE, 10), *right.at(_LANE, left.height + 18))
    x = 10.0
    arrows = (
        Line(points=((x, MARGIN), (x, height - MARGIN)), head=True),
        Line(points=((width - x, height - MARGIN), (width - x, MARGIN)), head=True),
    )
    return Picture(width=width, height=height, marks=(*arrows, *texts))
