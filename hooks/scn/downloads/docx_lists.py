"""Bullets, numbers and boxes of lists in a Word file (ECMA-376, part 1, clause 17.9)."""

from typing import Any
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

INDENT = Pt(18)
"""One step of a list."""

BULLETS = 1
"""The number of all lists without numbers."""

_LEVELS = {
    "List Bullet": ("bullet •", "bullet –", "bullet ▪", "bullet –"),
    "List Number": ("decimal %1.", "lowerLetter %2.", "lowerRoman %3.", "decimal %4."),
}
_DEEPEST = 3
_LONGEST_NAME = 60
_BOX = """<w:sdt {namespaces}>
<w:sdtPr><w:alias w:val={name}/><w:id w:val="{id}"/>
<w14:checkbox><w14:checked w14:val="{ticked:d}"/>
<w14:checkedState w14:val="2612" w14:font="{font}"/>
<w14:uncheckedState w14:val="2610" w14:font="{font}"/></w14:checkbox></w:sdtPr>
<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}"/></w:rPr>
<w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"""


def set_levels(document: Document) -> None:
    """Lists of several levels instead of the template's lists of one level each."""
    numbering: Any = document.part.numbering_part.element
    numbering[:] = []
    for kind, levels in enumerate(_LEVELS.values()):
        drawn = '<w:multiLevelType w:val="multilevel"/>'
        for level, (form, sign) in enumerate(map(str.split, levels)):
            indent = f'w:left="{INDENT.twips * (level + 1)}" w:hanging="{INDENT.twips}"'
            drawn += (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                f'<w:lvlText w:val="{sign}"/><w:pPr><w:ind {indent}/></w:pPr></w:lvl>'
            )
        start = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{kind}">'
        numbering.append(parse_xml(f"{start}{drawn}</w:abstractNum>"))
    for kind, name in enumerate(_LEVELS):
        style: Any = document.styles[name].element
        style.pPr.numPr.numId.val = numbering.add_num(kind).numId


def start_numbers(document: Document) -> int:
    """The number of a new numbered list, which begins at 1 on every level."""
    numbering: Any = document.part.numbering_part.element
    number = numbering.add_num(tuple(_LEVELS).index("List Number"))
    for level in range(_DEEPEST + 1):
        number.add_lvlOverride(level).add_startOverride(1)
    return int(number.numId)


def put_in_list(paragraph: Paragraph, number: int, level: int) -> None:
    properties: Any = paragraph._p.get_or_add_pPr()
    place = properties.get_or_add_numPr()
    place.get_or_add_ilvl().val = min(level, _DEEPEST)
    place.get_or_add_numId().val = number


def checkbox(name: str, number: int, *, ticked: bool) -> BaseOxmlElement:
    """A box to click on, called by what stands beside it; `number` is its own in the file."""
    return parse_xml(
        _BOX.format(
            namespaces=nsdecls("w", "w14"),
            name=quoteattr(name[:_LONGEST_NAME]),
            id=number,
            ticked=ticked,
            font="MS Gothic",
            sign="☒" if ticked else "☐",
        )
    )
