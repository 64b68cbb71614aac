"""The English texts that translations are made from, and what was found out about them."""

from __future__ import annotations

from collections.abc import Mapping

from scn.building.digests import digest_of_value
from scn.building.memory import Memory
from scn.translations.blob import blob_id
from scn.translations.blocks import blocks_of
from scn.translations.compare import WaivedPairs, compare_blocks, equal_texts
from scn.translations.headings import heading_ids
from scn.translations.model import Block, Change
from scn.translations.text_facts import changes_from_memory, memory_of_changes


class SourceTexts:
    """Today's pages and the snapshots, by blob id; each is looked at once.

    Answers depend on the texts alone and are remembered by the ids of the texts, because many
    languages pin the same version of a page.
    """

    def __init__(
        self,
        today: Mapping[str, str],
        snapshots: Mapping[str, str],
        waived: WaivedPairs = frozenset(),
        memory: Memory | None = None,
    ) -> None:
        """Take the texts of today by path without a language, the snapshots by blob id."""
        self._memory = memory or Memory({}, {})
        self._waived = digest_of_value(waived)
        self.today = today
        self.id_of = {path: blob_id(text) for path, text in today.items()}
        """Of each page of today."""

        self.by_id = {**snapshots, **{self.id_of[path]: text for path, text in today.items()}}
        self._equal = equal_texts(waived)
        self._blocks: dict[str, tuple[Block, ...]] = {}
        self._changes: dict[tuple[str, str], tuple[Change, ...]] = {}
        self._heading_ids: dict[str, tuple[str, ...]] = {}

    def changes(self, old: str, new: str) -> tuple[Change, ...]:
        """Between two texts, by their ids."""
        if old == new:
            return ()
        if (old, new) not in self._changes:
            ids = (old, new, self._waived)
            known = self._memory.recall_of("changes", *ids)
            if known is None:
                changes = compare_blocks(self.blocks(old), self.blocks(new), self._equal)
                self._memory.keep_of(memory_of_changes(changes), "changes", *ids)
            else:
                changes = changes_from_memory(known)
            self._changes[old, new] = changes
        return self._changes[old, new]

    def blocks(self, id_: str) -> tuple[Block, ...]:
        if id_ not in self._blocks:
            self._blocks[id_] = blocks_of(self.by_id[id_])
        return self._blocks[id_]

    def heading_ids(self, id_: str) -> tuple[str, ...]:
        if id_ not in self._heading_ids:
            known = self._memory.recall_of("headings", id_)
            if known is None:
                known = heading_ids(self.by_id[id_])
                self._memory.keep_of(known, "headings", id_)
            self._heading_ids[id_] = tuple(known)
        return self._heading_ids[id_]

    def paths_of(self, id_: str) -> tuple[str, ...]:
        """The pages of today with exactly this text."""
        return tuple(path for path, own in self.id_of.items() if own == id_)
