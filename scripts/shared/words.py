"""Looks at the files of words of all languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scn.problems import Problem
from scn.words_to_translate import check_marks

FOLDER = "docs/_data/strings"


def check_words_of_all(root: Path) -> Iterator[Problem]:
    for path in sorted((root / FOLDER).glob("*.yml")):
        yield from check_marks(path.read_text("utf-8-sig", "replace"), f"{FOLDER}/{path.name}")
