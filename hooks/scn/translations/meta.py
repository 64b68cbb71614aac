"""The fields of the front matter whose words a translation has too."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from scn.translations.model import Block
from scn.translations.normalise import plain

FIELD = re.compile(
    r"^(?P<name>title|description|summary):(?P<value>.*(?:\n(?:[ \t].*|(?=\n[ \t])))*)",
    re.MULTILINE,
)
_SIMPLE = re.compile(r"[^\s\"'|>&*!#%@`\[{][^\n#]*")


def meta_blocks(head: str) -> Iterator[Block]:
    """One block a field; `head` begins in the second line of the file."""
    for field in FIELD.finditer(head):
        line = head.count("\n", 0, field.start()) + 2
        yield Block(
            kind="meta",
            section="",
            text=f"{field['name']}: {plain(field_text(field['value'].strip()))}",
            line=line,
            last_line=line + field["value"].rstrip().count("\n"),
        )


def field_text(value: str) -> str:
    """Most values are one plain line, and reading YAML takes longer than the rest of the page."""
    if _SIMPLE.fullmatch(value):
        return value
    try:
        read = yaml.load(f"value: {value}", Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
    except yaml.YAMLError:
        return value
    return str(read["value"])
