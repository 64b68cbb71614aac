"""The tables of fields on the page for contributors, made from the shapes and their explanations.

On the page, a comment names the fields of a table and a second one ends it; what stands between
them is written by `python scripts/sessions.py fields`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scn.reading import Choices
from scn.sessions.explanations import explanation
from scn.sessions.fields import SESSION
from scn.sessions.json_schema import walk_fields
from scn.shapes import Schema

PAGE = "docs/en/contribute/add-a-session.md"

_TABLE = re.compile(r"(<!-- fields: ([a-z_, ]+) -->\n).*?(<!-- end of fields -->\n)", re.DOTALL)
_MOST_LISTED = 12
_NEEDED_BY_RULES = frozenset({"announced", "title"})
"""Missing only in sessions of a past programme."""


def page_with_tables(page: str, choices: Choices) -> str:
    """The page with its tables as they should be now."""

    def table(found: re.Match[str]) -> str:
        lines = "\n".join(_lines(re.split(r", *", found[2]), choices))
        return f"{found[1]}\n{lines}\n\n{found[3]}"

    return _TABLE.sub(table, page)


def fields_on(page: str) -> tuple[str, ...]:
    """The outermost fields that have a table."""
    return tuple(name for found in _TABLE.finditer(page) for name in re.split(r", *", found[2]))


def _lines(names: list[str], choices: Choices) -> Iterator[str]:
    yield "| Field | Needed | What it says | Example |"
    yield "|---|---|---|---|"
    for path, field, is_required in walk_fields(SESSION.schema()):
        outermost, _, inside = path.partition(".")
        if outermost in names and _is_shown(path):
            about, example = explanation(path)
            is_needed = is_required or path in _NEEDED_BY_RULES
            needed = ("With it" if inside else "Yes") if is_needed else "No"
            cells = (f"`{path}`", needed, f"{about}{_words(field, choices)}", f"`{example}`")
            yield f"| {' | '.join(cells)} |"


def _is_shown(path: str) -> bool:
    """Fields of an occurrence that are as those of a file are explained there."""
    for beginning in ("occurrences.", "repeat.except."):
        if path.startswith(beginning):
            return path in {"occurrences.key", "occurrences.status", "occurrences.previous_ids"}
    above, _, name = path.rpartition(".")
    is_known = name in {"onsite", "online"} and above.startswith("attendance")
    return not is_known and not path.startswith("changes.from.all_day.")


def _words(field: Schema, choices: Choices) -> str:
    """How long a text can be, or the words that can stand there when they are few."""
    longest = field.get("propertyNames") and field["additionalProperties"].get("maxLength")
    if longest:
        return f"; at most {longest:,} letters"
    inner = field.get("items", field)
    name = inner.get("$ref", "").rpartition("/")[2]
    words = list(choices[name]) if name else inner.get("enum", [])
    if not words or len(words) > _MOST_LISTED:
        return ""
    return ": " + ", ".join(f"`{word}`" for word in words)
