"""The languages of the site: their codes, names and order.

The order is that of the Interinstitutional Style Guide, section 7.2.1, which multilingual
sites of the Union use for their choice of language.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

SOURCE_LANGUAGE = "en"

PSEUDO_LANGUAGE = "en-XA"
"""For testers only, see `pseudo_language`; no list of languages has it."""

OFFICIAL_CODES = frozenset({
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr",
    "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
})  # fmt: skip
"""The official languages of the Union; data may speak them on a site that has fewer."""


LanguageStanding = Literal["", "archived", "preview", "active", "official"]
"""How far the translation of the site into a language is kept up; nothing where it has not begun.

It says nothing about the language: which are official languages of the Union is `OFFICIAL_CODES`.
"""

STANDINGS: tuple[LanguageStanding, ...] = ("", "archived", "preview", "active", "official")
"""The lowest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demotion:
    """A lower standing that is announced."""

    to: LanguageStanding
    announced: datetime.date
    on: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    code: str
    """BCP 47 tag, as in `<html lang>` and in the address."""

    name: str
    """What its own speakers call it."""

    english_name: str
    direction: str = "ltr"
    standing: LanguageStanding = ""
    demotion: Demotion | None = None


@dataclass(frozen=True)
class Languages:
    """Languages in the order in which they are listed to readers."""

    items: tuple[Language, ...]

    def __iter__(self) -> Iterator[Language]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return tuple(language.code for language in self.items)

    @cached_property
    def _by_code(self) -> dict[object, Language]:
        return {language.code: language for language in self.items}

    def by_code(self, code: str) -> Language:
        return self._by_code[code]

    def only(self, codes: Iterable[str]) -> Languages:
        """Those with the given codes, in the order of the site."""
        wanted = set(codes)
        return Languages(tuple(language for language in self.items if language.code in wanted))


def languages_from_request(
    request: str, languages: Languages, with_pages: Iterable[str]
) -> tuple[Languages, tuple[str, ...]]:
    """The languages that a build was asked for, and the codes in the request that are unknown.

    The request is what `SCN_LANGUAGES` says: codes with commas between them, `auto` for the
    source and the languages that have pages, nothing for all. The pseudo-language is none of the
    languages and no unknown one: whether it was asked for, `asks_for_pseudo_language` tells.
    """
    request = request.strip()
    if not request or request == "all":
        return languages, ()
    if request == "auto":
        return languages.only({SOURCE_LANGUAGE, *with_pages}), ()
    codes = _codes(request)
    unknown = tuple(code for code in codes if code not in (*languages.codes, PSEUDO_LANGUAGE))
    return languages.only(codes), unknown


def asks_for_pseudo_language(request: str) -> bool:
    return PSEUDO_LANGUAGE in _codes(request)


def _codes(request: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in request.split(",") if code.strip())
