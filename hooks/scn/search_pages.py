"""Numbers the pages of a search index by their addresses.

Pagefind numbers them in the order in which the file system lists them, which is another one on each
machine. Numbers stand where words are (`[pages since the one before, places, …]`) and in filters
(`[value, numbers]`).
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

_URL = re.compile(rb'pagefind_dcd\{"url":("(?:[^"\\]|\\.)*")')
_BEGINNING = 4096
"""Bytes of a page in which its address ends."""

WITH_GZIP_HEADER = 31
"""`wbits` of zlib."""


def place(name: str) -> list[str]:
    """By which files come in the order of their folders."""
    return name.split("/")


class PageNumbers:
    """The new number of each page by its old one."""

    def __init__(self, pages: Sequence[Any], fragments: Mapping[str, bytes]) -> None:
        """`pages` are those of `.pf_meta`, `fragments` the contents of `.pf_fragment` by hash.

        Raises:
            ValueError: a fragment is not as expected.
            KeyError: a page has none.
        """
        places = [_place_of(fragments[hash_]) for hash_, *_ in pages]
        self._old = sorted(range(len(pages)), key=places.__getitem__)
        self._new = {old: new for new, old in enumerate(self._old)}
        self.are_the_same = self._old == list(range(len(pages)))

    def pages(self, pages: Sequence[Any]) -> list[Any]:
        return [pages[old] for old in self._old]

    def numbers(self, numbers: Iterable[int]) -> list[int]:
        return sorted(self._new[old] for old in numbers)

    def word(self, word: Sequence[Any]) -> list[Any]:
        """`[word, where it is, [form, where it is] for each form with other letters]`."""
        text, where, forms, *more = word
        found = sorted([form, self._where(at)] for form, at in forms)
        return [text, self._where(where), found, *more]

    def _where(self, found: Sequence[Any]) -> list[Any]:
        if self.are_the_same:
            return list(found)
        numbers = accumulate(since for since, *_ in found)
        new = sorted((self._new[old], one) for old, one in zip(numbers, found, strict=True))
        before = (0, *(number for number, _ in new))
        return [[number - last, *one[1:]] for (number, one), last in zip(new, before, strict=False)]


def _place_of(fragment: bytes) -> list[str]:
    plain = zlib.decompressobj(WITH_GZIP_HEADER).decompress(fragment, _BEGINNING)
    found = _URL.match(plain)
    if not found:
        raise ValueError("A page has no address.")
    url: str = json.loads(found[1])
    return place(f"{url}index.html" if url.endswith("/") else url)
