"""The fields of a session file, and those of `_defaults.yml` beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scn.reading import Reading
from scn.records import ListOf, Record
from scn.sessions.model import Contact, SessionLanguages
from scn.sessions.parts import (
    ALL_DAY,
    ATTENDANCE,
    CHANGE,
    CONTACT,
    DAY,
    FLAG,
    LANGUAGES,
    LINK,
    LOCAL_TIME,
    MATERIAL,
    OFFSET,
    ONLINE,
    PREVIOUS_IDS,
    RECORDING,
    REGISTRATION,
    SERIES,
    UNDATED,
    VENUE,
    ZONE,
)
from scn.sessions.repeat import OCCURRENCES, REPEAT
from scn.shapes import Choice, Schema, Shape, Translated
from scn.texts import Text
from scn.values import lines, one_line
from scn.yaml_text import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds for all sessions of a folder whose files do not say otherwise."""

    time_zone: str | None = None
    languages: SessionLanguages | None = None
    organiser: Text | None = None
    contact: Contact | None = None


class _Source(Shape[str]):
    """An address or a code of the register of sources."""

    @property
    def wanted(self) -> str:
        return "a code of the register of sources such as LI-4, or an address with https://"

    def read(self, node: Node, reading: Reading) -> str:
        text = self.text_of(node, reading)
        is_address = ":" in text or "/" in text
        shape: Shape[str] = LINK if is_address else Choice("sources", self.wanted)
        return shape.read(node, reading)

    def schema(self) -> Schema:
        # The codes are left out, or every new source would change the schema.
        return {"anyOf": [LINK.schema(), {"type": "string", "pattern": "^[A-Z0-9]+-[A-Z0-9]+$"}]}


_SHARED: dict[str, Shape[object]] = {
    "time_zone": ZONE,
    "languages": LANGUAGES,
    "organiser": Translated(one_line(150)),
    "contact": CONTACT,
}

DEFAULTS = Record(Defaults, _SHARED)
SESSION: Record[dict[str, Any]] = Record(
    dict,
    {
        "kind": Choice("kinds", "a kind such as online-training"),
        "status": Choice("statuses", "a status such as confirmed"),
        "announced": DAY,
        "previous_ids": PREVIOUS_IDS,
        "title": Translated(one_line(150)),
        "summary": Translated(one_line(300)),
        "description": Translated(lines(5000)),
        "start": LOCAL_TIME,
        "end": LOCAL_TIME,
        "offset": OFFSET,
        "all_day": ALL_DAY,
        "hours_known": FLAG,
        "undated": UNDATED,
        "series": SERIES,
        "occurrences": OCCURRENCES,
        "repeat": REPEAT,
        "venue": VENUE,
        "online": ONLINE,
        "audience": ListOf(Choice("audiences", "an audience such as policymakers")),
        "level": Choice("levels", "a level such as foundation"),
        "registration": REGISTRATION,
        "source": ListOf(_Source(), or_single=True),
        "changes": ListOf(CHANGE, or_empty=True),
        "materials": ListOf(MATERIAL, or_empty=True),
        "recordings": ListOf(RECORDING, or_empty=True),
        "attendance": ATTENDANCE,
        **_SHARED,
    },
    rename={"source": "sources"},
    required=["kind", "status"],
)
