"""The calendars to subscribe to: of all sessions, of a country, of an audience, of a kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scn.addresses import output_path
from scn.generated_paths import AGENDA
from scn.ical import Event, Feed, calendar_from_events
from scn.sessions.model import NETWORK
from scn.site import Site

Group = Literal["all", "country", "audience", "kind"]
NETWORK_ZONE = "Europe/Brussels"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCalendar:
    """A calendar in one language; its address is relative to the root of the site."""

    group: Group
    id: str
    """Of the country, the audience or the kind; empty for all sessions."""

    label: str
    """What it holds, in short: the name of the country, the audience or the kind."""

    name: str
    """What a calendar program calls it."""

    time_zone: str
    address: str


def session_file(name: str, language: str) -> str:
    """The address of a file below `sessions/`."""
    return output_path(AGENDA, language).replace("index.html", name)


def calendar_address(language: str, group: Group = "all", id_: str = "") -> str:
    folders = {"all": (), "country": (id_,), "audience": (group, id_), "kind": (group, id_)}
    return session_file("/".join((*folders[group], "calendar.ics")), language)


def session_calendars(site: Site, language: str) -> Iterator[SessionCalendar]:
    """All of them, also those without a session: who subscribes waits for what is to come."""
    content = site.content
    words = content.words[language]

    def calendar(
        group: Group, id_: str, label: str, time_zone: str = NETWORK_ZONE
    ) -> SessionCalendar:
        name = words("calendar.name")
        return SessionCalendar(
            group=group,
            id=id_,
            label=label,
            name=words("feeds.part_of", calendar=name, part=label) if id_ else name,
            time_zone=time_zone,
            address=calendar_address(language, group, id_),
        )

    yield calendar("all", "", words("feeds.all_sessions"))
    yield calendar("country", NETWORK, words("country.network_title"))
    for country in content.countries:
        yield calendar("country", country.id, country.name_in(language), country.time_zone)
    for audience in content.vocabulary.audiences:
        yield calendar("audience", audience, words(f"audiences.{audience}"))
    for kind in content.vocabulary.kinds:
        yield calendar("kind", kind, words(f"kinds.{kind}"))


def written_calendars(
    site: Site, events: list[Event], language: str
) -> Iterator[tuple[SessionCalendar, bytes]]:
    """Each with its bytes; an event is written once and stands in several of them."""
    by_group: defaultdict[tuple[Group, str], list[Event]] = defaultdict(list)
    for event in events:
        session = event.session
        by_group["all", ""].append(event)
        by_group["country", session.country].append(event)
        by_group["kind", session.kind].append(event)
        for audience in session.audience:
            by_group["audience", audience].append(event)
    for calendar in session_calendars(site, language):
        written = calendar_from_events(
            by_group[calendar.group, calendar.id],
            language=language,
            words=site.content.words[language],
            as_of=site.as_of,
            feed=Feed(name=calendar.name, time_zone=calendar.time_zone),
        )
        yield calendar, written
