"""The text of a page as plain Markdown, for programs and people that read no HTML.

What only this site knows is put into words or common Markdown: admonitions become quotations, tabs
get their title above them, diagrams their text, attributes go. Links are absolute.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from scn.translations.markdown_forms import CONTAINER, GENERATED, INDENT, REFERENCE

_FENCE = re.compile(r"\s*(?P<mark>`{3,}|~{3,})[^`]*")
_ATTRIBUTES = r"[ ]?\{:?[ ]*[.#][^{}]*\}"
_INLINE = re.compile(
    r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
    r"|!\[(?P<alt>[^\]]*)\]\(diagram:(?P<diagram>[\w-]+)[^)]*\)"
    r"|\]\((?P<angle><)?(?P<target>(?(angle)[^>\n]*|[^)\s]+))(?(angle)>)"
    r"|(?P<attribute>\b(?:href|src)=\")(?P<value>[^\"]*)"
    rf"|(?P<attributes>{_ATTRIBUTES})"
)
_WRAPPER = re.compile(r"\s*(?:<(?:div|section|article)\b[^>]*>|</(?:div|section|article)>)\s*")
_MARKED = re.compile(r"[`<{]|\]\(")
"""What a line has in it if anything is to be changed in it."""


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
            first = next((n for n, line in enumerate(lines) if line.startswith("# ")), -1)
            said = [part for note in notes for part in ("", f"> {note}")]
            lines[first + 1 : first + 1] = said if first >= 0 else [*said[1:], ""]
        return "\n".join(lines).strip("\n") + "\n"

    def _lines(self, lines: Sequence[str]) -> Iterator[str]:
        number = 0
        while number < len(lines):
            line = lines[number]
            start = line.lstrip()[:3]
            number += 1
            if start in ("```", "~~~") and (end := _fence_end(lines, number - 1)):
                yield from lines[number - 1 : end]
                number = end
            elif start in ("!!!", "???", "===") and (found := CONTAINER.fullmatch(line)):
                end = _container_end(lines, number)
                inner = [one.removeprefix(INDENT) for one in lines[number:end]]
                yield from self._container(start, (found["title"] or "")[1:-1], inner)
                number = end
            elif start == ":::" and GENERATED.fullmatch(line):
                name = line[3:].strip()
                yield f"[`{name}`]({self._address(f'#{name}')})"
                while number < len(lines) and lines[number].startswith(INDENT):
                    number += 1  # options of the object
            elif not (start.startswith("<") and _WRAPPER.fullmatch(line)):
                yield self._line(line)

    def _container(self, mark: str, title: str, inner: list[str]) -> Iterator[str]:
        while inner and not inner[-1].strip():
            inner.pop()
        while inner and not inner[0].strip():
            inner.pop(0)
        said = [*([f"**{self._line(title)}**", ""] if title else []), *self._lines(inner)]
        yield from said if mark == "===" else (f"> {line}".rstrip() for line in said)
        yield ""

    def _line(self, line: str) -> str:
        if line.startswith("[") and (found := REFERENCE.fullmatch(line)):
            to = self._address(found["to"].strip("<>"))
            return line[: found.start("to")] + to + line[found.end("to") :]
        return _INLINE.sub(self._inline, line).rstrip() if _MARKED.search(line) else line

    def _inline(self, found: re.Match[str]) -> str:
        if found["ticks"]:
            return found[0]
        if found["diagram"]:
            return self._diagram_text(found["diagram"], found["alt"])
        if found["target"] is not None:
            address = self._address(found["target"])
            return f"](<{address}>" if " " in address else f"]({address}"
        if found["attribute"]:
            return found["attribute"] + self._address(found["value"])
        return ""


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
