"""The reference of the code is built once, in English; the other languages link to it."""

from __future__ import annotations

import re

from scn.words import Words

# With the heading and the one line that introduce it.
_FIRST_OBJECT = re.compile(r"^(?:##+ .*\n+(?:[^\n#:].*\n+)?)?::: ", re.MULTILINE)


def without_reference(markdown: str, words: Words) -> str:
    """The page up to its first object of the code; the rest stands on the English page.

    mkdocstrings would report each object as having several primary addresses, and each language
    would pay again for reading the code.
    """
    match = _FIRST_OBJECT.search(markdown)
    if not match:
        return markdown
    return f"{markdown[: match.start()].rstrip()}\n\n{words('fallback.english_only')}\n"
