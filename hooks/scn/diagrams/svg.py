"""A picture as inline SVG: classes only, so that the style sheet decides on every colour."""

from html import escape

from scn.diagrams.marks import Dot, Line, Picture, Rect, Text

_EDGE = 2.0
"""Room around the picture for the width of its outer lines."""


def svg(picture: Picture, *, title: str, description: str, id_prefix: str, css: str) -> str:
    arrow = f"{id_prefix}-arrow"
    width, height = _number(picture.width + 2 * _EDGE), _number(picture.height + 2 * _EDGE)
    drawn = picture.at(_EDGE, _EDGE)
    shapes = "".join(_shape(mark, arrow) for mark in drawn if not isinstance(mark, Text))
    words = "".join(_text(mark) for mark in drawn if isinstance(mark, Text))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css}" role="img"'
        f' aria-labelledby="{id_prefix}-title {id_prefix}-desc"'
        f' viewBox="0 0 {width} {height}">'
        f'<title id="{id_prefix}-title">{escape(title, quote=False)}</title>'
        f'<desc id="{id_prefix}-desc">{escape(description, quote=False)}</desc>'
        f"{_arrowhead(arrow)}"
        f'<g fill="none" stroke="currentColor">{shapes}</g>'
        f'<g fill="currentColor">{words}</g></svg>'
    )


def _arrowhead(name: str) -> str:
    return (
        f'<defs><marker id="{name}" viewBox="0 0 10 10" refX="8.5" refY="5" markerWidth="5"'
        ' markerHeight="5" orient="auto-start-reverse"><path class="dg-head" d="M0 0 10 5 0 10z"/>'
        "</marker></defs>"
    )


def _shape(mark: Rect | Dot | Line, arrow: str) -> str:
    if isinstance(mark, Rect):
        return (
            f'<rect class="{mark.css}" x="{_number(mark.x)}" y="{_number(mark.y)}"'
            f' width="{_number(mark.width)}" height="{_number(mark.height)}"'
            f' rx="{_number(mark.radius)}"/>'
        )
    if isinstance(mark, Dot):
        return (
            f'<circle class="{mark.css}" cx="{_number(mark.x)}" cy="{_number(mark.y)}"'
            f' r="{_number(mark.radius)}"/>'
        )
    points = " ".join(f"{_number(x)},{_number(y)}" for x, y in mark.points)
    ends = f' marker-end="url(#{arrow})"' if mark.head else ""
    ends += f' marker-start="url(#{arrow})"' if mark.tail else ""
    return f'<polyline class="{mark.css}" points="{points}"{ends}/>'


def _text(mark: Text) -> str:
    """A line is an element of its own: a line end between two keeps their words apart."""
    first = mark.y + mark.leading / 2 + mark.size * 0.35
    lines = "\n".join(
        f'<text x="{_number(mark.x)}" y="{_number(first + number * mark.leading)}">'
        f"{escape(line, quote=False)}</text>"
        for number, line in enumerate(mark.lines)
    )
    return (
        f'<g class="{mark.css}" font-size="{_number(mark.size)}"'
        f' text-anchor="{mark.anchor}">{lines}</g>\n'
    )


def _number(value: float) -> str:
    """One decimal at most, and none that says nothing: 12, 12.5, 0."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
