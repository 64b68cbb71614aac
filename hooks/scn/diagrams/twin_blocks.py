"""The building blocks of a local digital twin and what links it to others."""

from dataclasses import replace

from scn.diagrams.arrows import arrow_across, arrow_down
from scn.diagrams.cards import PADDING, SPACE, Card, panel, row
from scn.diagrams.marks import Picture, beside, stacked
from scn.diagrams.words import Words

_SIDE = 170.0
_ACROSS = 40.0


def twin_blocks(words: Words, width: float) -> Picture:
    sources = _card(words, "sources").picture(width)
    twin = panel(words("twin"), _twin(words, width - 2 * PADDING))
    return stacked((sources, arrow_down(width), twin, _links(words, width)), width=width)


def _card(words: Words, name: str, *, tag: str = "") -> Card:
    return Card(tag=tag, title=words(name), body=(words(f"{name}_what"),))


def _twin(words: Words, width: float) -> Picture:
    """What handles data, and identity and access along all of it, at the side or at the foot."""
    identity = _card(words, "identity", tag=words("additional"))
    room = width - _SIDE - SPACE
    if identity.fits(_SIDE) and room > 2 * _SIDE:
        data = _data(words, room)
        bar = identity.picture(_SIDE, height=data.height, centred=True)
        return beside((data, bar), space=SPACE)
    return stacked((_data(words, width), identity.picture(width)), width=width, space=SPACE)


def _data(words: Words, width: float) -> Picture:
    broker = Card(
        tag=words("core"), title=words("broker"), body=(words("broker_what"),), kind="core"
    )
    return stacked(
        (
            _card(words, "integration", tag=words("additional")).picture(width),
            arrow_down(width, both=True),
            broker.picture(width),
            *_services(words, width),
        ),
        width=width,
    )


def _services(words: Words, width: float) -> tuple[Picture, Picture]:
    """Analysis and visualisation, and the arrows to them: two where they stand side by side."""
    names = ("analysis", "visualisation")
    cards = tuple(_card(words, name, tag=words("additional")) for name in names)
    each = (width - SPACE) / 2
    if all(card.fits(each) for card in cards):
        arrows = beside((arrow_down(each, both=True), arrow_down(each, both=True)), space=SPACE)
    else:
        arrows = arrow_down(width, both=True)
    return arrows, row(cards, width)


def _links(words: Words, width: float) -> Picture:
    """From the twin to the catalogue, and from there to the world outside."""
    catalogue = _card(words, "catalogue", tag=words("linking"))
    others = Card(title=words("others"), kind="dash")
    each = (width - _ACROSS) / 2
    if not (catalogue.fits(each) and others.fits(each) and each > _SIDE):
        down = arrow_down(width, both=True)
        parts = (down, catalogue.picture(width), down, others.picture(width))
        return stacked(parts, width=width)
    height = catalogue.picture(each).height
    pair = (
        catalogue.picture(each, height=height),
        arrow_across(_ACROSS, height, both=True),
        others.picture(each, height=height),
    )
    down = replace(arrow_down(each, both=True), width=width)
    return stacked((down, beside(pair)), width=width)
