"""All sessions as open data: JSON for the sites of members, with a schema of its own.

What a file does not say is left out. Texts are there in every language that an author gave; the
words of the vocabulary are in the language of the file.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from scn.addresses import absolute_address
from scn.publication import CONTENT_LICENCE
from scn.session_calendars import session_file
from scn.session_cards import place_of, sources_of
from scn.session_page import address_of
from scn.sessions.model import Before, Change, Interpretation, Registration, Session
from scn.sessions.when import AllDay, Timed, Undated
from scn.site import Site
from scn.texts import Text
from scn.timezones import readings, zone

DATA_FILE = "sessions.json"
SCHEMA_FILE = "sessions.schema.json"
MODES = ("hybrid", "onsite", "online", "to-be-announced")

_ELSEWHERE = frozenset(
    {"when", "sources", "changes", "registration", "languages", "online", "announced"}
)
"""Fields of a session that are not written as they are in the model."""


def schema_address(site: Site) -> str:
    """There is one schema for the files of all languages, and its address is its name."""
    return absolute_address(site.publication.site_url, session_file(SCHEMA_FILE, "en"))


def sessions_json(site: Site, language: str) -> str:
    """Compact: with ten thousand sessions, spaces would be a third of the file."""
    return json.dumps(data_of_sessions(site, language), ensure_ascii=False, separators=(",", ":"))


def data_of_sessions(site: Site, language: str) -> dict[str, Any]:
    content = site.content
    words = content.words[language]
    vocabulary = content.vocabulary
    groups = {
        "kinds": vocabulary.kinds,
        "audiences": vocabulary.audiences,
        "levels": vocabulary.levels,
        "statuses": vocabulary.statuses,
        "modes": MODES,
    }
    labels = {group: {id_: words(f"{group}.{id_}") for id_ in ids} for group, ids in groups.items()}
    sessions = [_session(site, session, language) for session in content.sessions]
    places = {session.country: place_of(site, session, language) for session in content.sessions}
    return {
        "$schema": schema_address(site),
        "language": language,
        "licence": CONTENT_LICENCE,
        "publisher": site.author(language),
        "labels": {**labels, "countries": dict(sorted(places.items()))},
        "sessions": sessions,
    }


def times_of(session: Session) -> dict[str, str]:
    """First and last instant in ISO 8601: times with their offset, or days, both included."""
    when = session.when
    if isinstance(when, Timed):
        return {"start": when.start.isoformat(), "end": when.end.isoformat()}
    if isinstance(when, AllDay):
        return {"start": when.first_day.isoformat(), "end": when.last_day.isoformat()}
    return {}


def _session(site: Site, session: Session, language: str) -> dict[str, Any]:
    own = {
        name: _plain(getattr(session, name)) for name in _fields(Session) if name not in _ELSEWHERE
    }
    time_zone = session.when.time_zone if isinstance(session.when, Timed) else None
    data = {
        "id": session.id,
        "uid": session.uid(site.publication.uid_domain),
        "url": address_of(site, session, language),
        "announced": _plain(session.announced),
        "modified": _plain(session.last_modified),
        "sequence": session.sequence,
        **own,
        "mode": session.mode,
        **_when(session),
        "online": _plain(session.online, without=("public",)),
        "languages": _plain(session.languages),
        "registration": _registration(session.registration, time_zone),
        "sources": [
            _known({"text": source.text, "url": source.url or None})
            for source in sources_of(site, session.sources)
        ],
        "changes": [_change(change, time_zone) for change in session.changes],
    }
    return _known(data)


def _when(session: Session) -> dict[str, Any]:
    when = session.when
    if isinstance(when, Undated):
        programme = {"programme": when.programme, "held": when.held} if when.programme else {}
        return _known({"expected": when.expected, **programme})
    if isinstance(when, Timed):
        return {**times_of(session), "all_day": False, "time_zone": when.time_zone}
    unknown = {} if when.hours_known else {"hours_known": False}
    return {**times_of(session), "all_day": True, **unknown}


def _registration(registration: Registration | None, time_zone: str | None) -> Any:
    if not registration:
        return None
    closes = registration.closes
    data = {
        "url": registration.url,
        "opens": _plain(registration.opens),
        "closes": _instant(closes, time_zone) if isinstance(closes, datetime) else _plain(closes),
        "capacity": _plain(registration.capacity),
        "free": registration.is_free,
    }
    return _known(data)


def _change(change: Change, time_zone: str | None) -> dict[str, Any]:
    return _known(
        {
            "at": change.at.isoformat(),
            "what": list(change.what),
            "before": _before(change.before, time_zone) if change.before else None,
            "note": _plain(change.note),
        }
    )


def _before(before: Before, time_zone: str | None) -> dict[str, Any]:
    days = before.all_day
    start: Any = _instant(before.start, time_zone) if before.start else None
    end: Any = _instant(before.end, time_zone) if before.end else None
    if days:
        start, end = days.first_day.isoformat(), days.last_day.isoformat()
    data = {"start": start, "end": end, "status": before.status, "venue": _plain(before.venue)}
    return _known(data)


def _instant(local: datetime, time_zone: str | None) -> str | None:
    """A time on the clocks of the place, with its offset; the day where that is not known."""
    instants = readings(local, time_zone) if time_zone else ()
    if not time_zone or not instants:
        return local.date().isoformat()
    return instants[0].astimezone(zone(time_zone)).isoformat()


def _plain(value: Any, without: tuple[str, ...] = ()) -> Any:
    """A value of the model as JSON has it; nothing for what is empty."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Text):
        return dict(value.translations)
    if isinstance(value, Interpretation):
        return {"from": value.source, "to": value.target}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value] or None
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = (name for name in _fields(type(value)) if name not in without)
        return _known({name: _plain(getattr(value, name)) for name in names}) or None
    return value


@cache
def _fields(of: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(of))


def _known(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None and value != []}
