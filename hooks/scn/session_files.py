"""The files that are made from sessions, in one language: calendars, feeds, data, redirects."""

from __future__ import annotations

from collections.abc import Iterator

from scn.atom import atom_from_feed
from scn.generated_file import GeneratedFile
from scn.ical import calendar_from_events, events_from_sessions
from scn.languages import SOURCE_LANGUAGE
from scn.redirects import former_file_addresses, redirects
from scn.session_calendars import session_file, written_calendars
from scn.session_data import DATA_FILE, SCHEMA_FILE, sessions_json
from scn.session_feeds import ATOM_FILE, JSON_FILE, feed_from_sessions, json_feed
from scn.session_page import address_of, session_file_address
from scn.session_schema import sessions_schema
from scn.site import Site


def session_files(site: Site, language: str) -> Iterator[GeneratedFile]:
    """Every event is written once a language, however many calendars it stands in."""
    yield from _calendars(site, language)
    feed = feed_from_sessions(site, language)
    yield _file(ATOM_FILE, language, atom_from_feed(feed))
    yield _file(JSON_FILE, language, json_feed(feed, site))
    yield _file(DATA_FILE, language, sessions_json(site, language))
    for address, page in redirects(site, language):
        yield _generated(address, language, page)
    if language == SOURCE_LANGUAGE:
        yield _file(SCHEMA_FILE, language, sessions_schema(site))


def _calendars(site: Site, language: str) -> Iterator[GeneratedFile]:
    words = site.content.words[language]
    events = [
        *events_from_sessions(
            site.content.sessions,
            language=language,
            words=words,
            uid_domain=site.publication.uid_domain,
            address_of=lambda session: address_of(site, session, language),
        )
    ]
    for calendar, written in written_calendars(site, events, language):
        yield _generated(calendar.address, language, written)
    for event in events:
        address = session_file_address(event.session, language)
        alone = calendar_from_events([event], language=language, words=words, as_of=site.as_of)
        for each in (address, *former_file_addresses(event.session, language)):
            yield _generated(each, language, alone)


def _file(name: str, language: str, content: str) -> GeneratedFile:
    return _generated(session_file(name, language), language, content)


def _generated(address: str, language: str, content: str | bytes) -> GeneratedFile:
    path = address if language == SOURCE_LANGUAGE else address.removeprefix(f"{language}/")
    return GeneratedFile(source=f"{language}/{path}", output=address, content=content)
