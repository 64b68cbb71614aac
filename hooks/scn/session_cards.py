"""How a session is called and dated wherever it is listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from babel.core import Locale

from scn.addresses import page_address
from scn.dates import city_of_zone, format_dates, format_offset, format_times, locale_of
from scn.session_facets import facets_of
from scn.sessions.model import NETWORK, Session
from scn.sessions.when import AllDay, Timed, Undated
from scn.site import Site
from scn.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    text: str
    kind: str = ""
    """Name of a look, such as `cancelled`; the text says the same in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCard:
    title: str
    title_language: str
    address: str
    when: str
    datetime: str
    """Value of the HTML attribute: ISO 8601, empty without a day."""

    end: str
    """The same for its end; of days, the last one."""

    facets: tuple[tuple[str, str], ...]
    """What the agenda can be filtered by: name of the filter, its ids with spaces between."""

    tags: tuple[Tag, ...]
    is_held: bool


def title_of(site: Site, session: Session, language: str) -> tuple[str, str]:
    """The title and the language it is in."""
    if session.title:
        return session.title.in_language(language)
    words = site.content.words[language]
    kind = words(f"kinds.{session.kind}")
    return words("session_page.title", kind=kind, place=place_of(site, session, language)), language


def place_of(site: Site, session: Session, language: str) -> str:
    """The country, or the words for the whole network."""
    return name_of_place(site, session.country, language)


def name_of_place(site: Site, place: str, language: str) -> str:
    """The name of a country by its id, or the words for the whole network."""
    if place == NETWORK:
        return site.content.words[language]("country.network_title")
    return site.content.countries.by_id[place].name_in(language)


def when_of(site: Site, session: Session, language: str) -> str:
    """Venue time with city and UTC offset, or the days, or when it is expected."""
    words = site.content.words[language]
    when = session.when
    if isinstance(when, Timed):
        times = format_times(when.start, when.end, language, "full")
        city = city_of_zone(when.time_zone, language)
        return f"{times} ({city}, {format_offset(when.start)})"
    if isinstance(when, AllDay):
        days = format_dates(when.first_day, when.last_day, language)
        return days if when.hours_known else words("session_page.hours_unknown", date=days)
    if when.expected:
        return words("session_page.expected", date=when.expected)
    return words("session_page.programme", years=(when.programme or "").replace("-", "–"))


def datetime_of(session: Session) -> str:
    """ISO 8601, as the attribute of `<time>` wants it."""
    if isinstance(session.when, Timed):
        return session.when.start.isoformat(timespec="minutes")
    return "" if isinstance(session.when, Undated) else session.when.first_day.isoformat()


def end_of(session: Session) -> str:
    """When it is over, in the same form; of days, the last one."""
    if isinstance(session.when, Timed):
        return session.when.end.isoformat(timespec="minutes")
    return "" if isinstance(session.when, Undated) else session.when.last_day.isoformat()


def card(site: Site, session: Session, language: str, *, with_place: bool = True) -> SessionCard:
    words = site.content.words[language]
    title, title_language = title_of(site, session, language)
    tags = [Tag(text=words(f"kinds.{session.kind}"))]
    if with_place:
        tags.append(Tag(text=place_of(site, session, language)))
    if session.mode != "to-be-announced":
        tags.append(Tag(text=words(f"modes.{session.mode}")))
    if session.status != "confirmed" and not isinstance(session.when, Undated):
        tags.append(Tag(text=words(f"statuses.{session.status}"), kind=session.status))
    return SessionCard(
        title=title,
        title_language=title_language,
        address=page_address(f"sessions/{session.id}.md", language),
        when=when_of(site, session, language),
        datetime=datetime_of(session),
        end=end_of(session),
        facets=tuple((name, " ".join(ids)) for name, ids in facets_of(session).items()),
        tags=tuple(tags),
        is_held=isinstance(session.when, Undated) and session.when.held == "yes",
    )


def cards(
    site: Site, sessions: Iterable[Session], language: str, *, with_place: bool = True
) -> tuple[SessionCard, ...]:
    return tuple(card(site, one, language, with_place=with_place) for one in sessions)


def language_name(code: str, language: str) -> str:
    """The name of a language in another, from CLDR."""
    return Locale.parse(code.replace("-", "_")).get_display_name(locale_of(language)) or code


def sources_of(site: Site, codes: tuple[str, ...]) -> tuple[Source, ...]:
    known = site.content.sources
    return tuple(known.get(code) or Source(code=code, text=code, url=code) for code in codes)
