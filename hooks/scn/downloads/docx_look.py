"""The look of a Word file of ours: page, styles and language (ECMA-376, part 1, 17)."""

from functools import cache
from io import BytesIO
from typing import Any

import docx
from babel.core import get_global
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from scn.dates import locale_of
from scn.downloads.docx_lists import INDENT, set_levels

TEXT_WIDTH, _MARGIN = Mm(170), Mm(20)
_SIZES = {"Title": 20, "Heading 1": 15, "Heading 2": 13, "Heading 3": 11.5, "Heading 4": 11}
_LISTS = ("List", "List Bullet", "List Number", "List Continue")
_BASES = ("Normal", "Default Paragraph Font", "Normal Table", "No List")
_KEPT = {"Quote", "Footer", "No Spacing", "Table Grid", *_SIZES, *_LISTS, *_BASES}
_LEFT_OUT = {"customXml", "fontTable", "stylesWithEffects", "thumbnail", "webSettings"}


def blank_document(language: str) -> Document:
    document = docx.Document(BytesIO(_blank()))
    tag = tag_with_region(language)
    document.core_properties.language = tag
    for part in (document.styles, document.settings):
        for place in part.element.xpath(".//w:docDefaults//w:lang | .//w:themeFontLang"):
            place.set(qn("w:val"), tag)
            place.set(qn("w:eastAsia"), tag)
    return document


def tag_with_region(language: str) -> str:
    """`de-DE`: Word's spelling checker wants a region with the language."""
    if "-" in language:
        return language
    subtags = get_global("likely_subtags")[language]  # `de_Latn_DE`
    return f"{language}-{locale_of(language).territory or subtags.rpartition('_')[2]}"


def shade(properties: Any, colour: str) -> None:
    attributes = {"w:val": "clear", "w:color": "auto", "w:fill": colour}
    properties.append(OxmlElement("w:shd", {qn(key): value for key, value in attributes.items()}))


@cache
def _blank() -> bytes:
    """The template of python-docx, reduced to what we use."""
    document = docx.Document()
    for part in (document.part, document.part.package):
        for name, relation in list(part.rels.items()):
            if relation.reltype.rpartition("/")[2] in _LEFT_OUT:
                del part.rels[name]
    (mode,) = document.settings.element.xpath(".//w:compatSetting[@w:name='compatibilityMode']")
    mode.set(qn("w:val"), "15")  # with less, Word says that the file is old
    (page,) = document.sections
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    _set_styles(document)
    set_levels(document)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _set_styles(document: Document) -> None:
    styles, colour = document.styles, RGBColor.from_string("0B5563")
    styles.element.remove(styles.latent_styles.element)  # what Word shows in its menus
    for style in list(styles):
        if style.name.removesuffix(" Char") not in _KEPT:
            style.delete()
    styles["Normal"].font.name = "Calibri"
    (spacing,) = styles.element.xpath(".//w:pPrDefault//w:spacing")
    spacing.set(qn("w:after"), str(Pt(6).twips))
    for name, size in _SIZES.items():
        styles[name].font.size, styles[name].font.color.rgb = Pt(size), colour
        styles[name].paragraph_format.space_after = Pt(4)
    styles["Quote"].paragraph_format.left_indent = INDENT
    tabs = styles["Footer"].paragraph_format.tab_stops
    tabs.clear_all()
    tabs.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    styles["Footer"].font.size = Pt(9)
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.underline, link.font.color.rgb = True, colour
    placeholder = styles.add_style("Placeholder", WD_STYLE_TYPE.CHARACTER)
    shade(placeholder.element.get_or_add_rPr(), "FFF0C2")
