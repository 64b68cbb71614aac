"""Files that readers download and edit: ready-made texts for Word, a review table for Excel.

Making them needs python-docx and XlsxWriter, whose import takes a part of a short build:
`docx_file` and `review_table` are imported by whoever makes a file, not here.
"""

from scn.downloads.blocks import TextDocument
from scn.downloads.html_blocks import UnsupportedTextError
from scn.downloads.texts import PAGE_OF_TEXTS, texts_from_markdown

__all__ = [
    "PAGE_OF_TEXTS",
    "TextDocument",
    "UnsupportedTextError",
    "texts_from_markdown",
]
