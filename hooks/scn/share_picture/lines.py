"""Words put into lines that fit, at the largest size at which they do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

ELLIPSIS = "…"
_COVERED = (
    "0020-007E 00A0-017F 0192 01E6-01E7 0218-021B 0370-0377 037A-037F 0384-038A 038C 038E-03A1"
    " 03A3-03E1 03F0-045F 0462-0463 0490-0491 1E02-1E03 1E0A-1E0B 1E1E-1E1F 1E40-1E41 1E56-1E57"
    " 1E60-1E61 1E6A-1E6B 1E80-1E85 1E9E 1EF2-1EF3 1F00-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D"
    " 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FC4 1FC6-1FD3 1FD6-1FDB 1FDD-1FEF"
    " 1FF2-1FF4 1FF6-1FFE 2010-2015 2018-201E 2020-2022 2026 2030 2032-2033 2039-203A 20AC 2116"
    " 2122 2212"
)
"""Characters that the fonts have, in hexadecimal; tests ask the fonts."""


def covered_characters() -> Iterator[str]:
    for part in _COVERED.split():
        first, _, last = part.partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


_CHARACTERS = frozenset(covered_characters())


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A size in pixels, and how many lines have room at it."""

    size: int
    most_lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetText:
    size: int
    lines: tuple[str, ...]


def drawable(text: str) -> str:
    """The words that the fonts can draw; others, such as emoji and Hebrew, are left out whole.

    Scripts beyond Latin, Greek and Cyrillic would need shaping and another direction too.
    """
    composed = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    words = (_without_emoji(word) for word in composed.split())
    return " ".join(word for word in words if word and _CHARACTERS.issuperset(word))


def _without_emoji(word: str) -> str:
    """Symbols go, and the word that one is glued to stays."""
    return "".join(
        char for char in word if char in _CHARACTERS or unicodedata.category(char)[0] not in "CMS"
    )


def set_text(
    text: str, settings: Sequence[Setting], width: float, measure: Callable[[str, int], float]
) -> SetText:
    """At the first setting at which all words fit; at the last one, the rest gives way to `…`.

    `measure` gives the width of a text at a size.
    """
    words = drawable(text).split()

    def fits_at(size: int) -> Callable[[str], bool]:
        return lambda line: measure(line, size) <= width

    for setting in settings:
        fits = fits_at(setting.size)
        lines = _wrapped(words, fits)
        if len(lines) <= setting.most_lines and all(map(fits, lines)):
            return SetText(size=setting.size, lines=tuple(lines))
    last = settings[-1]
    return SetText(size=last.size, lines=tuple(_cut(words, last, fits_at(last.size))))


def _wrapped(words: Sequence[str], fits: Callable[[str], bool]) -> list[str]:
    """Lines as full as possible; a word that fits nowhere has a line of its own."""
    lines: list[str] = []
    for word in words:
        if lines and fits(f"{lines[-1]} {word}"):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _cut(words: Sequence[str], setting: Setting, fits: Callable[[str], bool]) -> Iterator[str]:
    lines = _wrapped(words, fits)
    for number, line in enumerate(lines[: setting.most_lines], start=1):
        is_last = number == setting.most_lines and len(lines) > number
        yield _shortened(line, fits) if is_last or not fits(line) else line


def _shortened(line: str, fits: Callable[[str], bool]) -> str:
    """Ends with an ellipsis, between two words if there are two."""
    words = line.split()
    while len(words) > 1 and not fits(f"{' '.join(words)} {ELLIPSIS}"):
        words.pop()
    if len(words) > 1 or fits(f"{words[0]} {ELLIPSIS}"):
        return f"{' '.join(words)} {ELLIPSIS}"
    word = words[0]
    while word and not fits(word + ELLIPSIS):
        word = word[:-1]
    return word + ELLIPSIS
