"""The head of a page: what its front matter says about it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from scn.front_matter import split_front_matter
from scn.problems import ContentError, Problem
from scn.records import ListOf, Record, load
from scn.shapes import Choice, Shape, Value
from scn.translations.head import (
    TRANSLATION_HEAD,
    memory_of_translation,
    translation_from_memory,
)
from scn.translations.model import TranslationHead
from scn.values import day, flag, one_line, pattern

LONGEST_DESCRIPTION = 200
_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)
_TWO_VERSIONS = (
    "A merge left two versions of this part. Keep one of them, and delete the lines that begin"
    " with <<<<<<<, ======= and >>>>>>>."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    title: str
    description: str
    summary: str = ""
    as_of: datetime.date | None = None
    """The day up to which the facts of the page were checked."""

    sources: tuple[str, ...] = ()
    """Codes of the register of sources."""

    template: str = ""
    """File name of the page template, where it is not the ordinary one."""

    translation: TranslationHead | None = None
    """From which text the page was translated, and by whom; None where nobody says so."""

    local_only: bool = False
    """Made for this language alone: there is no source page, and none is missed."""


_ANY_SOURCE = ListOf(Value(one_line(40), "a code of the register of sources"))
_KNOWN_SOURCE = ListOf(Choice("sources", "a code that docs/_data/sources.yml has"))
_FIELDS: dict[str, Shape[object]] = {
    "title": Value(one_line(120), "the title of the page"),
    "description": Value(
        one_line(LONGEST_DESCRIPTION), "one sentence that says what the page gives"
    ),
    "summary": Value(one_line(400), "a short summary"),
    "as_of": Value(day, "the day up to which the facts were checked"),
    "template": Value(pattern(r"[a-z-]+\.html", "a template such as home.html"), "a template"),
    "translation": TRANSLATION_HEAD,
    "local_only": Value(flag, "true, where the page is made for this language alone"),
}


def _contradictions(head: PageHead) -> Iterator[tuple[str, str]]:
    if head.local_only and head.translation:
        message = (
            "A page that is made for this language alone is no translation."
            " Delete this line or the field translation."
        )
        yield "local_only", message


def load_page_head(text: str, path: str, *, sources: Collection[str] | None) -> PageHead:
    """Read the front matter of a page; `path` is how messages name the file.

    Without the register of sources, codes are taken as they are.

    Raises:
        ContentError: all that is wrong with it, at its place in the file.
    """
    head = split_front_matter(text).head
    if conflict := _CONFLICT.search(head or text):
        line = (head or text).count("\n", 0, conflict.start()) + (2 if head else 1)
        raise ContentError([Problem(path=path, line=line, column=1, message=_TWO_VERSIONS)])
    if not head.strip():
        message = (
            "The page has no front matter. Begin it with a line `---`, then `title: …` and"
            " `description: …`, then a line `---`."
        )
        raise ContentError([Problem(path=path, line=1, column=1, message=message)])
    try:
        codes = _ANY_SOURCE if sources is None else _KNOWN_SOURCE
        shape = Record(PageHead, {**_FIELDS, "sources": codes}, check=_contradictions)
        return load(shape, head, path, {"sources": sources or ()})
    except ContentError as error:
        # The YAML begins below the line of hyphens.
        raise ContentError(replace(p, line=p.line + 1) for p in error.problems) from None


def memory_of_head(head: PageHead) -> dict[str, Any]:
    """Values of JSON, for a cache: those that are given."""
    value = {field.name: getattr(head, field.name) for field in fields(head)}
    value |= {
        "as_of": head.as_of.isoformat() if head.as_of else None,
        "translation": head.translation and memory_of_translation(head.translation),
    }
    return {name: each for name, each in value.items() if each}


def head_from_memory(value: Mapping[str, Any]) -> PageHead:
    known = dict(value)
    if "as_of" in value:
        known["as_of"] = datetime.date.fromisoformat(value["as_of"])
    if "sources" in value:
        known["sources"] = tuple(value["sources"])
    if "translation" in value:
        known["translation"] = translation_from_memory(value["translation"])
    return PageHead(**known)
