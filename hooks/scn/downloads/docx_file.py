"""A text as a Word file."""

from collections.abc import Callable
from io import BytesIO

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from scn.downloads.blocks import Run, TextDocument
from scn.downloads.docx_body import Body
from scn.downloads.docx_look import blank_document
from scn.downloads.packaging import clean, without_time


def absolute_only(href: str) -> str:
    """The default for links: those that lead nowhere outside the site become plain words."""
    return href if href.startswith(("https://", "http://", "mailto:")) else ""


def docx_from_text(
    text: TextDocument,
    *,
    language: str,
    title: str,
    footer: str,
    publisher: str = "",
    resolve: Callable[[str], str] = absolute_only,
) -> bytes:
    """The file, byte for byte the same for the same arguments.

    `resolve` turns a link of the page into an address that works outside it, or into nothing.
    """
    document = blank_document(language)
    about = document.core_properties
    about.title, about.author = clean(title), clean(publisher)
    about.comments = ""  # else it says which library wrote the file
    body = Body(document=document, resolve=resolve)
    body.paragraph("Title", (Run(text=title),))
    body.blocks(text.blocks)
    (below,) = document.sections[0].footer.paragraphs
    below.add_run(f"{clean(footer)}\t")
    page_number = OxmlElement("w:fldSimple", {qn("w:instr"): " PAGE "})
    page_number.append(below.add_run("1")._r)
    below._p.append(page_number)
    content = BytesIO()
    document.save(content)
    return without_time(content.getvalue())
