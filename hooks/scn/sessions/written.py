"""Session files as a person would write them, from values."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

from scn.problems import Problem
from scn.sessions.catalogue import FOLDER, Catalogue, catalogue_with
from scn.sessions.json_schema import first_line, value_of
from scn.yaml_text import read_yaml

Written: TypeAlias = "str | bool | int | Sequence[Written] | Mapping[str, Written]"

_LONGEST_LINE = 100
_LONGEST_SLUG = 40
_SURELY_PLAIN = re.compile(r"[^\W_](?:[^\W_]|[-./+()_’–…?!;@&%]|:(?=[^\s,\]}])| (?=[^#\s]))*")


def file_text(name: str, fields: Mapping[str, Written]) -> str:
    """The text of the file at that path in the folder of sessions, one field a line."""
    lines = [first_line(name)]
    for key, value in fields.items():
        line = f"{key}: {_flow(value)}"
        if isinstance(value, Mapping) and len(line) > _LONGEST_LINE:
            lines.append(f"{key}:")
            lines.extend(f"  {inner}: {_flow(each)}" for inner, each in value.items())
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def _flow(value: Written) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, str):
        return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return "[" + ", ".join(map(_flow, value)) + "]"


def _is_plain(text: str) -> bool:
    """Whether the text means the same without quotation marks, also inside brackets."""
    return bool(_SURELY_PLAIN.fullmatch(text)) and value_of(f"a: {text}") == {"a": text}


def problems_of(name: str, text: str, catalogue: Catalogue) -> tuple[Problem, ...]:
    """What is wrong with one more file beside those that are there."""
    found = catalogue_with(catalogue, name, text).problems
    return tuple(sorted(each for each in found if each.path == f"{FOLDER}/{name}"))


def fields_with_problems(text: str, problems: Collection[Problem]) -> dict[str, str]:
    """The outermost fields in which there are problems, each with the first message."""
    root, _ = read_yaml(text, "")
    found: dict[str, str] = {}
    places = [(key.line, key.text) for key, _ in getattr(root, "items", ())]
    for problem in sorted(problems):
        above = [name for line, name in places if line <= problem.line]
        if above:
            found.setdefault(above[-1], problem.message)
    return found


def free_id(country: str, year: int, words: str, taken: Collection[str]) -> str:
    """An id of those words, with a number when it is not the first."""
    ascii_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only)[:_LONGEST_SLUG].strip("-") or "session"
    number = 1
    while f"{country}-{year}-{slug}-{number}" in taken:
        number += 1
    return f"{country}-{year}-{slug}-{number}"


def taken_ids(catalogue: Catalogue) -> frozenset[str]:
    """Ids that a session has or had, also those of files that cannot be read."""
    files = {name.rpartition("/")[2].removesuffix(".yml") for name in catalogue.texts}
    former = {each for session in catalogue.sessions for each in session.previous_ids}
    return frozenset(files | former)
