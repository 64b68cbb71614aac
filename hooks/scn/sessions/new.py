"""A new session file from answers: which questions there are, and what is made of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from scn.problems import not_known
from scn.reading import Reading, UnreadableError
from scn.sessions.catalogue import Catalogue
from scn.sessions.choices import choices_of
from scn.sessions.fields import SESSION
from scn.sessions.model import NETWORK
from scn.sessions.parts import DAY, VENUE
from scn.sessions.written import Written, file_text, free_id, taken_ids
from scn.shapes import Choice, Shape, Translated, Value
from scn.timezones import ALLOWED_ZONES
from scn.yaml_text import Scalar

Answers = Mapping[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    name: str
    about: str
    shape: Shape[object] | None = None
    is_needed: bool = False

    def text(self, known: Catalogue) -> str:
        words = self._words(known)
        listed = f" ({', '.join(words)})" if words else ""
        return f"{self.about}{listed}{'' if self.is_needed else '; Enter for none'}"

    def is_open(self, answers: Answers, known: Catalogue) -> bool:
        """Whether a person should be asked."""
        if self.name in {"id", "status", "all_day", "to"}:
            return False
        if self.name == "time_zone":
            place = known.countries.by_id.get(answers["country"] or "")
            return answers[self.name] is None and bool(place and place.further_zones)
        is_for_days = answers.get("all_day") and self.name in {"start", "end"}
        return answers[self.name] is None and not is_for_days

    def mistake(self, answers: Answers, known: Catalogue) -> str:
        """What is wrong with the answer; nothing when it will do."""
        answer, option = answers[self.name], f"--{self.name.replace('_', '-')}"
        if not answer:
            is_needed = self.is_needed and not (
                answers.get("all_day") and self.name in {"start", "end"}
            )
            return f"{option}: This is missing. Write {self._wanted()}." if is_needed else ""
        words = self._words(known)
        if words:
            return "" if answer in words else f"{option}: {not_known(answer, words)}"
        if self.shape is None:
            return ""
        reading = Reading(path="", lines=[answer], choices=_choices(known))
        try:
            self.shape.read(Scalar(text=answer, line=1, column=1, quoted=True), reading)
        except UnreadableError:
            return f"{option}: {reading.problems[0].message}"
        return ""

    def _words(self, known: Catalogue) -> Collection[str]:
        if self.name == "country":
            return [*known.countries.by_id, NETWORK]
        return list(_choices(known)[self.shape.name]) if isinstance(self.shape, Choice) else ()

    def _wanted(self) -> str:
        return self.shape.wanted if self.shape else "the code of a folder such as bg"


def _choices(known: Catalogue) -> Mapping[str, Collection[str]]:
    zones = [zone for zone in ALLOWED_ZONES if zone in _zones_of_members(known)]
    return {**choices_of(known.vocabulary, known.languages, known.sources), "zones": zones}


def _zones_of_members(known: Catalogue) -> frozenset[str]:
    countries = known.countries
    return frozenset(z for each in countries for z in (each.time_zone, *each.further_zones))


def _english(shape: Shape[object]) -> Shape[object]:
    """The question is for the English text."""
    if not isinstance(shape, Translated):
        raise TypeError(shape)
    return Value(shape.parse, "the English text")


_FIELDS = SESSION.fields
QUESTIONS = (
    Question(name="country", about="Country, or network", is_needed=True),
    Question(name="kind", about="Kind", shape=_FIELDS["kind"], is_needed=True),
    Question(
        name="title", about="Title in English", shape=_english(_FIELDS["title"]), is_needed=True
    ),
    Question(
        name="start",
        about="Beginning, on the clocks of the place, as 2027-03-30T10:00",
        shape=_FIELDS["start"],
        is_needed=True,
    ),
    Question(name="end", about="End, as 2027-03-30T12:30", shape=_FIELDS["end"], is_needed=True),
    Question(name="all_day", about="First day, in place of start and end", shape=DAY),
    Question(name="to", about="Last day, with --all-day", shape=DAY),
    Question(name="time_zone", about="Time zone", shape=_FIELDS["time_zone"]),
    Question(name="city", about="City, if it is on site", shape=_english(VENUE.fields["city"])),
    Question(name="platform", about="Platform, if it is online", shape=Choice("platforms", "")),
    Question(name="status", about="Status (default: tentative)", shape=_FIELDS["status"]),
    Question(name="id", about="Name of the file (default: made from country, year and city)"),
)


def new_file(answers: Answers, known: Catalogue, *, announced: date) -> tuple[str, str]:
    """The path in the folder of sessions, and the text, for answers without mistakes."""
    country, kind = answers["country"] or "", answers["kind"] or ""
    first = answers.get("all_day") or answers["start"] or ""
    words = answers["city"] or kind
    id_ = answers["id"] or free_id(country, int(first[:4]), words, taken_ids(known))
    fields: dict[str, Written] = {
        "kind": kind,
        "status": answers["status"] or "tentative",
        "announced": announced.isoformat(),
        "title": {"en": answers["title"] or ""},
    }
    if answers.get("all_day"):
        fields["all_day"] = {"from": first, "to": answers["to"] or first}
    else:
        fields |= {"start": first, "end": answers["end"] or ""}
    if answers["time_zone"]:
        fields["time_zone"] = answers["time_zone"]
    if answers["city"]:
        fields["venue"] = {"city": {"en": answers["city"]}}
    if answers["platform"]:
        fields["online"] = {"platform": answers["platform"], "join": "on-registration"}
    elif not answers["city"] and kind == "online-training":
        fields["online"] = {}
    name = f"{country}/{id_}.yml"
    return name, file_text(name, fields)
