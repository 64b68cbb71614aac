"""The files of a project while they are read: each says what it says or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from scn.building.memory import Memory
from scn.problems import ContentError, Problem

T = TypeVar("T")


class DataFiles:
    """Files below `docs/_data/`, and all problems that were found so far, of whatever file."""

    def __init__(self, root: Path, docs: Path, memory: Memory) -> None:
        self.root = root
        self.docs = docs
        self.memory = memory
        """Of files that were read before."""

        self.problems: list[Problem] = []

    def path(self, name: str) -> Path:
        return self.docs / "_data" / name

    def shown(self, path: Path) -> str:
        """As messages name a file: relative to the project where it is in there."""
        is_inside = path.is_relative_to(self.root)
        return (path.relative_to(self.root) if is_inside else path).as_posix()

    def note(self, path: str, message: str) -> None:
        """What is wrong with a file as a whole."""
        self.problems.append(Problem(path=path, line=1, column=1, message=message))

    def add(self, problems: Iterable[Problem]) -> None:
        self.problems.extend(problems)

    def text(self, name: str) -> str | None:
        """The text of a data file; nothing where that cannot be read."""
        path = self.path(name)
        try:
            return path.read_text("utf-8-sig")
        except FileNotFoundError:
            message = "The file is missing. Write it, or restore it from the repository."
        except UnicodeDecodeError:
            message = "The file is not UTF-8. Save it as UTF-8."
        self.note(self.shown(path), message)
        return None

    def load(self, load: Callable[..., T], name: str, **known: object) -> T | None:
        """What a data file says, or nothing when that has problems."""
        text = self.text(name)
        if text is None:
            return None
        return self.collect(lambda: _loaded(load, text, self.shown(self.path(name)), **known))

    def collect(self, load: Callable[[], T]) -> T | None:
        """What it gives, or nothing when it says what is wrong."""
        try:
            return load()
        except ContentError as error:
            self.add(error.problems)
            return None


@lru_cache(maxsize=32)  # a preview reads the same files again and again
def _loaded(load: Callable[..., T], text: str, path: str, **known: object) -> T:
    return load(text, path, **known)
