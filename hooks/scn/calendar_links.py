"""Links that open a form of a calendar service with a session filled in.

The reader opens them; nothing is fetched before. They hold what the calendar file holds, and never
an address of a meeting: people get that after they register, or find it on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta
from urllib.parse import quote, urlencode

from scn.ical_event import first_paragraphs
from scn.sessions.model import ON_REGISTRATION, Session
from scn.sessions.when import AllDay, Timed, Undated
from scn.words import Words

_GOOGLE = "https://calendar.google.com/calendar/render"
_OUTLOOK = {
    "outlook": "https://outlook.office.com/calendar/0/deeplink/compose",
    "outlook_com": "https://outlook.live.com/calendar/0/deeplink/compose",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLink:
    program: str
    """Last part of the key `session_more.program.<program>`."""

    url: str


def calendar_links(
    session: Session, *, title: str, language: str, words: Words, address: str, file_url: str
) -> tuple[CalendarLink, ...]:
    """One for each service; none for a session without a day.

    Args:
        address: of the page of the session, absolute.
        file_url: of the calendar file with this session alone, absolute.
    """
    when = session.when
    if isinstance(when, Undated):
        return ()
    text = "\n\n".join(_description(session, when, language, words, address))
    place = session.venue.in_language(language)[0] if session.venue else ""
    if not place and session.online:
        place = words("modes.online")
    google = {
        "action": "TEMPLATE",
        "text": title,
        **_google_times(when),
        "details": text,
        "location": place,
    }
    links = [CalendarLink(program="google", url=_link(_GOOGLE, google))]
    outlook = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": title,
        **_outlook_times(when),
        "body": text,
        "location": place,
    }
    links += [CalendarLink(program=name, url=_link(url, outlook)) for name, url in _OUTLOOK.items()]
    links.append(CalendarLink(program="apple", url=webcal(file_url)))
    return tuple(links)


def webcal(url: str) -> str:
    """The address by which a calendar program on the same device opens a calendar."""
    return f"webcal://{url.partition('://')[2]}"


def _link(address: str, values: dict[str, str]) -> str:
    known = {name: value for name, value in values.items() if value}
    return f"{address}?{urlencode(known, quote_via=quote, safe='')}"


def _google_times(when: Timed | AllDay) -> dict[str, str]:
    if isinstance(when, AllDay):
        after = when.last_day + timedelta(days=1)
        return {"dates": f"{when.first_day:%Y%m%d}/{after:%Y%m%d}"}
    # In UTC an hour that happens twice has one meaning; the zone decides what is shown.
    ends = (f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}" for at in (when.start, when.end))
    return {"dates": "/".join(ends), "ctz": when.time_zone}


def _outlook_times(when: Timed | AllDay) -> dict[str, str]:
    if isinstance(when, AllDay):
        after = when.last_day + timedelta(days=1)
        return {
            "startdt": when.first_day.isoformat(),
            "enddt": after.isoformat(),
            "allday": "true",
        }
    return {
        "startdt": when.start.isoformat(timespec="seconds"),
        "enddt": when.end.isoformat(timespec="seconds"),
    }


def _description(
    session: Session, when: Timed | AllDay, language: str, words: Words, address: str
) -> Iterator[str]:
    """As in the calendar file, without what a link has no room for."""
    yield from first_paragraphs(session, when, language, words)
    if session.online and session.online.join == ON_REGISTRATION:
        yield words("calendar.join_after_registration")
    if session.registration and session.registration.url:
        yield f"{words('calendar.registration')}\n{session.registration.url}"
    yield f"{words('calendar.page')}\n{address}"
