"""The address at which a translation begins in a browser: a new file that has its text already."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from scn.front_matter import split_front_matter
from scn.translations.blob import blob_id
from scn.translations.head import with_head
from scn.translations.model import TranslationHead

LONGEST_ADDRESS = 6_000
"""Hosts refuse addresses of more than about 8 KB; who has to sign in first goes through one that
repeats this one with each `%` written as `%25`.
"""


def prefilled_address(english: str, address_of: Callable[[str], str], pointer: str) -> str:
    """Of a file with the English text, its pin and the fields to translate.

    `address_of` makes the address from the text of the file. Of a page that is too long for an
    address the file has the head and the title, and `pointer` says where the rest is.
    """
    text, beginning = _texts(english)
    if len(text) <= LONGEST_ADDRESS:  # an address is longer than its text, and slow to make
        whole = address_of(text)
        if len(whole) <= LONGEST_ADDRESS:
            return whole
    return address_of(f"{beginning}{pointer}\n")


@lru_cache(maxsize=1024)
def _texts(english: str) -> tuple[str, str]:
    """The file with the whole text, and with its beginning: the same in all languages."""
    head = TranslationHead(source=blob_id(english), state="human")
    text = with_head(english.replace("\r\n", "\n"), head)
    page = split_front_matter(text)
    title = next((line for line in page.body.split("\n") if line.startswith("# ")), "")
    lines = [*text.split("\n")[: page.body_line - 1], "", title, "", ""]
    return text, "\n".join(lines)
