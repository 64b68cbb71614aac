"""The files that the build of a language writes, which the search and the cache want again."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.utils import write_file

from scn.building.site_folder import FolderWriter, Status
from scn.page_texts import read_bytes


class WrittenFiles:
    """Below the folder of one language; names are those in the site."""

    def __init__(self, folder: Path) -> None:
        self._beginning = f"{folder}{os.sep}"
        self._writer = FolderWriter(folder)
        self._contents: dict[str, bytes] = {}

    def create(self, name: str, content: bytes) -> None:
        self._writer.create(name, content)
        self._contents[name] = content

    def write_file(self, content: bytes, output_path: str) -> None:
        """In place of that of MkDocs, which asks for each folder on the way again."""
        if output_path.startswith(self._beginning):
            name = output_path.removeprefix(self._beginning).replace(os.sep, "/")
            self.create(name, content)
        else:
            write_file(content, output_path)

    def status(self, name: str) -> Status:
        return self._writer.status(name)

    def content_of(self, name: str, status: Status) -> bytes:
        """What is in a file, which a plugin may have written too."""
        content = self._contents.get(name)
        if content is None or len(content) != status[0]:
            return read_bytes(f"{self._beginning}{name}")
        return content
