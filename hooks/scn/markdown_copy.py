"""The text of a page as plain Markdown, for programs and people that read no HTML.

What only this site knows is put into words or common Markdown: admonitions become quotations, tabs
get their title above them, diagrams their text, attributes go. Links are absolute.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from scn.translations.markdown_forms import (
    CONTAINER,
    GENERATED,
    INDENT,
    REFERENCE,
    captioned_until,
)

_FENCE = re.compile(r"\s*(?P<mark>`{3,}|~{3,})[^`]*")
_INLINE = re.compile(
    # Each begins with a letter of its own, so that Python's regular expressions are quick.
    r"`(?P<ticks>`*)(?!`).*?(?<!`)`(?P=ticks)(?!`)"
    r"|!\[(?P<alt>[^\]]*)\]\(diagram:(?P<diagram>[\w-]+)[^)]*\)"
    r"|\]\((?P<angle><)?(?P<target>(?(angle)[^>\n]*|[^)\s]+))(?(angle)>)"
    r"|href=\"(?P<href>[^\"]*)|src=\"(?P<src>[^\"]*)"
    r"|\{(?P<attributes>:?[ ]*[.#][^{}]*)\}"
)
_GONE = "\0"
"""Where attributes were, until the space before them is taken away too."""

_WRAPPER = re.compile(r"\s*(?:<(?:div|section|article)\b[^>]*>|</(?:div|section|article)>)\s*")
_STARTS = frozenset("`~!?=:<[/")
"""Letters with which lines begin that are more than text."""


class MarkdownCopy:
    """Copies the texts of one page."""

    def __init__(
        self,
        *,
        address: Callable[[str], str],
        diagram_text: Callable[[str, str], str],
    ) -> None:
        """`address` makes the target of a link absolute; `diagram_text` is given the name of a
        diagram and its alternative text.
        """
        self._address = address
        self._diagram_text = diagram_text

    def text(self, markdown: str, *, notes: Sequence[str] = ()) -> str:
        """The body of a page; `notes` are sentences that follow its title."""
        lines = list(self._lines(markdown.strip("\n").split("\n")))
        if notes:
            lines = "\n".join(lines).split("\n")
            first = next((n for n, line in enumerate(lines) if line.startswith("# ")), -1)
            said = [part for note in notes for part in ("", f"> {note}")]
            lines[first + 1 : first + 1] = said if first >= 0 else [*said[1:], ""]
        return "\n".join(lines).strip("\n") + "\n"

    def _lines(self, lines: Sequence[str]) -> Iterator[str]:
        text: list[str] = []
        number = 0
        while number < len(lines):
            line = lines[number]
            number += 1
            bare = line.lstrip()
            if bare[:1] not in _STARTS:
                text.append(line)
                continue
            start = bare[:3]
            if start in ("```", "~~~") and (end := _fence_end(lines, number - 1)):
                yield from self._text(text)
                yield from lines[number - 1 : end]
                number = end
            elif start in ("!!!", "???", "===") and (found := CONTAINER.fullmatch(line)):
                yield from self._text(text)
                end = _container_end(lines, number)
                inner = [one.removeprefix(INDENT) for one in lines[number:end]]
                yield from self._container(start, (found["title"] or "")[1:-1], inner)
                number = end
            elif start == "///" and (end := captioned_until(lines, number - 1)) >= 0:
                text += lines[number:end]
                number = end + 1
            elif start == ":::" and GENERATED.fullmatch(line):
                name = line[3:].strip()
                text.append(f"[`{name}`](#{name})")
                while number < len(lines) and lines[number].startswith(INDENT):
                    number += 1  # options of the object
            elif line.startswith("[") and (found := REFERENCE.fullmatch(line)):
                to = self._address(found["to"].strip("<>"))
                yield from self._text(text)
                yield line[: found.start("to")] + to + line[found.end("to") :]
            elif not (start.startswith("<") and _WRAPPER.fullmatch(line)):
                text.append(line)
        yield from self._text(text)

    def _text(self, lines: list[str]) -> Iterator[str]:
        """Takes the lines that have been gathered."""
        if lines:
            text = _INLINE.sub(self._inline, "\n".join(lines))
            lines.clear()
            yield text.replace(f" {_GONE}", "").replace(_GONE, "")

    def _container(self, mark: str, title: str, inner: list[str]) -> Iterator[str]:
        while inner and not inner[-1].strip():
            inner.pop()
        while inner and not inner[0].strip():
            inner.pop(0)
        head = [*self._text([f"**{title}**"]), ""] if title else []
        said = "\n".join([*head, *self._lines(inner)]).split("\n")
        yield from said if mark == "===" else (f"> {line}".rstrip() for line in said)
        yield ""

    def _inline(self, found: re.Match[str]) -> str:
        match found[0][0]:
            case "!":
                return self._diagram_text(found["diagram"], found["alt"])
            case "]":
                address = self._address(found["target"])
                return f"](<{address}>" if " " in address else f"]({address}"
            case "h":
                return f'href="{self._address(found["href"])}'
            case "s":
                return f'src="{self._address(found["src"])}'
            case "{":
                return _GONE
        return found[0]


def _fence_end(lines: Sequence[str], start: int) -> int:
    """The index after the fence; 0 where none begins or none closes it."""
    opening = _FENCE.fullmatch(lines[start])
    if not opening:
        return 0
    mark = opening["mark"]
    for number in range(start + 1, len(lines)):
        line = lines[number].strip()
        if line.startswith(mark) and not line.strip(mark[0]):
            return number + 1
    return 0


def _container_end(lines: Sequence[str], start: int) -> int:
    number = start
    while number < len(lines) and (not lines[number].strip() or lines[number].startswith(INDENT)):
        number += 1
    return number
