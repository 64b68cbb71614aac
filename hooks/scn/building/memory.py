"""What earlier builds read from files that have not changed since: words and heads of pages.

Only what was read without a problem is remembered, so that problems are found in every build.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from scn.building.checked_files import DamagedFileError, read_checked, write_checked

FORMAT = "scn-memory-2"


class Memory:
    """Values of JSON by their kind and the digest of what they were read from."""

    def __init__(self, digests: Mapping[str, str], remembered: Mapping[str, Any]) -> None:
        self.digests = digests
        """Digest of each file of `docs/` by its path in the project."""

        self._in_file = self._remembered = remembered
        self._used: dict[str, Any] = {}

    def recall(self, kind: str, *names: str) -> Any:
        """What was kept for exactly these contents of the files; None where nothing was."""
        return self._recall(self._key(kind, names))

    def keep(self, value: object, kind: str, *names: str) -> None:
        if key := self._key(kind, names):
            self._used[key] = value

    def recall_of(self, kind: str, *ids: str) -> Any:
        """The same for texts by their ids, which follow from what they say."""
        return self._recall(" ".join((kind, *ids)))

    def keep_of(self, value: object, kind: str, *ids: str) -> None:
        self._used[" ".join((kind, *ids))] = value

    def remember(self, more: Mapping[str, Any]) -> None:
        """What was read after the file of the memory."""
        if more:
            self._remembered = {**self._remembered, **more}

    @property
    def used(self) -> Mapping[str, Any]:
        """What was kept or recalled: what the next build may need."""
        return self._used

    def _recall(self, key: str) -> Any:
        value = self._remembered.get(key) if key else None
        if value is not None:
            self._used[key] = value
        return value

    def _key(self, kind: str, names: tuple[str, ...]) -> str:
        if len(names) == 1:  # there are thousands of these
            digest = self.digests.get(names[0])
            return f"{kind} {names[0]} {digest}" if digest else ""
        digests = [self.digests.get(name, "") for name in names]
        return " ".join((kind, names[0], *digests)) if all(digests) else ""

    def save(self, path: Path, version: str) -> None:
        """Only what this build has used: the file cannot grow beyond one site."""
        if self._used == self._in_file:
            return
        record = {"format": FORMAT, "version": version, "values": self._used}
        write_checked(path, orjson.dumps(record, _plain))


def _plain(value: object) -> object:
    if isinstance(value, tuple):  # with names
        return list(value)
    raise TypeError(f"{type(value).__qualname__} cannot be remembered")


class MemoryFileError(Exception):
    """The file of the memory is damaged, or something else."""


def read_remembered(path: Path, version: str) -> Mapping[str, Any]:
    """What the file holds; nothing where there is none, or one of another version of the code.

    Raises:
        MemoryFileError: it cannot be read.
    """
    try:
        record = orjson.loads(read_checked(path))
        values = record["values"] if record["version"] == version else {}
        if record["format"] != FORMAT or not isinstance(values, dict):
            raise MemoryFileError(f"{path.name} is of another version")
    except FileNotFoundError:
        return {}
    except DamagedFileError as error:
        raise MemoryFileError(str(error)) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MemoryFileError(f"{path.name} is damaged ({error})") from error
    return values
