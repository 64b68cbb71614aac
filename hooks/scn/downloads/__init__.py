"""Files that readers download and edit: ready-made texts for Word, a review table for Excel."""

from scn.downloads.blocks import TextDocument
from scn.downloads.docx_file import docx_from_text
from scn.downloads.html_blocks import UnsupportedTextError
from scn.downloads.review_table import review_table_xlsx
from scn.downloads.texts import PAGE_OF_TEXTS, texts_from_markdown

__all__ = [
    "PAGE_OF_TEXTS",
    "TextDocument",
    "UnsupportedTextError",
    "docx_from_text",
    "review_table_xlsx",
    "texts_from_markdown",
]
