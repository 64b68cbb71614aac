"""A text as a Word file: its parts, its page and its footer (ECMA-376, part 1, clause 17)."""

from scn.downloads.blocks import Run, TextDocument
from scn.downloads.docx_body import W14, Body, Resolve, paragraph, text_run
from scn.downloads.docx_numbering import numbering_xml
from scn.downloads.docx_styles import LOCALES, TEXT_WIDTH, W, settings_xml, styles_xml
from scn.downloads.packaging import (
    OFFICE,
    XML,
    core_properties,
    element,
    package,
    relationships,
)

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "document": "document.main",
    "footer": "footer",
    "numbering": "numbering",
    "settings": "settings",
    "styles": "styles",
}
_A4 = (11906, 16838)
_MARGIN = (_A4[0] - TEXT_WIDTH) // 2


def absolute_only(href: str) -> str:
    """The default for links: those that lead nowhere outside the site become plain words."""
    return href if href.startswith(("https://", "http://", "mailto:")) else ""


def docx_from_text(
    document: TextDocument,
    *,
    language: str,
    title: str,
    footer: str,
    publisher: str = "",
    resolve: Resolve = absolute_only,
) -> bytes:
    """The file, byte for byte the same for the same arguments.

    `resolve` turns a link of the page into an address that works outside it, or into nothing.
    """
    locale = LOCALES.get(language, language)
    body = Body(resolve=resolve)
    heading = paragraph("Title", body.runs((Run(text=title),)))
    blocks = "".join(body.blocks(document.blocks))
    links = {name: (f"{OFFICE}/hyperlink", target) for name, target in body.links.items()}
    parts = {
        "word/document.xml": _document(heading + blocks),
        "word/footer.xml": _footer(footer),
        "word/numbering.xml": numbering_xml(body.numbered),
        "word/settings.xml": settings_xml(locale),
        "word/styles.xml": styles_xml(locale),
    }
    parts["word/_rels/document.xml.rels"] = relationships(
        {name: (f"{OFFICE}/{name}", f"{name}.xml") for name in _TYPES if name != "document"} | links
    )
    types = {f"word/{name}.xml": f"{_TYPE}.{kind}+xml" for name, kind in _TYPES.items()}
    core = core_properties(title=title, publisher=publisher, language=locale)
    return package("word/document.xml", parts, types, core=core)


def _document(body: str) -> str:
    margin = str(_MARGIN)
    page = element(
        "w:sectPr",
        element("w:footerReference", w_type="default", r_id="footer"),
        element("w:pgSz", w_w=str(_A4[0]), w_h=str(_A4[1])),
        element(
            "w:pgMar",
            w_top=margin,
            w_right=margin,
            w_bottom=margin,
            w_left=margin,
            w_header="567",
            w_footer="567",
            w_gutter="0",
        ),
    )
    return XML + element(
        "w:document",
        element("w:body", body, page),
        xmlns_w=W,
        xmlns_r=OFFICE,
        xmlns_w14=W14,
        xmlns_mc="http://schemas.openxmlformats.org/markup-compatibility/2006",
        mc_Ignorable="w14",
    )


def _footer(text: str) -> str:
    number = element("w:fldSimple", element("w:r", element("w:t", "1")), w_instr=" PAGE ")
    tab = element("w:r", element("w:tab"))
    return XML + element("w:ftr", paragraph("Footer", text_run(text) + tab + number), xmlns_w=W)
