"""Quotation marks of each language.

They are those of the Publications Office, "Use of quotation marks in the different languages"
(EU Vocabularies, Formex), levels 1 to 3; then other ones that good dictionaries of the language
allow and that this site uses: “…” in Irish, ”…” in Danish.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

MARKS = '“”„‟«»"'

_LOW_HIGH_6 = ("„", "“")
_LOW_HIGH_9 = ("„", "”")
_HIGH = ("“", "”")
_HIGH_9 = ("”", "”")
_ANGLES = ("«", "»")
_TURNED = ("»", "«")

OF_LANGUAGE: dict[str, tuple[tuple[str, str], ...]] = {
    "bg": (_LOW_HIGH_6,),
    "cs": (_LOW_HIGH_6, _TURNED),
    "da": (_HIGH_9, _TURNED),
    "de": (_LOW_HIGH_6,),
    "el": (_ANGLES, _HIGH),
    "en": (_HIGH,),
    "es": (_ANGLES, _HIGH),
    "et": (_LOW_HIGH_6,),
    "fi": (_HIGH_9,),
    "fr": (_ANGLES, _HIGH),
    "ga": (_HIGH,),
    "hr": (_LOW_HIGH_9,),
    "hu": (_LOW_HIGH_9, _TURNED),
    "it": (_ANGLES, _HIGH),
    "lt": (_LOW_HIGH_6,),
    "lv": (_HIGH,),
    "mt": (_HIGH,),
    "nl": (_HIGH,),
    "pl": (_LOW_HIGH_9, _TURNED),
    "pt": (_ANGLES, _HIGH),
    "ro": (_LOW_HIGH_9, _ANGLES),
    "sk": (_LOW_HIGH_6, _ANGLES),
    "sl": (_LOW_HIGH_6, _TURNED),
    "sv": (_HIGH_9,),
}
"""Opening and closing; first the pair to write, then those for a quotation inside another."""

SPACE_INSIDE = frozenset({"fr"})
"""No-break spaces between the marks and the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongMark:
    at: int
    mark: str
    write: str
    """The right mark; empty for a quotation that has no end."""


def wrong_marks(text: str, language: str) -> Iterator[WrongMark]:
    """Marks that are not those of the language, and quotations that do not end in the text."""
    pairs = OF_LANGUAGE[language]
    closing = dict(pairs)
    ends = set(closing.values())
    open_: list[tuple[int, str, str]] = []
    """Where a quotation begins, its mark and the mark that should end it."""

    for at, char in enumerate(text):
        if char not in MARKS or (char == '"' and text[at - 1 : at].isdigit() and not open_):
            continue  # inches and seconds
        if open_ and (char == open_[-1][2] or not open_[-1][1]):
            _, _, end = open_.pop()
            if char != end:
                yield WrongMark(at=at, mark=char, write=end)
        elif char in closing and (char not in ends or _opens(text, at)):
            open_.append((at, char, closing[char]))
        elif open_ and not _opens(text, at):
            yield WrongMark(at=at, mark=char, write=open_.pop()[2])
        elif _opens(text, at):
            yield WrongMark(at=at, mark=char, write=pairs[0][0])
            open_.append((at, "", pairs[0][1]))
        else:
            yield WrongMark(at=at, mark=char, write=pairs[0][1])
    for at, mark, _ in open_:
        if mark:
            yield WrongMark(at=at, mark=mark, write="")


def _opens(text: str, at: int) -> bool:
    """To judge by its place alone, it begins a quotation and does not end one."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before in ("", *" \n([{–—-/’'«„“") and after not in ("", *" \n")
