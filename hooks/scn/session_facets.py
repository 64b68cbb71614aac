"""What sessions can be chosen by on the agenda, as ids for addresses, selects and attributes."""

from __future__ import annotations

from collections.abc import Mapping

from scn.sessions.model import Session


def facets_of(session: Session) -> Mapping[str, tuple[str, ...]]:
    """The ids of a session by the name of the filter."""
    return {
        "country": (session.country,),
        "audience": session.audience,
        "kind": (session.kind,),
        "language": session.languages.delivery if session.languages else (),
        "mode": (session.mode,),
        "level": (session.level,) if session.level else (),
    }
