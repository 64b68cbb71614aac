"""Style sheets as they are served: without comments and spaces, those of every page as one file.

A reader's first page waits for its style sheets, and a fifth of what they weigh is for us alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import rcssmin

FOLDER = "assets/css/"
SITE_SHEET = f"{FOLDER}site.css"
PARTS = (f"{FOLDER}typeset.css", f"{FOLDER}frame.css")
"""What the sheet of every page is made from, in its order."""


def served_sheets(sources: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Place and text of each sheet; `sources` are those of authors by their place."""
    parts = [sources[name] for name in PARTS if name in sources]
    if parts:
        yield SITE_SHEET, small_sheet("\n".join(parts))
    for name, text in sources.items():
        if name not in PARTS:
            yield name, small_sheet(text)


def small_sheet(text: str) -> str:
    """The same rules; a comment that begins with `/*!` names a licence and stays."""
    return f"{rcssmin.cssmin(text, keep_bang_comments=True)}\n"
