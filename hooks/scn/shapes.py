"""What a YAML file may contain, declared field by field.

A shape reads a node of a file: it gives a value of ours, or it reports in plain words what is
wrong, where, and what to write instead. Here are those of single values and texts; they are put
together to lists and records in `scn.records`.
"""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from scn import yaml_text
from scn.problems import closest, not_known, quoted
from scn.reading import Reading, UnreadableError
from scn.texts import Text
from scn.yaml_text import Node, Scalar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_MOST_LISTED = 12


Schema = dict[str, Any]
"""JSON Schema, for editors; it allows more than `read` where it cannot say a rule."""


class RefusedError(Exception):
    """What a function from text to a value says when the text is none, and what to write."""


class Shape(ABC, Generic[T_co]):
    @property
    @abstractmethod
    def wanted(self) -> str:
        """What to write, as the object of "Write …"."""

    @abstractmethod
    def read(self, node: Node, reading: Reading) -> T_co:
        """The value.

        Raises:
            UnreadableError: there is none, and the reading knows why.
        """

    @abstractmethod
    def schema(self) -> Schema:
        """What can be written here, for a file that has what `Choice` names as definitions."""

    def text_of(self, node: Node, reading: Reading) -> str:
        if not isinstance(node, Scalar):
            raise reading.refused(node, f"There is more than one value. Write {self.wanted}.")
        text = unicodedata.normalize("NFC", node.text.strip())
        if not text:
            raise reading.refused(node, f"There is no value. Write {self.wanted}.")
        return text


@dataclass(frozen=True)
class Parse(Generic[T]):
    """A function from text to a value that says which texts it takes."""

    parse: Callable[[str], T]
    schema: Mapping[str, Any]

    def __call__(self, text: str) -> T:
        return self.parse(text)


@dataclass(frozen=True)
class Value(Shape[T]):
    """One word or one text, turned into a value by a function."""

    parse: Callable[[str], T]
    example: str

    def read(self, node: Node, reading: Reading) -> T:
        text = self.text_of(node, reading)
        try:
            return self.parse(text)
        except RefusedError as refused:
            raise reading.refused(node, str(refused)) from None

    def schema(self) -> Schema:
        return dict(self.parse.schema) if isinstance(self.parse, Parse) else {"type": "string"}

    @property
    def wanted(self) -> str:
        return self.example


@dataclass(frozen=True)
class Choice(Shape[str]):
    """One of the words that `Reading.choices` has under the name."""

    name: str
    example: str

    def read(self, node: Node, reading: Reading) -> str:
        text = self.text_of(node, reading)
        allowed = reading.choices[self.name]
        if text in allowed:
            return text
        if len(allowed) <= _MOST_LISTED:
            raise reading.refused(node, not_known(text, allowed))
        near = closest(text, allowed)
        advice = f"Did you mean {quoted(near)}?" if near else f"Write {self.example}."
        raise reading.refused(node, f"{quoted(text)} is not known. {advice}")

    def schema(self) -> Schema:
        return {"$ref": f"#/definitions/{self.name}"}

    @property
    def wanted(self) -> str:
        return self.example


@dataclass(frozen=True)
class Translated(Shape[Text]):
    """A text below the code of its language; `Reading.choices` has the codes as `languages`."""

    parse: Callable[[str], str]

    def read(self, node: Node, reading: Reading) -> Text:
        if not isinstance(node, yaml_text.Mapping):
            raise reading.refused(node, f"There is no language. Write {self.wanted}.")
        before = len(reading.problems)
        texts: dict[str, str] = {}
        for key, value in node.items:
            with reading.field(key.text):
                self._check_language(key, reading)
                texts[key.text] = Value(self.parse, "a text").read(value, reading)
        if node.get("en") is None:
            reading.report(node, "The English text is missing. Add it below the code en.")
        if len(reading.problems) > before:
            raise UnreadableError
        return Text.of(texts)

    def _check_language(self, key: Scalar, reading: Reading) -> None:
        languages = reading.choices["languages"]
        if key.text in languages:
            return
        near = _LANGUAGE_OF_COUNTRY.get(key.text.lower()) or closest(key.text, languages)
        if near:
            advice = f" Did you mean {quoted(near)}?"
        elif " " in key.text:
            advice = " Put a text that has a comma or a colon between quotation marks."
        else:
            advice = ""
        reading.report(key, f"This is no code of an official language.{advice}")

    def schema(self) -> Schema:
        return {
            "type": "object",
            "required": ["en"],
            "propertyNames": {"$ref": "#/definitions/languages"},
            "additionalProperties": Value(self.parse, "a text").schema(),
        }

    @property
    def wanted(self) -> str:
        return "the text below the code of its language, as in {en: Slides}"


_LANGUAGE_OF_COUNTRY = {
    "gr": "el", "cz": "cs", "dk": "da", "ee": "et", "ie": "ga", "se": "sv", "si": "sl", "at": "de",
}  # fmt: skip
