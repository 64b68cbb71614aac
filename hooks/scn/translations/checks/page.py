"""All checks of one translated page."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scn.glossary import Glossary
from scn.language_identification import LanguageOf
from scn.problems import Problem
from scn.translations.checks.blocks import blocks_of
from scn.translations.checks.headings import check_headings_of_translation
from scn.translations.checks.leftover_english import check_leftover_english
from scn.translations.checks.links import check_links
from scn.translations.checks.numbers import check_numbers
from scn.translations.checks.pairs import pairs_of
from scn.translations.checks.structure import check_structure
from scn.translations.checks.termbase import check_terms_of_translation
from scn.translations.checks.typography import check_typography


def check_translation(
    text: str,
    path: str,
    *,
    source: str,
    language: str,
    glossary: Glossary | None,
    pending: Collection[str] = (),
    language_of: LanguageOf | None = None,
) -> Iterator[Problem]:
    """What is wrong with a translation of the English text `source`.

    Args:
        glossary: without it, words are not looked at: which may stay English, it says.
        pending: sections that wait for a newer source; of them only the typography is checked.
        language_of: tells the language of a text; without it, only English sentences that are
            word for word those of the source are found.
    """
    theirs, ours = blocks_of(source), blocks_of(text)
    pairs = tuple(pairs_of(theirs, ours, without=pending))
    yield from check_headings_of_translation(theirs, ours, path, pending=pending)
    yield from check_structure(theirs, ours, path, pending=pending)
    yield from check_links(pairs, path, language=language)
    yield from check_numbers(pairs, path, language=language)
    if glossary is not None:
        yield from check_leftover_english(
            pairs, path, language=language, glossary=glossary, language_of=language_of
        )
        yield from check_terms_of_translation(
            pairs, ours, path, language=language, glossary=glossary
        )
    yield from check_typography(ours, path, language=language)
