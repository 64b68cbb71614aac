"""The texts of the Markdown pages: read when somebody asks, or all read once for their digests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from scn.building.digests import digest_of_bytes
from scn.problems import ContentError, Problem, cannot_be_read

_MOST_AT_ONCE = 1 << 14


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
        self._held: dict[str, str] | None = None
        self.other_files = other_files
        """What is beside the pages and no data, by the same paths."""

    @classmethod
    def below(cls, docs: Path) -> PageTexts:
        """All Markdown files that are no data, in the order of their paths."""
        return cls(docs, *_names_below(docs))

    def __getitem__(self, name: str) -> str:
        """The text.

        Raises:
            ContentError: the file cannot be read.
        """
        if name not in self._names:
            raise KeyError(name)
        if name in self.made:
            return self.made[name]
        text = self._held.get(name) if self._held is not None else None
        if text is None:
            text = self._read(name)
            if self._held is not None:
                self._held[name] = text
        return text

    def _read(self, name: str) -> str:
        try:
            return _text_of(read_bytes(f"{self._docs}/{name}"))
        except OSError as error:
            raise ContentError([cannot_be_read(f"docs/{name}", error)]) from None

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def held(self) -> PageTexts:
        """The same texts, each read once: for a language, whose texts are asked for often."""
        texts = self.only(lambda _: True)
        texts.other_files, texts._held = self.other_files, {}
        return texts

    def only(self, is_wanted: Callable[[str], bool]) -> PageTexts:
        made = {name: text for name, text in self.made.items() if is_wanted(name)}
        return PageTexts(self._docs, tuple(filter(is_wanted, self._names)), made=made)

    def with_made(self, made: Mapping[str, str]) -> PageTexts:
        return PageTexts(self._docs, tuple(self._names), self.other_files, made)


class DigestedTexts(Mapping[str, str]):
    """The same with all files read once for their digests, by which the rest may be known.

    None is held before somebody asks for it: with thousands, that is half of the time of reading.
    """

    def __init__(self, docs: Path) -> None:
        """Read them.

        Raises:
            ContentError: files cannot be read.
        """
        self._docs = docs
        self._held: dict[str, bytes] = {}
        self._names, _ = _names_below(docs)
        self.digests: dict[str, str] = {}
        """By the path of the file in the project."""

        problems = []
        for name in self._names:
            try:
                self.digests[f"docs/{name}"] = digest_of_bytes(read_bytes(f"{docs}/{name}"))
            except OSError as error:
                problems.append(cannot_be_read(f"docs/{name}", error))
        if problems:
            raise ContentError(problems)

    def __getitem__(self, name: str) -> str:
        """The text.

        Raises:
            ContentError: the file is another one than when it was read first.
        """
        data = self._held.get(name)
        if data is None:
            data = self._held[name] = self._read_again(name)
        return _text_of(data)

    def _read_again(self, name: str) -> bytes:
        path = f"docs/{name}"
        digest = self.digests[path]
        try:
            data = read_bytes(f"{self._docs}/{name}")
        except OSError:
            data = None
        if data is None or digest_of_bytes(data) != digest:
            message = "The file was changed while it was read. Run the command again."
            raise ContentError([Problem(path=path, line=1, column=1, message=message)])
        return data

    def __contains__(self, name: object) -> bool:
        return f"docs/{name}" in self.digests

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


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


def _text_of(data: bytes) -> str:
    text = data.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read_bytes(path: str) -> bytes:
    """In a few calls of the system, half of those of `Path.read_bytes`: files are thousands."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = [os.read(descriptor, _MOST_AT_ONCE)]
        while parts[-1]:  # some file systems give less than there is
            parts.append(os.read(descriptor, _MOST_AT_ONCE))
    finally:
        os.close(descriptor)
    return parts[0] if len(parts) <= 2 else b"".join(parts)  # the last is empty
