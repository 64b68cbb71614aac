"""Style sheets and scripts as they are served: without comments and spaces, and joined.

A reader's first page waits for them, and a fifth of what they weigh is for us alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import rcssmin
import rjsmin

SHEETS = "assets/css/"
SCRIPTS = "assets/js/"
SITE_SHEET = f"{SHEETS}site.css"
SESSIONS_SHEET = f"{SHEETS}sessions.css"
JOINED = {
    SITE_SHEET: (f"{SHEETS}typeset.css", f"{SHEETS}frame.css"),
    # Most pages of sessions have tables too, and each file is a request.
    SESSIONS_SHEET: (f"{SHEETS}components.css", f"{SHEETS}sessions.css"),
}
"""What these sheets are made from, in this order."""

_ONLY_JOINED = frozenset(JOINED[SITE_SHEET])


def served_assets(sources: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Place and text of each file; `sources` are those of authors by their place."""
    for place, parts in JOINED.items():
        if texts := [sources[name] for name in parts if name in sources]:
            yield place, small_sheet("\n".join(texts))
    for name, text in sources.items():
        if name.startswith(SCRIPTS):
            yield name, small_script(text)
        elif name not in _ONLY_JOINED and name not in JOINED:
            yield name, small_sheet(text)


def small_sheet(text: str) -> str:
    """The same rules; a comment that begins with `/*!` names a licence and stays."""
    return f"{rcssmin.cssmin(text, keep_bang_comments=True)}\n"


def small_script(text: str) -> str:
    """The same script, with its own names and lines."""
    return f"{rjsmin.jsmin(text, keep_bang_comments=True)}\n"
