"""PO, the format of GNU gettext: one entry a unit, with its Markdown as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote

import polib

from scn.languages import SOURCE_LANGUAGE
from scn.problems import ContentError, Problem, quoted
from scn.translations.exchange.codes import Code, pieces_of
from scn.translations.exchange.model import (
    PageForExport,
    ReadFile,
    ReadPage,
    ReadUnit,
    UnitForExport,
)
from scn.translations.exchange.notes import note_of, title_of_section

PAGES = "X-Source-Texts"
"""Path, id of the English text and id of the translation (`-` for none) of each page."""

_SYNTAX = re.compile(r"\(line (?P<line>\d+)\)")
_ENTRY = re.compile(r"(?P<key>msgctxt|msgid|msgstr)[ \t]+\"")


def to_po(pages: Sequence[PageForExport], language: str) -> str:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Project-Id-Version": "smart-communities-network-kb",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        PAGES: ", ".join(
            f"{quote(page.path)} {page.source_id} {page.translation_id or '-'}" for page in pages
        ),
    }
    for page in pages:
        for one in page.units:
            catalogue.append(_entry(page, one))
    return f"{catalogue}\n"


def _entry(page: PageForExport, one: UnitForExport) -> polib.POEntry:
    unit = one.unit
    is_fuzzy = bool(one.target) and not one.is_done
    comments = [title_of_section(page, unit), note_of(unit)]
    kept = [
        piece.data if piece.part == "alone" else f"{piece.data}…{piece.other}"
        for piece in pieces_of(unit.text)
        if isinstance(piece, Code) and piece.part != "end" and not piece.may_go
    ]
    if kept:
        comments.append(f"Keep: {'  '.join(dict.fromkeys(kept))}")
    if one.is_done and page.origin == "machine":
        comments.append("Translated by a machine.")
    return polib.POEntry(
        msgctxt=f"{page.path}#{unit.id}",
        msgid=unit.text,
        msgstr=one.target,
        comment="\n".join(comment for comment in comments if comment),
        occurrences=[(quote(f"docs/{SOURCE_LANGUAGE}/{page.path}"), str(unit.line))],
        flags=["fuzzy"] if is_fuzzy else [],
        previous_msgid=one.former or None,
    )


def read_po(text: str, path: str) -> ReadFile:
    """Read what came back.

    Raises:
        ContentError: it is no PO file, or none that was exported here.
    """

    def error(line: int, message: str) -> ContentError:
        return ContentError([Problem(path=path, line=line, column=1, message=message)])

    # polib takes the name of a file as well; nothing with these lines is one.
    if "\n" not in text or not re.search(r"^msgid[ \t]+\"", text, re.MULTILINE):
        raise error(1, "This is neither PO nor XLIFF. Give a file that `export` wrote.")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise error(line, "There is a zero byte here. Save the file as a PO file again.")
    try:
        catalogue = polib.pofile(text, wrapwidth=0)
    except (OSError, ValueError, UnicodeError, IndexError) as problem:
        found = _SYNTAX.search(str(problem))
        line = int(found["line"]) if found else 1
        raise error(
            line, "From here on this is no PO file. Mend the line, or export again."
        ) from None
    pages = catalogue.metadata.get(PAGES, "")
    if not pages:
        raise error(
            1,
            f"The header has no {PAGES}, so nobody knows from which English texts this was made."
            " Put the line back, or export again.",
        )
    header = _line_with(text, f'"{PAGES}:')
    return ReadFile(
        source_language=SOURCE_LANGUAGE,
        language=catalogue.metadata.get("Language", ""),
        pages=tuple(_pages(catalogue, pages, header, text)),
        problems=tuple(_surplus(catalogue, pages, path)),
        line=_line_with(text, '"Language:'),
    )


def _line_with(text: str, words: str) -> int:
    return next((n for n, line in enumerate(text.split("\n"), 1) if line.startswith(words)), 1)


def _names(pages: str) -> Iterator[tuple[str, str, str | None]]:
    for entry in pages.split(","):
        name, *ids = entry.split()[:3] or [""]
        if name:
            source, translation = (*ids, "", "")[:2]
            yield unquote(name), source, "" if translation == "-" else translation or None


def _pages(catalogue: polib.POFile, pages: str, header: int, text: str) -> Iterator[ReadPage]:
    units: dict[str, list[ReadUnit]] = {}
    lines = text.split("\n")
    for entry in catalogue:
        page, _, id_ = (entry.msgctxt or "").rpartition("#")
        if entry.obsolete:
            continue
        line, column = _place(lines, entry.linenum or 1)
        units.setdefault(page, []).append(
            ReadUnit(
                id=id_,
                source=entry.msgid,
                target=entry.msgstr,
                is_confirmed=bool(entry.msgstr) and "fuzzy" not in entry.flags,
                is_fuzzy="fuzzy" in entry.flags,
                line=line,
                column=column,
            )
        )
    for path, source, translation in _names(pages):
        yield ReadPage(
            path=path,
            source_id=source,
            translation_id=translation,
            units=tuple(units.get(path, ())),
            line=header,
            column=1,
        )


def _place(lines: Sequence[str], first: int) -> tuple[int, int]:
    """Of the translation: the entry begins with its comments."""
    for number in range(first, len(lines) + 1):
        line = lines[number - 1]
        found = _ENTRY.match(line)
        if found and found["key"] == "msgstr":
            return number, found.end()
        if number > first and not line.strip():
            break
    return first, 1


def _surplus(catalogue: polib.POFile, pages: str, path: str) -> Iterator[Problem]:
    """Entries of pages that the header does not name."""
    known = {name for name, _, _ in _names(pages)}
    for entry in catalogue:
        page = (entry.msgctxt or "").rpartition("#")[0]
        if not entry.obsolete and page not in known:
            named = quoted(entry.msgctxt or entry.msgid)
            message = (
                f"The entry {named} is of no page that {PAGES} in the header names."
                " Delete the entry, or export again."
            )
            yield Problem(path=path, line=entry.linenum or 1, column=1, message=message)
