"""One session as a VEVENT (RFC 5545 §3.6.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from scn.content_lines import date_value, escaped, line, local_value, text_line, utc_value
from scn.dates import locale_of
from scn.sessions.model import ON_REGISTRATION, Session
from scn.sessions.when import AllDay, Timed
from scn.words import Words

_STATUS = {
    "confirmed": "CONFIRMED",
    "tentative": "TENTATIVE",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}


def vevent(
    session: Session,
    when: Timed | AllDay,
    *,
    language: str,
    words: Words,
    uid_domain: str,
    address: str,
) -> Iterator[str]:
    """Its unfolded content lines; `when` is that of the session, which must have a date."""
    yield "BEGIN:VEVENT"
    yield line("UID", session.uid(uid_domain))
    yield from _stamps(session, when)
    yield from _times(when)
    yield text_line("SUMMARY", *_summary(session, language, words))
    description = "\n\n".join(_description(session, when, language, words, address))
    yield text_line("DESCRIPTION", description, language)
    if session.venue:
        yield text_line("LOCATION", *session.venue.in_language(language))
    elif session.online:
        yield text_line("LOCATION", words("modes.online"), language)
    if session.online and session.online.address:
        label = [("LABEL", words("modes.online")), ("LANGUAGE", language)]
        yield line(
            "CONFERENCE", session.online.address, [("VALUE", "URI"), ("FEATURE", "VIDEO"), *label]
        )
    yield line("URL", address)
    categories = [f"kinds.{session.kind}", *(f"audiences.{each}" for each in session.audience)]
    yield line(
        "CATEGORIES",
        ",".join(escaped(words(key)) for key in categories),
        [("LANGUAGE", language)],
    )
    if session.contact:
        name, name_language = session.contact.name.in_language(language)
        yield text_line("CONTACT", f"{name}, {session.contact.email}", name_language)
    yield line("STATUS", _STATUS[session.status])
    is_firm = isinstance(when, Timed) and session.status == "confirmed"
    yield line("TRANSP", "OPAQUE" if is_firm else "TRANSPARENT")
    yield "END:VEVENT"


def needed_zone(when: Timed | AllDay) -> str | None:
    """The zone whose rules must be in the calendar for these times."""
    return when.time_zone if isinstance(when, Timed) and not _is_in_utc(when) else None


def _is_in_utc(when: Timed) -> bool:
    """An hour that happens twice has one meaning in UTC only."""
    return when.happens_in_repeated_hour or when.time_zone == "UTC"


def _stamps(session: Session, when: Timed | AllDay) -> Iterator[str]:
    announced = session.announced or when.first_day
    changed = _midnight(session.last_modified or announced)
    yield line("DTSTAMP", changed)
    yield line("CREATED", _midnight(announced))
    yield line("LAST-MODIFIED", changed)
    yield line("SEQUENCE", str(session.sequence))


def _midnight(day: date) -> str:
    return utc_value(datetime.combine(day, time(), UTC))


def _times(when: Timed | AllDay) -> Iterator[str]:
    if isinstance(when, AllDay):
        day_after = when.last_day + timedelta(days=1)
        yield line("DTSTART", date_value(when.first_day), [("VALUE", "DATE")])
        yield line("DTEND", date_value(day_after), [("VALUE", "DATE")])
    elif _is_in_utc(when):
        yield line("DTSTART", utc_value(when.start))
        yield line("DTEND", utc_value(when.end))
    else:
        yield line("DTSTART", local_value(when.start), [("TZID", when.time_zone)])
        yield line("DTEND", local_value(when.end), [("TZID", when.time_zone)])


def _summary(session: Session, language: str, words: Words) -> tuple[str, str]:
    """The text and the language it is in."""
    title, own_language = session.title.in_language(language) if session.title else ("", language)
    if session.status in {"cancelled", "postponed"}:
        # Some programs hide the status, and to others it is a line through the text.
        return words(f"calendar.{session.status}", title=title), language
    return title, own_language


def first_paragraphs(
    session: Session, when: Timed | AllDay, language: str, words: Words
) -> Iterator[str]:
    """What every calendar program should say first: status, missing hours, summary."""
    if session.status != "confirmed":
        yield words(f"calendar.{session.status}_note")
    if isinstance(when, AllDay) and not when.hours_known:
        yield words("calendar.hours_unknown")
    if session.summary:
        yield session.summary.in_language(language)[0]


def _description(
    session: Session, when: Timed | AllDay, language: str, words: Words, address: str
) -> Iterator[str]:
    """Paragraphs of plain text: what has changed most for the reader stands first."""
    yield from first_paragraphs(session, when, language, words)
    if session.languages:
        names = locale_of(language).languages
        spoken = ", ".join(names.get(code, code) for code in session.languages.delivery)
        yield words("calendar.languages", languages=spoken)
    if session.online and session.online.address:
        yield f"{words('calendar.join')}\n{session.online.address}"
    elif session.online and session.online.join == ON_REGISTRATION:
        yield words("calendar.join_after_registration")
    if session.registration and session.registration.url:
        yield f"{words('calendar.registration')}\n{session.registration.url}"
    yield f"{words('calendar.page')}\n{address}"
