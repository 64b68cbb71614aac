"""How the blocks of the Markdown used here begin, as Python-Markdown and its extensions see it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

Line: TypeAlias = tuple[int, str]
"""Number in the file and text."""

FENCE = re.compile(r"[ ]{0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)")
HEADING = re.compile(r"(?P<level>#{1,6})(?P<text>.*)")
UNDERLINE = re.compile(r"(?:=+|-+)[ ]*")
RULE = re.compile(r"[ ]{0,3}(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,})")
ITEM = re.compile(r"[ ]{0,3}(?:[*+-]|(?P<number>\d+)\.)[ ]+(?P<text>.*)")
QUOTE = re.compile(r"[ ]{0,3}>[ ]?(?P<text>.*)")
DEFINITION = re.compile(r"[ ]{0,3}:[ ]{1,3}(?P<text>.*)")
CONTAINER = re.compile(
    r"(?:(?:!!!|\?\?\?\+?)[ ]?(?P<type>[\w-]+(?:[ ]+[\w-]+)*)?|={3}[!+]*)"
    r"(?:[ ]+(?P<title>\"(?:.*?)\"|'(?:.*?)'))?[ ]*"
)
REFERENCE = re.compile(
    r"[ ]{0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:[ ]*(?P<to><[^>]*>|\S+)"
    r"(?:[ ]+(?:\"(?P<double>.*)\"|'(?P<single>.*)'|\((?P<round>.*)\)))?[ ]*"
)
FOOTNOTE = re.compile(r"[ ]{0,3}\[\^(?P<label>[^\]]+)\]:[ ]*(?P<text>.*)")
ABBREVIATION = re.compile(r"[ ]{0,3}\*\[(?P<short>[^\]]+)\][ ]?:[ ]*(?P<long>.*)")
GENERATED = re.compile(r":::[ ]+\S+[ ]*")
CAPTION = re.compile(r"[ ]{0,3}/{3,}[ ]*(?P<type>[\w-]+)[ ]*")
CAPTION_END = re.compile(r"[ ]{0,3}/{3,}[ ]*")
HTML_TAG = re.compile(r"[ ]{0,3}<(?P<name>[A-Za-z][\w-]*)(?P<rest>[^>]*)(?P<end>>|$)")
MARKDOWN_ATTRIBUTE = re.compile(r"\bmarkdown(?:\s*=\s*[\"']?(?:1|block|span)[\"']?)?(?=[\s/>]|$)")
INDENT = "    "

VOID_TAGS = frozenset({"hr", "img", "input", "br", "source", "track", "wbr", "embed", "col"})
_BLOCK_TAG = re.compile(
    "address|article|aside|audio|blockquote|body|canvas|dd|details|dialog|div|dl|dt|fieldset"
    "|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|iframe|legend|li|main|map|menu|nav"
    "|noscript|object|ol|p|picture|pre|script|section|style|summary|svg|table|tbody|td|template"
    "|tfoot|th|thead|tr|ul|video",
    re.IGNORECASE,
)


def fenced_until(lines: Sequence[Line], start: int) -> int:
    """The index of the line that closes the fence; -1 where no fence begins or none closes it."""
    opening = FENCE.fullmatch(lines[start][1])
    if not opening:
        return -1
    mark = opening["mark"]
    for index in range(start + 1, len(lines)):
        line = lines[index][1].strip()
        if line.startswith(mark) and not line.strip(mark[0]):
            return index
    return -1


def captioned_until(lines: Sequence[str], start: int) -> int:
    """The index of the line that ends the caption; -1 where none begins or none ends it."""
    if not CAPTION.fullmatch(lines[start]):
        return -1
    ends = (n for n in range(start + 1, len(lines)) if CAPTION_END.fullmatch(lines[n]))
    return next(ends, -1)


def begins_inside_paragraph(lines: Sequence[Line], index: int) -> bool:
    """The line begins another block although no blank line stands before it.

    Lists, tables and code by indentation need one.
    """
    line = lines[index][1].lstrip()
    match line[:1]:
        case "#":
            return lines[index][1].startswith("#")
        case "`" | "~":
            return fenced_until(lines, index) >= 0
        case ">":
            return True
        case "/":
            return captioned_until([text for _, text in lines[index:]], 0) >= 0
        case "!" | "?" | "=":
            return CONTAINER.fullmatch(lines[index][1]) is not None
        case "-" | "_" | "*":
            return RULE.fullmatch(lines[index][1]) is not None
        case "<":
            return is_html_block(lines[index][1])
    return False


def is_html_block(line: str) -> bool:
    tag = HTML_TAG.match(line)
    return line.lstrip().startswith("<!--") or bool(tag and _BLOCK_TAG.fullmatch(tag["name"]))
