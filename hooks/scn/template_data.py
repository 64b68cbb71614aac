"""What templates add to pages written in Markdown: home, list of members, glossary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scn.addresses import page_address
from scn.country_page import AssociationView, associations_of
from scn.dates import format_date
from scn.glossary import Glossary, Label, Term
from scn.languages import SOURCE_LANGUAGE
from scn.news import NEWS, news_entries
from scn.session_cards import SessionCard, cards
from scn.site import Site
from scn.subscribe_page import SubscribeView, subscribe_view

MOST_SESSIONS = 4
MOST_NEWS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryLink:
    id: str
    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsLink:
    title: str
    address: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    sessions: tuple[SessionCard, ...]
    nothing_to_come: str
    news: tuple[NewsLink, ...]
    countries: tuple[CountryLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    country: str
    address: str
    associations: tuple[AssociationView, ...]
    member: str
    """Empty where it could not be identified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersView:
    rows: tuple[MemberRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    language: str
    language_name: str
    text: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    id: str
    term: str
    short: str
    meaning: str
    source: str
    own_form: FormView | None
    """In the reader's language."""

    forms: tuple[FormView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView:
    terms: tuple[TermView, ...]
    labels: tuple[TermView, ...]


def view_for_template(
    site: Site, template: str, language: str, content_language: str
) -> HomeView | MembersView | GlossaryView | SubscribeView | None:
    """What a template shows below the text of its page; most show nothing."""
    if template == "home.html":
        return home_view(site, language)
    if template == "members.html":
        return members_view(site, language, content_language)
    if template == "glossary.html":
        return glossary_view(site, language)
    if template == "subscribe.html":
        return subscribe_view(site, language)
    return None


def ids_of_template(template: str, glossary: Glossary) -> frozenset[str]:
    """What the text of a page may link to although it is the template that brings it."""
    if template == "glossary.html":
        return frozenset(term.id for term in glossary.terms)
    return frozenset({"calendars"} if template == "subscribe.html" else ())


def home_view(site: Site, language: str) -> HomeView:
    words = site.content.words[language]
    sessions = site.content.sessions.to_come(site.as_of)[:MOST_SESSIONS]
    return HomeView(
        sessions=cards(site, sessions, language),
        nothing_to_come=words("agenda.nothing_to_come", date=format_date(site.as_of, language)),
        news=tuple(_news(site, language)),
        countries=tuple(
            CountryLink(
                id=country.id,
                name=country.name_in(language),
                address=page_address(f"sessions/{country.id}.md", language),
            )
            for country in site.content.countries
        ),
    )


def _news(site: Site, language: str) -> Iterator[NewsLink]:
    """The newest entries of the news page, in the language of its text."""
    own = language if f"{language}/{NEWS}" in site.content.texts else SOURCE_LANGUAGE
    entries = news_entries(site.content.texts.get(f"{own}/{NEWS}", ""))
    page = page_address(NEWS, language)
    for entry in sorted(entries, key=lambda one: (one.day, one.id), reverse=True)[:MOST_NEWS]:
        yield NewsLink(title=entry.title, address=f"{page}#{entry.id}", language=own)


def members_view(site: Site, language: str, content_language: str) -> MembersView:
    """The table speaks the language of the text; its links lead to pages of the reader's."""
    return MembersView(
        rows=tuple(
            MemberRow(
                country=country.name_in(content_language),
                address=page_address(f"sessions/{country.id}.md", language),
                associations=associations_of(site, country, content_language),
                member=(country.network_member and country.network_member.name) or "",
            )
            for country in site.content.countries
        )
    )


def glossary_view(site: Site, language: str) -> GlossaryView:
    glossary = site.content.glossary
    return GlossaryView(
        terms=tuple(_term(site, term, language) for term in glossary.terms),
        labels=tuple(_term(site, label, language) for label in glossary.labels),
    )


def _term(site: Site, term: Term | Label, language: str) -> TermView:
    names = {one.code: one.name for one in site.content.languages}
    forms = tuple(
        FormView(
            language=code,
            language_name=names.get(code, code),
            text=form.text,
            is_confirmed=form.confirmed,
        )
        for code, form in term.forms
    )
    return TermView(
        id=term.id,
        term=term.term,
        short=term.short if isinstance(term, Term) else "",
        meaning=term.meaning if isinstance(term, Term) else "",
        source=term.source if isinstance(term, Term) else "",
        own_form=next((form for form in forms if form.language == language), None),
        forms=forms,
    )
