"""Break a text into lines of a given width, in any of the 24 languages.

A word too long for a line is divided at a soft hyphen, a hyphen or a slash;
only when it has none, before a consonant between vowels, with a hyphen added.
"""

import re
import unicodedata
from dataclasses import dataclass, replace

from scn.diagrams.metrics import SOFT_HYPHEN, text_width

_VOWELS = frozenset("aeiouyæøœıαεηιουωаеиоуъюяыэ")
_SHORTEST_PIECE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    css: str
    size: float
    leading: float
    bold: bool = False

    def width(self, text: str) -> float:
        return text_width(text, self.size, bold=self.bold)


TITLE = Style(css="dg-title", size=16, leading=21, bold=True)
TEXT = Style(css="dg-text", size=15, leading=20)
TAG = Style(css="dg-tag", size=14, leading=19)
SMALLEST = 14.0


def fits(text: str, width: float, style: Style, *, lines: int) -> bool:
    """Whether so many lines hold the text and no word is divided against its writer's will."""
    style = fitted(text, width, style)
    longest = max(style.width(piece) for word in text.split(" ") for piece in _pieces(word) or [""])
    return longest <= width and len(wrap(text, width, style)) <= lines


def fitted(text: str, width: float, style: Style) -> Style:
    """The style itself, or the smaller one when that saves a word from being divided."""
    if all(style.width(piece) <= width for word in text.split(" ") for piece in _pieces(word)):
        return style
    return replace(style, size=min(style.size, SMALLEST), leading=min(style.leading, 19.0))


def wrap(text: str, width: float, style: Style) -> tuple[str, ...]:
    """The fewest lines that hold the text, as alike in length as that number allows."""
    lines = _greedy(text, width, style)
    low, high = width / 2, width
    for _ in range(6):
        middle = (low + high) / 2
        attempt = _greedy(text, middle, style)
        if len(attempt) > len(lines) or _divisions(attempt) > _divisions(lines):
            low = middle
        else:
            high, lines = middle, attempt
    return lines


def _greedy(text: str, width: float, style: Style) -> tuple[str, ...]:
    lines = [""]
    for word in text.split(" "):
        glue = " " if lines[-1] else ""
        for piece in _pieces_that_fit(word, width, style):
            joined = lines[-1] + glue + piece
            if style.width(joined + _hyphen_after(piece)) <= width or not lines[-1]:
                lines[-1] = joined
            else:
                lines[-1] += _hyphen_after(lines[-1]) if not glue else ""
                lines.append(piece)
            glue = ""
    return tuple(_shown(line) for line in lines)


def _divisions(lines: tuple[str, ...]) -> int:
    return sum(line.endswith("-") for line in lines)


def _shown(line: str) -> str:
    return line.replace(SOFT_HYPHEN, "")


def _hyphen_after(piece: str) -> str:
    return "-" if piece.endswith(SOFT_HYPHEN) else ""


def _pieces(word: str) -> list[str]:
    """The parts between allowed breaks; a soft hyphen stays at the end of its part."""
    return [part for part in re.split(rf"(?<=[-/–{SOFT_HYPHEN}])(?=\w)", word) if part]


def _pieces_that_fit(word: str, width: float, style: Style) -> list[str]:
    if style.width(word) <= width:
        return [word]
    pieces = []
    for piece in _pieces(word):
        rest = piece
        while style.width(rest) > width and len(rest) >= 2 * _SHORTEST_PIECE:
            cut = _division(rest, width, style)
            pieces.append(rest[:cut] + SOFT_HYPHEN)
            rest = rest[cut:]
        pieces.append(rest)
    return pieces


def _division(word: str, width: float, style: Style) -> int:
    last = len(word) - _SHORTEST_PIECE
    while last > _SHORTEST_PIECE and style.width(word[:last] + "-") > width:
        last -= 1
    for cut in range(last, _SHORTEST_PIECE - 1, -1):
        if [_is_vowel(letter) for letter in word[cut - 1 : cut + 2]] == [True, False, True]:
            return cut
    return last


def _is_vowel(character: str) -> bool:
    return unicodedata.normalize("NFD", character.lower())[0] in _VOWELS
