"""Session files from a calendar, as far as the check lets them through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scn.sessions.catalogue import Catalogue, catalogue_with
from scn.sessions.from_ical import Imported, sessions_from_ical
from scn.sessions.load import ZONE_OF_THE_NETWORK
from scn.sessions.written import (
    fields_with_problems,
    file_text,
    free_id,
    problems_of,
    taken_ids,
)

_CAN_BE_LEFT_OUT = frozenset({"description", "source"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    title: str
    name: str = ""
    text: str = ""
    """Empty where no file can be made; what was left out says why."""

    left_out: tuple[str, ...]


def imported_files(
    data: bytes, country: str, kind: str, known: Catalogue, as_of: date
) -> Iterator[ImportedFile]:
    """The events of a calendar in their order.

    Raises:
        NoCalendarError: the data cannot be read.
    """
    place = known.countries.by_id.get(country)
    zones = (place.time_zone, *place.further_zones) if place else (ZONE_OF_THE_NETWORK,)
    for event in sessions_from_ical(data, kind=kind, zones=zones, as_of=as_of):
        if isinstance(event, str):
            title, _, reason = event.rpartition(": ")
            yield ImportedFile(title=title, left_out=(reason,))
            continue
        file = _file(event, country, known)
        if file.text:
            known = catalogue_with(known, file.name, file.text)
        yield file


def _file(event: Imported, country: str, known: Catalogue) -> ImportedFile:
    """What the check refuses is left out where it can be; else there is no file."""
    id_ = free_id(country, event.year, event.title, taken_ids(known))
    name = f"{country}/{id_}.yml"
    fields, left_out = dict(event.fields), list(event.left_out)
    text = file_text(name, fields)
    wrong = fields_with_problems(text, problems_of(name, text, known))
    for field in sorted(_CAN_BE_LEFT_OUT & wrong.keys()):
        left_out.append(f"not taken over: {wrong[field]}")
        del fields[field]
    if wrong:
        text = file_text(name, fields)
        left_out.extend(each.message for each in problems_of(name, text, known))
        text = "" if problems_of(name, text, known) else text
    return ImportedFile(title=event.title, name=name, text=text, left_out=tuple(left_out))
