"""Reads `docs/_data/languages.yml`, the list of the languages of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scn.languages import SOURCE_LANGUAGE, STANDINGS, Demotion, Language, Languages
from scn.problems import ContentError, Problem
from scn.records import ListOf, Record, load
from scn.shapes import Choice, Value
from scn.values import day, one_line, pattern


def _check_standing(language: Language) -> Iterator[tuple[str, str]]:
    if language.code == SOURCE_LANGUAGE and (language.standing or language.demotion):
        yield "standing", "The source language has no standing. Delete the field."
    elif language.demotion:
        to, has = (STANDINGS.index(one) for one in (language.demotion.to, language.standing))
        if to >= has:
            message = f"{language.demotion.to} is not lower than what the language has. Delete it."
            yield "demotion", message
        if language.demotion.on < language.demotion.announced:
            yield "demotion", "It comes before it was announced. Mend the dates."


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
        "standing": Choice("standing", "preview"),
        "demotion": Record(
            Demotion,
            {
                "to": Choice("standing", "archived"),
                "announced": Value(day, "the day of the announcement, as in 2026-12-01"),
                "on": Value(day, "the day of the lower standing, as in 2027-02-01"),
            },
        ),
    },
    check=_check_standing,
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
    choices = {"direction": ("ltr", "rtl"), "standing": STANDINGS[1:]}
    languages = Languages(load(shape, text, path, choices).languages)
    if SOURCE_LANGUAGE not in languages:
        message = f"languages: {SOURCE_LANGUAGE} is missing. It is the source: add it."
        raise ContentError([Problem(path=path, line=1, column=1, message=message)])
    return languages
