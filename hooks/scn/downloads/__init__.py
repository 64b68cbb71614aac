"""Files that readers download and edit: ready-made texts for Word, a review table for Excel.

Making them needs python-docx and openpyxl, whose import takes longer than a build in which nothing
has changed: `docx_file` and `review_table` are imported by whoever makes a file, not here.
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
