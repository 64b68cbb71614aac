"""The words that templates and generated pages say, from `docs/_data/strings/<lang>.yml`.

A text may hold placeholders (`{count}`). Where its form depends on a number, the key holds one
text for each plural category of the language (CLDR: zero, one, two, few, many, other).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Protocol

from babel import Locale

from scn.languages import PSEUDO_LANGUAGE, SOURCE_LANGUAGE
from scn.problems import Problem
from scn.yaml_text import Mapping as YamlMapping
from scn.yaml_text import Node, Scalar, read_yaml

PLURAL_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
_PLACEHOLDER = re.compile(r"\{([a-z_]*)\}")


class Words(Protocol):
    def __call__(self, key: str, /, **placeholders: object) -> str: ...


class Placed(NamedTuple):
    """A text and where it stands in its file; there are thousands of these."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWords:
    """All words of one language; called with a key, it gives the text."""

    language: str
    texts: Mapping[str, Placed]
    path: str

    def __call__(self, key: str, /, **placeholders: object) -> str:
        """The text of a key with its placeholders filled.

        Raises:
            KeyError: there is no such key, or it wants a placeholder that was not given.
        """
        placed = self.texts.get(key)
        if placed is None and (count := placeholders.get("count")) is not None:
            category = plural_category(self.language, count)
            placed = self.texts.get(f"{key}.{category}") or self.texts.get(f"{key}.other")
        if placed is None:
            raise KeyError(f"{self.language}: {key}")

        if "{" not in placed.text:
            return placed.text

        def filled(match: re.Match[str]) -> str:
            """Dates end with a full stop in some languages, and a sentence has one of them."""
            value = str(placeholders[match[1]])
            has_stop = value.endswith(".") and match.string.startswith(".", match.end())
            return value.removesuffix(".") if has_stop else value

        return _PLACEHOLDER.sub(filled, placed.text)

    def __contains__(self, key: object) -> bool:
        return key in self.texts

    def under(self, prefix: str) -> dict[str, str]:
        """All texts whose key begins with the prefix, by the rest of their key."""
        dot = f"{prefix}."
        return {k.removeprefix(dot): v.text for k, v in self.texts.items() if k.startswith(dot)}


@cache
def _locale(language: str) -> Locale:
    known = SOURCE_LANGUAGE if language == PSEUDO_LANGUAGE else language
    return Locale.parse(known.replace("-", "_"))


def plural_category(language: str, count: object) -> str:
    number = count if isinstance(count, int | float) else float(str(count))
    return str(_locale(language).plural_form(number))


@cache
def plural_categories(language: str) -> frozenset[str]:
    """The categories that whole numbers up to 1,000 use: what this site counts.

    The rules of all languages here look at the last two digits, so that 0 to 200 show them.
    """
    plural = _locale(language).plural_form
    return frozenset({str(plural(number)) for number in (*range(201), 1000)})


def load_words(text: str, path: str, language: str) -> tuple[LanguageWords, tuple[Problem, ...]]:
    node, problems = read_yaml(text, path)
    texts: dict[str, Placed] = {}
    found = list(problems)
    if isinstance(node, YamlMapping):
        found.extend(_collect(node, "", texts, path))
    elif node is not None:
        found.append(_problem(path, node, "this file is no list of keys. Write `key: text`."))
    return LanguageWords(language=language, texts=texts, path=path), tuple(found)


def _collect(
    node: YamlMapping, prefix: str, texts: dict[str, Placed], path: str
) -> Iterator[Problem]:
    for key, value in node.items:
        name = f"{prefix}{key.text}"
        if isinstance(value, YamlMapping):
            yield from _collect(value, f"{name}.", texts, path)
        elif isinstance(value, Scalar):
            if not value.text.strip():
                yield _problem(path, value, f"{name} is empty. Write the text.")
            texts[name] = Placed(value.text, value.line, value.column)
        else:
            yield _problem(path, value, f"{name} is a list. Write one text.")


def check_words(words: LanguageWords, source: LanguageWords) -> Iterator[Problem]:
    """Compare a language with the source: missing and unknown keys, other placeholders."""
    return WordsCheck(source).problems(words)


class WordsCheck:
    """Compares languages with the source."""

    def __init__(self, source: LanguageWords) -> None:
        self.path = source.path
        self._forms: dict[str, dict[str, str]] = {}
        """The texts of each key by the last part of their own."""

        for key, placed in source.texts.items():
            stem, _, last = key.rpartition(".")
            self._forms.setdefault(stem, {})[last] = placed.text
        self._wanted: dict[frozenset[str], Mapping[str, str]] = {}

    def problems(self, words: LanguageWords) -> Iterator[Problem]:
        wanted = self._keys_with(plural_categories(words.language))
        for key in sorted(wanted.keys() - words.texts.keys()):
            yield Problem(
                path=words.path,
                line=1,
                column=1,
                message=f"{key} is missing. Write it; in English it is"
                f" “{wanted[key]}” ({self.path}).",
            )
        for key in sorted(words.texts.keys() - wanted.keys()):
            message = f"{key} is not a key of {self.path}. Remove it or mend its name."
            yield _problem_at(words, key, message)
        for key in sorted(words.texts.keys() & wanted.keys()):
            text = words.texts[key].text
            if "{" not in text and "{" not in wanted[key]:
                continue
            here, there = (set(_PLACEHOLDER.findall(one)) for one in (text, wanted[key]))
            plural_form = key.rpartition(".")[2] in PLURAL_CATEGORIES
            if here != there and not (plural_form and here == there - {"count"}):
                message = (
                    f"{key} has the placeholders {_listed(here)}."
                    f" Write those of the English text: {_listed(there)}."
                )
                yield _problem_at(words, key, message)

    def _keys_with(self, categories: frozenset[str]) -> Mapping[str, str]:
        """The keys of the source with these plural categories in place of its own.

        They are the same in many languages.
        """
        if categories not in self._wanted:
            wanted: dict[str, str] = {}
            for stem, texts in self._forms.items():
                is_plural = "other" in texts and texts.keys() <= set(PLURAL_CATEGORIES)
                forms = dict.fromkeys(categories, texts["other"]) if is_plural else texts
                prefix = f"{stem}." if stem else ""
                wanted.update({f"{prefix}{last}": text for last, text in forms.items()})
            self._wanted[categories] = wanted
        return self._wanted[categories]


def _listed(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"


def _problem(path: str, node: Node, message: str) -> Problem:
    return Problem(path=path, line=node.line, column=node.column, message=message)


def _problem_at(words: LanguageWords, key: str, message: str) -> Problem:
    placed = words.texts[key]
    return Problem(path=words.path, line=placed.line, column=placed.column, message=message)
