"""No sentence left in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from scn.glossary import Glossary
from scn.problems import Problem, quoted
from scn.translations.checks.pairs import Pair
from scn.translations.checks.prose import HIDDEN, Prose, prose_of
from scn.translations.checks.quotation_marks import MARKS

LanguageOf = Callable[[str], str]
"""The code of the language that a text is in, as a library tells it: `en`."""

FEWEST_WORDS = 5
"""Fewer words of its own are too few to judge a sentence by."""

FEWEST_WORDS_OF_A_COPY = 3
"""A sentence that is word for word that of the source needs fewer to be sure."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_QUOTED = re.compile(rf"[{MARKS}][^{MARKS}\n]*[{MARKS}]")
_NAME = re.compile(
    rf"(?<![.!?:{HIDDEN}] )(?<!^)\b[^\W\d_]*[A-Z]\w*(?:[- ](?:of |the |for |and )?[A-Z]\w*)*",
    re.MULTILINE,
)


def check_leftover_english(
    pairs: Iterable[Pair], path: str, *, glossary: Glossary, language_of: LanguageOf | None = None
) -> Iterator[Problem]:
    """One problem for each block that has sentences in English.

    Args:
        language_of: without it, only sentences that are word for word those of the source are seen.
    """
    terms = _english_terms(glossary)
    for pair in pairs:
        translation, original = prose_of(pair.translation), prose_of(pair.source)
        source = {_words(line) for _, line in _lines(original)}
        titles = _titles(translation) & _titles(original)
        for at, line in _lines(translation):
            words = _words(line)
            own = _own_words(line, terms, titles)
            if (
                (words in source and len(own.split()) >= FEWEST_WORDS_OF_A_COPY)
                if language_of is None or len(own.split()) < FEWEST_WORDS
                else language_of(own) == "en"
            ):
                yield _problem(translation, at, line, path)
                break


def _problem(prose: Prose, at: int, line: str, path: str) -> Problem:
    number, column = prose.place(at)
    return Problem(
        path=path,
        line=number,
        column=column,
        message=f"This is English: {quoted(' '.join(line.split()))}. Translate it.",
    )


def _lines(prose: Prose) -> Iterator[tuple[int, str]]:
    """Each with where it begins: here a sentence has a line of its own."""
    at = 0
    for line in prose.text.split("\n"):
        yield at, line
        at += len(line) + 1


def _words(line: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(line))


def _titles(prose: Prose) -> set[str]:
    """What links to other sites are called; where it is the same as in English, it is a title."""
    return {
        link.words for link in prose.values.get("link", []) if link.value.startswith("http")
    } - {"", HIDDEN}


def _own_words(line: str, terms: re.Pattern[str], titles: Iterable[str]) -> str:
    """Without quotations, names and terms, which may be English in a text of any language."""
    for title in titles:
        line = line.replace(title, HIDDEN)
    line = _QUOTED.sub(" ", line)
    line = _NAME.sub(" ", terms.sub(" ", line))
    return " ".join(_WORD.findall(line))


def _english_terms(glossary: Glossary) -> re.Pattern[str]:
    names = {name for term in glossary.terms for name in (term.term, term.short) if name}
    names |= {label.term for label in glossary.labels}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
