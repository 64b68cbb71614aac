"""The words of the termbase: the preferred ones where the English page has the term."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scn.glossary import Form, Glossary, Label, Term
from scn.problems import Problem, quoted
from scn.translations.checks.blocks import Block
from scn.translations.checks.pairs import Pair
from scn.translations.checks.prose import Prose, prose_of
from scn.translations.checks.word_forms import are_there, phrase, renderings, words_of

_FEWEST_LETTERS = 6
"""An English word that is shorter is too common to be the term: lot, offer, buyer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    term: str
    english: re.Pattern[str] | None
    """Finds the term in an English text; None for one that is too common a word."""

    form: Form
    renderings: tuple[tuple[str, ...], ...]
    """The words of each."""

    def is_missed(self, source: str, translation: Prose) -> bool:
        return (
            self.english is not None
            and self.english.search(source) is not None
            and self.english.search(translation.text) is None
            and not any(_forbidden([self], translation))
            and not any(are_there(each, words_of(translation.text)) for each in self.renderings)
        )


def check_terms_of_translation(
    pairs: Iterable[Pair],
    blocks: Iterable[Block],
    path: str,
    *,
    language: str,
    glossary: Glossary,
) -> Iterator[Problem]:
    """Forbidden words anywhere, missing preferred ones where the English page has the term."""
    entries = list(_entries(glossary, language))
    forbidding = [entry for entry in entries if entry.form.forbidden]
    for block in blocks if forbidding else ():
        prose = prose_of([block])
        for entry, text, at in _forbidden(forbidding, prose):
            line, column = prose.place(at)
            message = (
                f"The termbase forbids {quoted(text)} for {quoted(entry.term)}."
                f" Write {quoted(entry.form.text)}."
            )
            yield Problem(path=path, line=line, column=column, message=message)
    for pair in pairs:
        source, translation = prose_of(pair.source).text, prose_of(pair.translation)
        for entry in entries if source.strip() else ():
            if entry.is_missed(source, translation):
                line, column = translation.start
                message = (
                    f"The English page has {quoted(entry.term)} here. Write"
                    f" {quoted(entry.form.text)}, as the termbase says, or what fits better."
                )
                yield Problem(path=path, line=line, column=column, message=message, is_warning=True)


def _forbidden(entries: Iterable[_Entry], prose: Prose) -> Iterator[tuple[_Entry, str, int]]:
    for entry in entries:
        for text in entry.form.forbidden:
            for found in phrase(text).finditer(prose.text):
                yield entry, text, found.start()


def _entries(glossary: Glossary, language: str) -> Iterator[_Entry]:
    entries: tuple[Term | Label, ...] = (*glossary.terms, *glossary.labels)
    for one in entries:
        form = dict(one.forms).get(language)
        english = one.term
        if form:
            # A bracket, as in "Tender (the offer)", says that the word has other meanings too.
            is_clear = "(" not in english and (len(english) >= _FEWEST_LETTERS or english.isupper())
            endings = r"(?:s|es)?" if not english.endswith("y") else ""
            stem = re.escape(english) if endings else rf"{re.escape(english[:-1])}(?:y|ies)"
            yield _Entry(
                term=one.term,
                english=re.compile(rf"(?<![\w-]){stem}{endings}(?![\w-])", re.IGNORECASE)
                if is_clear
                else None,
                form=form,
                renderings=tuple(
                    tuple(words_of(text))
                    for each in (form.text, *form.also)
                    for text in renderings(each)
                ),
            )
