"""Reads `docs/_data/languages.yml`, the list of the languages of the site."""

from __future__ import annotations

from dataclasses import dataclass

from scn.languages import SOURCE_LANGUAGE, Language, Languages
from scn.problems import ContentError, Problem
from scn.records import ListOf, Record, load
from scn.shapes import Choice, Value
from scn.values import one_line, pattern

_LANGUAGE = Record(
    Language,
    {
        "code": Value(
            pattern("[a-z]{2,3}(-[A-Z][A-Za-z]{1,7})?", "a language code such as bg"),
            "a language code such as bg",
        ),
        "name": Value(one_line(40), "what its own speakers call it"),
        "english_name": Value(one_line(40), "its name in English"),
        "direction": Choice("direction", "ltr"),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    languages: tuple[Language, ...]


def load_languages(text: str, path: str) -> Languages:
    """The languages of a file in their order.

    Raises:
        ContentError: all that is wrong with the file.
    """
    shape = Record(_File, {"languages": ListOf(_LANGUAGE, identity=lambda one: one.code)})
    languages = Languages(load(shape, text, path, {"direction": ("ltr", "rtl")}).languages)
    if SOURCE_LANGUAGE not in languages:
        message = f"languages: {SOURCE_LANGUAGE} is missing. It is the source: add it."
        raise ContentError([Problem(path=path, line=1, column=1, message=message)])
    return languages
