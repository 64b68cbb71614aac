"""What the pages about the state of the translations show: all languages, and one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scn.addresses import page_address
from scn.generated_paths import translations_path
from scn.languages import SOURCE_LANGUAGE
from scn.session_cards import language_name
from scn.site import Site
from scn.standings_view import Count, StandingsView, StandingText, standing_text, standings_view
from scn.translations.model import Origin, Severity, Standing, TranslationState
from scn.translations.summary import OF_NO_SOURCE, LanguageSummary
from scn.words import Words

DATA_FILE = "translations.json"
_GUIDE = "contribute/translate-a-page.md"
TRANSLATE_ID = "scn-translate"
"""Of the notice on a page without a translation, whose link has the text of today."""

STANDINGS: tuple[Standing, ...] = (
    "outdated", "diverged", "partial", "orphan", "unpinned", "missing", "current", "local",
)  # fmt: skip
"""What is to do first comes first."""

SEVERITIES: tuple[Severity, ...] = ("critical", "major", "minor")
ORIGINS: tuple[Origin, ...] = ("machine", "machine-edited", "human")


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingCell:
    count: int
    severities: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRow:
    language: str
    name: str
    """What its own speakers call it."""

    address: str
    """Of the list of its pages; empty where the site offers none."""

    address_language: str
    coverage: str
    origins: tuple[Count, ...]
    cells: tuple[StandingCell, ...]
    standing: StandingText | None
    """Nothing on a site without thresholds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideLink:
    title: str
    title_language: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    standing: Standing
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DashboardView:
    columns: tuple[Column, ...]
    """The standings that occur somewhere."""

    rows: tuple[LanguageRow, ...]
    data_file: str
    guide: GuideLink | None
    """How to translate a page."""

    standings: StandingsView | None
    """Nothing on a site without thresholds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    title: str
    title_language: str
    address: str
    """The translation, or the English page in the frame of the list."""

    has_english: bool
    english_address: str

    origin: str
    is_translated: bool
    is_outdated: bool
    to_do: str
    """What comes next; empty where the link to the editor says it."""

    editor: str
    """Where the page is corrected; empty where there is none."""

    translate: str
    """The place on the English page in the frame of the language from where it is begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The pages that stand alike."""

    id: str
    state: str
    severity: str
    rows: tuple[PageRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageView:
    language: str
    coverage: str
    count: int
    groups: tuple[Group, ...]
    credits: tuple[str, ...]
    """Who is named in the front matter as translator or reviewer, by that one's choice."""


def dashboard_view(site: Site, language: str) -> DashboardView:
    words = site.content.words[language]
    summaries = site.content.translations.summaries
    known = [one for one in site.content.languages if one.code in summaries]
    standings = [
        each for each in STANDINGS if any(summaries[one.code].standings.get(each) for one in known)
    ]
    rows = []
    for one in known:
        summary = summaries[one.code]
        path = translations_path(one.code)
        in_frame = language if language == SOURCE_LANGUAGE else one.code
        has_list = site.content.tree.exists_in(path, in_frame)
        rows.append(
            LanguageRow(
                language=one.code,
                name=one.name,
                address=page_address(path, in_frame) if has_list else "",
                address_language=in_frame,
                coverage=_coverage(summary, words),
                origins=tuple(
                    Count(label=words(f"translation.origins.{each}"), count=count)
                    for each in ORIGINS
                    if (count := summary.origins.get(each, 0))
                ),
                cells=tuple(_cell(summary, each, words) for each in standings),
                standing=standing_text(site, one.code, language),
            )
        )
    return DashboardView(
        columns=tuple(
            Column(standing=each, title=words(f"translation.states.{each}")) for each in standings
        ),
        rows=tuple(rows),
        data_file=DATA_FILE,
        guide=_guide(site, language),
        standings=standings_view(site, language),
    )


