"""A session for search engines: schema.org in JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from scn.sessions.model import Mode, Session
from scn.sessions.when import AllDay, Timed, Undated
from scn.words import Words

_TRAININGS = frozenset({"online-training"})

_ATTENDANCE_MODES: dict[Mode, str] = {
    "hybrid": "MixedEventAttendanceMode",
    "onsite": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
}


def json_ld_from_session(
    session: Session, *, language: str, words: Words, address: str, id_address: str
) -> str:
    """A whole `<script>` element; empty for a session without a date.

    Args:
        address: of the page of the session in the language.
        id_address: of its page in English, which names the session in all languages.
    """
    if isinstance(session.when, Undated):
        return ""
    event = event_from_session(
        session,
        session.when,
        language=language,
        words=words,
        address=address,
        id_address=id_address,
    )
    return json_ld_script(event)


def json_ld_script(value: object) -> str:
    """It is data, which no browser runs and no content security policy refuses."""
    return f'<script type="application/ld+json">{json_for_html(value)}</script>'


def json_for_html(value: object) -> str:
    """JSON that cannot end the element that it is in, nor begin another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def event_from_session(
    session: Session,
    when: Timed | AllDay,
    *,
    language: str,
    words: Words,
    address: str,
    id_address: str,
) -> dict[str, Any]:
    event: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "EducationEvent" if session.kind in _TRAININGS else "Event",
        "@id": f"{id_address}#event",
        "name": session.title.in_language(language)[0] if session.title else session.id,
        "url": address,
        **_times(session, when),
    }
    if session.summary:
        event["description"] = session.summary.in_language(language)[0]
    if session.mode in _ATTENDANCE_MODES:
        event["eventAttendanceMode"] = f"https://schema.org/{_ATTENDANCE_MODES[session.mode]}"
        event["location"] = _locations(session, language, address)
    if session.languages:
        event["inLanguage"] = list(session.languages.delivery)
    if session.organiser:
        name = session.organiser.in_language(language)[0]
        event["organizer"] = {"@type": "Organization", "name": name}
    if session.audience:
        event["audience"] = [
            {"@type": "Audience", "audienceType": words(f"audiences.{each}")}
            for each in session.audience
        ]
    event.update(_registration(session))
    return event


def _times(session: Session, when: Timed | AllDay) -> dict[str, Any]:
    previous = session.previous_start
    status = "EventScheduled"
    if session.status == "cancelled":
        status = "EventCancelled"
    elif session.status == "postponed":
        status = "EventPostponed"
    elif previous:
        status = "EventRescheduled"
    start, end = (
        (when.start, when.end) if isinstance(when, Timed) else (when.first_day, when.last_day)
    )
    times = {"startDate": start.isoformat(), "endDate": end.isoformat()}
    if previous:
        times["previousStartDate"] = previous.isoformat()
    return {**times, "eventStatus": f"https://schema.org/{status}"}


def _locations(session: Session, language: str, address: str) -> Any:
    locations: list[dict[str, Any]] = []
    if session.venue:
        venue = session.venue
        postal = {
            "@type": "PostalAddress",
            "streetAddress": venue.street,
            "postalCode": venue.postal_code,
            "addressLocality": venue.city.in_language(language)[0],
            "addressCountry": session.country.upper() if len(session.country) == 2 else None,
        }
        known = {key: value for key, value in postal.items() if value}
        name = (venue.name or venue.city).in_language(language)[0]
        locations.append({"@type": "Place", "name": name, "address": known})
    if session.online:
        registration = session.registration.url if session.registration else None
        where = session.online.address or registration or address
        locations.append({"@type": "VirtualLocation", "url": where})
    return locations if len(locations) > 1 else locations[0]


def _registration(session: Session) -> dict[str, Any]:
    registration = session.registration
    if registration is None:
        return {}
    capacity = registration.capacity
    known = {
        "isAccessibleForFree": registration.is_free,
        "maximumPhysicalAttendeeCapacity": capacity.onsite if capacity else None,
        "maximumVirtualAttendeeCapacity": capacity.online if capacity else None,
    }
    return {key: value for key, value in known.items() if value is not None}
