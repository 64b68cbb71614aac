"""Which of the lines that follow belong to a block: by indentation, or up to a closing tag."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scn.translations import markdown_forms as forms
from scn.translations.markdown_forms import INDENT, Line


def indented_lines(lines: Sequence[Line], index: int) -> tuple[int, list[Line]]:
    """The lines from there that are indented or blank, and the index after them."""
    end = last = index
    while end < len(lines) and (not lines[end][1] or lines[end][1].startswith(INDENT)):
        end += 1
        if lines[end - 1][1]:
            last = end
    return last, [(number, line[4:]) for number, line in lines[index:last]]


def item_lines(lines: Sequence[Line], index: int) -> tuple[int, list[Line]]:
    """What belongs to the item that begins there, after its first line."""
    inside: list[Line] = []
    end = last = index + 1
    fence = 0
    is_after_blank = False
    while end < len(lines):
        number, line = lines[end]
        if line.startswith(INDENT):
            if end >= fence and (line := line[4:]).lstrip()[:3] in ("```", "~~~"):
                rest = [(n, text[4:]) for n, text in lines[end:]]
                fence = end + 1 + forms.fenced_until(rest, 0)
            else:
                line = lines[end][1][4:]
            if end >= fence and forms.ITEM.fullmatch(line):
                inside.append((number, ""))  # a list needs no blank line before it in an item
        elif line and (
            is_after_blank
            or forms.ITEM.fullmatch(line)
            or forms.DEFINITION.fullmatch(line)
            or forms.begins_inside_paragraph(lines, end)
        ):
            break
        inside.append((number, line))
        is_after_blank = not line
        end += 1
        if line:
            last = end
    return last, inside


def html_length(text: str, name: str) -> int:
    """Up to the end of the element, or to the first blank line where nothing ends it."""
    depth = 0
    for tag in re.finditer(rf"<(/?){re.escape(name)}\b[^>]*?(/?)>", text, re.IGNORECASE):
        if tag[1]:
            depth -= 1
        elif not tag[2] and name.lower() not in forms.VOID_TAGS:
            depth += 1
        if depth <= 0:
            return tag.end()
    blank = text.find("\n\n")
    return len(text) if blank < 0 else blank
