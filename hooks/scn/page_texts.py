"""The texts of the Markdown pages: read when somebody asks, or all read and few of them decoded."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from scn.building.digests import digest_of_bytes

_MOST_AT_ONCE = 1 << 16


class PageTexts(Mapping[str, str]):
    """Text by source file relative to `docs/`: `fr/package/roles.md`."""

    def __init__(
        self,
        docs: Path,
        names: tuple[str, ...],
        other_files: tuple[str, ...] = (),
        made: Mapping[str, str] | None = None,
    ) -> None:
        self._docs = docs
        self.made = dict(made or {})
        """Texts of pages that stand in no file."""

        self._names = dict.fromkeys((*names, *self.made))
        self.other_files = other_files
        """What is beside the pages and no data, by the same paths."""

    @classmethod
    def below(cls, docs: Path) -> PageTexts:
        """All Markdown files that are no data, in the order of their paths."""
        return cls(docs, *_names_below(docs))

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
        return PageTexts(self._docs, tuple(filter(is_wanted, self._names)), made=made)

    def with_made(self, made: Mapping[str, str]) -> PageTexts:
        return PageTexts(self._docs, tuple(self._names), self.other_files, made)


class PageBytes(Mapping[str, str]):
    """The same with all files read: their digests are those of the texts, whoever writes now."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    @classmethod
    def below(cls, docs: Path) -> PageBytes:
        return cls({name: read_bytes(f"{docs}/{name}") for name in _names_below(docs)[0]})

    def digests(self) -> dict[str, str]:
        """By the path of the file in the project."""
        return {f"docs/{name}": digest_of_bytes(data) for name, data in self._files.items()}

    def __getitem__(self, name: str) -> str:
        text = self._files[name].decode("utf-8-sig", errors="replace")
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _names_below(docs: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of the pages, in the order of their paths, and those of the other files."""
    names: list[str] = []
    others: list[str] = []
    for here, folders, files in os.walk(docs, followlinks=True):
        folders[:] = [folder for folder in folders if folder != "_data"]
        relative = Path(here).relative_to(docs).as_posix()
        prefix = "" if relative == "." else f"{relative}/"
        for file in files:
            (names if file.endswith(".md") else others).append(f"{prefix}{file}")
    return tuple(sorted(names, key=lambda name: name.split("/"))), tuple(others)


def read_bytes(path: str) -> bytes:
    """In a few calls of the system, half of those of `Path.read_bytes`: files are thousands."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = [os.read(descriptor, _MOST_AT_ONCE)]
        while len(parts[-1]) == _MOST_AT_ONCE:
            parts.append(os.read(descriptor, _MOST_AT_ONCE))
    finally:
        os.close(descriptor)
    return parts[0] if len(parts) == 1 else b"".join(parts)
