"""The agenda as text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scn.sessions.agenda import Sessions
from scn.sessions.model import Session
from scn.sessions.when import AllDay, Timed


def listing(sessions: Sessions, *, as_of: date) -> Iterator[str]:
    """What is to come, then what is past with the newest first, then what has no date."""
    to_come, past = sessions.to_come(as_of), tuple(reversed(sessions.past(as_of)))
    groups = {"To come": to_come, "Past": past, "Without a date": sessions.undated}
    for title, group in groups.items():
        if group:
            yield f"{title}, as of {as_of}:"
            yield from (_line(session) for session in group)
            yield ""
    yield f"{len(sessions)} session{'s' * (len(sessions) != 1)}."


def _line(session: Session) -> str:
    title = session.title.in_language("en")[0] if session.title else session.kind
    return f"  {_when(session):<38} {session.status:<9} {session.id:<32} {title}".rstrip()


def _when(session: Session) -> str:
    when = session.when
    if isinstance(when, Timed):
        last = "" if when.last_day == when.first_day else f"{when.end:%Y-%m-%d }"
        return f"{when.start:%Y-%m-%d %H:%M}–{last}{when.end:%H:%M} {when.time_zone}"
    if isinstance(when, AllDay):
        last = "" if when.last_day == when.first_day else f" – {when.last_day}"
        return f"{when.first_day}{last}"
    return when.expected or f"{when.programme}, held: {when.held}"
