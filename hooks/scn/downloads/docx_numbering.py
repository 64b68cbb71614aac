"""Bullets and numbers of lists in a Word file (ECMA-376, part 1, clause 17.9)."""

from scn.downloads.docx_styles import W
from scn.downloads.packaging import XML, element

LEVELS = 4
INDENT = 360
"""One step of a list, in twentieths of a point."""

BULLETS = 1
FIRST_NUMBERED = 2
_SYMBOLS = "•–▪–"


def numbering_xml(numbered: int) -> str:
    """One numbering for all bullets and one for each numbered list, which begins at 1 again."""
    kinds = (
        _levels(0, ["bullet"] * LEVELS, list(_SYMBOLS)),
        _levels(
            1,
            ["decimal", "lowerLetter", "lowerRoman", "decimal"],
            [f"%{level + 1}." for level in range(LEVELS)],
        ),
    )
    first = element("w:startOverride", w_val="1")
    again = "".join(element("w:lvlOverride", first, w_ilvl=str(level)) for level in range(LEVELS))
    lists = [_list(BULLETS, 0)]
    lists += [_list(FIRST_NUMBERED + number, 1, again) for number in range(numbered)]
    return XML + element("w:numbering", *kinds, *lists, xmlns_w=W)


def _indent(level: int) -> str:
    return element("w:ind", w_left=str(INDENT * (level + 1)), w_hanging=str(INDENT))


def _list(number: int, kind: int, overrides: str = "") -> str:
    made_from = element("w:abstractNumId", w_val=str(kind))
    return element("w:num", made_from, overrides, w_numId=str(number))


def _levels(name: int, formats: list[str], shown: list[str]) -> str:
    levels = (
        element(
            "w:lvl",
            element("w:start", w_val="1"),
            element("w:numFmt", w_val=formats[level]),
            element("w:lvlText", w_val=shown[level]),
            element("w:lvlJc", w_val="left"),
            element("w:pPr", _indent(level)),
            w_ilvl=str(level),
        )
        for level in range(LEVELS)
    )
    several = element("w:multiLevelType", w_val="hybridMultilevel")
    return element("w:abstractNum", several, *levels, w_abstractNumId=str(name))
