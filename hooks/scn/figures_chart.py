"""A bar chart as inline SVG: classes only, so that the style sheet decides on every colour.

Each bar has its name above it and its numbers in words beside or below it, and stands beside a
table that says the same: nothing is told by colour or by length alone. Words break into lines by
upper estimates of their width, so they fit in every language and in every font of a system.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from scn.diagrams.wrapping import Style, wrap

_WIDTH = 320
_EDGE = 1
"""Room for half of the outline of a bar."""

_LABEL = Style(css="scn-chart__label", size=14, leading=18, bold=True)
_TEXT = Style(css="scn-chart__text", size=14, leading=18)
_BAR = 14
_SPACE = 12
_SHORTER = 150
"""The longest bar where its numbers stand beside it; else it has the whole width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    label: str
    value: int
    part: int
    """How much of the value is filled."""

    text: str
    """The numbers, in words."""


def bar_chart(
    bars: Sequence[Bar], *, title: str, description: str, id_prefix: str, heading: str = ""
) -> str:
    """Empty when there is nothing to show.

    `heading` is the id of a heading on the page, which becomes a part of the name of the chart.
    """
    longest = max((bar.value for bar in bars), default=0)
    if not longest:
        return ""
    is_beside = all(
        _SHORTER * bar.value / longest + 8 + _TEXT.width(bar.text) <= _WIDTH for bar in bars
    )
    unit = (_SHORTER if is_beside else _WIDTH - 2 * _EDGE) / longest
    rows, top = [], 0.0
    for bar in bars:
        row, height = _row(bar, top, unit, is_beside=is_beside)
        rows.append(row)
        top += height + _SPACE
    names = " ".join(filter(None, (f"{id_prefix}-title", heading)))
    return (
        f'<svg class="scn-chart" role="img" aria-labelledby="{names}"'
        f' aria-describedby="{id_prefix}-desc" font-size="{_TEXT.size:g}"'
        f' viewBox="0 0 {_WIDTH} {top:g}" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{id_prefix}-title">{escape(title, quote=False)}</title>'
        f'<desc id="{id_prefix}-desc">{escape(description, quote=False)}</desc>\n'
        f"{''.join(rows)}</svg>"
    )


def _row(bar: Bar, top: float, unit: float, *, is_beside: bool) -> tuple[str, float]:
    """The row and its height."""
    label = wrap(bar.label, _WIDTH, _LABEL)
    bar_top = top + _LABEL.leading * len(label)
    length, filled = (round(unit * one, 1) for one in (bar.value, bar.part))
    parts = [_lines(label, _LABEL, 0, top), _rect("scn-chart__bar", bar_top, length)]
    if bar.part:
        parts.append(_rect("scn-chart__part", bar_top, filled))
    if is_beside:
        parts.append(_lines((bar.text,), _TEXT, length + 8, bar_top + (_BAR - _TEXT.leading) / 2))
        height = bar_top + _BAR - top
    else:
        text = wrap(bar.text, _WIDTH, _TEXT)
        parts.append(_lines(text, _TEXT, 0, bar_top + _BAR + 2))
        height = bar_top + _BAR + 2 + _TEXT.leading * len(text) - top
    return "".join(parts) + "\n", height


def _lines(lines: Sequence[str], style: Style, x: float, top: float) -> str:
    """A line is an element of its own: a line end between two keeps their words apart."""
    first = top + style.leading / 2 + style.size * 0.35
    return "\n".join(
        f'<text class="{style.css}" x="{x:g}" y="{first + number * style.leading:g}">'
        f"{escape(line, quote=False)}</text>"
        for number, line in enumerate(lines)
    )


def _rect(css: str, top: float, width: float) -> str:
    return f'<rect class="{css}" x="{_EDGE}" y="{top:g}" width="{width:g}" height="{_BAR}"/>'
