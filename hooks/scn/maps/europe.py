"""The Member States on a map with what the site knows of each; the template draws it.

Units are those of the outlines: the map is a thousand wide, and on a page at most 44rem.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scn.country_rows import CountryRow
from scn.maps.outlines import HEIGHT, OTHERS, STATES, WIDTH
from scn.number_texts import format_number
from scn.words import Words

Kind = Literal["planned", "held"]
_BESIDE = 20
"""Half the distance between two marks of a state, which are 36 wide."""

_SMALL = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A number of sessions; planned and held differ in shape."""

    kind: Kind
    x: int
    y: int
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapState:
    id: str
    address: str
    facts: tuple[str, ...]
    """Its name, then the columns of the table, in words."""

    is_member_identified: bool
    path: str
    x: int
    y: int
    is_small: bool
    """Too small to be seen or hit: it stands in a disc."""

    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EuropeMap:
    width: int
    height: int
    others: str
    """The land outside the Union, one shape."""

    states: tuple[MapState, ...]
    """The small ones last, so that they lie above their neighbours."""


def europe_map(rows: Sequence[CountryRow], language: str, words: Words) -> EuropeMap:
    known = [row for row in rows if row.id in STATES]  # a new Member State needs a new outline
    return EuropeMap(
        width=WIDTH,
        height=HEIGHT,
        others=OTHERS,
        states=tuple(
            _state(row, language, words)
            for row in sorted(known, key=lambda row: -STATES[row.id].room)
        ),
    )


def _state(row: CountryRow, language: str, words: Words) -> MapState:
    outline = STATES[row.id]
    return MapState(
        id=row.id,
        address=row.address,
        facts=tuple(_facts(row, language, words)),
        is_member_identified=row.is_member_identified,
        path=outline.path,
        x=outline.x,
        y=outline.y,
        is_small=outline.room < _SMALL,
        marks=tuple(_marks(row, language)),
    )


def _facts(row: CountryRow, language: str, words: Words) -> Iterator[str]:
    def fact(label: str, value: str) -> str:
        return words("countries.fact", label=words(f"countries.{label}"), value=value)

    yield row.name
    identified = "identified" if row.is_member_identified else "not_identified"
    yield fact("member", words(f"countries.{identified}"))
    yield fact("planned", format_number(row.planned, language))
    yield fact("sessions_held", format_number(row.held, language))


def _marks(row: CountryRow, language: str) -> Iterator[Mark]:
    """Side by side where there are both."""
    outline = STATES[row.id]
    kinds: tuple[tuple[Kind, int], ...] = (("planned", row.planned), ("held", row.held))
    counts = [(kind, count) for kind, count in kinds if count]
    left = outline.x - _BESIDE * (len(counts) - 1)
    for place, (kind, count) in enumerate(counts):
        x = left + 2 * _BESIDE * place
        yield Mark(kind=kind, x=x, y=outline.y, number=format_number(count, language))
