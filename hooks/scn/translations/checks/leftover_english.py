"""No sentence left in English, and none in a third language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scn.dates import locale_of
from scn.glossary import Glossary
from scn.language_identification import LanguageOf
from scn.languages import SOURCE_LANGUAGE
from scn.problems import Problem, quoted
from scn.translations.checks.pairs import Pair
from scn.translations.checks.prose import HIDDEN, Prose, prose_of
from scn.translations.checks.quotation_marks import MARKS

FEWEST_WORDS = 5
"""Fewer words of its own are too few to judge a sentence by."""

FEWEST_WORDS_OF_A_COPY = 3
"""A sentence that is word for word that of the source needs fewer to be sure."""

FEWEST_WORDS_OF_ANOTHER = 8
"""To tell languages that are near each other, such as Croatian and Slovenian."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_LANG = re.compile(r"\blang=")
_QUOTED = re.compile(rf"[{MARKS}][^{MARKS}\n]*[{MARKS}]")
_NAME = re.compile(
    rf"(?<![.!?:{HIDDEN}] )(?<!^)\b[^\W\d_]*[A-Z]\w*(?:[- ](?:of |the |for |and )?[A-Z]\w*)*",
    re.MULTILINE,
)


def check_leftover_english(
    pairs: Iterable[Pair],
    path: str,
    *,
    language: str,
    glossary: Glossary,
    language_of: LanguageOf | None = None,
) -> Iterator[Problem]:
    """One problem for each block that has sentences in English or in another wrong language.

    What says its language itself, by `lang=`, is in the language that it is meant to be in.

    Args:
        language_of: without it, only sentences that are word for word those of the source are seen.
    """
    terms = english_terms(glossary)
    for pair in pairs:
        translation, original = prose_of(pair.translation), prose_of(pair.source)
        source = {_words(line) for _, line in _lines(original)}
        titles = _titles(translation) & _titles(original)
        for at, line in _lines_without_lang(translation):
            own = own_words(line, terms, titles)
            count = sum(len(word) > 1 for word in own.split())
            if language_of is None or count < FEWEST_WORDS:
                is_copy = count >= FEWEST_WORDS_OF_A_COPY and _words(line) in source
                found = SOURCE_LANGUAGE if is_copy else language
            else:
                found = language_of(own)
            is_sure = found == SOURCE_LANGUAGE or count >= FEWEST_WORDS_OF_ANOTHER
            if found != language and is_sure:
                yield _problem(translation, at, line, path, found=found, language=language)
                break


def _problem(prose: Prose, at: int, line: str, path: str, *, found: str, language: str) -> Problem:
    number, column = prose.place(at)
    names = locale_of(SOURCE_LANGUAGE).languages
    advice = "Translate it" if found == SOURCE_LANGUAGE else f"Write it in {names[language]}"
    return Problem(
        path=path,
        line=number,
        column=column,
        message=f"This is {names[found]}: {quoted(' '.join(line.split()))}. {advice}.",
    )


def _lines_without_lang(prose: Prose) -> Iterator[tuple[int, str]]:
    marks = [*prose.values.get("attributes", []), *prose.values.get("tag", [])]
    marked = {mark.line for mark in marks if _LANG.search(mark.value)}
    written = [(at, line) for at, line in _lines(prose) if line.strip()]
    lines = {prose.place(at)[0] for at, _ in written}
    if not marked - lines:  # otherwise it is the whole block that is marked, on a line of its own
        yield from ((at, line) for at, line in written if prose.place(at)[0] not in marked)


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


def own_words(line: str, terms: re.Pattern[str], titles: Iterable[str]) -> str:
    """Without quotations, names and terms, which may be English in a text of any language."""
    for title in titles:
        line = line.replace(title, HIDDEN)
    line = _QUOTED.sub(" ", line)
    line = _NAME.sub(" ", terms.sub(" ", line))
    return " ".join(_WORD.findall(line))


def english_terms(glossary: Glossary) -> re.Pattern[str]:
    names = {name for term in glossary.terms for name in (term.term, term.short) if name}
    names |= {label.term for label in glossary.labels}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
