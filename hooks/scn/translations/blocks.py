"""A page of Markdown as the blocks that are compared one by one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from scn.front_matter import split_front_matter
from scn.translations import markdown_forms as forms
from scn.translations.attributes import CRITICAL, Attributes, split_attributes
from scn.translations.line_groups import html_length, indented_lines, item_lines
from scn.translations.markdown_forms import INDENT, Line
from scn.translations.meta import meta_blocks
from scn.translations.model import Block, BlockKind
from scn.translations.normalise import COMMENT, inline, link_end, plain, visible_html
from scn.translations.tables import cells_of, is_table, row_of

_TITLE_OF_FENCE = re.compile(r"\btitle=(?:\"([^\"]*)\"|'([^']*)')")
_TASK = re.compile(r"\[[xX]\](?=\s)")


def blocks_of(text: str) -> tuple[Block, ...]:
    """All blocks in the order of the page, in the form in which they are compared.

    A heading that is marked critical marks its whole section, a box its content.
    """
    markdown = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    splitter = _Splitter()
    splitter.blocks.extend(meta_blocks(markdown.head))
    body = unicodedata.normalize("NFC", markdown.body).expandtabs(4).split("\n")
    lines = [(n, line.rstrip()) for n, line in enumerate(body, start=markdown.body_line)]
    splitter.read(splitter.without_references(lines))
    return tuple(splitter.blocks)


class _Splitter:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.references: dict[str, str] = {}
        self.section = ""
        self.critical_level = 0
        """Level of the heading that marks its section; 0 where none does."""

        self.boxes = 0
        """Boxes around us that are marked critical."""

    def without_references(self, lines: list[Line]) -> list[Line]:
        """The page may use a link before it says where it leads."""
        if not any(line.lstrip().startswith("[") and "]:" in line for _, line in lines):
            return lines
        rest: list[Line] = []
        fence = -1
        for index, (number, line) in enumerate(lines):
            if index > fence and line.lstrip()[:3] in ("```", "~~~"):
                fence = max(fence, forms.fenced_until(lines, index))
            found = forms.REFERENCE.fullmatch(line) if index > fence else None
            if found:
                title = found["double"] or found["single"] or found["round"] or ""
                label = " ".join(found["label"].split()).lower()
                self.references.setdefault(label, link_end(found["to"], title))
                rest.append((number, ""))
            else:
                rest.append((number, line))
        return rest

    def read(self, lines: Sequence[Line], first: BlockKind = "paragraph", prefix: str = "") -> None:
        """Read the blocks of a page or of what is indented in it.

        The first paragraph is the text of the item or definition that the lines are from.
        """
        index = 0
        while index < len(lines):
            if not lines[index][1]:
                index += 1
                continue
            following = self._block(lines, index)
            if following == index:
                following = self._paragraph(lines, index, first, prefix)
            first, prefix = "paragraph", ""
            index = following

    def _block(self, lines: Sequence[Line], index: int) -> int:
        """Read one block that is no paragraph and give the index after it; `index` for none."""
        number, line = lines[index]
        if line.startswith(INDENT):
            return self._indented_code(lines, index)
        match line.lstrip()[0]:
            case "#" if found := forms.HEADING.fullmatch(line):
                self._heading(len(found["level"]), found["text"], number, number)
                return index + 1
            case "`" | "~" if (end := forms.fenced_until(lines, index)) >= 0:
                self._fence(lines, index, end)
                return end + 1
            case "<" if forms.is_html_block(line):
                return self._html(lines, index)
            case "!" | "?" | "=" if found := forms.CONTAINER.fullmatch(line):
                return self._container(lines, index, found)
            case ">":
                return self._quote(lines, index)
            case "/" if (end := forms.captioned_until([text for _, text in lines], index)) >= 0:
                self._add("admonition", line.strip("/ "), number, number)
                self.read(lines[index + 1 : end])
                return end + 1
            case "[" if found := forms.FOOTNOTE.fullmatch(line):
                return self._indented(lines, index, found["text"], "definition", "[^]: ")
            case "*" if found := forms.ABBREVIATION.fullmatch(line):
                text = f"*[{plain(found['short'])}]: {plain(found['long'])}"
                self._add("definition", text, number, number)
                return index + 1
            case ":" if found := forms.DEFINITION.fullmatch(line):
                return self._indented(lines, index, found["text"], "definition")
            case ":" if forms.GENERATED.fullmatch(line):
                return self._indented_text(lines, index)
        if forms.RULE.fullmatch(line):
            return index + 1
        if forms.ITEM.fullmatch(line):
            return self._list(lines, index)
        if index + 1 < len(lines):
            following = lines[index + 1][1]
            if following and following[0] in "=-" and forms.UNDERLINE.fullmatch(following):
                level = 1 if following[0] == "=" else 2
                self._heading(level, line, number, number + 1)
                return index + 2
            if is_table(line, following):
                return self._table(lines, index)
        return index

    def _add(
        self, kind: BlockKind, text: str, line: int, last_line: int, *, is_critical: bool = False
    ) -> None:
        if text:
            self.blocks.append(
                Block(
                    kind=kind,
                    section=self.section,
                    text=text,
                    line=line,
                    last_line=last_line,
                    is_critical=is_critical or self.boxes > 0 or self.critical_level > 0,
                )
            )

    def _inline(self, text: str) -> str:
        return inline(text, self.references)

    def _heading(self, level: int, text: str, line: int, last_line: int) -> None:
        text, attributes = split_attributes(text.strip())
        if not attributes.id and text.endswith("#"):
            text, attributes = split_attributes(text.rstrip("#").rstrip())
        text = self._inline(text.rstrip("#") if not text.endswith("\\#") else text)
        self.section = attributes.id or _slug(text)
        if self.critical_level >= level:
            self.critical_level = 0
        if attributes.is_critical and not self.critical_level:
            self.critical_level = level
        self._add("heading", f"{'#' * level} {text}", line, last_line)

    def _paragraph(self, lines: Sequence[Line], index: int, kind: BlockKind, prefix: str) -> int:
        end = index + 1
        while end < len(lines) and lines[end][1]:
            if forms.begins_inside_paragraph(lines, end):
                break
            if forms.DEFINITION.fullmatch(lines[end][1]):
                break
            end += 1
        following = next((line for _, line in lines[end:] if line), "")
        if forms.DEFINITION.fullmatch(following) and kind == "paragraph":
            for number, line in lines[index:end]:
                term, attributes = split_attributes(line.strip())
                critical = attributes.is_critical
                self._add("definition", self._inline(term), number, number, is_critical=critical)
            return end
        texts = [line for _, line in lines[index:end]]
        attributes = Attributes()
        if len(texts) > 1 and texts[-1].lstrip().startswith("{"):
            texts[-1], attributes = split_attributes(texts[-1].strip())
        text = self._inline("\n".join(texts))
        if kind == "item":
            text = _TASK.sub("[x]", text) if text.startswith("[") else text
        self._add(
            kind,
            f"{prefix}{text}" if text else "",
            lines[index][0],
            lines[end - 1][0],
            is_critical=attributes.is_critical,
        )
        return end

    def _fence(self, lines: Sequence[Line], index: int, end: int) -> None:
        title = _TITLE_OF_FENCE.search(lines[index][1])
        margin = len(lines[index][1]) - len(lines[index][1].lstrip())
        code = [
            line[min(margin, len(line) - len(line.lstrip())) :]
            for _, line in lines[index + 1 : end]
        ]
        titles = [title[1] or title[2]] if title else []
        info = lines[index][1]
        self._add(
            "code",
            "\n".join([*titles, *code]).strip("\n"),
            lines[index][0],
            lines[end][0],
            is_critical=f".{CRITICAL}" in info,
        )

    def _indented_code(self, lines: Sequence[Line], index: int) -> int:
        end, code = indented_lines(lines, index)
        text = "\n".join(line for _, line in code).strip("\n")
        self._add("code", text, lines[index][0], lines[end - 1][0])
        return end

    def _indented_text(self, lines: Sequence[Line], index: int) -> int:
        """What a program fills in: its name and its options."""
        end, options = indented_lines(lines, index + 1)
        text = "\n".join([lines[index][1], *(line for _, line in options)]).strip("\n")
        self._add("code", text, lines[index][0], lines[end - 1][0])
        return end

    def _indented(
        self, lines: Sequence[Line], index: int, text: str, kind: BlockKind, prefix: str = ""
    ) -> int:
        end, inside = item_lines(lines, index)
        self.read([(lines[index][0], text.strip()), *inside], kind, prefix)
        return end

    def _list(self, lines: Sequence[Line], index: int) -> int:
        is_first = True
        while index < len(lines):
            found = forms.ITEM.fullmatch(lines[index][1])
            if not found or forms.RULE.fullmatch(lines[index][1]):
                break
            number = found["number"]
            # Python-Markdown counts on from the first number, whatever the others say.
            prefix = f"{int(number)}. " if is_first and number and int(number) != 1 else ""
            index = self._indented(lines, index, found["text"], "item", prefix)
            is_first = False
            following = index
            while following < len(lines) and not lines[following][1]:
                following += 1
            if following < len(lines) and forms.ITEM.fullmatch(lines[following][1]):
                index = following
        return index

    def _container(self, lines: Sequence[Line], index: int, found: re.Match[str]) -> int:
        number = lines[index][0]
        words = (found["type"] or "").split()
        title = found["title"]
        shown = (words[0].capitalize() if words else "") if title is None else title[1:-1]
        is_critical = CRITICAL in words
        kind = " ".join(word for word in words if word != CRITICAL) or "==="
        self.boxes += is_critical
        self._add("admonition", f"{kind}: {self._inline(shown)}", number, number)
        end, inside = indented_lines(lines, index + 1)
        self.read(inside)
        self.boxes -= is_critical
        return end

    def _quote(self, lines: Sequence[Line], index: int) -> int:
        inside: list[Line] = []
        while index < len(lines) and lines[index][1]:
            number, line = lines[index]
            found = forms.QUOTE.fullmatch(line)
            inside.append((number, found["text"] if found else line))
            index += 1
        self.read(inside)
        return index

    def _table(self, lines: Sequence[Line], index: int) -> int:
        width = len(cells_of(lines[index][1]))
        start = index
        while index < len(lines) and lines[index][1]:
            if index != start + 1:  # the line below the header only says how cells are set
                number, line = lines[index]
                cells = [split_attributes(cell) for cell in cells_of(line)]
                text = row_of([self._inline(cell) for cell, _ in cells], width)
                critical = any(attributes.is_critical for _, attributes in cells)
                self._add("row", text, number, number, is_critical=critical)
            index += 1
        return index

    def _html(self, lines: Sequence[Line], index: int) -> int:
        first, line = lines[index]
        if line.lstrip().startswith("<!--"):
            return self._comment(lines, index)
        tag = forms.HTML_TAG.match(line)
        name = tag["name"] if tag else ""
        text = "\n".join(line for _, line in lines[index:])
        length = html_length(text, name)
        count = text.count("\n", 0, length) + 1
        region = text[:length]
        following = index + count
        opening = region.split(">", 1)[0] + ">"
        if forms.MARKDOWN_ATTRIBUTE.search(opening) and name.lower() not in forms.VOID_TAGS:
            self._add("html", visible_html(opening), first, first)
            inside = region[len(opening) :].removesuffix(f"</{name}>").split("\n")
            line_of = first + opening.count("\n")
            self.read([(line_of + n, line.rstrip()) for n, line in enumerate(inside)])
        else:
            self._add("html", visible_html(region), first, lines[following - 1][0])
        rest = text[length:].split("\n", 1)[0].strip()
        if rest:
            self.read([(lines[following - 1][0], rest)])
        return following

    def _comment(self, lines: Sequence[Line], index: int) -> int:
        """Nobody reads it on the page; what stands behind it on its last line is text."""
        end = index
        while end < len(lines) and "-->" not in lines[end][1]:
            end += 1
        if end == len(lines):
            return end
        rest = COMMENT.sub("", lines[end][1]).split("-->")[-1].strip()
        if rest:
            self.read([(lines[end][0], rest)])
        return end + 1


def _slug(text: str) -> str:
    """The id that the table of contents gives to a heading without one."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^\w\s-]", "", ascii_text).strip().lower()
    return re.sub(r"[-\s]+", "-", words)
