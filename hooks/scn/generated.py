"""The pages that are made from data, in one language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scn.accessibility_page import statement_view
from scn.addresses import page_address
from scn.agenda_page import agenda_view
from scn.alphabet import Entry, Letter, letters
from scn.countries_page import countries_view
from scn.country_page import country_view, network_view
from scn.dates import format_month
from scn.figures_page import figures_view
from scn.generated_paths import (
    A_TO_Z,
    ACCESSIBILITY,
    AGENDA,
    FIGURES,
    NOT_FOUND,
    SEARCH,
    TRANSLATIONS,
    translations_path,
)
from scn.languages import SOURCE_LANGUAGE
from scn.month_page import month_views
from scn.months import sessions_by_month
from scn.session_page import session_view
from scn.session_series import series_of, sessions_by_series
from scn.site import Site
from scn.translations_page import dashboard_view, title_of_language, translations_of_language
from scn.words import PLURAL_CATEGORIES


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedPage:
    path: str
    title: str
    description: str
    template: str
    data: Any = None
    section: str = ""
    """Key of the section that the page belongs to where it stands in no navigation."""

    breadcrumbs: tuple[tuple[str, str], ...] = ()
    """Title and path of the pages between the section and this one."""

    audiences: tuple[str, ...] = ()
    """Whom the session of the page is for, as the search asks."""

    is_noindex: bool = False


@dataclass(frozen=True, slots=True)
class AlphabetView:
    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    counts: str
    """JSON: the sentence with the number of hits, by plural category."""

    sections: tuple[tuple[str, str], ...]
    """Key and title, in the order of the navigation."""

    audiences: tuple[tuple[str, str], ...]
    """Id and name of those that sessions are for."""


def generated_pages(site: Site, language: str) -> Iterator[GeneratedPage]:
    words = site.content.words[language]
    pages = [
        *_session_pages(site, language),
        *_translation_pages(site, language),
        _statement_page(site, language),
    ]
    yield from pages
    yield GeneratedPage(
        path=SEARCH,
        title=words("search.title"),
        description=words("search.description"),
        template="search.html",
        data=_search_view(site, language),
    )
    yield GeneratedPage(
        path=NOT_FOUND,
        title=words("not_found.title"),
        description=words("not_found.description"),
        template="404.html",
    )
    yield GeneratedPage(
        path=A_TO_Z,
        title=words("az.title"),
        description=words("az.description"),
        template="a-z.html",
        data=AlphabetView(letters(_entries(site, language, pages))),
    )


def _session_pages(site: Site, language: str) -> Iterator[GeneratedPage]:
    content = site.content
    words = content.words[language]
    yield GeneratedPage(
        path=AGENDA,
        title=words("agenda.title"),
        description=words("agenda.description"),
        template="agenda.html",
        data=agenda_view(site, language),
    )
    by_country = (words("countries.title"), "sessions/countries.md")
    yield GeneratedPage(
        path="sessions/countries.md",
        title=words("countries.title"),
        description=words("countries.description"),
        template="countries.html",
        data=countries_view(site, language),
    )
    yield GeneratedPage(
        path=FIGURES,
        title=words("figures.title"),
        description=words("figures.description"),
        template="figures.html",
        data=figures_view(site, language),
    )
    yield GeneratedPage(
        path="sessions/network.md",
        title=words("country.network_title"),
        description=words("country.network_description"),
        template="country.html",
        data=network_view(site, language),
        section="sessions",
    )
    for country in content.countries:
        name = country.name_in(language)
        yield GeneratedPage(
            path=f"sessions/{country.id}.md",
            title=name,
            description=words("country.description", country=name),
            template="country.html",
            data=country_view(site, country, language),
            section="sessions",
            breadcrumbs=(by_country,),
        )
    for month, month_data in month_views(site, sessions_by_month(content.sessions), language):
        name = format_month(month.year, month.number, language)
        yield GeneratedPage(
            path=month.path,
            title=words("month.title", month=name),
            description=words("month.description", month=name),
            template="month.html",
            data=month_data,
            section="sessions",
        )
    series = sessions_by_series(content.sessions)
    for session in content.sessions:
        parts = series.get(series_of(session), ())
        view = session_view(site, session, language, parts)
        yield GeneratedPage(
            path=f"sessions/{session.id}.md",
            title=view.page_title,
            description=words("session_page.description", title=view.page_title),
            template="session.html",
            data=view,
            section="sessions",
            breadcrumbs=((view.place_title, view.place_path),),
            audiences=session.audience,
        )


def _translation_pages(site: Site, language: str) -> Iterator[GeneratedPage]:
    content = site.content
    words = content.words[language]
    title = words("translation.dashboard_title")
    yield GeneratedPage(
        path=TRANSLATIONS,
        title=title,
        description=words("translation.dashboard_description"),
        template="translations.html",
        data=dashboard_view(site, language),
        section="contribute",
    )
    for code in content.shown.codes:
        path = translations_path(code)
        if content.tree.exists_in(path, language):
            name = title_of_language(code, language)
            yield GeneratedPage(
                path=path,
                title=words("translation.language_title", language=name),
                description=words("translation.language_description", language=name),
                template="translations-language.html",
                data=translations_of_language(site, code, language),
                section="contribute",
                breadcrumbs=((title, TRANSLATIONS),),
            )


def _search_view(site: Site, language: str) -> SearchView:
    content = site.content
    words = content.words[language]
    used = {audience for session in content.sessions for audience in session.audience}
    return SearchView(
        counts=_by_plural(words.under("search.count")),
        sections=(*words.under("nav").items(), ("home", words("frame.home"))),
        audiences=tuple(
            (one, words(f"audiences.{one}")) for one in content.vocabulary.audiences if one in used
        ),
    )


def _by_plural(texts: Mapping[str, str]) -> str:
    found = {category: texts[category] for category in PLURAL_CATEGORIES if category in texts}
    return json.dumps(found, ensure_ascii=False, sort_keys=True)


def _statement_page(site: Site, language: str) -> GeneratedPage:
    words = site.content.words[language]
    return GeneratedPage(
        path=ACCESSIBILITY,
        title=words("footer.accessibility"),
        description=words("accessibility.description"),
        template="accessibility.html",
        data=statement_view(site, language),
    )


def _entries(site: Site, language: str, pages: list[GeneratedPage]) -> Iterator[Entry]:
    """Pages of the navigation and of data; the agenda leads to sessions and months."""
    content = site.content
    for path, languages in content.tree.languages_of.items():
        own = language if language in languages else SOURCE_LANGUAGE
        head = content.heads.get(f"{own}/{path}")
        if head:
            address = page_address(path, language)
            yield Entry(title=head.title, language=own, address=address)
    for page in pages:
        if page.template not in ("session.html", "month.html"):
            address = page_address(page.path, language)
            yield Entry(title=page.title, language=language, address=address)
