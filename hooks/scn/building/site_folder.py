"""The folder of a built site: what is in it, whose file it is, and how it is brought up to date."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from scn.languages import SOURCE_LANGUAGE

Status = tuple[int, int]
"""Size and time of change in nanoseconds, as the file system tells them."""

Changes = dict[str, Status | None]
"""What was written, as it is now, and what was deleted: nothing is left of it."""

_SEARCH = re.compile(
    r"pagefind/(?:(?:fragment|index|filter)/(\w[\w-]*?)_|pagefind\.(\w[\w-]*?)_|wasm\.([\w-]+)\.)"
)


def language_of_file(name: str, languages: Collection[str]) -> str:
    """The language that writes a file of the site; what no other does is the source's."""
    first, slash, _ = name.partition("/")
    if slash and first in languages:
        return first
    if found := _SEARCH.match(name):
        code = found[1] or found[2] or found[3]
        # Pagefind writes codes in small letters.
        return next((one for one in languages if one.lower() == code), SOURCE_LANGUAGE)
    return SOURCE_LANGUAGE


def files_in(folder: Path) -> dict[str, Status]:
    """Every file below a folder by its path with slashes; nothing where there is no folder."""
    found: dict[str, Status] = {}
    _scan(str(folder), "", found)
    return found


def _scan(folder: str, prefix: str, found: dict[str, Status]) -> None:
    try:
        entries = os.scandir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _scan(entry.path, f"{prefix}{entry.name}/", found)
            else:
                found[f"{prefix}{entry.name}"] = _status(entry.stat(follow_symlinks=False))


def _status(found: os.stat_result) -> Status:
    return found.st_size, found.st_mtime_ns


def files_after(files: Mapping[str, Status], changes: Changes) -> dict[str, Status]:
    """The files of a folder, without looking at it again."""
    after = {name: status for name, status in files.items() if name not in changes}
    return after | {name: status for name, status in changes.items() if status}


class FolderWriter:
    """Writes files below a folder and makes each folder on the way once."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self._made: set[str] = set()

    def path(self, name: str) -> str:
        path = f"{self.folder}{os.sep}{name.replace('/', os.sep)}"
        parent = path.rpartition(os.sep)[0]
        if parent not in self._made:
            _make_folder(parent)
            self._made.add(parent)
        return path

    def write(self, name: str, content: bytes) -> Status:
        """In one step: nobody reads half a file."""
        path = self.path(name)
        unfinished = f"{path}.new"
        with open(unfinished, "wb") as file:  # noqa: PTH123
            file.write(content)
        os.replace(unfinished, path)  # noqa: PTH105
        return self.status(name)

    def create(self, name: str, content: bytes) -> None:
        """Where nobody reads yet."""
        # In three calls of the system, half of those of `open`: there are thousands of files.
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        descriptor = os.open(self.path(name), flags, 0o666)
        try:
            left = memoryview(content)
            while left:
                left = left[os.write(descriptor, left) :]
        finally:
            os.close(descriptor)

    def status(self, name: str) -> Status:
        return _status(os.lstat(self.path(name)))

    def move(self, source: str, name: str) -> None:
        os.replace(source, self.path(name))  # noqa: PTH105


def _make_folder(path: str) -> None:
    """In one call of the system, most often: there are thousands."""
    try:
        os.mkdir(path)  # noqa: PTH102
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103
    except FileExistsError:
        if not os.path.isdir(path):  # noqa: PTH112
            raise


def move_files(source: Path, target: Path, names: Iterable[str]) -> None:
    """Into a folder that has none of them; whole folders in one step."""
    writer, old = FolderWriter(target), FolderWriter(source)
    is_moved: dict[str, bool] = {}
    """Whether a folder was moved as a whole, or else there was one."""

    for name in names:
        first, slash, _ = name.partition("/")
        if slash and first not in is_moved:
            is_moved[first] = not os.path.exists(writer.path(first))  # noqa: PTH110
            if is_moved[first]:
                writer.move(old.path(first), first)
        if not slash or not is_moved[first]:
            writer.move(old.path(name), name)


def update_files(
    site: Path,
    old: Collection[str],
    new: Iterable[str],
    content_of: Callable[[str], bytes],
    *,
    same: Collection[str] = (),
) -> Changes:
    """Replace the `old` files of a site by the `new` ones; what is equal is not touched.

    Of those that are the `same` it is known before that they are equal.

    New files come first and old ones go last, so that no link leads nowhere in between.
    """
    writer = FolderWriter(site)
    kept = set(new)
    gone = sorted(set(old) - kept)
    in_the_way = {name for name in gone if _is_in_the_way(name, kept)}
    changes: Changes = dict.fromkeys(gone)
    _delete(site, sorted(in_the_way))
    for name in sorted(kept.difference(same)):
        content = content_of(name)
        if name not in old or Path(writer.path(name)).read_bytes() != content:
            changes[name] = writer.write(name, content)
    _delete(site, [name for name in gone if name not in in_the_way])
    return changes


def _is_in_the_way(name: str, new: Collection[str]) -> bool:
    """Whether a file stands where a folder is to be, or in a folder where a file is to be."""
    parents = (parent.as_posix() for parent in Path(name).parents)
    return any(parent in new for parent in parents) or any(
        other.startswith(f"{name}/") for other in new
    )


def _delete(site: Path, names: Iterable[str]) -> None:
    """Files, and the folders in which nothing is left."""
    names = tuple(names)
    for name in names:
        (site / name).unlink(missing_ok=True)
    for folder in sorted({parent for name in names for parent in Path(name).parents}, reverse=True):
        if folder != Path():
            with contextlib.suppress(OSError):
                (site / folder).rmdir()  # only where nothing is left
