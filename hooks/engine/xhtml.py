"""Writes the elements of a page as XHTML, as Python-Markdown does in half as much time again.

What is no ordinary element is left to the library.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any
from xml.etree.ElementTree import HTML_EMPTY, Element

import markdown.serializers
from markdown.serializers import to_xhtml_string

_library: Any = markdown.serializers
_escape_cdata, _escape_attrib_html = _library._escape_cdata, _library._escape_attrib_html
_EMPTY, _RAW, _ORDINARY = range(3)


class _UnusualError(ValueError):
    """A comment, a name with a namespace, or the like."""


def xhtml_of(element: Element) -> str:
    """In place of `markdown.serializers.to_xhtml_string`."""
    parts: list[str] = []
    try:
        _write(element, parts.append)
    except (_UnusualError, RecursionError):
        return to_xhtml_string(element)
    return "".join(parts)


def _write(element: Element, write: Callable[[str], object]) -> None:
    tag: Any = element.tag
    if type(tag) is not str:
        raise _UnusualError
    kind, text, tail = _kind(tag), element.text or "", element.tail or ""
    beginning = tag
    items = element.items()
    for name, value in sorted(items) if len(items) > 1 else items:
        if type(name) is not str or not isinstance(value, str):
            raise _UnusualError
        if "&" in value or "<" in value or ">" in value or '"' in value:
            beginning += f' {name}="{_escape_attrib_html(value)}"'
        else:
            beginning += f' {name}="{value}"'
    if "&" in tail or "<" in tail or ">" in tail:
        tail = _escape_cdata(tail)
    if kind is _EMPTY:
        write(f"<{beginning} />{tail}")
        return
    if kind is _ORDINARY and ("&" in text or "<" in text or ">" in text):
        text = _escape_cdata(text)
    write(f"<{beginning}>{text}")
    for child in element:
        _write(child, write)
    write(f"</{tag}>{tail}")


@cache
def _kind(tag: str) -> int:
    name = tag.lower()
    if name in HTML_EMPTY:
        return _EMPTY
    return _RAW if name in ("script", "style") else _ORDINARY
