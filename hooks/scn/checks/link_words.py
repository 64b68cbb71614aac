"""Words that say nothing as a link: "here", "read more", in each language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from scn.records import ListOf, Record, Table, load
from scn.shapes import Value
from scn.values import one_line, pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    languages: tuple[tuple[str, tuple[str, ...]], ...]


_CODE = "a code of a language such as bg"


def load_link_words(
    text: str, path: str, *, languages: Collection[str]
) -> Mapping[str, frozenset[str]]:
    """The words of a file by language, in small letters.

    Raises:
        ContentError: all that is wrong with the file.
    """
    words = ListOf(Value(one_line(60), "words of a link"))
    code = pattern("|".join(sorted(languages)), _CODE)
    shape = Record(_File, {"languages": Table(code, words, _CODE)})
    return {
        language: frozenset(one.casefold() for one in listed)
        for language, listed in load(shape, text, path, {}).languages
    }
