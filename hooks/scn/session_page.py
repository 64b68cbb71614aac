"""What the page of a session shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scn.addresses import absolute_address, output_path, page_address
from scn.dates import format_date
from scn.languages import SOURCE_LANGUAGE
from scn.schema_org import json_ld_from_session
from scn.session_cards import (
    datetime_of,
    language_name,
    place_of,
    sources_of,
    title_of,
    when_of,
)
from scn.sessions.figures import MODES, Attendance
from scn.sessions.model import Session
from scn.sessions.when import Undated
from scn.site import Site
from scn.sources import Source
from scn.texts import Text
from scn.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of the list on the page of a session."""

    label: str
    text: str
    language: str = ""
    datetime: str = ""
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    title: str
    title_language: str
    url: str
    language: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    when: str
    datetime: str
    text: str
    note: str
    note_language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    title: str
    title_language: str
    summary: str
    summary_language: str
    notice: str
    facts: tuple[Fact, ...]
    registration: str
    changes: tuple[ChangeView, ...]
    links: tuple[LinkView, ...]
    calendar: str
    sources: tuple[Source, ...]
    json_ld: str
    """A whole `<script>` element, escaped; empty for sessions without a day."""

    place_title: str
    place_path: str


def address_of(site: Site, session: Session, language: str) -> str:
    """The absolute address of the page of a session."""
    address = page_address(f"sessions/{session.id}.md", language)
    return absolute_address(site.publication.site_url, address)


def session_file_address(session: Session, language: str) -> str:
    """The calendar file with this session alone."""
    page = output_path(f"sessions/{session.id}.md", language)
    return page.replace("index.html", "session.ics")


def session_view(site: Site, session: Session, language: str) -> SessionView:
    title, title_language = title_of(site, session, language)
    summary, summary_language = _in(session.summary, language)
    json_ld = json_ld_from_session(
        session,
        language=language,
        words=site.content.words[language],
        address=address_of(site, session, language),
        id_address=address_of(site, session, SOURCE_LANGUAGE),
    )
    return SessionView(
        title=title,
        title_language=title_language,
        summary=summary,
        summary_language=summary_language,
        notice=_notice(site, session, language),
        facts=tuple(_facts(site, session, language)),
        registration=_registration(site, session),
        changes=tuple(_changes(site, session, language)),
        links=tuple(_links(site, session, language)),
        calendar=""
        if isinstance(session.when, Undated)
        else session_file_address(session, language),
        sources=sources_of(site, session.sources),
        json_ld=json_ld,
        place_title=place_of(site, session, language),
        place_path=f"sessions/{session.country}.md",
    )


def _in(text: Text | None, language: str) -> tuple[str, str]:
    return text.in_language(language) if text else ("", language)


def _notice(site: Site, session: Session, language: str) -> str:
    words = site.content.words[language]
    if not isinstance(session.when, Undated) or not session.when.programme:
        return ""
    return words(f"session_page.{'held' if session.when.held == 'yes' else 'not_confirmed'}")


def _facts(site: Site, session: Session, language: str) -> Iterator[Fact]:
    words = site.content.words[language]

    def label(key: str) -> str:
        return words(f"session_page.{key}")

    yield Fact(
        label=label("when"), text=when_of(site, session, language), datetime=datetime_of(session)
    )
    if session.venue:
        city, city_language = session.venue.city.in_language(language)
        name, name_language = _in(session.venue.name, language)
        parts = [name, session.venue.street or "", session.venue.postal_code or "", city]
        place = ", ".join(part for part in parts if part)
        yield Fact(label=label("where"), text=place, language=name_language or city_language)
    if session.mode != "to-be-announced":
        yield Fact(label=label("mode"), text=words(f"modes.{session.mode}"))
    yield Fact(label=label("kind"), text=words(f"kinds.{session.kind}"))
    if not isinstance(session.when, Undated):
        yield Fact(label=label("status"), text=words(f"statuses.{session.status}"))
    yield Fact(
        label=label("country"),
        text=place_of(site, session, language),
        address=page_address(f"sessions/{session.country}.md", language),
    )
    if session.audience:
        names = ", ".join(words(f"audiences.{one}") for one in session.audience)
        yield Fact(label=label("audience"), text=names)
    if session.level:
        yield Fact(label=label("level"), text=words(f"levels.{session.level}"))
    if session.languages:
        names = ", ".join(language_name(one, language) for one in session.languages.delivery)
        yield Fact(label=label("languages"), text=names)
    if session.attendance:
        yield from _attendance(words, session.attendance)


def _attendance(words: Words, attendance: Attendance) -> Iterator[Fact]:
    key = "attended_up_to" if attendance.at_most else "attended"
    for mode in MODES:
        number = attendance.attended.of(mode)
        if number is not None:
            yield Fact(
                label=words("session_page.attendance"),
                text=words(f"session_page.{key}", count=number),
                note=words(f"modes.{mode}"),
            )


def _registration(site: Site, session: Session) -> str:
    registration = session.registration
    is_open = (
        registration
        and registration.state_on(site.as_of) == "open"
        and session.status in ("confirmed", "tentative")
        and not session.is_over(site.as_of)
    )
    return registration.url or "" if registration and is_open else ""


def _changes(site: Site, session: Session, language: str) -> Iterator[ChangeView]:
    words = site.content.words[language]
    for change in reversed(session.changes):
        note, note_language = _in(change.note, language)
        yield ChangeView(
            when=format_date(change.at, language),
            datetime=change.at.isoformat(),
            text=", ".join(words(f"changes.{what}") for what in change.what),
            note=note,
            note_language=note_language,
        )


def _links(site: Site, session: Session, language: str) -> Iterator[LinkView]:
    words = site.content.words[language]
    for material in session.materials:
        title, title_language = material.title.in_language(language)
        yield LinkView(
            title=title,
            title_language=title_language,
            url=material.url,
            language=material.language or "",
            note=words(f"materials.{material.kind}"),
        )
    for recording in session.recordings:
        yield LinkView(
            title=words("session_page.recording"),
            title_language=language,
            url=recording.url,
            language=recording.language,
            note=language_name(recording.language, language),
        )
