"""Materials and recordings of a session, with what one wants to know before one opens them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scn.session_cards import language_name
from scn.sessions.model import Recording, Session
from scn.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    title: str
    title_language: str
    url: str
    language: str
    note: str = ""


def links_of(session: Session, language: str, words: Words) -> Iterator[LinkView]:
    for material in session.materials:
        title, title_language = material.title.in_language(language)
        notes = [words(f"materials.{material.kind}")]
        if material.language:
            notes.append(language_name(material.language, language))
        yield LinkView(
            title=title,
            title_language=title_language,
            url=material.url,
            language=material.language or "",
            note=", ".join(notes),
        )
    for recording in session.recordings:
        yield LinkView(
            title=words("session_page.recording"),
            title_language=language,
            url=recording.url,
            language=recording.language,
            note="; ".join(_about(recording, language, words)),
        )


def _about(recording: Recording, language: str, words: Words) -> Iterator[str]:
    yield language_name(recording.language, language)
    if recording.minutes is not None:
        yield words("session_more.minutes", count=recording.minutes)
    if recording.captions:
        names = ", ".join(language_name(code, language) for code in recording.captions)
        yield words("session_more.recording_captions", languages=names)
