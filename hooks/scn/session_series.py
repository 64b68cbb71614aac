"""The other parts of a series, or the other occurrences, on the page of one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scn.addresses import page_address
from scn.session_cards import title_of, when_of
from scn.sessions.model import Session
from scn.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    title: str
    title_language: str
    when: str
    address: str
    status: str
    """In words; empty where the part takes place as planned."""

    is_current: bool


def series_of(session: Session) -> str:
    """The id of the series that a session is a part of; empty for a session alone."""
    return session.series.id if session.series else ""


def sessions_by_series(sessions: Iterable[Session]) -> Mapping[str, Sequence[Session]]:
    """In the order in which they happen; made once a build, not once a session."""
    groups: dict[str, list[Session]] = {}
    for session in sessions:
        if series := series_of(session):
            groups.setdefault(series, []).append(session)
    return groups


def parts_of_series(
    site: Site, session: Session, parts: Sequence[Session], language: str
) -> tuple[PartView, ...]:
    """All parts; none when there is only this one."""
    if len(parts) < 2:
        return ()
    words = site.content.words[language]
    views = []
    for one in parts:
        title, title_language = title_of(site, one, language)
        is_firm = one.status == "confirmed"
        views.append(
            PartView(
                title=title,
                title_language=title_language,
                when=when_of(site, one, language),
                address=page_address(f"sessions/{one.id}.md", language),
                status="" if is_firm else words(f"statuses.{one.status}"),
                is_current=one.id == session.id,
            )
        )
    return tuple(views)
