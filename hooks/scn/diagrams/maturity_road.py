"""The road from a self-assessment to a purchase, and round again."""

from dataclasses import replace

from scn.diagrams.arrows import MARGIN, arrow_down
from scn.diagrams.cards import PADDING, SPACE, Card, Place, panel
from scn.diagrams.marks import Line, Mark, Picture, Point, stacked
from scn.diagrams.words import Words

_BETWEEN = 32.0
_LOOP = 30.0
"""Room in the margin for the line back to the start."""

_STEP = 16.0


def maturity_road(words: Words, width: float) -> Picture:
    first = (_stop(words, 1, "assess"), _stop(words, 2, "weak"))
    last = (_stop(words, 4, "choose"), _stop(words, 5, "procure"), _stop(words, 6, "measure"))
    inside = width - _LOOP
    halves = (inside - _BETWEEN) / 2
    thirds = (inside - 2 * _BETWEEN) / 3
    if all(card.fits(halves) for card in first) and all(card.fits(thirds) for card in last):
        return _circuit(words, first, last, inside)
    return _ladder(words, (*first, *last), inside)


def _stop(words: Words, number: int, name: str) -> Card:
    return Card(title=words(name), body=(words(f"{name}_what"),), number=number, number_is="above")


def _roadmap(words: Words, width: float, *, number_is: Place) -> Picture:
    """The phases as stairs, or below each other where the words need the width."""
    inner = width - 2 * PADDING
    cards = tuple(Card(title=words(f"phase_{number}")) for number in (1, 2, 3))
    each = (inner - 2 * SPACE) / 3
    if all(card.fits(each) for card in cards):
        lowest = max(card.picture(each).height for card in cards)
        marks: list[Mark] = []
        for number, card in enumerate(cards):
            step = card.picture(each, height=lowest + _STEP * number)
            marks.extend(step.at(number * (each + SPACE), _STEP * (2 - number)))
        stairs = Picture(width=inner, height=lowest + 2 * _STEP, marks=tuple(marks))
    else:
        stairs = stacked((card.picture(inner) for card in cards), width=inner, space=SPACE)
    return panel(
        words("roadmap"), stairs, note=words("roadmap_what"), number=3, number_is=number_is
    )


def _circuit(
    words: Words, first: tuple[Card, ...], last: tuple[Card, ...], width: float
) -> Picture:
    """Clockwise: along the top, down through the roadmap, back along the foot."""
    top = _in_line(first, width, backwards=False)
    roadmap = _roadmap(words, width, number_is="above")
    foot = _in_line(last, width, backwards=True)
    down = top.height + _BETWEEN
    under = down + roadmap.height + _BETWEEN
    half = (width - _BETWEEN) / 2
    third = (width - 2 * _BETWEEN) / 3
    marks = [
        *top.at(_LOOP, 0),
        *roadmap.at(_LOOP, down),
        *foot.at(_LOOP, under),
        _down(_LOOP + width - half / 2, top.height),
        _down(_LOOP + width - third / 2, under - _BETWEEN),
        _back(_LOOP, 10, under + foot.height / 2, top.height / 2),
    ]
    return Picture(width=width + _LOOP, height=under + foot.height, marks=tuple(marks))


def _ladder(words: Words, cards: tuple[Card, ...], width: float) -> Picture:
    """One stop below the other, the way back in the right margin."""
    parts = [replace(card, number_is="beside").picture(width) for card in cards]
    parts.insert(2, _roadmap(words, width, number_is="beside"))
    spaced = [part for picture in parts for part in (picture, arrow_down(width))][:-1]
    way = stacked(spaced, width=width)
    start, end = parts[0].height / 2, way.height - parts[-1].height / 2
    back = _back(width, width + _LOOP - 10, end, start)
    return Picture(width=width + _LOOP, height=way.height, marks=(*way.marks, back))


def _in_line(cards: tuple[Card, ...], width: float, *, backwards: bool) -> Picture:
    each = (width - _BETWEEN * (len(cards) - 1)) / len(cards)
    height = max(card.picture(each).height for card in cards)
    marks: list[Mark] = []
    for number, card in enumerate(reversed(cards) if backwards else cards):
        x = number * (each + _BETWEEN)
        marks.extend(card.picture(each, height=height).at(x, 0))
        if number:
            ends = (x - _BETWEEN + MARGIN, height / 2), (x - MARGIN, height / 2)
            marks.append(Line(points=ends[::-1] if backwards else ends, head=True))
    return Picture(width=width, height=height, marks=tuple(marks))


def _down(x: float, y: float) -> Line:
    return Line(points=((x, y + MARGIN), (x, y + _BETWEEN - MARGIN)), head=True)


def _back(edge: float, lane: float, start: float, end: float) -> Line:
    """From the edge of the last stop out to the lane, along it, and in to the first stop."""
    inward = -MARGIN if lane < edge else MARGIN
    points: tuple[Point, ...] = (
        (edge + inward, start),
        (lane, start),
        (lane, end),
        (edge + inward, end),
    )
    return Line(points=points, head=True)
