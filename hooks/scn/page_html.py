"""Changes to the HTML of a page that need the words or the glossary: diagrams, terms and notes."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from scn.glossary import Glossary
from scn.languages import SOURCE_LANGUAGE
from scn.words import Words

_DIAGRAM = re.compile(
    r"(?P<alone><p>\s*)?<img(?P<attributes>[^>]*\bsrc=\"diagram:[^>]*?)/?>(?(alone)\s*</p>)"
)
_ATTRIBUTE = re.compile(r'\b(alt|src)="([^"]*)"')
_TERM = re.compile(
    r"<a(?P<attributes>[^>]*\bhref=\"(?:\.\.?/)*glossary(?:/|\.html|\.md)#(?P<id>[a-z0-9-]+)\"[^>]*)>"
    r"(?P<words>.*?)</a>",
    re.DOTALL,
)

_BACK_FROM_NOTE = re.compile(
    r'(?P<link><a class="footnote-backref"[^>]*\btitle=")Jump back to footnote (?P<number>\d+)'
    r' in the text(?=")'
)


def with_diagrams(text: str, draw: Callable[[str, str], str]) -> str:
    """Replace images of `diagram:name` by what `draw(name, alternative text)` returns."""

    def drawn(match: re.Match[str]) -> str:
        attributes = {name: html.unescape(v) for name, v in _ATTRIBUTE.findall(match["attributes"])}
        name = attributes["src"].removeprefix("diagram:")
        drawing = draw(name, attributes.get("alt", ""))
        return f'<div class="scn-diagram">{drawing}</div>' if match["alone"] else drawing

    return _DIAGRAM.sub(drawn, text) if '"diagram:' in text else text


def with_meanings(text: str, glossary: Glossary, language: str = SOURCE_LANGUAGE) -> str:
    """Give the first link to each term of the glossary its meaning, shown on hover and focus.

    The link stays a link; the meaning is its description (`aria-describedby`), so that a screen
    reader says it after the term. Meanings are in English, which a text in another language says.
    """
    seen: set[str] = set()
    lang = "" if language == SOURCE_LANGUAGE else f' lang="{SOURCE_LANGUAGE}"'

    def explained(match: re.Match[str]) -> str:
        term = match["id"]
        if term not in glossary.by_id or term in seen:
            return match[0]
        seen.add(term)
        tip = f"term-{term}"
        return (
            f'<span class="scn-term"><a{match["attributes"]} aria-describedby="{tip}">'
            f'{match["words"]}</a><span class="scn-term__tip" role="tooltip" id="{tip}"{lang}>'
            f"{html.escape(glossary.by_id[term].meaning)}</span></span>"
        )

    return _TERM.sub(explained, text) if "glossary" in text else text


def with_words_of_notes(text: str, words: Words) -> str:
    """Python-Markdown gives links from a note back to its place a title in English."""

    def said(match: re.Match[str]) -> str:
        return match["link"] + html.escape(words("notes.back", number=match["number"]))

    return _BACK_FROM_NOTE.sub(said, text) if "footnote-backref" in text else text
