"""The table in which native speakers review the words of an interface, a sheet a language."""

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scn.downloads.packaging import clean, without_time
from scn.languages import Language
from scn.words import Words

_WIDTHS = {"text": 34, "present": 34, "proposal": 34, "reason": 42}
_HEAD_ROW = 3
_FIRST_CELL = "A4"
_WRAPPED = {"valign": "top", "text_wrap": True}
_LINED = {"border": 1, "border_color": "#808080"}
_LOOKS = {
    "title": {"font_size": 16, "bold": True, "font_color": "#0B5563", "valign": "vcenter"},
    "note": _WRAPPED,
    "head": {"bold": True, "bg_color": "#E3F0F3", **_LINED, **_WRAPPED},
    "body": {**_LINED, **_WRAPPED},
}
_OF_ALL = {"font_name": "Calibri", "num_format": 49}
"""49 is the number format "text" (ECMA-376, part 1, 18.8.30): what is typed stays text, also
`=1+1`."""

_FORBIDDEN_IN_NAMES = str.maketrans("", "", r"[]:*?/\\")
_LONGEST_NAME = 31
_NOTE_LINE = 130
"""So many letters of the note go on one line."""

_MARGIN = 0.5
"""Inches."""


def review_table_xlsx(
    languages: Iterable[Language],
    words_of: Callable[[str], Words],
    *,
    title: str,
    publisher: str = "",
) -> bytes:
    """The workbook, byte for byte the same for the same arguments.

    `words_of` gives the words of a language; of them `downloads.review.*` are used. `title` is
    what the file says about itself. Every cell holds text, also one that begins with `=`.
    """
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        looks = {name: book.add_format({**_OF_ALL, **look}) for name, look in _LOOKS.items()}
        for language in languages:
            name = sheet_name(language)
            sheet = book.add_worksheet(name)
            _write(sheet, language, words_of(language.code), looks)
            _set_up(sheet)
            quoted = "'" + name.replace("'", "''") + "'"
            book.define_name(f"'{name}'!ColumnTitle", f"={quoted}!$A${_HEAD_ROW}")
        book.set_properties({"title": clean(title), "author": clean(publisher)})
    return without_time(content.getvalue())


def sheet_name(language: Language) -> str:
    """`bg български`: found by its code, recognised by its speakers; Excel allows 31 letters."""
    name = f"{language.code} {language.name}".translate(_FORBIDDEN_IN_NAMES)
    return name[:_LONGEST_NAME].strip().strip("'")


def _write(sheet: Worksheet, language: Language, words: Words, looks: Mapping[str, Format]) -> None:
    """A title, a note and the headers; below them whole columns are ready to be filled in."""
    title, note = words("downloads.review.title"), words("downloads.review.note")
    note_height = 16 * (len(note) // _NOTE_LINE + 1) + 6
    above = ((f"{title} · {language.name}", "title", 28), (note, "note", note_height))
    for row, (text, look, height) in enumerate(above):
        sheet.set_row(row, height)
        sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "", looks[look])
        sheet.write_string(row, 0, clean(text), looks[look])
    for number, (column, width) in enumerate(_WIDTHS.items()):
        text = clean(words(f"downloads.review.{column}"))
        sheet.write_string(_HEAD_ROW - 1, number, text, looks["head"])
        sheet.set_column(number, number, width, looks["body"])


def _set_up(sheet: Worksheet) -> None:
    """Headers in sight, on every printed page and for screen readers; then the paper."""
    sheet.freeze_panes(_FIRST_CELL)
    sheet.set_selection(_FIRST_CELL)
    sheet.repeat_rows(_HEAD_ROW - 1)
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    sheet.set_header("", {"margin": _MARGIN})
    sheet.set_footer("", {"margin": _MARGIN})
