"""New and changed sessions, for readers of feeds: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from scn.addresses import absolute_address, page_address
from scn.atom import Entry, Feed, Paragraph, html_from_paragraphs, midnight, tag_uri
from scn.dates import format_date
from scn.generated_paths import AGENDA
from scn.session_calendars import session_file
from scn.session_cards import title_of, when_of
from scn.session_changes import ChangeView, changes_of
from scn.session_data import times_of
from scn.session_page import address_of, session_file_address
from scn.sessions.model import Session
from scn.sessions.when import Undated
from scn.site import Site
from scn.words import Words

MOST_ENTRIES = 100
ATOM_FILE = "feed.xml"
JSON_FILE = "feed.json"
_CALENDAR = "text/calendar"


def feed_from_sessions(site: Site, language: str) -> Feed:
    """Sessions with a date, those that were announced or changed last standing first."""
    publication = site.publication
    sessions = sorted(site.content.sessions.dated, key=_newest, reverse=True)
    return Feed(
        id=tag_uri(publication.uid_domain, f"sessions-{language}"),
        title=site.content.words[language]("feeds.title"),
        language=language,
        author=site.author(language),
        page_address=absolute_address(publication.site_url, page_address(AGENDA, language)),
        feed_address=absolute_address(publication.site_url, session_file(ATOM_FILE, language)),
        entries=tuple(_entry(site, session, language) for session in sessions[:MOST_ENTRIES]),
    )


def _newest(session: Session) -> tuple[date, str]:
    return session.last_modified or _first_day(session), session.id


def _first_day(session: Session) -> date:
    return date.min if isinstance(session.when, Undated) else session.when.first_day


def _entry(site: Site, session: Session, language: str) -> Entry:
    publication = site.publication
    words = site.content.words[language]
    title, title_language = title_of(site, session, language)
    identity = session.uid("").rstrip("@")
    times = times_of(session)
    file = absolute_address(publication.site_url, session_file_address(session, language))
    if session.status in ("cancelled", "postponed"):
        # As in calendars: who reads only titles must not travel.
        title, title_language = words(f"calendar.{session.status}", title=title), language
    return Entry(
        id=tag_uri(publication.uid_domain, f"session-{identity}-{language}"),
        title=title,
        title_language=_if_other(title_language, language),
        address=address_of(site, session, language),
        updated=session.last_modified or _first_day(session),
        published=session.announced,
        paragraphs=tuple(_paragraphs(site, session, language)),
        categories=tuple(
            (name, words(f"{group}.{name}"))
            for group, names in (("kinds", (session.kind,)), ("audiences", session.audience))
            for name in names
        ),
        attachment=(_CALENDAR, file),
        start=times["start"],
        end=times["end"],
    )


def _if_other(language: str, usual: str) -> str:
    return "" if language == usual else language


def _paragraphs(site: Site, session: Session, language: str) -> Iterator[Paragraph]:
    """What changed for the reader stands first, the newest change before the others."""
    words = site.content.words[language]
    if session.status != "confirmed":
        yield Paragraph(text=words(f"calendar.{session.status}_note"))
    for change in changes_of(site, session, language):
        yield from _change(change, language, words)
    yield Paragraph(text=when_of(site, session, language))
    if session.venue:
        where, where_language = session.venue.in_language(language)
        yield Paragraph(text=where, language=_if_other(where_language, language))
    if session.mode != "to-be-announced":
        yield Paragraph(text=words(f"modes.{session.mode}"))
    if session.summary:
        summary, summary_language = session.summary.in_language(language)
        yield Paragraph(text=summary, language=_if_other(summary_language, language))
    if session.announced:
        day = format_date(session.announced, language)
        yield Paragraph(text=words("feeds.announced", date=day))


def _change(change: ChangeView, language: str, words: Words) -> Iterator[Paragraph]:
    yield Paragraph(text=words("feeds.changed", date=change.when, what=change.text))
    for shift in change.shifts:
        yield Paragraph(text=words("feeds.shift", before=shift.before, after=shift.after))
    if change.note:
        note_language = _if_other(change.note_language, language)
        yield Paragraph(text=change.note, language=note_language)


def json_feed(feed: Feed, site: Site) -> str:
    """The same feed as JSON; what is of this site alone stands below `_session`."""
    address = session_file(JSON_FILE, feed.language)
    whole: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page_address,
        "feed_url": absolute_address(site.publication.site_url, address),
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_html": html_from_paragraphs(entry),
        "content_text": "\n".join(paragraph.text for paragraph in entry.paragraphs),
        "date_modified": midnight(entry.updated),
        "tags": [label for _, label in entry.categories],
        "_session": {"start": entry.start, "end": entry.end},
    }
    if entry.published:
        item["date_published"] = midnight(entry.published)
    if entry.attachment:
        media_type, address = entry.attachment
        item["attachments"] = [{"url": address, "mime_type": media_type}]
    return item
