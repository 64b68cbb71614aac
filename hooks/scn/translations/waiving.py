"""Writes a waiver for the change of an English page that asks nothing of any translation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from scn.languages import SOURCE_LANGUAGE
from scn.problems import ContentError, Problem
from scn.translations.blob import blob_id
from scn.translations.blocks import blocks_of
from scn.translations.catalogue import Catalogue
from scn.translations.compare import compare
from scn.translations.model import Block, Change
from scn.translations.snapshots import snapshot_path
from scn.translations.statements import COMMAND
from scn.translations.states import pinned_ids
from scn.translations.waivers import load_waiver, pairs_of, waiver_path, why_not
from scn.yaml_written import written


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWaiver:
    path: str
    text: str
    changes: tuple[Change, ...]
    """Each is one pair of blocks that will count as equal."""

    snapshot: str
    """Path of the old text; empty where it is kept already."""


def older_versions(catalogue: Catalogue, path: str) -> dict[str, tuple[str, ...]]:
    """The versions of a page that translations pin and that are not today's, each with them."""
    today = blob_id(catalogue.translations.today[path])
    found: dict[str, list[str]] = {}
    for (language, _), state in sorted(catalogue.translations.states.items()):
        if state.path == path and state.head and state.head.source != today:
            found.setdefault(state.head.source, []).append(f"docs/{language}/{path}")
    return {id_: tuple(files) for id_, files in sorted(found.items())}


def plan_waiver(
    catalogue: Catalogue, path: str, old: str, *, reason: str, author: str, reviewer: str
) -> NewWaiver:
    """What to write so that the changes from an old text of a page to today's are waived.

    Raises:
        ContentError: at each place of the page that must not be waived, or because nothing is to
            be waived.
    """
    shown = f"docs/{SOURCE_LANGUAGE}/{path}"
    new = catalogue.translations.today[path]
    ids = blob_id(old), blob_id(new)
    changes = compare(old, new)
    if not changes:
        raise _refused(shown, "Nothing that readers see differs between the two versions.")
    if found := list(_refusals(shown, changes, old, new)):
        raise ContentError(found)
    name = waiver_path(*ids)
    if name in catalogue.waivers:
        raise _refused(name, "This change is waived already. Nothing is to do.")
    pinned = older_versions(catalogue, path)
    if ids[0] not in pinned and not is_needed(pairs_of(changes), pinned_blocks(catalogue, pinned)):
        message = (
            "No translation was made from a text with these blocks, so none becomes outdated."
            " There is nothing to waive."
        )
        raise _refused(shown, message)
    fields = {
        "old": f'"{ids[0]}"',
        "new": f'"{ids[1]}"',
        "reason": written(reason),
        "author": written(author),
        "reviewer": written(reviewer),
    }
    text = "".join(f"{field}: {value}\n" for field, value in fields.items())
    load_waiver(text, name, {ids[0]: old, ids[1]: new})
    snapshot = snapshot_path(ids[0])
    return NewWaiver(
        path=name,
        text=text,
        changes=changes,
        snapshot="" if snapshot in catalogue.snapshots else snapshot,
    )


def is_needed(pairs: Iterable[tuple[str, str]], pinned: Collection[str]) -> bool:
    """A translation was made from a text that has one of the blocks, in one form or the other."""
    return any(old in pinned or new in pinned for old, new in pairs)


def pinned_blocks(catalogue: Catalogue, ids: Iterable[str]) -> frozenset[str]:
    known = catalogue.translations.pinned
    return frozenset(
        block.text for id_ in sorted(ids) if id_ in known for block in blocks_of(known[id_])
    )


def superfluous_waivers(catalogue: Catalogue) -> Iterator[str]:
    """Paths of waivers of which no translation needs one pair; not of those with a problem."""
    texts = catalogue.translations.pinned
    today = {blob_id(text) for text in catalogue.translations.today.values()}
    pinned: frozenset[str] | None = None
    for path, text in sorted(catalogue.waivers.items()):
        try:
            waiver = load_waiver(text, path, texts)
        except ContentError:
            continue
        if pinned is None:
            pinned = pinned_blocks(catalogue, set(pinned_ids(catalogue.heads)) - today)
        if not is_needed(pairs_of(compare(texts[waiver.old], texts[waiver.new])), pinned):
            yield path


def _refusals(shown: str, changes: Iterable[Change], old: str, new: str) -> Iterator[Problem]:
    before, after = old.splitlines(), new.splitlines()
    for change in changes:
        if reason := why_not(change):
            line, column = _place(change, before, after)
            yield Problem(
                path=shown,
                line=line,
                column=column,
                message=f"{reason} Leave it to the translators, and waive only what was changed"
                f" before or after it (--from, --against; see `{COMMAND} waive --help`).",
                source=after[line - 1] if line <= len(after) else "",
            )


def _place(change: Change, before: list[str], after: list[str]) -> tuple[int, int]:
    """In today's text: the first letter that differs; where a block is gone, its section."""
    if change.new is None:
        heading = f"#{change.section}"
        places = (n for n, line in enumerate(after, start=1) if heading in line.split("{")[-1])
        return next(places, 1), 1
    theirs, ours = _lines(change.old, before), _lines(change.new, after)
    for number, line in enumerate(ours):
        other = theirs[number] if number < len(theirs) else ""
        if line != other:
            letters = zip(line, other, strict=False)
            same = next((n for n, (a, b) in enumerate(letters) if a != b), None)
            column = min(len(line), len(other)) if same is None else same
            return change.new.line + number, column + 1
    return change.new.line, 1


def _lines(block: Block | None, lines: list[str]) -> list[str]:
    return lines[block.line - 1 : block.last_line] if block else []


def _refused(path: str, message: str) -> ContentError:
    return ContentError([Problem(path=path, line=1, column=1, message=message)])
