"""Office files are ZIP archives (ECMA-376, part 2). Ours come out the same every time."""

import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP archive knows; it stands for no time."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TIMES = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)


def clean(text: str) -> str:
    """The text without what XML cannot hold; the libraries refuse it with an exception."""
    return _NOT_XML.sub("", text)


def without_time(content: bytes) -> bytes:
    """The same office file with its parts in order, not compressed, and no time anywhere.

    Libraries for compression differ from machine to machine; the web server compresses anyway.
    """
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w", ZIP_STORED) as new:
        for path in sorted(old.namelist()):  # `[Content_Types].xml` comes first
            entry = ZipInfo(path, date_time=_EARLIEST)
            entry.create_system = 0
            entry.external_attr = 0
            part = old.read(path)
            new.writestr(entry, _TIMES.sub(b"", part) if path == "docProps/core.xml" else part)
    return packed.getvalue()
