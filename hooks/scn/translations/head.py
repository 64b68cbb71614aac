"""What a translation says about itself in its front matter, read and written."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, fields
from functools import cache
from typing import get_args

import yaml

from scn.front_matter import split_front_matter
from scn.records import ListOf, Record
from scn.shapes import Value
from scn.translations.blob import ID_PATTERN
from scn.translations.model import Origin, Review, TranslationHead
from scn.values import day, one_line, one_of, pattern

ORIGINS: tuple[Origin, ...] = get_args(Origin)
_NAMES = ListOf(
    Value(one_line(80), "the name of an organisation, or of a person by that person's choice"),
    or_single=True,
    identity=str.casefold,
)
_PLAIN = re.compile(r"[A-Za-z][\w .+@/-]*[\w.]|[a-z]")
_YAML_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})

TRANSLATION_HEAD = Record(
    TranslationHead,
    {
        "source": Value(
            pattern(
                ID_PATTERN,
                "the 16 hex digits of the English text, or delete the whole field `translation` and"
                " run `python scripts/translations.py sync`",
            ),
            "the id of the English text that this page was made from, 16 hex digits",
        ),
        "state": Value(one_of(ORIGINS), "who wrote the text: machine, machine-edited or human"),
        "by": _NAMES,
        "pending": ListOf(
            Value(pattern(r"[a-z][a-z0-9-]*", "the id of a heading"), "the id of a heading"),
            identity=lambda id_: id_,
        ),
        "review": Record(
            Review,
            {
                "by": Value(
                    one_line(80),
                    "the name of an organisation, or of a person by that person's choice",
                ),
                "of": Value(
                    pattern(
                        ID_PATTERN,
                        "the 16 hex digits that `python scripts/translations.py review` writes",
                    ),
                    "the digest of the text that was read, 16 hex digits",
                ),
                "on": Value(day, "the day of the review, as in 2027-03-30"),
            },
        ),
    },
)


def memory_of_translation(head: TranslationHead) -> str:
    """A text of JSON, for a cache."""
    value = {field.name: getattr(head, field.name) for field in fields(head)}
    if head.review:
        value["review"] = {**asdict(head.review), "on": head.review.on.isoformat()}
    return json.dumps({name: each for name, each in value.items() if each}, ensure_ascii=False)


@cache  # most translations of a page say the same of their source
def translation_from_memory(text: str) -> TranslationHead:
    value = json.loads(text)
    known = dict(value)
    for name in ("by", "pending"):
        if name in value:
            known[name] = tuple(value[name])
    if review := value.get("review"):
        known["review"] = Review(**{**review, "on": datetime.date.fromisoformat(review["on"])})
    return TranslationHead(**known)


def with_head(text: str, head: TranslationHead) -> str:
    """The page with its `translation:` entry set or replaced; every other byte is kept.

    Raises:
        ValueError: the front matter cannot be read, so nobody knows where the entry is.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    entry = [line + end for line in _lines_of(head)]
    yaml_text = split_front_matter(text).head
    if not yaml_text:
        return "".join([mark, f"---{end}", *entry, f"---{end}", *lines])
    first, last = _entry_place(yaml_text)
    return "".join([mark, *lines[: first + 1], *entry, *lines[last + 1 :]])


def _entry_place(yaml_text: str) -> tuple[int, int]:
    """The lines of the entry in the YAML from 0, the second one exclusive; its end for none."""
    yaml_lines = yaml_text.split("\n")[:-1]
    try:
        root = yaml.compose(yaml_text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(f"the front matter is no YAML: {error}") from error
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "translation":
            last = value.end_mark.line + (value.end_mark.column > 0)
            # The end of a mapping is where the next token begins: comments there are not its own.
            while last > key.start_mark.line + 1 and not yaml_lines[last - 1].startswith(" "):
                last -= 1
            return key.start_mark.line, last
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise ValueError("the front matter has no fields")
    return len(yaml_lines), len(yaml_lines)


def _lines_of(head: TranslationHead) -> Iterator[str]:
    yield "translation:"
    yield f"  source: {_scalar(head.source)}"
    yield f"  state: {head.state}"
    if head.by:
        yield f"  by: [{', '.join(map(_scalar, head.by))}]"
    if head.pending:
        yield f"  pending: [{', '.join(head.pending)}]"
    if review := head.review:
        on = review.on.isoformat()
        yield f"  review: {{by: {_scalar(review.by)}, of: {_scalar(review.of)}, on: {on}}}"


def _scalar(text: str) -> str:
    """Plain where nothing in it means something to YAML; ids of digits only are no numbers."""
    if re.fullmatch(ID_PATTERN, text):
        return text if not re.fullmatch(r"\d+(?:e\d+)?", text) else f'"{text}"'
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in _YAML_WORDS
    return text if is_plain else json.dumps(text, ensure_ascii=False)
