"""The words in which the state of a translation is told."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Origin = Literal["machine", "machine-edited", "human"]
"""Who wrote the text: a machine, a machine and then a person who read it, or a person."""

Standing = Literal[
    "missing", "current", "outdated", "partial", "orphan", "local", "unpinned", "diverged"
]
"""How a page stands in a language.

missing: there is none, the source is shown; current: it says what the source says today; outdated:
the source has changed since; partial: some sections wait (`pending`); orphan: the source page is
gone; local: made for this language alone; unpinned: nobody said which text it was made from;
diverged: its structure contradicts the text that it says it was made from.
"""

Severity = Literal["minor", "major", "critical"]
BlockKind = Literal[
    "meta", "heading", "paragraph", "item", "row", "code", "admonition", "definition", "html"
]
ChangeKind = Literal["edited", "added", "removed", "moved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    by: str
    """An organisation, or a person's name by that person's choice."""

    of: str
    """Digest of the body that was reviewed: any later edit makes it "reviewed, then changed"."""

    on: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationHead:
    """What the front matter of a translation says under `translation:`; written by a command."""

    source: str
    """Blob id of the source text that the translation was made from, see `blob_id`."""

    state: Origin
    by: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    """Ids of headings whose sections are not yet brought up to date."""

    review: Review | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a page that is compared as one."""

    kind: BlockKind
    section: str
    """Id of the nearest heading above it; of a heading, its own. Empty in the front matter."""

    text: str
    """Normalised: texts that render the same are the same."""

    line: int
    """First line in the file, counted from 1."""

    last_line: int
    is_critical: bool = False
    """Marked `{ .critical }`: a change of it is critical whatever it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of a block between two versions of the source."""

    kind: ChangeKind
    section: str
    severity: Severity
    old: Block | None
    new: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationState:
    """The state of one page in one language."""

    path: str
    """Without a language: `package/roles.md`."""

    language: str
    standing: Standing
    severity: Severity | None = None
    """The worst of the changes; None where nothing has changed."""

    changes: tuple[Change, ...] = ()
    head: TranslationHead | None = None
    is_reviewed: bool = False
    """Somebody has reviewed exactly this text."""

    is_changed_since_review: bool = False

    @property
    def is_outdated(self) -> bool:
        """The source has changed since, also where the structure is not that of the pin."""
        return self.standing == "outdated" or (self.standing == "diverged" and bool(self.changes))

    @property
    def is_behind(self) -> bool:
        """Readers are shown today's English text beside it."""
        return self.is_outdated or self.standing == "partial"

    @property
    def changed_sections(self) -> tuple[str, ...]:
        """Ids of the sections with changes, in the order of today's source."""
        return tuple(dict.fromkeys(change.section for change in self.changes))
