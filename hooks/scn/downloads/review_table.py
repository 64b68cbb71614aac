"""The table in which native speakers review the words of an interface, a sheet a language.

SpreadsheetML: ECMA-376, part 1, clause 18.
"""

from collections.abc import Callable, Iterable

from scn.downloads.packaging import OFFICE, XML, core_properties, element, package, relationships
from scn.downloads.packaging import words as escaped
from scn.downloads.review_styles import BODY, HEAD, NOTE, TITLE, styles_xml
from scn.languages import Language

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_COLUMNS = ("text", "present", "proposal", "reason")
_WIDTHS = (34, 34, 34, 42)
_LAST = "ABCD"[len(_COLUMNS) - 1]
_HEAD_ROW = 3
_FORBIDDEN_IN_NAMES = str.maketrans("", "", r"[]:*?/\\")
_LONGEST_NAME = 31
_NOTE_LINE = 130
_MARGINS = dict.fromkeys(("left", "right", "top", "bottom", "header", "footer"), "0.5")

Words = Callable[..., str]


def review_table_xlsx(
    languages: Iterable[Language],
    words_of: Callable[[str], Words],
    *,
    title: str,
    publisher: str = "",
    rows: int = 100,
) -> bytes:
    """The workbook, byte for byte the same for the same arguments.

    `words_of` gives the words of a language; of them `downloads.review.*` are used. `title` is
    what the file says about itself. Every cell holds text, also one that begins with `=`.
    """
    sheets = tuple(languages)
    parts = {"xl/styles.xml": styles_xml()}
    types = {
        "xl/workbook.xml": f"{_TYPE}.sheet.main+xml",
        "xl/styles.xml": f"{_TYPE}.styles+xml",
    }
    for number, language in enumerate(sheets, 1):
        path = f"xl/worksheets/sheet{number}.xml"
        parts[path] = _sheet(language, words_of(language.code), rows, first=number == 1)
        types[path] = f"{_TYPE}.worksheet+xml"
    parts["xl/workbook.xml"] = _workbook([sheet_name(language) for language in sheets])
    targets = {
        f"sheet{number}": (f"{OFFICE}/worksheet", f"worksheets/sheet{number}.xml")
        for number in range(1, len(sheets) + 1)
    }
    parts["xl/_rels/workbook.xml.rels"] = relationships(
        targets | {"styles": (f"{OFFICE}/styles", "styles.xml")}
    )
    core = core_properties(title=title, publisher=publisher)
    return package("xl/workbook.xml", parts, types, core=core)


def sheet_name(language: Language) -> str:
    """`bg български`: found by its code, recognised by its speakers; Excel allows 31 letters."""
    name = f"{language.code} {language.name}".translate(_FORBIDDEN_IN_NAMES)
    return name[:_LONGEST_NAME].strip()


def _workbook(names: list[str]) -> str:
    sheets = (
        element("sheet", name=name, sheetId=str(number), r_id=f"sheet{number}")
        for number, name in enumerate(names, 1)
    )
    names_of_places = (
        element("definedName", escaped(place), name=name, localSheetId=str(number))
        for number, sheet in enumerate(names)
        for name, place in _named_places(sheet)
    )
    return XML + element(
        "workbook",
        element("bookViews", element("workbookView")),
        element("sheets", *sheets),
        element("definedNames", *names_of_places),
        xmlns=_MAIN,
        xmlns_r=OFFICE,
    )


def _named_places(sheet: str) -> tuple[tuple[str, str], ...]:
    """What screen readers take for the headers, and what is printed on every page."""
    quoted = "'" + sheet.replace("'", "''") + "'"
    return (
        ("ColumnTitle", f"{quoted}!$A${_HEAD_ROW}"),
        ("_xlnm.Print_Titles", f"{quoted}!${_HEAD_ROW}:${_HEAD_ROW}"),
    )


def _sheet(language: Language, words: Words, rows: int, *, first: bool) -> str:
    note = words("downloads.review.note")
    heads = tuple(words(f"downloads.review.{column}") for column in _COLUMNS)
    lines = [
        _row(1, (f"{words('downloads.review.title')} · {language.name}",), TITLE, height=28),
        _row(2, (note,), NOTE, height=16 * (len(note) // _NOTE_LINE + 1) + 6),
        _row(_HEAD_ROW, heads, HEAD),
        *(_row(_HEAD_ROW + number, ("",) * len(_COLUMNS), BODY) for number in range(1, rows + 1)),
    ]
    columns = (
        element("col", min=str(number), max=str(number), width=str(width), customWidth="1")
        for number, width in enumerate(_WIDTHS, 1)
    )
    merged = (element("mergeCell", ref=f"A{row}:{_LAST}{row}") for row in (1, 2))
    return XML + element(
        "worksheet",
        element("sheetPr", element("pageSetUpPr", fitToPage="1")),
        element("dimension", ref=f"A1:{_LAST}{_HEAD_ROW + rows}"),
        _view(first=first),
        element("sheetFormatPr", defaultRowHeight="15"),
        element("cols", *columns),
        element("sheetData", *lines),
        element("mergeCells", *merged, count="2"),
        element("pageMargins", **_MARGINS),
        element("pageSetup", paperSize="9", orientation="landscape", fitToHeight="0"),
        xmlns=_MAIN,
    )


def _view(*, first: bool) -> str:
    """The headers stay in sight; the cursor stands in the first cell to fill in."""
    cell = f"A{_HEAD_ROW + 1}"
    frozen = element(
        "pane", ySplit=str(_HEAD_ROW), topLeftCell=cell, activePane="bottomLeft", state="frozen"
    )
    cursor = element("selection", pane="bottomLeft", activeCell=cell, sqref=cell)
    shown = {"tabSelected": "1"} if first else {}
    return element("sheetViews", element("sheetView", frozen, cursor, **shown, workbookViewId="0"))


def _row(number: int, texts: tuple[str, ...], style: int, *, height: int = 0) -> str:
    cells = (
        _cell(f"{column}{number}", text, style) for column, text in zip("ABCD", texts, strict=False)
    )
    high = {"ht": str(height), "customHeight": "1"} if height else {}
    return element("row", *cells, r=str(number), **high)


def _cell(place: str, text: str, style: int) -> str:
    if not text:
        return element("c", r=place, s=str(style))
    said = element("is", element("t", escaped(text), xml_space="preserve"))
    return element("c", said, r=place, s=str(style), t="inlineStr")
