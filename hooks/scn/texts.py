"""A text that authors give in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scn.languages import SOURCE_LANGUAGE


@dataclass(frozen=True, slots=True)
class Text:
    """English is always there; the other languages are what authors had to give."""

    translations: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, translations: Mapping[str, str]) -> Text:
        return cls(tuple(translations.items()))

    def in_language(self, language: str) -> tuple[str, str]:
        """The text and the language it is in: the one asked for, or else English."""
        translations = dict(self.translations)
        found = language if language in translations else SOURCE_LANGUAGE
        return translations[found], found


# Possessive, and from the beginning of a word: no text takes long.
_MAILBOX = re.compile(r"(?<![\w.+-])([\w.+-]++)@[\w-]++(?:\.[\w-]++)++")
_PERSON = re.compile(r"[^\W\d]+[._][^\W\d]+")
_WORD_OF_AN_OFFICE = re.compile(
    "admin|association|cit(?:y|ies)|communications?|communities|community|contact|council|desk"
    "|digital|eu|europe|events?|hello|help|info|international|mail|meetings?|municipal(?:ity)?"
    "|network|office|press|projects?|region|registration|secretariat|service|sessions?|smart"
    "|support|team|town|training|twins?|webmaster"
)
PERSONAL_MAILBOX = (
    "{mailbox} looks like the mailbox of a person. Write that of an office, such as"
    " sessions@example.eu."
)


def personal_mailboxes(text: str) -> Iterable[str]:
    """Mail addresses that look like `name.surname@…`, which have no place in a public file."""
    for found in _MAILBOX.finditer(text):
        parts = re.split("[._]", found[1].lower())
        is_of_office = any(map(_WORD_OF_AN_OFFICE.fullmatch, parts))
        if _PERSON.fullmatch(found[1]) and not is_of_office:
            yield found[0]
