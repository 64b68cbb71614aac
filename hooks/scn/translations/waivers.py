"""Changes of the source that ask nothing of any translation, stated by one and checked by another.

`docs/_data/translations/waivers/<old>-<new>.yml` names two versions of a page. The blocks that
differ between exactly these two count as equal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from scn.problems import ContentError, Problem, quoted
from scn.records import Record, load
from scn.shapes import Value
from scn.translations.blob import ID_PATTERN
from scn.translations.compare import compare
from scn.translations.model import Change
from scn.translations.severity import is_waivable
from scn.values import one_line, pattern

WAIVER_FOLDER = "docs/_data/translations/waivers"

_ID = Value(pattern(ID_PATTERN, "16 hex digits"), "the id of a version of the page, 16 hex digits")
_PERSON = Value(one_line(80), "the name of an organisation, or of a person by that person's choice")
_NAME = re.compile(rf"({ID_PATTERN})-({ID_PATTERN})\.yml")
_IS_SPLIT = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    old: str
    new: str
    reason: str
    author: str
    reviewer: str
    path: str = ""
    """Of its file."""


def waiver_path(old: str, new: str) -> str:
    return f"{WAIVER_FOLDER}/{old}-{new}.yml"


def ids_of_waivers(paths: Iterable[str]) -> frozenset[str]:
    """The texts that waivers compare, by their file names; without them a waiver says nothing."""
    names = (_NAME.fullmatch(PurePosixPath(path).name) for path in paths)
    return frozenset(id_ for name in names if name for id_ in name.groups())


def load_waivers(
    files: Mapping[str, str], texts: Mapping[str, str]
) -> tuple[frozenset[tuple[str, str]], tuple[Problem, ...]]:
    """The pairs of block texts that count as equal, and what is wrong with the files.

    `files` are the texts of the waivers by path, `texts` those of the source pages by blob id. A
    file with a problem waives nothing.
    """
    pairs: set[tuple[str, str]] = set()
    problems: list[Problem] = []
    for path in sorted(files):
        try:
            waiver = load_waiver(files[path], path, texts)
        except ContentError as error:
            problems.extend(error.problems)
        else:
            pairs.update(pairs_of(compare(texts[waiver.old], texts[waiver.new])))
    return frozenset(pairs), tuple(sorted(problems))


def load_waiver(text: str, path: str, texts: Mapping[str, str]) -> Waiver:
    """Read one file and compare the two versions that it names.

    Raises:
        ContentError: all that is wrong with it, also what must not be waived.
    """

    def check(waiver: Waiver) -> Iterator[tuple[str, str]]:
        yield from _refusals(replace(waiver, path=path), texts)

    fields = {
        "old": _ID,
        "new": _ID,
        "reason": Value(one_line(400), "why no translation has to follow"),
        "author": _PERSON,
        "reviewer": _PERSON,
    }
    waiver = load(Record(Waiver, fields, check=check), text, path, {})
    return replace(waiver, path=path)


def _refusals(waiver: Waiver, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    name = f"{waiver.old}-{waiver.new}.yml"
    if PurePosixPath(waiver.path).name != name:
        yield "old", f"The file has another name than the versions in it. Name it {name}."
    if _folded(waiver.author) == _folded(waiver.reviewer):
        message = "The reviewer is the author. Let somebody else read the change, and write who."
        yield "reviewer", message
    unknown = [field for field in ("old", "new") if getattr(waiver, field) not in texts]
    for field in unknown:
        message = (
            f"There is no text with the id {quoted(getattr(waiver, field))}: neither a page of"
            " today nor a snapshot. Run `python scripts/translations.py snapshot`, which takes it"
            " from Git, or delete the file."
        )
        yield field, message
    if not unknown:
        changes = compare(texts[waiver.old], texts[waiver.new])
        if not changes:
            yield "new", "Nothing differs between the two versions. Delete the file."
        for change in changes:
            if reason := why_not(change):
                advice = (
                    "Leave it to the translators: take the change out of the waiver's versions."
                )
                yield "new", f"{reason} {advice}"


def _folded(name: str) -> str:
    """A name however it is spaced and capitalised."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def why_not(change: Change) -> str:
    """Empty, or why a change must not be waived."""
    where = f"in the section {quoted(change.section)}" if change.section else "in the front matter"
    if not (change.old and change.new) or change.kind != "edited":
        return f"A block was {change.kind} {where}; only a block that was edited can be waived."
    if change.old.section != change.new.section and change.old.text == change.new.text:
        return f"The id of a heading changed {where}, which translations must follow."
    if _IS_SPLIT in change.old.text + change.new.text and change.old.kind != "code":
        return f"A block was split or merged {where}."
    reason = is_waivable(change.old.text, change.new.text)
    if change.old.is_critical or change.new.is_critical:
        reason = "The block is marked critical."
    elif "code" in (change.old.kind, change.new.kind):
        reason = "The block is code."
    return f"This must not be waived {where}: {reason}" if reason else ""


def pairs_of(changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """The texts that count as equal."""
    for change in changes:
        if change.old and change.new:
            yield change.old.text, change.new.text
