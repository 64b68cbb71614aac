"""The filters above the agenda: a plain form whose choice stands in the address."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from scn.alphabet import sort_key
from scn.session_cards import language_name, name_of_place
from scn.session_facets import facets_of
from scn.sessions.model import NETWORK, Session
from scn.site import Site
from scn.words import PLURAL_CATEGORIES

MODES = ("hybrid", "onsite", "online", "to-be-announced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    name: str
    """Of the parameter in the address and of the attribute of each session in the list."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiltersView:
    filters: tuple[Filter, ...]
    """Those that leave a choice: without one, there is none."""

    counts: str
    """JSON: the sentence with the number of hits, by plural category."""


def filters_view(site: Site, sessions: Iterable[Session], language: str) -> FiltersView:
    """Only what a listed session has can be chosen, so no single choice finds nothing."""
    content = site.content
    words = content.words[language]
    listed = [facets_of(session) for session in sessions]

    def found(name: str) -> set[str]:
        return {one for facets in listed for one in facets[name]}

    def in_order(name: str, order: Iterable[str], key: str) -> tuple[Option, ...]:
        ids = found(name)
        return tuple(Option(value=i, text=words(f"{key}.{i}")) for i in order if i in ids)

    places = [NETWORK, *(country.id for country in content.countries)]
    names = {code: language_name(code, language) for code in found("language")}
    vocabulary = content.vocabulary
    options = {
        "country": tuple(
            Option(value=place, text=name_of_place(site, place, language))
            for place in places
            if place in found("country")
        ),
        "audience": in_order("audience", vocabulary.audiences, "audiences"),
        "kind": in_order("kind", vocabulary.kinds, "kinds"),
        "language": tuple(
            Option(value=code, text=names[code])
            for code in sorted(names, key=lambda code: (sort_key(names[code]), code))
        ),
        "mode": in_order("mode", MODES, "modes"),
        "level": in_order("level", vocabulary.levels, "levels"),
    }
    counts = words.under("filters.count")
    return FiltersView(
        filters=tuple(
            Filter(name=name, label=words(f"filters.{name}"), options=choice)
            for name, choice in options.items()
            if len(choice) > 1
        ),
        counts=json.dumps(
            {one: counts[one] for one in PLURAL_CATEGORIES if one in counts},
            ensure_ascii=False,
            sort_keys=True,
        ),
    )
