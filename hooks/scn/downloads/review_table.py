"""The table in which native speakers review the words of an interface, a sheet a language."""

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.styleable import StyleableObject
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from scn.downloads.packaging import clean, without_time
from scn.languages import Language
from scn.words import Words

_WIDTHS = {"text": 34, "present": 34, "proposal": 34, "reason": 42}
_HEAD_ROW = 3
_FIRST_CELL = "A4"
_FONT, _LINE = "Calibri", Side("thin", "FF808080")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_LINED = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TITLE = {
    "font": Font(_FONT, 16, b=True, color="FF0B5563"),
    "alignment": Alignment(vertical="center"),
}
_NOTE = {"font": Font(_FONT, 11), "alignment": _WRAPPED}
_HEAD = {
    "font": Font(_FONT, 11, b=True),
    "fill": PatternFill("solid", "FFE3F0F3"),
    "border": _LINED,
    "alignment": _WRAPPED,
}
_BODY = {"font": Font(_FONT, 11), "border": _LINED, "alignment": _WRAPPED}
_FORBIDDEN_IN_NAMES = str.maketrans("", "", r"[]:*?/\\")
_LONGEST_NAME = 31
_NOTE_LINE = 130
"""So many letters of the note go on one line."""


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
    book = Workbook()
    book.remove(book.worksheets[0])
    for language in languages:
        sheet = book.create_sheet(sheet_name(language))
        _write(sheet, language, words_of(language.code))
        _set_up(sheet)
    book.worksheets[0].sheet_view.tabSelected = True
    book.properties.title = clean(title)
    book.properties.creator = clean(publisher) or None
    content = BytesIO()
    book.save(content)
    return without_time(content.getvalue())


def sheet_name(language: Language) -> str:
    """`bg български`: found by its code, recognised by its speakers; Excel allows 31 letters."""
    name = f"{language.code} {language.name}".translate(_FORBIDDEN_IN_NAMES)
    return name[:_LONGEST_NAME].strip()


def _write(sheet: Worksheet, language: Language, words: Words) -> None:
    """A title, a note and the headers; below them whole columns are ready to be filled in."""
    title, note = words("downloads.review.title"), words("downloads.review.note")
    note_height = 16 * (len(note) // _NOTE_LINE + 1) + 6
    above = ((f"{title} · {language.name}", _TITLE, 28), (note, _NOTE, note_height))
    for row, (text, look, height) in enumerate(above, 1):
        _put(sheet, f"A{row}", text, look)
        sheet.merge_cells(f"A{row}:D{row}")
        sheet.row_dimensions[row].height = height
        for merged in sheet[row][1:]:
            _style(merged, look)
    for letter, (column, width) in zip("ABCD", _WIDTHS.items(), strict=True):
        _put(sheet, f"{letter}{_HEAD_ROW}", words(f"downloads.review.{column}"), _HEAD)
        sheet.column_dimensions[letter].width = width
        _style(sheet.column_dimensions[letter], _BODY)


def _put(sheet: Worksheet, place: str, text: str, look: Mapping[str, object]) -> None:
    cell = sheet[place]
    cell.value = clean(text)
    cell.data_type = "s"  # openpyxl takes what begins with `=` for a formula
    _style(cell, look)


def _style(place: StyleableObject, look: Mapping[str, object]) -> None:
    """The number format "text" always: what is typed stays text, also `=1+1`."""
    place.number_format = "@"
    for name, value in look.items():
        setattr(place, name, value)


def _set_up(sheet: Worksheet) -> None:
    """Headers in sight, on every printed page and for screen readers; then the paper."""
    sheet.freeze_panes = _FIRST_CELL
    cursor = sheet.sheet_view.selection[-1]
    cursor.activeCell = cursor.sqref = _FIRST_CELL
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    quoted = "'" + sheet.title.replace("'", "''") + "'"
    sheet.defined_names.add(DefinedName("ColumnTitle", attr_text=f"{quoted}!$A${_HEAD_ROW}"))
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.paperSize = "9"  # A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(*[0.5] * 6)
