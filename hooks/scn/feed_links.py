"""Which calendars and feeds belong to a page: for programs in its head, for readers on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scn.addresses import split_language
from scn.generated_paths import AGENDA
from scn.session_calendars import calendar_address, session_file
from scn.session_data import DATA_FILE
from scn.session_feeds import ATOM_FILE, JSON_FILE
from scn.session_page import session_file_address
from scn.sessions.model import NETWORK
from scn.sessions.when import Undated
from scn.site import Site

SUBSCRIBE = "sessions/subscribe.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    type: str
    """Media type."""

    title: str
    address: str


def feed_links(site: Site, path: str, language: str, *, is_generated: bool) -> Iterator[FeedLink]:
    """Those of a page by its path without a language; pages outside of sessions have none."""
    folder, name = split_language(path, ("sessions",))
    if not folder or not (is_generated or path == SUBSCRIBE):
        return
    words = site.content.words[language]
    name = name.removesuffix(".md")
    session = site.content.sessions.by_id.get(name)
    if path in (AGENDA, SUBSCRIBE):
        yield _calendar(words("calendar.name"), calendar_address(language))
    elif name == NETWORK or name in site.content.countries.by_id:
        title = words("feeds.calendar_of_country")
        yield _calendar(title, calendar_address(language, "country", name))
    elif session and not isinstance(session.when, Undated):
        address = session_file_address(session, language)
        yield _calendar(words("session_page.calendar"), address)
    atom, data = session_file(ATOM_FILE, language), session_file(DATA_FILE, language)
    yield FeedLink(type="application/atom+xml", title=words("feeds.atom"), address=atom)
    yield FeedLink(
        type="application/feed+json",
        title=words("feeds.json"),
        address=session_file(JSON_FILE, language),
    )
    if path == AGENDA:
        yield FeedLink(type="application/json", title=words("feeds.data"), address=data)


def _calendar(title: str, address: str) -> FeedLink:
    return FeedLink(type="text/calendar", title=title, address=address)
