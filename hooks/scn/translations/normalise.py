"""Text within a block, written in one way: what reads the same becomes the same.

Emphasis goes, because it changes how words look and not what they say. Addresses of links, code
and struck-out words stay, because a translation has them too.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import TypeAlias

Keep: TypeAlias = Callable[[str], str]
"""Hides a piece from the steps that follow and gives the mark that stands for it."""

References: TypeAlias = Mapping[str, str]
"""The end of a link, `](address "title")`, by the label of its reference in lower case."""

CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SPECIAL = re.compile(r"[*_`\[<&\\]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+.!|~^:=-])")
_LINK_END = re.compile(
    r"\]\(\s*(?P<to><[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:\s+(?:\"(?P<title>.*?)\"|'(?P<other>.*?)'))?\s*\)",
    re.DOTALL,
)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_FULL_REFERENCE = re.compile(r"\[(?P<words>[^\[\]]+)\]\s?\[(?P<label>[^\[\]]*)\]")
_SHORT_REFERENCE = re.compile(r"\[(?P<words>[^\[\]\x02]+)\](?![\[(:])")
_AUTOMATIC_LINK = re.compile(r"<((?:https?|ftp|mailto|tel):[^\s<>]+|[^\s<>@/:]+@[^\s<>@]+)>")
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>(?:\s[^<>]*)?)/?>")
_VISIBLE_ATTRIBUTE = re.compile(
    r"\b(href|src|alt|title|aria-label|start|value|datetime)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')"
)
_INLINE_ATTRIBUTES = re.compile(r"(?<=[*\x03])\{:?[ ]*(?:[.#]\w|[\w-]+=)[^{}\n]*\}")
_STARS = re.compile(r"(\*{1,3})(?=\S)(.+?)(?<![\s*])\1(?!\*)", re.DOTALL)
_LOW_LINES = re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<![\s_])\1(?!\w)", re.DOTALL)
_KEPT = re.compile("\x02(\\d+)\x03")
_INLINE_TAG = re.compile(
    "a|abbr|b|bdi|bdo|cite|code|data|dfn|em|i|ins|kbd|mark|q|ruby|samp|small|span|strong|sub|sup"
    "|time|u|var|wbr"
)


def spaces(text: str) -> str:
    """Any white space is one space, also one that does not break."""
    return " ".join(text.split())


def plain(text: str) -> str:
    return spaces(unicodedata.normalize("NFC", text))


def link_end(address: str, title: str = "") -> str:
    address = html.unescape(address.removeprefix("<").removesuffix(">"))
    title = spaces(html.unescape(title))
    return f']({address} "{title}")' if title else f"]({address})"


def inline(text: str, references: References) -> str:
    """The Markdown of a block in the form in which blocks are compared."""
    if not _SPECIAL.search(text):
        return spaces(text)
    kept: list[str] = []

    def keep(piece: str) -> str:
        kept.append(piece)
        return f"\x02{len(kept) - 1}\x03"

    text = text.translate(_NO_MARKS)
    text = CODE_SPAN.sub(lambda code: keep(f"`{spaces(code[2])}`"), text)
    text = _ESCAPE.sub(lambda escaped: keep(escaped[1]), text)
    if "[" in text:
        text = _with_links(text, references, keep)
    if "<" in text:
        text = COMMENT.sub(" ", text)
        text = _AUTOMATIC_LINK.sub(lambda link: keep(_automatic_link(link[1])), text)
        text = _TAG.sub(lambda tag: keep(_tag(tag)), text)
    if "{" in text:
        text = _INLINE_ATTRIBUTES.sub("", text)
    for marks in (_STARS, _LOW_LINES):
        text, found = marks.subn(r"\2", text)
        while found:
            text, found = marks.subn(r"\2", text)
    text = html.unescape(text)
    while "\x02" in text:  # code may stand in the title of a link
        text = _KEPT.sub(lambda mark: kept[int(mark[1])], text)
    return spaces(text)


def visible_html(text: str) -> str:
    """What raw HTML shows: its text and the attributes that one reads or follows."""
    return spaces(html.unescape(_TAG.sub(_tag, COMMENT.sub(" ", text))))


_NO_MARKS = {2: None, 3: None}
"""Control characters that stand for kept pieces below; no page has a use for them."""


def _with_links(text: str, references: References, keep: Keep) -> str:
    def referenced(link: re.Match[str]) -> str:
        label = link.groupdict().get("label") or link["words"]
        end = references.get(spaces(label).lower())
        return f"[{link['words']}{keep(end)}" if end else link[0]

    text = _FOOTNOTE.sub(lambda _: keep("[^]"), text)  # labels are never seen
    text = _LINK_END.sub(
        lambda end: keep(link_end(end["to"], end["title"] or end["other"] or "")), text
    )
    if references:
        text = _FULL_REFERENCE.sub(referenced, text)
        text = _SHORT_REFERENCE.sub(referenced, text)
    return text


def _automatic_link(address: str) -> str:
    to = address if ":" in address else f"mailto:{address}"
    return f"[{address}{link_end(to)}"


def _tag(tag: re.Match[str]) -> str:
    name = tag["name"].lower()
    if name in ("s", "del", "strike"):
        return "~~"
    seen = [
        f'{attribute}="{double or single}"'
        for attribute, double, single in _VISIBLE_ATTRIBUTE.findall(tag["rest"])
    ]
    if seen:
        return f"<{name} {' '.join(seen)}>"
    return "" if _INLINE_TAG.fullmatch(name) else " "
