"""The network: one European level, 27 countries, and the communities behind them."""

from scn.diagrams.arrows import exchange
from scn.diagrams.cards import PADDING, Card, panel, row
from scn.diagrams.marks import Dot, Line, Mark, Picture, stacked
from scn.diagrams.words import Words

MEMBER_STATES = 27


def network(words: Words, width: float) -> Picture:
    inner = width - 2 * PADDING
    europe = row(
        (
            Card(title=words("commission"), body=(words("commission_role"),)),
            Card(title=words("coordination"), body=(words("coordination_role"),)),
        ),
        inner,
    )
    per_row = MEMBER_STATES if width > 500 else 9
    return stacked(
        (
            panel(words("europe"), europe),
            exchange(words("down_material"), words("up_lessons"), width),
            panel(
                words("associations"),
                _members(inner, per_row),
                note=words("associations_where"),
            ),
            exchange(words("down_sessions"), words("up_questions"), width),
            panel(words("communities"), _places(inner, per_row), note=words("communities_who")),
        ),
        width=width,
    )


def _members(width: float, per_row: int) -> Picture:
    """As many dots as there are Member States, linked to one another."""
    marks: list[Mark] = []
    step, rows = width / per_row, MEMBER_STATES // per_row
    for line in range(rows):
        y = 10.0 + 28 * line
        marks.append(Line(points=((step / 2, y), (width - step / 2, y)), css="dg-link"))
    for number in range(rows - 1):
        x = width - step / 2 if number % 2 == 0 else step / 2
        marks.append(Line(points=((x, 10.0 + 28 * number), (x, 38.0 + 28 * number)), css="dg-link"))
    for number in range(MEMBER_STATES):
        x, y = (number % per_row + 0.5) * step, 10.0 + 28 * (number // per_row)
        marks.append(Dot(x=x, y=y, radius=7, css="dg-node"))
    return Picture(width=width, height=20.0 + 28 * (rows - 1), marks=tuple(marks))


def _places(width: float, per_row: int) -> Picture:
    """For every Member State a large, a middling and a small place, linked."""
    corners = ((-5.5, 16.0, 4.0), (0.0, 6.0, 3.2), (6.5, 15.0, 2.4))
    marks: list[Mark] = []
    step, rows = width / per_row, MEMBER_STATES // per_row
    for number in range(MEMBER_STATES):
        x, y = (number % per_row + 0.5) * step, 28.0 * (number // per_row)
        ring = tuple((x + dx, y + dy) for dx, dy, _ in (*corners, corners[0]))
        marks.append(Line(points=ring, css="dg-link"))
        marks.extend(
            Dot(x=x + dx, y=y + dy, radius=radius, css="dg-place") for dx, dy, radius in corners
        )
    return Picture(width=width, height=22.0 + 28 * (rows - 1), marks=tuple(marks))
