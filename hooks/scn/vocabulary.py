"""The words that sessions may use, as ids in the order in which they are listed to readers.

What readers see for an id is in the strings files, under keys such as `kinds.online-training`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scn.problems import listed
from scn.records import ListOf, Record, load
from scn.shapes import Value
from scn.values import pattern

STATUSES = ("tentative", "confirmed", "postponed", "cancelled")
"""The code knows what each of these means for a calendar."""

_HOST_AND_PATH = re.compile(r"https?://(?:[^/?#]*@)?(?P<host>[^/?#:]*)(?P<path>.*)")
_NO_MEETING = re.compile(r"regist|/rec/|recording")


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    id: str
    hosts: tuple[str, ...] = ()
    """Where its meetings have their addresses, without the names in front such as `eu02web.`"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    kinds: tuple[str, ...]
    audiences: tuple[str, ...]
    levels: tuple[str, ...]
    statuses: tuple[str, ...]
    platforms: tuple[Platform, ...]
    materials: tuple[str, ...]
    sign_languages: tuple[str, ...]
    """ISO 639-3 codes."""

    further_languages: tuple[str, ...]
    """Languages of sessions that are official in a region or a state, and not in the Union."""

    def meeting_platform(self, address: str) -> str | None:
        """The platform on which the address opens a meeting, not a registration or a recording."""
        found = _HOST_AND_PATH.match(address.lower())
        if not found or _NO_MEETING.search(found["path"]):
            return None
        host = found["host"]
        for platform in self.platforms:
            if any(host == known or host.endswith(f".{known}") for known in platform.hosts):
                return platform.id
        return None

    def labels(self) -> Iterator[str]:
        """The keys of strings files that name the ids."""
        for group in ("kinds", "audiences", "levels", "statuses", "materials", "sign_languages"):
            yield from (f"{group}.{word}" for word in getattr(self, group))
        yield from (f"platforms.{platform.id}" for platform in self.platforms)


_ID = Value(pattern("[a-z][a-z0-9]*(-[a-z0-9]+)*", "small letters with hyphens"), "an id")
_HOST = Value(pattern("[a-z0-9-]+([.][a-z0-9-]+)+", "a name such as webex.com"), "a server name")


def _check_statuses(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    if set(vocabulary.statuses) != set(STATUSES):
        yield "statuses", f"Others cannot be understood. Write {listed(STATUSES, 'and')}."


_VOCABULARY = Record(
    Vocabulary,
    {
        "kinds": ListOf(_ID),
        "audiences": ListOf(_ID),
        "levels": ListOf(_ID),
        "statuses": ListOf(_ID),
        "platforms": ListOf(
            Record(Platform, {"id": _ID, "hosts": ListOf(_HOST)}),
            identity=lambda platform: platform.id,
        ),
        "materials": ListOf(_ID),
        "sign_languages": ListOf(_ID),
        "further_languages": ListOf(_ID),
    },
    check=_check_statuses,
)


def load_vocabulary(text: str, path: str) -> Vocabulary:
    """The vocabulary that a file lists.

    Raises:
        ContentError: all that is wrong with the file.
    """
    return load(_VOCABULARY, text, path, {})
