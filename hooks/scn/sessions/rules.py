"""Rules that need several fields of a session."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime

from scn.sessions.figures import Attendance
from scn.sessions.model import NETWORK, Change, Registration
from scn.sessions.when import AllDay, Timed, Undated, When
from scn.texts import PERSONAL_MAILBOX, personal_mailboxes
from scn.vocabulary import Vocabulary
from scn.yaml_text import Mapping, Node, Scalar

Found = tuple[tuple[str | int, ...], str]
"""The names and numbers that lead to a field, and what is wrong with it."""

Refuse = Callable[[str, str], None]
"""Takes the name of a field and what is wrong with it."""

_IS_A_MEETING = (
    "This is the address of a meeting on {platform}, and this file is public. Write"
    " `join: on-registration`; if everybody may join, write it there with `public: true` below."
)
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+", re.IGNORECASE)


_MISSING = {
    "title": "This is missing. Write it as in {en: Training on local digital twins}.",
    "announced": "This is missing. Write the day on which the session was announced.",
    "source": "This is missing. Write where we know of this session from.",
}


def check_presence(
    names: Collection[str], when: When | None, announced: date | None, country: str
) -> Iterator[Found]:
    """Fields that only some sessions may leave out."""
    if isinstance(when, Undated) and not when.is_to_come:
        # Its title is made from its kind and its country, in all languages.
        needed = ["source", "title"] if country == NETWORK else ["source"]
    elif when is None and "undated" in names:
        needed = []
    else:
        needed = ["title", "announced"]
        last_day = when.last_day if isinstance(when, Timed | AllDay) else None
        if country == NETWORK and announced and last_day and announced >= last_day:
            needed.append("source")  # it was written down after it happened
    for name in needed:
        if name not in names:
            yield (name,), _MISSING[name]


def check_changes(
    changes: Sequence[Change], announced: date | None, status: str | None, when: When | None
) -> Iterator[Found]:
    last = announced
    for index, change in enumerate(changes):
        if last and change.at < last:
            yield (
                ("changes", index, "at"),
                f"{change.at} is before {last}. Put the newest change last.",
            )
        last = change.at
        before = change.before
        if before and (before.start or before.all_day) and "time" not in change.what:
            message = "There is an earlier time in from. Add time."
            yield ("changes", index, "what"), message
    changed_status = any("status" in change.what for change in changes)
    if status in {"cancelled", "postponed"} and not changed_status:
        message = (
            f"A {status} session says since when. Add changes: [{{at: 2027-03-02, what: [status]}}]"
            " with the right day."
        )
        yield ("status",), message
    times = [(i, c.before) for i, c in enumerate(changes) if "time" in c.what and c.before]
    if times and isinstance(when, Timed):
        index, newest = times[-1]
        now = (when.start.replace(tzinfo=None), when.end.replace(tzinfo=None))
        if (newest.start, newest.end) == now:
            yield ("changes", index, "from"), "This is the time it has now. Write the one before."


def check_registration(registration: Registration | None, when: When | None) -> Iterator[Found]:
    if registration is None or when is None or isinstance(when, Undated):
        return
    for name, value in (("opens", registration.opens), ("closes", registration.closes)):
        day = value.date() if isinstance(value, datetime) else value
        if day and day > when.last_day:
            yield ("registration", name), f"{day} is after the session on {when.last_day}."


def check_attendance(
    attendance: Attendance | None, status: str | None, when: When | None
) -> Iterator[Found]:
    if attendance is None or when is None:
        return
    if isinstance(when, Undated):
        yield ("attendance",), "A session without a date has no figures. Write its date."
    elif status in {"cancelled", "postponed"}:
        yield ("attendance",), f"Nobody came to a {status} session. Delete this or mend the status."
    elif attendance.counted < when.last_day:
        ends = f"the session ends on {when.last_day}"
        yield ("attendance", "counted"), f"{attendance.counted} is too early: {ends}."


def check_texts(root: Node, vocabulary: Vocabulary) -> Iterator[tuple[Scalar, str]]:
    """Words anywhere in the file that must not be in a public repository."""
    for scalar in _scalars(root):
        for address in _ADDRESS.findall(scalar.text):
            platform = vocabulary.meeting_platform(address)
            if platform:
                yield scalar, _IS_A_MEETING.format(platform=platform)
        for found in personal_mailboxes(scalar.text):
            yield scalar, PERSONAL_MAILBOX.format(mailbox=found)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        public = node.get("public")
        is_public = isinstance(public, Scalar) and public.text == "true"
        for key, value in node.items:
            if not (is_public and key.text == "join"):
                yield from _scalars(value)
    else:
        for item in node.items:
            yield from _scalars(item)
