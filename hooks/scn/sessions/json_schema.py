"""JSON Schema of session files (draft 7), for editors that check and complete while one writes.

What several fields have to do with each other it says only in part; the check says the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from scn.problems import Problem
from scn.reading import Choices
from scn.sessions.explanations import explanation
from scn.sessions.fields import DEFAULTS, SESSION
from scn.sessions.folder import DEFAULTS_FILE, SCHEMAS
from scn.shapes import Schema, Shape
from scn.yaml_text import Mapping as YamlMapping
from scn.yaml_text import Node, Scalar, Sequence, read_yaml

FILES: Mapping[str, Shape[object]] = dict(zip(SCHEMAS, (SESSION, DEFAULTS), strict=True))
"""By their names in the folder of sessions."""

_DATES = ("start", "all_day", "undated", "occurrences", "repeat")
_RULES: Schema = {
    "oneOf": [{"required": [name]} for name in _DATES],
    "anyOf": [{"required": ["title", "announced"]}, {"required": ["undated"]}],
    "dependencies": {
        "start": ["end"],
        "end": ["start"],
        "offset": ["start"],
        "hours_known": ["all_day"],
    },
}


def json_schema(name: str, choices: Choices) -> Schema:
    """What one of the `FILES` says."""
    fields = FILES[name].schema()
    for path, field, _ in walk_fields(fields):
        about, example = explanation(path)
        field["description"] = f"{about}."
        field["examples"] = [value_of(example)]
    used = {part["$ref"].rpartition("/")[2] for part in _parts(fields) if "$ref" in part}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Session" if name == "session.schema.json" else "What the sessions have in common",
        **fields,
        **(_RULES if name == "session.schema.json" else {}),
        "definitions": {each: {"enum": list(choices[each])} for each in sorted(used)},
    }


def json_schema_text(name: str, choices: Choices) -> str:
    return json.dumps(json_schema(name, choices), ensure_ascii=False, indent=2) + "\n"


def first_line(name: str) -> str:
    """What tells editors which schema a file has; `name` is its path in the folder of sessions."""
    schema = SCHEMAS[name.endswith(f"/{DEFAULTS_FILE}")]
    return f"# yaml-language-server: $schema=../{schema}"


def check_first_lines(texts: Mapping[str, str], shown_as: str) -> Iterator[Problem]:
    for name, text in texts.items():
        found = text.partition("\n")[0].removeprefix("\ufeff").rstrip("\r")
        if name.endswith(".yml") and found != first_line(name):
            message = (
                f"The first line does not tell editors how to help. Make it `{first_line(name)}`."
            )
            path = f"{shown_as}/{name}"
            yield Problem(path=path, line=1, column=1, message=message, source=found)


def walk_fields(schema: Schema, path: str = "") -> Iterator[tuple[str, Schema, bool]]:
    """All fields with their path, what the schema says of them, and whether they must be there."""
    for name, field in schema.get("properties", {}).items():
        inside = f"{path}.{name}" if path else name
        yield inside, field, name in schema.get("required", ())
        yield from walk_fields(field, inside)
    if "items" in schema:
        yield from walk_fields(schema["items"], path)
    for each in schema.get("anyOf", ()):
        yield from walk_fields(each, path)
    more = schema.get("additionalProperties")
    if isinstance(more, dict):
        yield from walk_fields(more, path)


def _parts(schema: object) -> Iterator[Schema]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from _parts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _parts(value)


def value_of(text: str) -> object:
    """What an editor takes a value of a file for, by the core schema of YAML 1.2."""
    node, _ = read_yaml(text, "")
    return plain_value(node) if node else None


def plain_value(node: Node) -> object:
    if isinstance(node, YamlMapping):
        return {key.text: plain_value(value) for key, value in node.items}
    if isinstance(node, Sequence):
        return [plain_value(item) for item in node.items]
    return node.text if node.quoted else _plain_scalar(node)


def _plain_scalar(node: Scalar) -> object:
    if node.text in _CONSTANTS:
        return _CONSTANTS[node.text]
    if _INTEGER.fullmatch(node.text):
        return int(node.text)
    return float(node.text) if _NUMBER.fullmatch(node.text) else node.text


_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"[-+]?[0-9]+", re.ASCII)
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
