"""The texts of the Markdown pages, read when somebody asks: most builds need few of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path


class PageTexts(Mapping[str, str]):
    """Text by source file relative to `docs/`: `fr/package/roles.md`."""

    def __init__(
        self, docs: Path, names: tuple[str, ...], other_files: tuple[str, ...] = ()
    ) -> None:
        self._docs = docs
        self._names = dict.fromkeys(names)
        self.other_files = other_files
        """What is beside the pages and no data, by the same paths."""

    @classmethod
    def below(cls, docs: Path) -> PageTexts:
        """All Markdown files that are no data, in the order of their paths."""
        names: list[str] = []
        others: list[str] = []
        for here, folders, files in os.walk(docs, followlinks=True):
            folders[:] = [folder for folder in folders if folder != "_data"]
            relative = Path(here).relative_to(docs).as_posix()
            prefix = "" if relative == "." else f"{relative}/"
            for file in files:
                (names if file.endswith(".md") else others).append(f"{prefix}{file}")
        return cls(docs, tuple(sorted(names, key=lambda name: name.split("/"))), tuple(others))

    def __getitem__(self, name: str) -> str:
        if name not in self._names:
            raise KeyError(name)
        return (self._docs / name).read_text("utf-8-sig", errors="replace")

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def only(self, is_wanted: Callable[[str], bool]) -> PageTexts:
        return PageTexts(self._docs, tuple(filter(is_wanted, self._names)))
