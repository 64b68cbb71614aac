"""What may be wrong with one unit that came back; each message says what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from scn.problems import quoted
from scn.translations.blocks import blocks_of
from scn.translations.exchange.codes import Code, pieces_of
from scn.translations.exchange.units import Unit

OTHER_FORM = (
    "In the page this text would be read as something else, such as a list, a heading, a quotation"
    " or a further cell. Change how a line begins or what it contains, or write a backslash before"
    " the sign: \\- \\# \\> \\| 2027\\."
)

Key: TypeAlias = tuple[str, str]

_CONTROL = frozenset(map(chr, [*range(9), 11, 12, *range(14, 32), 127]))


def target_problems(unit: Unit, target: str) -> Iterator[str]:
    yield from _form(unit, target)
    yield from _codes(unit, target)


def is_same_source(unit: Unit, source: str) -> bool:
    """Programs may wrap lines in another way; every word counts."""
    return source.split() == unit.text.split()


def _form(unit: Unit, target: str) -> Iterator[str]:
    lines = target.split("\n")
    if any(not line.strip() for line in lines):
        yield "There is an empty line inside the text, which would end it there. Remove the line."
    elif unit.is_one_line and len(lines) > 1:
        yield "This text stands on one line. Remove the line break."
    elif not unit.is_one_line and _kinds(target) != _kinds(unit.text):
        yield OTHER_FORM
    if found := sorted(_CONTROL.intersection(target)):
        yield f"The text has the control character U+{ord(found[0]):04X}. Remove it."


def _kinds(text: str) -> list[str]:
    """Of the blocks that the text makes where a block begins."""
    return [block.kind for block in blocks_of(f"\n{text}")]


def _codes(unit: Unit, target: str) -> Iterator[str]:
    theirs, ours = _shown_codes(unit.text), _shown_codes(target)
    missing = list((_counts(theirs) - _counts(ours)).elements())
    surplus = list((_counts(ours) - _counts(theirs)).elements())
    for key in list(surplus):
        instead = next((one for one in missing if one[0] == key[0]), None)
        if instead:
            surplus.remove(key)
            missing.remove(instead)
            here, there = quoted(ours[key][0]), quoted(theirs[instead][0])
            yield f"Here is {here}, in the English text {there}. Write that."
    for key in missing:
        yield f"{quoted(theirs[key][0])} of the English text is missing. Put it in."
    for key in surplus:
        shown = quoted(ours[key][0])
        yield (
            f"{shown} is here {len(ours[key])} times, in the English text {len(theirs[key])}."
            " Remove what is too much."
            if key in theirs
            else f"The English text has no {shown}. Remove it."
        )


def _shown_codes(text: str) -> dict[Key, list[str]]:
    found: dict[Key, list[str]] = {}
    for piece in pieces_of(text):
        if isinstance(piece, Code) and piece.part != "end" and not piece.may_go:
            shown = piece.data if piece.part == "alone" else f"{piece.data}…{piece.other}"
            found.setdefault(piece.key, []).append(shown)
    return found


def _counts(codes: Mapping[Key, Sequence[str]]) -> Counter[Key]:
    return Counter({key: len(shown) for key, shown in codes.items()})
