"""What the page of all countries shows: a map, and a table that says the same."""

from __future__ import annotations

from dataclasses import dataclass

from scn.country_rows import CountryRow, country_rows
from scn.dates import format_date
from scn.maps.europe import EuropeMap, europe_map
from scn.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class CountriesView:
    as_of: str
    map: EuropeMap
    rows: tuple[CountryRow, ...]


def countries_view(site: Site, language: str) -> CountriesView:
    rows = country_rows(site, language)
    return CountriesView(
        as_of=format_date(site.as_of, language),
        map=europe_map(rows, language, site.content.words[language]),
        rows=rows,
    )
