"""The list on the page of a session: when, where, for whom, in which languages, by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scn.addresses import page_address
from scn.fact_views import Fact, Value
from scn.session_cards import datetime_of, end_of, language_name, place_of, when_of
from scn.session_figures import is_more_than_attended
from scn.sessions.figures import MODES, Attendance
from scn.sessions.model import ON_REGISTRATION, Session, SessionLanguages, Venue
from scn.sessions.when import Undated
from scn.site import Site
from scn.texts import Text
from scn.words import Words


def facts_of(site: Site, session: Session, language: str) -> Iterator[Fact]:
    words = site.content.words[language]
    yield _fact(
        words("session_page.when"),
        Value(
            text=when_of(site, session, language),
            datetime=datetime_of(session),
            end=end_of(session),
        ),
    )
    if session.venue:
        place, place_language = session.venue.in_language(language)
        yield _fact(words("session_page.where"), Value(text=place, language=place_language))
    if access := tuple(_access(session.venue, words)):
        yield _fact(words("session_more.access"), *access)
    if session.mode != "to-be-announced":
        yield _said(words("session_page.mode"), [words(f"modes.{session.mode}")])
    is_on = session.status != "cancelled" and not session.is_over(site.as_of)
    if online := tuple(_online(session, words, can_join=is_on)):
        yield _fact(words("session_more.online"), *online)
    yield _said(words("session_page.kind"), [words(f"kinds.{session.kind}")])
    if not isinstance(session.when, Undated):
        yield _said(words("session_page.status"), [words(f"statuses.{session.status}")])
    yield _fact(
        words("session_page.country"),
        Value(
            text=place_of(site, session, language),
            address=page_address(f"sessions/{session.country}.md", language),
        ),
    )
    if session.audience:
        names = [words(f"audiences.{one}") for one in session.audience]
        yield _said(words("session_page.audience"), names)
    if session.level:
        yield _said(words("session_page.level"), [words(f"levels.{session.level}")])
    if session.languages:
        yield from _languages(session.languages, language, words)
    yield from _people(session, language, words)
    if session.attendance and not is_more_than_attended(session.attendance):
        yield _attended(session.attendance, words)


def _fact(label: str, *values: Value) -> Fact:
    return Fact(label=label, values=values)


def _said(label: str, texts: Iterable[str]) -> Fact:
    return _fact(label, Value(text=", ".join(texts)))


def _access(venue: Venue | None, words: Words) -> Iterator[Value]:
    """What the file says; what it does not say is not known, and is not said here either."""
    if venue and venue.step_free is not None:
        key = "step_free" if venue.step_free else "not_step_free"
        yield Value(text=words(f"session_more.{key}"))
    if venue and venue.hearing_loop is not None:
        key = "hearing_loop" if venue.hearing_loop else "no_hearing_loop"
        yield Value(text=words(f"session_more.{key}"))


def _online(session: Session, words: Words, *, can_join: bool) -> Iterator[Value]:
    online = session.online
    if online and online.platform:
        yield Value(text=words(f"platforms.{online.platform}"))
    if online and online.address and can_join:
        yield Value(text=words("session_more.join"), url=online.address)
    elif online and online.join == ON_REGISTRATION and can_join:
        yield Value(text=words("calendar.join_after_registration"))


def _languages(languages: SessionLanguages, language: str, words: Words) -> Iterator[Fact]:
    def named(codes: Iterable[str]) -> Iterator[str]:
        return (language_name(code, language) for code in codes)

    yield _said(words("session_page.languages"), named(languages.delivery))
    if languages.interpretation:
        pairs = (
            words(
                "session_more.interpretation_pair",
                source=language_name(pair.source, language),
                target=language_name(pair.target, language),
            )
            for pair in languages.interpretation
        )
        yield _fact(words("session_more.interpretation"), *(Value(text=pair) for pair in pairs))
    if languages.captions:
        yield _said(words("session_more.captions"), named(languages.captions))
    if languages.sign_language:
        names = [words(f"sign_languages.{code}") for code in languages.sign_language]
        yield _said(words("session_more.sign_language"), names)


def _people(session: Session, language: str, words: Words) -> Iterator[Fact]:
    """Organisations and offices; a file has no names of persons."""
    if session.organiser:
        yield _fact(words("session_more.organiser"), _text(session.organiser, language))
    if session.contact:
        email = session.contact.email
        role = _text(session.contact.name, language)
        yield _fact(words("session_more.contact"), role, Value(text=email, url=f"mailto:{email}"))


def _attended(attendance: Attendance, words: Words) -> Fact:
    """All that is known: no table is needed for it."""
    key = "attended_up_to" if attendance.at_most else "attended"
    found = [(mode, attendance.attended.of(mode)) for mode in MODES]
    values = (
        Value(text=words(f"session_page.{key}", count=number), note=words(f"modes.{mode}"))
        for mode, number in found
        if number is not None
    )
    return _fact(words("session_page.attendance"), *values)


def _text(text: Text, language: str) -> Value:
    own, own_language = text.in_language(language)
    return Value(text=own, language=own_language)