def _guide(site: Site, language: str) -> GuideLink | None:
    if not site.content.tree.is_shown_in(_GUIDE, language):
        return None
    title, title_language = _title(site, _GUIDE, language)
    address = page_address(_GUIDE, language)
    return GuideLink(title=title, title_language=title_language, address=address)


def _coverage(summary: LanguageSummary, words: Words) -> str:
    return words("translation.coverage", count=summary.translated, all=summary.pages)


def _cell(summary: LanguageSummary, standing: Standing, words: Words) -> StandingCell:
    severities = SEVERITIES if standing == "outdated" else ()
    return StandingCell(
        count=summary.standings.get(standing, 0),
        severities=tuple(
            Count(label=words(f"translation.severities.{each}"), count=count)
            for each in severities
            if (count := summary.severities.get(each, 0))
        ),
    )


def translations_of_language(site: Site, code: str, language: str) -> LanguageView:
    """The list of the pages of one language (`code`) in the words of another or of its own."""
    content = site.content
    words = content.words[language]
    states = [state for state in content.translations.states.values() if state.language == code]
    return LanguageView(
        language=code,
        coverage=_coverage(content.translations.summaries[code], words),
        count=len(states),
        groups=tuple(_groups(site, states, language)),
        credits=tuple(_credits(states)),
    )


def title_of_language(code: str, language: str) -> str:
    """The name of a language in the words of another, for the titles of its list."""
    return language_name(code, language)


def _groups(site: Site, states: Iterable[TranslationState], language: str) -> Iterator[Group]:
    words = site.content.words[language]
    by_kind: dict[tuple[Standing, Severity | None], list[TranslationState]] = {}
    for state in sorted(states, key=lambda state: _order(state.path)):
        severity = state.severity if state.standing == "outdated" else None
        by_kind.setdefault((state.standing, severity), []).append(state)
    for standing in STANDINGS:
        for severity in (*SEVERITIES, None):
            if found := by_kind.get((standing, severity)):
                yield Group(
                    id=f"{standing}-{severity}" if severity else standing,
                    state=words(f"translation.states.{standing}"),
                    severity=words(f"translation.severities.{severity}") if severity else "",
                    rows=tuple(_row(site, state, language) for state in found),
                )


def _order(path: str) -> list[tuple[bool, str]]:
    """The home page first, and of each folder the page that leads to the others."""
    return [(part != "index.md", part) for part in path.split("/")]


def _row(site: Site, state: TranslationState, language: str) -> PageRow:
    words = site.content.words[language]
    source = f"{state.language}/{state.path}"
    is_translated = state.standing != "missing"
    title, title_language = _title(site, state.path, language)
    origin = state.head.state if state.head else ""
    return PageRow(
        title=title,
        title_language=title_language,
        address=page_address(state.path, state.language if is_translated else language),
        has_english=state.standing not in OF_NO_SOURCE,
        english_address=page_address(state.path, SOURCE_LANGUAGE),
        origin=words(f"translation.origins.{origin}") if origin else "",
        is_translated=is_translated,
        is_outdated=state.standing == "outdated",
        to_do=words(f"translation.next.{_next(state)}") if is_translated else "",
        editor=site.publication.edit_url(source) if is_translated else "",
        translate=f"{page_address(state.path, state.language)}#{TRANSLATE_ID}",
    )


def _title(site: Site, path: str, language: str) -> tuple[str, str]:
    """In the words of the list, else in English; a page that has neither is known by its path."""
    for code in (language, SOURCE_LANGUAGE):
        head = site.content.heads.get(f"{code}/{path}")
        if head:
            return head.title, code
    return path, language


def _next(state: TranslationState) -> str:
    if state.standing == "current" and state.head and state.head.state == "machine":
        return "none" if state.is_reviewed else "machine"
    return "none" if state.standing in ("current", "local") else state.standing


def _credits(states: Iterable[TranslationState]) -> list[str]:
    names: set[str] = set()
    for state in states:
        if state.head:
            names.update(state.head.by)
            if state.head.review:
                names.add(state.head.review.by)
    return sorted(names, key=lambda name: (name.casefold(), name))
