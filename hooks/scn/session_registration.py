"""How one registers for a session, and whether one still can."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from scn.dates import format_date
from scn.number_texts import format_number
from scn.session_changes import local_time, place_of_clocks
from scn.sessions.figures import Counts
from scn.sessions.model import Registration, Session
from scn.site import Site
from scn.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationView:
    state: str
    """A sentence."""

    url: str
    """Where one registers while it is open; empty otherwise."""

    details: tuple[str, ...]
    """Places in the room and online, and what it costs."""


def registration_view(site: Site, session: Session, language: str) -> RegistrationView | None:
    """Nothing for sessions that are over, or off: a form would only mislead."""
    registration = session.registration
    if (
        registration is None
        or session.status not in ("confirmed", "tentative")
        or session.is_over(site.as_of)
    ):
        return None
    words = site.content.words[language]
    is_open = registration.state_on(site.as_of) == "open"
    return RegistrationView(
        state=_state(site, session, registration, language),
        url=registration.url or "" if is_open else "",
        details=tuple(_details(registration, language, words)),
    )


def _state(site: Site, session: Session, registration: Registration, language: str) -> str:
    words = site.content.words[language]
    state = registration.state_on(site.as_of)
    if state == "not-yet" and registration.opens:
        opens = format_date(registration.opens, language, "full")
        return words("session_more.registration_not_yet", date=opens)
    if not registration.closes:
        return words("session_more.registration_open")
    closes = _last_moment(session, registration.closes, language)
    if state == "open":
        return words("session_more.registration_open_until", date=closes)
    return words("session_more.registration_closed", date=closes)


def _last_moment(session: Session, closes: date | datetime, language: str) -> str:
    if isinstance(closes, datetime):
        return f"{local_time(closes, language)}{place_of_clocks(session, closes, language)}"
    return format_date(closes, language, "full")


def _details(registration: Registration, language: str, words: Words) -> list[str]:
    found = []
    places = registration.capacity or Counts()
    if places.onsite is not None:
        number = format_number(places.onsite, language)
        found.append(words("session_more.places_onsite", number=number))
    if places.online is not None:
        number = format_number(places.online, language)
        found.append(words("session_more.places_online", number=number))
    if registration.is_free is not None:
        found.append(words(f"session_more.{'free' if registration.is_free else 'not_free'}"))
    return found
