"""How the cells of the review table look. All of them are of the format "text"."""

from scn.downloads.packaging import XML, element

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TEXT = "49"
"""The number format `@`: what is typed stays text, also `=1+1` (ECMA-376, part 1, 18.8.30)."""

TITLE, NOTE, HEAD, BODY = 1, 2, 3, 4


def styles_xml() -> str:
    """Cell formats in the order of the constants above; format 0 is the default of the sheet."""
    fonts = (
        _font(11),
        _font(16, bold=True, colour="FF0B5563"),
        _font(11, bold=True),
    )
    fills = (_fill("none"), _fill("gray125"), _fill("solid", "FFE3F0F3"))
    side = element("color", rgb="FF808080")
    lined = element(
        "border",
        *(element(name, side, style="thin") for name in ("left", "right", "top", "bottom")),
        element("diagonal"),
    )
    empty = (element(name) for name in ("left", "right", "top", "bottom", "diagonal"))
    borders = (element("border", *empty), lined)
    formats = (
        _format(font=0, number="0"),
        _format(font=1, vertical="center"),
        _format(font=0, wrap=True),
        _format(font=2, fill=2, border=1, wrap=True, vertical="center"),
        _format(font=0, border=1, wrap=True),
    )
    return XML + element(
        "styleSheet",
        element("fonts", *fonts, count=str(len(fonts))),
        element("fills", *fills, count=str(len(fills))),
        element("borders", *borders, count=str(len(borders))),
        element("cellStyleXfs", element("xf"), count="1"),
        element("cellXfs", *formats, count=str(len(formats))),
        element(
            "cellStyles", element("cellStyle", name="Normal", xfId="0", builtinId="0"), count="1"
        ),
        xmlns=_MAIN,
    )


def _font(size: int, *, bold: bool = False, colour: str = "FF000000") -> str:
    return element(
        "font",
        element("b") if bold else "",
        element("sz", val=str(size)),
        element("color", rgb=colour),
        element("name", val="Calibri"),
        element("family", val="2"),
    )


def _fill(pattern: str, colour: str = "") -> str:
    front = element("fgColor", rgb=colour) if colour else ""
    return element("fill", element("patternFill", front, patternType=pattern))


def _format(
    *,
    font: int,
    fill: int = 0,
    border: int = 0,
    number: str = _TEXT,
    wrap: bool = False,
    vertical: str = "top",
) -> str:
    lines = {"wrapText": "1"} if wrap else {}
    return element(
        "xf",
        element("alignment", vertical=vertical, **lines),
        numFmtId=number,
        fontId=str(font),
        fillId=str(fill),
        borderId=str(border),
        xfId="0",
        applyNumberFormat="1",
        applyFont="1",
        applyFill="1",
        applyBorder="1",
        applyAlignment="1",
    )
