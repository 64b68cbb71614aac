"""What earlier commands have found out about the same texts, and what they answered."""

from __future__ import annotations

import contextlib
import json
import platform
import sys
from pathlib import Path

import yaml

import scn
from scn.building.checked_files import read_checked, write_checked
from scn.building.digests import digest_of_value
from scn.building.inputs import read_inputs
from scn.building.memory import MemoryFileError, read_remembered
from scn.page_texts import DigestedTexts
from scn.translations.catalogue import Catalogue, catalogue_from_folder

CACHE = ".cache/scn/translations.json"
ANSWERS = ".cache/scn/translations-answers.json"


class Answers:
    """What commands have printed that follows from the files alone, while these are the same."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.texts = DigestedTexts(root / "docs")
        self._key = self._key_of_files()
        self._known = self._read()

    def recall(self, question: str) -> str | None:
        return self._known.get(question)

    def keep(self, question: str, text: str) -> None:
        if self._key_of_files() != self._key:
            return  # somebody has changed them meanwhile
        answers = {**self._known, question: text}
        record = {"key": self._key, "answers": answers}
        with contextlib.suppress(OSError):
            write_checked(self._root / ANSWERS, json.dumps(record, ensure_ascii=False).encode())

    def _key_of_files(self) -> str:
        """Of the texts as they were read, and of the data as they are now."""
        data = read_inputs(
            {"docs/_data": self._root / "docs" / "_data"},
            {"mkdocs.yml": self._root / "mkdocs.yml"},
        )
        return digest_of_value([version_of_code(), self.texts.digests, data])

    def _read(self) -> dict[str, str]:
        try:
            record = json.loads(read_checked(self._root / ANSWERS))
            found: dict[str, str] = record["answers"] if record["key"] == self._key else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}  # none, or a damaged one: the next one takes its place
        return found


def remembered_catalogue(root: Path, texts: DigestedTexts | None = None) -> Catalogue:
    """All pages; the file of the memory is written anew where something is new."""
    version = version_of_code()
    path = root / CACHE
    try:
        remembered = read_remembered(path, version)
    except MemoryFileError as error:
        print(f"Not used and made again: {error}.", file=sys.stderr)
        remembered = {}
    catalogue = catalogue_from_folder(root, remembered, texts)
    with contextlib.suppress(OSError):  # whoever may only read the project gets the answer, too
        catalogue.memory.save(path, version)
    return catalogue


CODE = {"scn": Path(str(scn.__file__)).parent, "commands": Path(__file__).parent}


def version_of_code() -> str:
    """Of all that judges texts and puts answers together."""
    code = read_inputs(CODE, {})
    return digest_of_value([sorted(code.items()), platform.python_version(), yaml.__version__])
