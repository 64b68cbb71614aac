"""Reads XML from somebody else: with the place of each element, and without a DTD.

A document type is refused before anything in it counts, so no entity is ever expanded and no other
file read. The parser is expat, which knows the columns as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from scn.problems import ContentError, Problem

_DEEPEST = 200
_XML = "http://www.w3.org/XML/1998/namespace"
_EMPTY = "There is nothing in the file. Give a file that `export` wrote."
_NO_ELEMENTS = expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]
_MESSAGES = {
    _NO_ELEMENTS: "The file ends too early. Get the whole file, or export again.",
    expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]: (
        "This end tag is not that of the element that is open."
    ),
    expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]: (
        "XML knows no entity of this name. Write the letter itself."
    ),
    expat.errors.codes[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: (
        "The attribute is there twice. Delete one."
    ),
}
_ENCODING = {
    expat.errors.codes[name]
    for name in (
        expat.errors.XML_ERROR_UNKNOWN_ENCODING,
        expat.errors.XML_ERROR_INCORRECT_ENCODING,
    )
}


@dataclass(slots=True, kw_only=True)
class Element:
    namespace: str
    name: str
    attributes: Mapping[str, str]
    """By name; those of other namespaces than that of XML itself are left out."""

    line: int
    column: int
    children: list[Element | str] = field(default_factory=list)

    def all(self, name: str) -> Iterator[Element]:
        """Its children of this name, in its own namespace."""
        for child in self.children:
            if isinstance(child, Element) and (child.namespace, child.name) == (
                self.namespace,
                name,
            ):
                yield child

    def first(self, name: str) -> Element | None:
        return next(self.all(name), None)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


def read_xml(data: bytes, path: str) -> Element:
    """The root element.

    Raises:
        ContentError: the text is not well-formed, or has a document type.
    """
    reader = _Reader(path)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        message = _message(error)
        if error.code == _NO_ELEMENTS and reader.root is None:
            message = _EMPTY
        raise _problem(path, error.lineno, error.offset + 1, message) from None
    except (LookupError, ValueError):  # the declared encoding is none of Python's for letters
        raise _problem(path, 1, 1, _WRONG_ENCODING) from None
    if reader.root is None:
        raise _problem(path, 1, 1, _EMPTY)
    return reader.root


_WRONG_ENCODING = "The encoding is none that can be read here. Save the file as UTF-8."


def _message(error: expat.ExpatError) -> str:
    if error.code in _ENCODING:
        return _WRONG_ENCODING
    message = _MESSAGES.get(error.code)
    return message or "From here on this is no well-formed XML. Mend it, or export again."


def _problem(path: str, line: int, column: int, message: str) -> ContentError:
    return ContentError([Problem(path=path, line=line, column=column, message=message)])


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.root: Element | None = None
        self.open: list[Element] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._letters

    def _fail(self, message: str) -> NoReturn:
        place = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        raise _problem(self.path, *place, message)

    def _doctype(self, *_: object) -> None:
        self._fail("A document type (DOCTYPE) is not allowed here. Delete the declaration.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= _DEEPEST:
            self._fail("The elements are nested too deeply. Export again.")
        namespace, _, local = name.rpartition(" ")
        element = Element(
            namespace=namespace,
            name=local,
            attributes={
                key.replace(f"{_XML} ", "xml:"): value
                for key, value in attributes.items()
                if " " not in key or key.startswith(f"{_XML} ")
            },
            line=self.parser.CurrentLineNumber,
            column=self.parser.CurrentColumnNumber + 1,
        )
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _: str) -> None:
        self.open.pop()

    def _letters(self, text: str) -> None:
        if self.open:
            self.open[-1].children.append(text)
