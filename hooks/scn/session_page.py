"""What the page of a session shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scn.addresses import absolute_address, output_path, page_address
from scn.calendar_links import CalendarLink, calendar_links
from scn.description_html import html_from_description
from scn.fact_views import Fact
from scn.languages import SOURCE_LANGUAGE
from scn.schema_org import json_ld_from_session
from scn.session_cards import place_of, sources_of, title_of, when_of
from scn.session_changes import ChangeView, Notice, changes_of, notice_of
from scn.session_facts import facts_of
from scn.session_figures import SessionFigures, figures_of
from scn.session_links import LinkView, links_of
from scn.session_registration import RegistrationView, registration_view
from scn.session_series import PartView, parts_of_series
from scn.sessions.model import Session
from scn.sessions.when import Undated
from scn.site import Site
from scn.sources import Source
from scn.texts import Text

_FIGURES_EXPLAINED = "package/engagement-targets.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    title: str
    title_language: str
    page_title: str
    """In the window and in lists of pages: with the day where others have the same title."""

    summary: str
    summary_language: str
    notice: Notice | None
    facts: tuple[Fact, ...]
    registration: RegistrationView | None
    changes: tuple[ChangeView, ...]
    description: str
    """HTML that is safe."""

    description_language: str
    links: tuple[LinkView, ...]
    figures: SessionFigures | None
    figures_explained: str
    """Address of the page that says how to count."""

    series: tuple[PartView, ...]
    calendar: str
    calendar_links: tuple[CalendarLink, ...]
    sources: tuple[Source, ...]
    json_ld: str
    """A whole `<script>` element, escaped; empty for sessions without a day."""

    place_title: str
    place_path: str


def address_of(site: Site, session: Session, language: str) -> str:
    """The absolute address of the page of a session."""
    address = page_address(f"sessions/{session.id}.md", language)
    return absolute_address(site.publication.site_url, address)


def session_file_address(session: Session, language: str) -> str:
    """The calendar file with this session alone."""
    page = output_path(f"sessions/{session.id}.md", language)
    return page.replace("index.html", "session.ics")


def session_view(
    site: Site, session: Session, language: str, parts: Sequence[Session] = ()
) -> SessionView:
    """`parts` are all sessions of the series that it belongs to, itself among them."""
    words = site.content.words[language]
    title, title_language = title_of(site, session, language)
    summary, summary_language = _in(session.summary, language)
    description, description_language = _in(session.description, language)
    series = parts_of_series(site, session, parts, language)
    has_namesake = sum(part.title == title for part in series) > 1
    page_title = f"{title}, {when_of(site, session, language)}" if has_namesake else title
    has_day = not isinstance(session.when, Undated)
    return SessionView(
        title=title,
        title_language=title_language,
        page_title=page_title,
        summary=summary,
        summary_language=summary_language,
        notice=notice_of(site, session, language),
        facts=tuple(facts_of(site, session, language)),
        registration=registration_view(site, session, language),
        changes=tuple(changes_of(site, session, language)),
        description=html_from_description(description) if description else "",
        description_language=description_language,
        links=tuple(links_of(session, language, words)),
        figures=figures_of(session, language, words),
        figures_explained=page_address(_FIGURES_EXPLAINED, language),
        series=series,
        calendar=session_file_address(session, language) if has_day else "",
        calendar_links=_calendar_links(site, session, title, language),
        sources=sources_of(site, session.sources),
        json_ld=json_ld_from_session(
            session,
            language=language,
            words=words,
            address=address_of(site, session, language),
            id_address=address_of(site, session, SOURCE_LANGUAGE),
        ),
        place_title=place_of(site, session, language),
        place_path=f"sessions/{session.country}.md",
    )


def _in(text: Text | None, language: str) -> tuple[str, str]:
    return text.in_language(language) if text else ("", language)


def _calendar_links(
    site: Site, session: Session, title: str, language: str
) -> tuple[CalendarLink, ...]:
    """Only for what one can still go to: a form of a service knows no status."""
    if session.status not in ("confirmed", "tentative") or session.is_over(site.as_of):
        return ()
    file_address = session_file_address(session, language)
    return calendar_links(
        session,
        title=title,
        language=language,
        words=site.content.words[language],
        address=address_of(site, session, language),
        file_url=absolute_address(site.publication.site_url, file_address),
    )
