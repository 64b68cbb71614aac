"""The files that a site is made from, by their digests, and the keys that follow from them.

Every file is read and digested in every build: times of files are not trusted, since a restored
cache or a checkout gives them new ones.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scn.building.digests import digest_of_bytes, digest_of_value
from scn.languages import SOURCE_LANGUAGE

_STRINGS = "docs/_data/strings/"
_DOCS = "docs/"
_DATA = "docs/_data/"
_PRUNED = ("__pycache__",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    digests: Mapping[str, str]
    """Digest of each file; its name says what it is for: `docs/fr/index.md`, `code/hooks/…`."""

    settings: str
    """Digest of what no file says: environment, versions, day of the build."""

    needs_all_pages: bool = False
    """Whether every language reads the heads of all pages, as to find the day of the build."""

    @property
    def key(self) -> str:
        """Of the whole site."""
        return digest_of_value([self.settings, sorted(self.digests.items())])

    @property
    def page_names(self) -> tuple[str, ...]:
        """What is below `docs/` and no data, relative to it."""
        return tuple(
            name.removeprefix(_DOCS)
            for name in self.digests
            if name.startswith(_DOCS) and not name.startswith(_DATA)
        )

    def language_key(self, language: str, languages: tuple[str, ...]) -> str:
        """Of everything that the build of one language reads.

        `languages` are all languages that have a folder of pages.
        """
        return digest_of_value(
            [
                language,
                self.settings,
                sorted(self.page_names),
                sorted(self._read_for(language, languages)),
            ]
        )

    def code_key(self) -> str:
        """Of the programs and their settings, whatever the content."""
        names = [name for name in self.digests if not name.startswith(_DOCS)]
        return digest_of_value([(name, self.digests[name]) for name in sorted(names)])

    def _read_for(self, language: str, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        is_source = language == SOURCE_LANGUAGE
        own, source = f"{_DOCS}{language}/", f"{_DOCS}{SOURCE_LANGUAGE}/"
        folders = tuple(f"{_DOCS}{code}/" for code in languages)
        for name, digest in self.digests.items():
            if name.startswith(_STRINGS):
                # The source also makes a table of the words of all languages.
                is_read = is_source or name in self._strings_of(language)
            elif not name.startswith(_DOCS) or name.startswith((_DATA, own)):
                is_read = True
            elif name.startswith(source):
                is_read = f"{own}{name.removeprefix(source)}" not in self.digests
            elif name.startswith(folders):
                is_read = False
            else:
                is_read = is_source  # pictures and style sheets: copied once, with the source
            if is_read or self.needs_all_pages:
                yield name, digest

    @staticmethod
    def _strings_of(language: str) -> tuple[str, str]:
        return f"{_STRINGS}{language}.yml", f"{_STRINGS}{SOURCE_LANGUAGE}.yml"


def read_inputs(folders: Mapping[str, Path], files: Mapping[str, Path]) -> dict[str, str]:
    """The digests of all files below folders and of single files, named as the mappings say.

    What is hidden or compiled is no input.
    """
    digests = {}
    for prefix, folder in folders.items():
        for path, name in _files_below(str(folder)):
            digests[f"{prefix}/{name}"] = _digest_of_file(path)
    for name, file in files.items():
        if file.is_file():
            digests[name] = _digest_of_file(str(file))
    return digests


def _files_below(folder: str) -> Iterator[tuple[str, str]]:
    for here, folders, names in os.walk(folder, followlinks=True):
        folders[:] = sorted(f for f in folders if f not in _PRUNED and not f.startswith("."))
        relative = os.path.relpath(here, folder).replace(os.sep, "/")
        prefix = "" if relative == "." else f"{relative}/"
        for name in sorted(names):
            if not name.startswith("."):
                yield os.path.join(here, name), f"{prefix}{name}"  # noqa: PTH118 - thousands


def _digest_of_file(path: str) -> str:
    with open(path, "rb") as file:  # noqa: PTH123 - thousands of files in each build
        return digest_of_bytes(file.read())
