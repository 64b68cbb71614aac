"""The pseudo-language `en-XA`: English with accents, longer, and with brackets around each text.

Testers read it like English and see what is wrong: letters without accents are in no language
file, a missing bracket shows a text that is cut off, and what does not fit would not fit in other
languages either. The code is that of CLDR and Android for the same thing; nothing of it is kept
in files, and it is never published.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from scn.languages import PSEUDO_LANGUAGE, Language
from scn.translations.checks.blocks import NO_TEXT, Block, blocks_of
from scn.translations.checks.prose import INLINE
from scn.words import LanguageWords, Placed

OPENING, CLOSING = "⟦", "⟧"
EXTRA = 0.4
"""How much longer a text becomes: short English ones grow so much in German or Finnish."""

_LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ",
        strict=True,
    )
)
_MOST_REPEATED = 2
_FILLING = "·"
"""Where a text ends with letters of which none can be repeated."""

_VOWELS = frozenset("aeiouyAEIOUY")
_TOKEN = re.compile(rf"(?P<entity>&(?:\#\d+|\#x[\da-f]+|[a-z]\w*);)|{INLINE.pattern}", INLINE.flags)
_ATTRIBUTES_AT_END = re.compile(r"[ \t]*(?:\{:?[ ]*(?:[#.][\w-]|[\w-]+=)[^}\n]*\})?\s*\Z")
_PICTURE = re.compile(r"\s*!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])\s*")


def pseudo_language(source: Language) -> Language:
    name = pseudo_text(source.name)
    return replace(source, code=PSEUDO_LANGUAGE, name=name, english_name="Pseudo-language")


def pseudo_words(source: LanguageWords) -> LanguageWords:
    """All words of the frame; the plural forms are those of English."""
    texts = {
        key: Placed(pseudo_text(one.text), one.line, one.column)
        for key, one in source.texts.items()
    }
    return LanguageWords(language=PSEUDO_LANGUAGE, texts=texts, path=source.path)


def pseudo_page(text: str) -> str:
    """A page with the same Markdown around other words: addresses, ids, code and names of fields
    stay."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    blocks = [block for block in blocks_of(text) if block.lines and block.kind not in NO_TEXT]
    kept = {block.detail.split()[-1] for block in blocks if block.kind == "abbreviation"}
    for block in reversed(blocks):
        for line, other in reversed([*zip(block.lines, _lines_of(block, kept), strict=True)]):
            start = line.column - 1
            whole = lines[line.number - 1]
            lines[line.number - 1] = f"{whole[:start]}{other}{whole[start + len(line.text) :]}"
    return "\n".join(lines)


def has_pseudo_page(text: str) -> bool:
    """Not where the reference of the code is: it is built once, for the English page."""
    return not re.search(r"^::: ", text, re.MULTILINE)


def _lines_of(block: Block, kept: Collection[str]) -> Sequence[str]:
    return pseudo_text(block.text, kept).split("\n")


def pseudo_text(text: str, kept: Collection[str] = ()) -> str:
    """A text of one line or several; what is Markdown, HTML or a placeholder in it stays.

    Args:
        kept: words that stay, because something looks for them.
    """
    end = _ATTRIBUTES_AT_END.search(text)
    words = text[: end.start()] if end else text
    if not words.strip():
        return text
    if picture := _PICTURE.fullmatch(words):  # what stands alone is made into a block of its own
        start = words.index("[") + 1
        stop = words.index("]")
        alternative = pseudo_text(words[start:stop], kept)
        return f"{words[:start]}{alternative}{words[stop : picture.end()]}{text[len(words) :]}"
    written = "".join(_written(words, kept))
    return f"{OPENING}{written}{CLOSING}{text[len(words) :]}"


def _written(text: str, kept: Collection[str]) -> Iterator[str]:
    """Vowels are repeated, so that words become longer and not only sentences."""
    owed = -2.0  # the brackets
    brackets = 0
    for token in _TOKEN.finditer(text):
        word = token[0]
        is_shown = token.lastgroup in ("letter", "emphasis") or (
            token.lastgroup in ("target", "reference") and not brackets
        )
        brackets += (word == "[") - (brackets > 0 and word.startswith("]"))
        if not is_shown or word in kept:
            yield word
            continue
        owed += EXTRA * len(word) if token.lastgroup != "emphasis" else 0
        for letter in word:
            yield _LETTERS.get(letter, letter)
            if letter in _VOWELS and owed >= 1:
                more = min(_MOST_REPEATED, int(owed))
                owed -= more
                yield _LETTERS[letter.lower()] * more
    yield _FILLING * int(owed)
