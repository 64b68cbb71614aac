"""The published JSON Schema of the open data of sessions (draft 2020-12).

It says what `scn.session_data` writes, and it is closed: a field that it does not name is a
mistake of one of the two.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from scn.session_data import MODES, schema_address
from scn.sessions.model import CHANGES, NETWORK, ON_REGISTRATION
from scn.site import Site
from scn.timezones import ALLOWED_ZONES

Schema = dict[str, Any]

_DAY = r"\d{4}-\d{2}-\d{2}"
_TIME = r"T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}"
_ID = "[a-z]{2,7}-[0-9]{4}-[a-z0-9-]+([.][a-z0-9-]+)?"


def sessions_schema(site: Site) -> str:
    return json.dumps(schema_of_sessions(site), ensure_ascii=False, indent=2) + "\n"


def schema_of_sessions(site: Site) -> Schema:
    content = site.content
    vocabulary = content.vocabulary
    labels = {group: {"$ref": "#/$defs/labels"} for group in _GROUPS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": schema_address(site),
        "title": "Sessions of the Smart Communities Network",
        "description": "All sessions, past and to come, in the order in which they happen; those"
        " without a date come last. What is not known is left out.",
        **_object(
            {
                "$schema": _text("The address of this schema."),
                "language": _one_of(
                    content.languages.codes, "Language of `labels` and of the pages."
                ),
                "licence": _address("Licence of the data."),
                "publisher": _text("Who answers for the data."),
                "labels": _object(labels, "Words for ids, in `language`.", required=_GROUPS),
                "sessions": _list({"$ref": "#/$defs/session"}),
            },
            required=("$schema", "language", "licence", "publisher", "labels", "sessions"),
        ),
        "$defs": {
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            "text": {
                "description": "A text by the code of its language (ISO 639-1). English is always"
                " there.",
                "type": "object",
                "propertyNames": {"pattern": "^[a-z]{2,3}$"},
                "additionalProperties": {"type": "string", "minLength": 1},
                "required": ["en"],
            },
            "day": {"type": "string", "format": "date", "pattern": f"^{_DAY}$"},
            "dayOrTime": {
                "description": "ISO 8601: a day, or a time with its offset from UTC.",
                "type": "string",
                "pattern": f"^{_DAY}({_TIME})?$",
            },
            "counts": _object(
                {"onsite": _number(), "online": _number()},
                "Numbers of people in the room and of those who join from elsewhere.",
            ),
            "session": _session(
                countries=[NETWORK, *(country.id for country in content.countries)],
                kinds=vocabulary.kinds,
                audiences=vocabulary.audiences,
                levels=vocabulary.levels,
                statuses=vocabulary.statuses,
                platforms=[platform.id for platform in vocabulary.platforms],
                materials=vocabulary.materials,
            ),
        },
    }


_GROUPS = ("kinds", "audiences", "levels", "statuses", "modes", "countries")
_TEXT = {"$ref": "#/$defs/text"}
_DAY_ONLY = {"$ref": "#/$defs/day"}
_DAY_OR_TIME = {"$ref": "#/$defs/dayOrTime"}
_COUNTS = {"$ref": "#/$defs/counts"}


def _session(
    *,
    countries: Iterable[str],
    kinds: Iterable[str],
    audiences: Iterable[str],
    levels: Iterable[str],
    statuses: Iterable[str],
    platforms: Iterable[str],
    materials: Iterable[str],
) -> Schema:
    language = {"type": "string", "pattern": "^[a-z]{2,3}$"}
    properties: Schema = {
        "id": {"type": "string", "pattern": f"^{_ID}$", "description": "Never changes."},
        "uid": _text("The UID of the session in all calendars, for ever."),
        "url": _address("Its page in the language of the file."),
        "announced": _DAY_ONLY,
        "modified": _described(_DAY_ONLY, "The last day on which something of it changed."),
        "sequence": _number("How often time, place, form or status changed (RFC 5545)."),
        "country": _one_of(countries, "Whom it is for: ISO 3166-1 in lower case, or network."),
        "kind": _one_of(kinds),
        "status": _one_of(statuses),
        "title": _TEXT,
        "summary": _TEXT,
        "description": _described(_TEXT, "Markdown."),
        "mode": _one_of(MODES),
        "start": _described(_DAY_OR_TIME, "A time with its offset, or the first day."),
        "end": _described(_DAY_OR_TIME, "A time with its offset, or the last day, included."),
        "all_day": {"type": "boolean"},
        "time_zone": _one_of(ALLOWED_ZONES, "IANA name of the zone of `start` and `end`."),
        "hours_known": {"const": False, "description": "No source gives the hours."},
        "expected": _text("When it has no date yet: a year, a quarter or a month."),
        "programme": _text("Years of a past programme, of which no source gives the day."),
        "held": _one_of(("yes", "unknown"), "Whether a session of a programme took place."),
        "venue": _object(
            {
                "name": _TEXT,
                "street": _text(),
                "postal_code": _text(),
                "city": _TEXT,
                "step_free": {"type": "boolean"},
                "hearing_loop": {"type": "boolean"},
            },
            required=("city",),
        ),
        "online": _object(
            {
                "platform": _one_of(platforms),
                "join": {"anyOf": [{"const": ON_REGISTRATION}, _address("Open to everybody.")]},
            }
        ),
        "languages": _object(
            {
                "delivery": _list(language),
                "interpretation": _list(
                    _object({"from": language, "to": language}, required=("from", "to"))
                ),
                "captions": _list(language),
                "sign_language": _described(_list(language), "ISO 639-3."),
            },
            required=("delivery",),
        ),
        "audience": _list(_one_of(audiences)),
        "level": _one_of(levels),
        "registration": _object(
            {
                "url": _address(),
                "opens": _DAY_ONLY,
                "closes": _DAY_OR_TIME,
                "capacity": _COUNTS,
                "free": {"type": "boolean"},
            }
        ),
        "organiser": _TEXT,
        "contact": _object(
            {"name": _TEXT, "email": {"type": "string", "format": "email"}},
            "A role and its mailbox, never a person.",
            required=("name", "email"),
        ),
        "sources": _list(_object({"text": _text(), "url": _address()}, required=("text",))),
        "changes": _described(_list(_change(statuses)), "The oldest first."),
        "materials": _list(
            _object(
                {
                    "title": _TEXT,
                    "url": _address(),
                    "kind": _one_of(materials),
                    "language": language,
                },
                required=("title", "url", "kind"),
            )
        ),
        "recordings": _list(
            _object(
                {
                    "url": _address(),
                    "language": language,
                    "captions": _list(language),
                    "minutes": _number(),
                },
                required=("url", "language"),
            )
        ),
        "attendance": _object(
            {
                "counted": _DAY_ONLY,
                "registered": _COUNTS,
                "attended": _COUNTS,
                "cancelled": _COUNTS,
                "walk_ins": _COUNTS,
                "at_most": {"type": "boolean", "description": "`attended` are upper bounds."},
            },
            required=("counted", "at_most"),
        ),
        "series": _object({"id": _text(), "part": _number()}, required=("id", "part")),
        "previous_ids": _list({"type": "string"}),
    }
    return {
        **_object(
            properties,
            required=("id", "uid", "url", "sequence", "country", "kind", "status", "mode"),
        ),
        "oneOf": [
            {"required": ["start", "end", "all_day", "announced", "modified"]},
            {"required": ["expected"]},
            {"required": ["programme", "held"]},
        ],
        "if": {"properties": {"all_day": {"const": False}}, "required": ["all_day"]},
        "then": {
            "required": ["time_zone"],
            "properties": {"start": {"pattern": "T"}, "end": {"pattern": "T"}},
        },
        "else": {"properties": {"start": {"$ref": "#/$defs/day"}, "end": {"$ref": "#/$defs/day"}}},
    }


def _change(statuses: Iterable[str]) -> Schema:
    before = {
        "start": _DAY_OR_TIME,
        "end": _DAY_OR_TIME,
        "status": _one_of(statuses),
        "venue": _TEXT,
    }
    return _object(
        {
            "at": _DAY_ONLY,
            "what": _list(_one_of(CHANGES)),
            "before": _object(before, "How it was."),
            "note": _TEXT,
        },
        required=("at", "what"),
    )


def _object(properties: Schema, description: str = "", required: Iterable[str] = ()) -> Schema:
    schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return _described({**schema, "required": [*required]}, description)


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _text(description: str = "") -> Schema:
    return _described({"type": "string", "minLength": 1}, description)


def _address(description: str = "") -> Schema:
    return _described({"type": "string", "format": "uri", "pattern": "^https?://"}, description)


def _number(description: str = "") -> Schema:
    return _described({"type": "integer", "minimum": 0}, description)


def _one_of(values: Iterable[str], description: str = "") -> Schema:
    return _described({"enum": [*values]}, description)


def _described(schema: Schema, description: str) -> Schema:
    return {**schema, "description": description} if description else schema
