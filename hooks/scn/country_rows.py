"""What the site knows of each Member State, in a line: for the table and the map."""

from __future__ import annotations

from dataclasses import dataclass

from scn.addresses import page_address
from scn.session_totals import is_planned, took_place
from scn.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow:
    id: str
    name: str
    address: str
    is_member_identified: bool
    planned: int
    held: int


def country_rows(site: Site, language: str) -> tuple[CountryRow, ...]:
    """In protocol order, as everywhere on the site."""
    content = site.content
    rows = []
    for country in content.countries:
        sessions = content.sessions.of_country(country.id)
        rows.append(
            CountryRow(
                id=country.id,
                name=country.name_in(language),
                address=page_address(f"sessions/{country.id}.md", language),
                is_member_identified=bool(country.network_member and country.network_member.name),
                planned=sum(is_planned(one, site.as_of) for one in sessions),
                held=sum(took_place(one, site.as_of) for one in sessions),
            )
        )
    return tuple(rows)
