"""The files that a site is made from, by their digests, and the keys that follow from them.

Every file is read and digested in every build: times of files are not trusted, since a restored
cache or a checkout gives them new ones.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from scn.building.digests import digest_of_bytes, digest_of_value
from scn.languages import SOURCE_LANGUAGE
from scn.problems import ContentError, cannot_be_read

_STRINGS = "docs/_data/strings/"
_DOCS = "docs/"
_DATA = "docs/_data/"
_PROGRAMS = "code/hooks/"
_PRUNED = ("__pycache__",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    digests: Mapping[str, str]
    """Digest of each file; its name says what it is for: `docs/fr/index.md`, `code/hooks/…`."""

    settings: str
    """Digest of what no file says: environment, versions, day of the build."""

    _with_prefix: dict[str, list[tuple[str, str]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
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

    @property
    def languages_with_words(self) -> int:
        return sum(name.startswith(_STRINGS) for name in self.digests)

    def language_keys(
        self, languages: Iterable[str], translations: Mapping[str, object] = MappingProxyType({})
    ) -> dict[str, str]:
        """For each language the digest of everything that its build reads.

        `languages` are all languages that have a folder of pages; `translations` says of each
        what its pages show of the state of its translations.
        """
        codes = tuple(languages)
        common, own = self._grouped(codes)
        names = digest_of_value(sorted(self.page_names))
        base = digest_of_value([self.settings, names, common])
        return {
            code: digest_of_value([code, base, own[code], translations.get(code)]) for code in codes
        }

    def _grouped(
        self, codes: tuple[str, ...]
    ) -> tuple[list[tuple[str, str]], dict[str, list[tuple[str, str]]]]:
        """Name and digest of the files that every language reads, and of those of each."""
        common: list[tuple[str, str]] = []
        own: dict[str, list[tuple[str, str]]] = {code: [] for code in codes}
        for name, digest in sorted(self.digests.items()):
            read = (name, digest)
            folder, _, path = name.removeprefix(_DOCS).partition("/")
            if self.needs_all_pages or not name.startswith(_DOCS):
                common.append(read)
            elif name.startswith(_STRINGS):
                code = name.removeprefix(_STRINGS).removesuffix(".yml")
                if code == SOURCE_LANGUAGE:
                    common.append(read)
                else:  # the source also makes a table of the words of all languages
                    for reader in {code, SOURCE_LANGUAGE} & own.keys():
                        own[reader].append(read)
            elif name.startswith(_DATA):
                common.append(read)
            elif folder == SOURCE_LANGUAGE:
                for code in codes:
                    if code == folder or f"{_DOCS}{code}/{path}" not in self.digests:
                        own[code].append(read)
            elif folder in own:
                own[folder].append(read)
            elif SOURCE_LANGUAGE in own:  # pictures and style sheets, copied with the source
                own[SOURCE_LANGUAGE].append(read)
        return common, own

    def made_with(self, language: str = "", *prefixes: str) -> str:
        """Of the settings and of the files whose names begin so, the programs where none is said.

        Versions of what is installed are among the settings; what `mkdocs.yml` says is, too.
        """
        read = [self._beginning_with(prefix) for prefix in prefixes or (_PROGRAMS,)]
        return digest_of_value([language, self.settings, *read])

    def _beginning_with(self, prefix: str) -> list[tuple[str, str]]:
        """Each language asks for the same few among thousands."""
        if prefix not in self._with_prefix:
            self._with_prefix[prefix] = sorted(
                (name, digest)
                for name, digest in self.digests.items()
                if name.startswith(prefix) and name != "code/mkdocs.yml"
            )
        return self._with_prefix[prefix]

    def code_key(self) -> str:
        """Of the programs and their settings, whatever the content."""
        names = [name for name in self.digests if not name.startswith(_DOCS)]
        return digest_of_value([(name, self.digests[name]) for name in sorted(names)])


def digests_below(folder: Path) -> dict[str, str]:
    """The digests of all files below a folder; what is hidden or compiled is no input.

    Raises:
        ContentError: files cannot be read.
    """
    digests, problems = {}, []
    for path, name in _files_below(str(folder)):
        try:
            digests[name] = _digest_of_file(path)
        except OSError as error:
            problems.append(cannot_be_read(path, error))
    if problems:
        raise ContentError(problems)
    return digests


def read_inputs(
    folders: Mapping[str, Path],
    files: Mapping[str, Path],
    digests_of: Callable[[Path], Mapping[str, str]] = digests_below,
) -> dict[str, str]:
    """The digests of all files below folders and of single files, named as the mappings say.

    Raises:
        ContentError: files cannot be read.
    """
    digests: dict[str, str] = {}
    for prefix, folder in folders.items():
        digests |= {f"{prefix}/{name}": digest for name, digest in digests_of(folder).items()}
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
