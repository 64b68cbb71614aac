"""What the page of figures shows: tables by country, kind, mode and year, and a chart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scn.addresses import page_address
from scn.dates import format_date
from scn.figures_chart import Bar, bar_chart
from scn.figures_rows import Row, row_of
from scn.session_totals import Totals, took_place, totals, totals_by, year_of
from scn.sessions.model import NETWORK, Session
from scn.site import Site
from scn.words import Words

_MODES = ("hybrid", "onsite", "online", "to-be-announced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    id: str
    title: str
    first_column: str
    rows: tuple[Row, ...]
    total: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresView:
    as_of: str
    has_held: bool
    has_reports: bool
    reported: str
    """The sentence that says how many of the sessions reported."""

    tables: tuple[Table, ...]
    chart: str
    """Inline SVG, escaped; it belongs to the first table."""

    explained: str
    """Address of the page that says how to count."""


def figures_view(site: Site, language: str) -> FiguresView:
    words = site.content.words[language]
    held = [one for one in site.content.sessions if took_place(one, site.as_of)]
    all_held = totals(held)
    countries = _countries(site, language)
    by_country = totals_by(held, lambda one: one.country, countries)
    kinds = {kind: words(f"kinds.{kind}") for kind in site.content.vocabulary.kinds}
    modes = {mode: _mode(mode, words) for mode in _MODES}
    years = {year: _year(year, words) for year in sorted({year_of(one) for one in held})}
    total = row_of(words("figures.all"), all_held, language, words)

    def table(
        name: str,
        title: str,
        column: str,
        labels: dict[str, str],
        key: Callable[[Session], str],
    ) -> Table:
        groups = totals_by(held, key, labels)
        rows = tuple(
            row_of(
                labels[one],
                group,
                language,
                words,
                page_address(f"sessions/{one}.md", language) if name == "country" else "",
            )
            for one, group in groups.items()
            if group.held
        )
        return Table(id=f"by-{name}", title=title, first_column=column, rows=rows, total=total)

    return FiguresView(
        as_of=format_date(site.as_of, language),
        has_held=bool(held),
        has_reports=all_held.reported > 0,
        reported=words("figures.reported", count=all_held.reported, total=all_held.held),
        tables=(
            table(
                "country",
                words("figures.by_country"),
                words("agenda.country"),
                countries,
                lambda one: one.country,
            ),
            table(
                "kind",
                words("figures.by_kind"),
                words("session_page.kind"),
                kinds,
                lambda one: one.kind,
            ),
            table(
                "mode",
                words("figures.by_mode"),
                words("session_page.mode"),
                modes,
                lambda one: one.mode,
            ),
            table("year", words("figures.by_year"), words("figures.year"), years, year_of),
        ),
        chart=bar_chart(
            tuple(_bars(by_country, countries, words)),
            title=words("figures.chart_title"),
            description=words("figures.chart_description"),
            id_prefix="figures-chart",
        ),
        explained=page_address("package/engagement-targets.md", language),
    )


def _countries(site: Site, language: str) -> dict[str, str]:
    """The Member States in their order, then the whole network."""
    names = {one.id: one.name_in(language) for one in site.content.countries}
    return {**names, NETWORK: site.content.words[language]("country.network_title")}


def _mode(mode: str, words: Words) -> str:
    """What was held is not to be announced: its form was not published."""
    return words("figures.mode_unknown" if mode == "to-be-announced" else f"modes.{mode}")


def _year(year: str, words: Words) -> str:
    is_programme = "-" in year
    return words("session_page.programme", years=year.replace("-", "–")) if is_programme else year


def _bars(groups: Mapping[str, Totals], names: dict[str, str], words: Words) -> Iterator[Bar]:
    for name, group in groups.items():
        if group.held:
            yield Bar(
                label=names[name],
                value=group.held,
                part=group.reported,
                text=words("figures.bar", count=group.held, reported=group.reported),
            )
