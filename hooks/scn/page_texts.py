"""The texts of the Markdown pages, read when somebody asks: most builds need few of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType


class PageTexts(Mapping[str, str]):
    """Text by source file relative to `docs/`: `fr/package/roles.md`."""

    def __init__(
        self, docs: Path, names: tuple[str, ...], made: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._docs = docs
        self._names = dict.fromkeys((*names, *made))
        self.made = made
        """Texts of pages that stand in no file."""

    @classmethod
    def below(cls, docs: Path) -> PageTexts:
        """All Markdown files that are no data, in the order of their paths."""
        names = []
        for here, folders, files in os.walk(docs, followlinks=True):
            folders[:] = [folder for folder in folders if folder != "_data"]
            relative = Path(here).relative_to(docs).as_posix()
            prefix = "" if relative == "." else f"{relative}/"
            names += [f"{prefix}{file}" for file in files if file.endswith(".md")]
        return cls(docs, tuple(sorted(names, key=lambda name: name.split("/"))))

    def __getitem__(self, name: str) -> str:
        if name not in self._names:
            raise KeyError(name)
        if name in self.made:
            return self.made[name]
        return (self._docs / name).read_text("utf-8-sig", errors="replace")

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def only(self, is_wanted: Callable[[str], bool]) -> PageTexts:
        made = {name: text for name, text in self.made.items() if is_wanted(name)}
        return PageTexts(self._docs, tuple(filter(is_wanted, self._names)), made)

    def with_made(self, made: Mapping[str, str]) -> PageTexts:
        return PageTexts(self._docs, tuple(self._names), made)
