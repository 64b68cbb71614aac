"""What the page of figures shows: tables by country, kind, audience and so on, with charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scn.addresses import page_address
from scn.dates import format_date
from scn.figures_chart import Bar, bar_chart
from scn.figures_rows import Row, row_of
from scn.session_cards import language_name
from scn.session_totals import Totals, took_place, totals, totals_by, year_of
from scn.sessions.model import NETWORK, Session
from scn.site import Site
from scn.words import Words

FEWEST_FOR_A_CHART = 5
"""Fewer sessions than this are seen at a glance in the table."""

_MODES = ("hybrid", "onsite", "online", "to-be-announced")
_NOT_PUBLISHED = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    id: str
    title: str
    first_column: str
    rows: tuple[Row, ...]
    total: Row
    note: str
    """What one has to know to read it; empty for most."""

    chart: str
    """Inline SVG, escaped; empty where it would say less than the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresView:
    as_of: str
    has_held: bool
    has_reports: bool
    reported: str
    """The sentence that says how many of the sessions reported."""

    tables: tuple[Table, ...]
    explained: str
    """Address of the page that says how to count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grouping:
    id: str
    title: str
    first_column: str
    labels: Mapping[str, str]
    """In the order of the rows."""

    key: Callable[[Session], str | tuple[str, ...]]
    note: str = ""


def figures_view(site: Site, language: str) -> FiguresView:
    words = site.content.words[language]
    held = [one for one in site.content.sessions if took_place(one, site.as_of)]
    all_held = totals(held)
    return FiguresView(
        as_of=format_date(site.as_of, language),
        has_held=bool(held),
        has_reports=all_held.reported > 0,
        reported=words("figures.reported", count=all_held.reported, total=all_held.held),
        tables=tuple(_tables(site, held, all_held, language, words)),
        explained=page_address("package/engagement-targets.md", language),
    )


def _groupings(
    site: Site, held: Sequence[Session], language: str, words: Words
) -> Iterator[_Grouping]:
    vocabulary = site.content.vocabulary
    not_published = {_NOT_PUBLISHED: words("figures.not_published")}
    yield _Grouping(
        id="by-country",
        title=words("figures.by_country"),
        first_column=words("agenda.country"),
        labels=_countries(site, language),
        key=lambda one: one.country,
        note=words("figures.others"),
    )
    yield _Grouping(
        id="by-kind",
        title=words("figures.by_kind"),
        first_column=words("session_page.kind"),
        labels={kind: words(f"kinds.{kind}") for kind in vocabulary.kinds},
        key=lambda one: one.kind,
    )
    yield _Grouping(
        id="by-audience",
        title=words("subscribe.audiences"),
        first_column=words("filters.audience"),
        labels={one: words(f"audiences.{one}") for one in vocabulary.audiences} | not_published,
        key=lambda one: one.audience or _NOT_PUBLISHED,
        note=words("figures.several"),
    )
    yield _Grouping(
        id="by-language",
        title=words("figures.by_language"),
        first_column=words("filters.language"),
        labels=_languages(site, held, language) | not_published,
        key=_languages_of,
        note=words("figures.several"),
    )
    yield _Grouping(
        id="by-mode",
        title=words("figures.by_mode"),
        first_column=words("session_page.mode"),
        labels={mode: _mode(mode, words) for mode in _MODES},
        key=lambda one: one.mode,
    )
    yield _Grouping(
        id="by-year",
        title=words("figures.by_year"),
        first_column=words("figures.year"),
        labels={year: _year(year, words) for year in sorted({year_of(one) for one in held})},
        key=year_of,
    )


def _tables(
    site: Site, held: Sequence[Session], all_held: Totals, language: str, words: Words
) -> Iterator[Table]:
    """Without those that would only say that nothing was published."""
    total = row_of(words("figures.all"), all_held, language, words)
    for grouping in _groupings(site, held, language, words):
        found = totals_by(held, grouping.key, grouping.labels)
        groups = {name: group for name, group in found.items() if group.held}
        if groups.keys() - {_NOT_PUBLISHED}:
            has_chart = len(held) >= FEWEST_FOR_A_CHART and len(groups) > 1
            yield Table(
                id=grouping.id,
                title=grouping.title,
                first_column=grouping.first_column,
                rows=tuple(_rows(grouping, groups, language, words)),
                total=total,
                note=grouping.note,
                chart=_chart(grouping, groups, words) if has_chart else "",
            )


def _rows(
    grouping: _Grouping, groups: Mapping[str, Totals], language: str, words: Words
) -> Iterator[Row]:
    for name, group in groups.items():
        is_place = grouping.id == "by-country"
        address = page_address(f"sessions/{name}.md", language) if is_place else ""
        yield row_of(grouping.labels[name], group, language, words, address)


def _chart(grouping: _Grouping, groups: Mapping[str, Totals], words: Words) -> str:
    return bar_chart(
        tuple(_bars(groups, grouping.labels, words)),
        title=words("figures.chart"),
        description=words("figures.chart_description"),
        id_prefix=f"chart-{grouping.id}",
        heading=grouping.id,
    )


def _countries(site: Site, language: str) -> dict[str, str]:
    """The Member States in their order, then the whole network."""
    names = {one.id: one.name_in(language) for one in site.content.countries}
    return {**names, NETWORK: site.content.words[language]("country.network_title")}


def _languages(site: Site, held: Sequence[Session], language: str) -> dict[str, str]:
    """Those of the site in its order, then others."""
    spoken = {code for one in held for code in _languages_of(one) if code != _NOT_PUBLISHED}
    order = {code: number for number, code in enumerate(site.content.languages.codes)}
    codes = sorted(spoken, key=lambda code: (order.get(code, len(order)), code))
    return {code: language_name(code, language) for code in codes}


def _languages_of(session: Session) -> tuple[str, ...]:
    """In which people spoke, without those of interpreters."""
    return session.languages.delivery if session.languages else (_NOT_PUBLISHED,)


def _mode(mode: str, words: Words) -> str:
    """What was held is not to be announced: its form was not published."""
    return words("figures.mode_unknown" if mode == "to-be-announced" else f"modes.{mode}")


def _year(year: str, words: Words) -> str:
    is_programme = "-" in year
    return words("session_page.programme", years=year.replace("-", "–")) if is_programme else year


def _bars(groups: Mapping[str, Totals], names: Mapping[str, str], words: Words) -> Iterator[Bar]:
    for name, group in groups.items():
        yield Bar(
            label=names[name],
            value=group.held,
            part=group.reported,
            text=words("figures.bar", count=group.held, reported=group.reported),
        )
