"""A bar chart as inline SVG: classes only, so that the style sheet decides on every colour.

Each bar has its name above it and its numbers in words behind it, and stands beside a table that
says the same: nothing is told by colour or by length alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_WIDTH = 320
_ROW = 46
_BAR_TOP = 20
_BAR_HEIGHT = 14
_LONGEST = 180
"""Of a bar; the rest of the line is for its numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    label: str
    value: int
    part: int
    """How much of the value is filled."""

    text: str
    """The numbers, in words."""


def bar_chart(bars: Sequence[Bar], *, title: str, description: str, id_prefix: str) -> str:
    """Empty when there is nothing to show."""
    longest = max((bar.value for bar in bars), default=0)
    if not longest:
        return ""
    rows = "".join(_row(bar, number, longest) for number, bar in enumerate(bars))
    names = f"{id_prefix}-title {id_prefix}-desc"
    return (
        f'<svg class="scn-chart" role="img" aria-labelledby="{names}"'
        f' viewBox="0 0 {_WIDTH} {len(bars) * _ROW}" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{id_prefix}-title">{escape(title, quote=False)}</title>'
        f'<desc id="{id_prefix}-desc">{escape(description, quote=False)}</desc>'
        f"{rows}</svg>"
    )


def _row(bar: Bar, number: int, longest: int) -> str:
    top = number * _ROW
    length, filled = (round(_LONGEST * one / longest, 1) for one in (bar.value, bar.part))
    middle = top + _BAR_TOP + _BAR_HEIGHT - 2
    inner = _rect("scn-chart__part", top, filled) if bar.part else ""
    return (
        f'<text class="scn-chart__label" x="0" y="{top + _BAR_TOP - 6}">'
        f"{escape(bar.label, quote=False)}</text>"
        f"{_rect('scn-chart__bar', top, length)}{inner}"
        f'<text class="scn-chart__text" x="{length + 6:g}" y="{middle}">'
        f"{escape(bar.text, quote=False)}</text>\n"
    )


def _rect(css: str, top: int, width: float) -> str:
    return (
        f'<rect class="{css}" x="0" y="{top + _BAR_TOP}" width="{width:g}" height="{_BAR_HEIGHT}"/>'
    )
