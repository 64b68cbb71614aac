"""Who decides what in a European Digital Infrastructure Consortium."""

from scn.diagrams.arrows import MARGIN, arrow_down
from scn.diagrams.cards import PADDING, SPACE, Card, Kind, panel, row
from scn.diagrams.marks import Line, Mark, Picture, Point, stacked
from scn.diagrams.words import Words

_DROP = 40.0
_RAIL = 48.0
_LANE = 11.0


def edic_governance(words: Words, width: float) -> Picture:
    inner = width - 2 * PADDING
    states = row((_card(words, "members"), _card(words, "observers", kind="dash")), inner)
    regions = _card(words, "regions", kind="dash").picture(inner)
    return stacked(
        (
            panel(words("who"), stacked((states, regions), width=inner, space=SPACE)),
            arrow_down(width),
            _card(words, "assembly", kind="core").picture(width),
            _around(words, width),
        ),
        width=width,
    )


def _card(words: Words, name: str, *, kind: Kind = "box") -> Card:
    return Card(title=words(name), body=(words(f"{name}_what"),), kind=kind)


def _around(words: Words, width: float) -> Picture:
    """Below the assembly: whom it appoints, and who attends, may veto and advises."""
    director = _card(words, "director")
    commission = _card(words, "commission")
    advisers = _card(words, "advisers", kind="dash")
    each = (width - 2 * SPACE) / 3
    if all(card.fits(each) for card in (director, commission, advisers)):
        return _columns((commission, director, advisers), director, each)
    return _rail((director, commission, advisers), director, width)


def _columns(cards: tuple[Card, ...], appointed: Card, each: float) -> Picture:
    height = max(card.picture(each).height for card in cards)
    marks: list[Mark] = []
    for number, card in enumerate(cards):
        x = number * (each + SPACE)
        ends = ((x + each / 2, MARGIN), (x + each / 2, _DROP - MARGIN))
        marks.append(_link(card, ends, appointed=card is appointed))
        marks.extend(card.picture(each, height=height).at(x, _DROP))
    return Picture(width=3 * each + 2 * SPACE, height=height + _DROP, marks=tuple(marks))


def _rail(cards: tuple[Card, ...], appointed: Card, width: float) -> Picture:
    """One below the other, each joined to the assembly by a line in the margin."""
    marks: list[Mark] = []
    y = 24.0
    for number, card in enumerate(cards):
        picture = card.picture(width - _RAIL)
        lane = 32.0 - _LANE * number
        middle = y + picture.height / 2
        points = ((lane, MARGIN), (lane, middle), (_RAIL - MARGIN, middle))
        marks.append(_link(card, points, appointed=card is appointed))
        marks.extend(picture.at(_RAIL, y))
        y += picture.height + SPACE
    return Picture(width=width, height=y - SPACE, marks=tuple(marks))


def _link(card: Card, points: tuple[Point, ...], *, appointed: bool) -> Line:
    css = "dg-line dg-broken" if card.kind == "dash" else "dg-line"
    return Line(points=points, css=css, head=appointed, tail=not appointed)
