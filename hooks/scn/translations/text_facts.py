"""What states need of the texts of pages, and what was found out about them before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

from scn.building.memory import Memory
from scn.translations.blob import body_digest
from scn.translations.headings import heading_ids
from scn.translations.model import Block, Change

_KIND = "translated text"


class TextFacts:
    """Of pages by source file, as `fr/package/roles.md`; a text is read when nothing is known."""

    def __init__(self, texts: Mapping[str, str], memory: Memory | None = None) -> None:
        self._texts = texts
        self._memory = memory or Memory({}, {})
        self._known: dict[str, tuple[tuple[str, ...], str]] = {}

    def __contains__(self, file: str) -> bool:
        return file in self._texts

    def heading_ids(self, file: str) -> tuple[str, ...]:
        return self._facts(file)[0]

    def body_digest(self, file: str) -> str:
        return self._facts(file)[1]

    def _facts(self, file: str) -> tuple[tuple[str, ...], str]:
        if file not in self._known:
            name = f"docs/{file}"
            found = self._memory.recall(_KIND, name)
            if found is None:
                text = self._texts[file]
                ids = heading_ids(text)
                self._known[file] = ids, body_digest(text)
                self._memory.keep([" ".join(ids), self._known[file][1]], _KIND, name)
            else:
                self._known[file] = _split(found[0]), found[1]
        return self._known[file]


@cache  # the translations of a page have the same ids
def _split(ids: str) -> tuple[str, ...]:
    return tuple(ids.split(" ")) if ids else ()


def memory_of_changes(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Values of JSON, for a cache."""
    return [asdict(change) for change in changes]


def changes_from_memory(values: Iterable[Mapping[str, Any]]) -> tuple[Change, ...]:
    blocks = ("old", "new")
    return tuple(
        Change(**{**one, **{name: one[name] and Block(**one[name]) for name in blocks}})
        for one in values
    )
