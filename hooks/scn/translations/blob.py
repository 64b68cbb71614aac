"""Names of texts that are computed from the texts alone."""

from __future__ import annotations

import hashlib

from scn.front_matter import split_front_matter

ID_LENGTH = 16
ID_PATTERN = "[0-9a-f]{16}"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def blob_id(text: str | bytes) -> str:
    """The first digits of the id that Git gives to the text with line ends LF.

    A byte order mark does not count: readers of pages drop it.
    """
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    data = data.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n")
    return _digest(b"blob %d\0" % len(data) + data)


def body_digest(text: str) -> str:
    """What a review is bound to: the body without its head and without blank lines at its end."""
    body = split_front_matter(text).body.rstrip()
    return _digest(body.encode("utf-8", "surrogatepass"))


def _digest(data: bytes) -> str:
    # Git's choice; nobody can gain by two pages with one id, and both would be in the history.
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()[:ID_LENGTH]
