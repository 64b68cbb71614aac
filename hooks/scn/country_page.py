"""What the page of a country and that of the whole network show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scn.agenda_page import newest_first
from scn.countries import Association, Country
from scn.dates import city_of_zone, format_date, format_offset
from scn.session_cards import SessionCard, cards, language_name, sources_of
from scn.sessions.model import NETWORK
from scn.sessions.when import Undated
from scn.site import Site
from scn.sources import Source
from scn.timezones import zone


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssociationView:
    acronym: str
    names: tuple[NameView, ...]
    """Its names, or else what sources say it is."""

    cemr: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    name: str
    note: str
    note_language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryView:
    country: Country | None
    """None on the page of the whole network."""

    to_come: tuple[SessionCard, ...]
    nothing_to_come: str
    past: tuple[SessionCard, ...]
    undated: tuple[SessionCard, ...]
    member: MemberView | None = None
    associations: tuple[AssociationView, ...] = ()
    languages: tuple[str, ...] = ()
    time_zone: str = ""
    further_zones: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


def network_view(site: Site, language: str) -> CountryView:
    words = site.content.words[language]
    as_of = format_date(site.as_of, language)
    return _country_view(
        site, NETWORK, language, nothing_to_come=words("country.network_none_to_come", date=as_of)
    )


def country_view(site: Site, country: Country, language: str) -> CountryView:
    words = site.content.words[language]
    name, as_of = country.name_in(language), format_date(site.as_of, language)
    nothing = words("country.none_to_come", date=as_of, country=name)
    return _country_view(site, country.id, language, nothing_to_come=nothing, country=country)


def _country_view(
    site: Site, place: str, language: str, *, nothing_to_come: str, country: Country | None = None
) -> CountryView:
    sessions = site.content.sessions.of_country(place)
    dated = [s for s in sessions if not isinstance(s.when, Undated)]
    past = newest_first(s for s in dated if s.is_over(site.as_of))
    undated = [s for s in sessions if isinstance(s.when, Undated)]
    codes = dict.fromkeys(code for session in sessions for code in session.sources)
    member = country.network_member if country else None
    codes.update(dict.fromkeys(member.sources if member else ()))
    codes.update(dict.fromkeys(("CEMR-1",) if country else ()))
    return CountryView(
        country=country,
        to_come=cards(
            site, (s for s in dated if not s.is_over(site.as_of)), language, with_place=False
        ),
        nothing_to_come=nothing_to_come,
        past=cards(site, past, language, with_place=False),
        undated=cards(site, undated, language, with_place=False),
        member=_member(country, language) if country else None,
        associations=associations_of(site, country, language) if country else (),
        languages=tuple(_languages(country, language)) if country else (),
        time_zone=_zone_text(site, country.time_zone, language) if country else "",
        further_zones=tuple(
            _zone_text(site, name, language) for name in (country.further_zones if country else ())
        ),
        sources=sources_of(site, tuple(codes)),
    )


def _member(country: Country, language: str) -> MemberView | None:
    member = country.network_member
    if not member:
        return None
    note, note_language = member.note.in_language(language) if member.note else ("", language)
    return MemberView(name=member.name or "", note=note, note_language=note_language)


def associations_of(site: Site, country: Country, language: str) -> tuple[AssociationView, ...]:
    words = site.content.words[language]
    cemr = {"yes": words("country.cemr"), "associate": words("country.cemr_associate"), "no": ""}
    return tuple(
        AssociationView(
            acronym=one.acronym or "",
            names=_names(one, language),
            cemr=cemr[one.cemr],
        )
        for one in country.associations
    )


def _names(association: Association, language: str) -> tuple[NameView, ...]:
    if association.names or not association.about:
        return tuple(NameView(language=code, text=name) for code, name in association.names)
    text, text_language = association.about.in_language(language)
    return (NameView(language=text_language, text=text),)


def _languages(country: Country, language: str) -> Iterator[str]:
    for code in country.languages:
        yield language_name(code, language)


def _zone_text(site: Site, name: str, language: str) -> str:
    """The offsets of winter and summer: those of January and July of the year of the build."""
    words = site.content.words[language]
    city = city_of_zone(name, language)
    winter, summer = (
        format_offset(datetime(site.as_of.year, month, 15, tzinfo=zone(name))) for month in (1, 7)
    )
    if winter == summer:
        return words("country.zone_fixed", city=city, offset=winter)
    return words("country.zone_text", city=city, winter=winter, summer=summer)
