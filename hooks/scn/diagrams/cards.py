"""Boxes with words in them. A `Card` says what; `picture` draws it at the width it is given."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scn.diagrams.marks import Anchor, Dot, Mark, Picture, Rect, Text, beside, gap, stacked
from scn.diagrams.wrapping import TAG, TEXT, TITLE, Style, fits, fitted, wrap

Kind = Literal["box", "core", "soft", "dash"]
Place = Literal["above", "beside"]
PADDING = 12.0
SPACE = 12.0
_BULLET = 16.0
_DISC = 26.0
_NUMBER = _DISC + 10
_TITLE_LINES, _BODY_LINES = 2, 4
"""More lines than these are a sign that a card is too narrow for its words."""


def paragraph(
    text: str, width: float, style: Style, *, anchor: Anchor = "middle", inverse: bool = False
) -> Picture:
    style = fitted(text, width, style)
    lines = wrap(text, width, style)
    mark = Text(
        x={"start": 0.0, "middle": width / 2, "end": width}[anchor],
        y=0,
        lines=lines,
        css=f"{style.css} dg-inverse" if inverse else style.css,
        size=style.size,
        leading=style.leading,
        bold=style.bold,
        anchor=anchor,
    )
    return Picture(width=width, height=style.leading * len(lines), marks=(mark,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    title: str = ""
    body: tuple[str, ...] = ()
    kind: Kind = "box"
    bullets: bool = False
    tag: str = ""
    """A word above the title that says what sort of part this is."""

    number: int | None = None
    number_is: Place = "beside"

    def fits(self, width: float) -> bool:
        """Whether the words stand well in this width: none divided, no tall column of them."""
        inner = self._inner(width)
        body = inner - (_BULLET if self.bullets else 0)
        return fits(self.title, inner, TITLE, lines=_TITLE_LINES) and all(
            fits(text, body, TEXT, lines=_BODY_LINES) for text in self.body
        )

    def picture(self, width: float, *, height: float = 0, centred: bool = False) -> Picture:
        """The card, at least as high as asked for.

        Words begin at the top, so that neighbours agree; a title alone is centred anyway.
        """
        words = self._words(self._inner(width))
        height = max(height, words.height + 2 * PADDING)
        top = PADDING if self.body and not centred else (height - words.height) / 2
        marks: list[Mark] = [Rect(x=0, y=0, width=width, height=height, css=f"dg-{self.kind}")]
        left = PADDING
        if self.number is not None and self.number_is == "beside":
            marks.extend(numeral(self.number).at(left, (height - _DISC) / 2))
            left += _NUMBER
        marks.extend(words.at(left, top))
        return Picture(width=width, height=height, marks=tuple(marks))

    def _inner(self, width: float) -> float:
        is_beside = self.number is not None and self.number_is == "beside"
        return width - 2 * PADDING - (_NUMBER if is_beside else 0)

    def _words(self, width: float) -> Picture:
        numbered = self.number is not None
        anchor: Anchor = "middle"
        if self.bullets or (numbered and self.number_is == "beside"):
            anchor = "start"
        inverse = self.kind == "core"
        parts: list[Picture] = []
        if self.number is not None and self.number_is == "above":
            parts += [numeral(self.number), gap(6)]
        if self.tag:
            parts.append(paragraph(self.tag, width, TAG, anchor=anchor, inverse=inverse))
        if self.title:
            parts.append(paragraph(self.title, width, TITLE, anchor=anchor, inverse=inverse))
        if self.title and self.body:
            parts.append(gap(6 if self.bullets else 3))
        for position, text in enumerate(self.body):
            if position:
                parts.append(gap(5))
            if self.bullets:
                parts.append(_bullet(text, width))
            else:
                parts.append(paragraph(text, width, TEXT, anchor=anchor, inverse=inverse))
        return stacked(parts, width=width)


def row(cards: Sequence[Card], width: float, *, space: float = SPACE) -> Picture:
    """The cards side by side and of one height, or one below the other where words need it."""
    each = (width - space * (len(cards) - 1)) / len(cards)
    if not all(card.fits(each) for card in cards):
        return stacked((card.picture(width) for card in cards), width=width, space=space)
    height = max(card.picture(each).height for card in cards)
    return beside((card.picture(each, height=height) for card in cards), space=space)


def panel(
    title: str,
    content: Picture,
    *,
    note: str = "",
    number: int | None = None,
    number_is: Place = "above",
) -> Picture:
    """A soft ground with a title, for parts that belong together."""
    width = content.width + 2 * PADDING
    head = Card(
        title=title, body=(note,) if note else (), number=number, number_is=number_is
    ).picture(width)
    words = Picture(width=width, height=head.height - PADDING, marks=head.marks[1:])
    inside = stacked((words, gap(10), content, gap(PADDING)), width=width)
    ground = Rect(x=0, y=0, width=width, height=inside.height, css="dg-soft", radius=12)
    return Picture(width=width, height=inside.height, marks=(ground, *inside.marks))


def numeral(number: int) -> Picture:
    middle = _DISC / 2
    digits = Text(
        x=middle,
        y=middle - TITLE.leading / 2,
        lines=(str(number),),
        css="dg-title dg-inverse",
        size=TITLE.size,
        leading=TITLE.leading,
        bold=True,
        anchor="middle",
    )
    disc = Dot(x=middle, y=middle, radius=middle, css="dg-disc")
    return Picture(width=_DISC, height=_DISC, marks=(disc, digits))


def _bullet(text: str, width: float) -> Picture:
    words = paragraph(text, width - _BULLET, TEXT, anchor="start")
    dot = Dot(x=4, y=TEXT.leading / 2, radius=2.5, css="dg-bullet")
    return Picture(width=width, height=words.height, marks=(dot, *words.at(_BULLET, 0)))
