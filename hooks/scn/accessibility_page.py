"""What the accessibility statement shows in one language, in the order of the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scn.accessibility.record import AxeRecord
from scn.accessibility.statement import REASONS, Assessment, NotAccessible, Statement
from scn.dates import format_date
from scn.eur_lex import act_address
from scn.session_cards import language_name
from scn.site import Site
from scn.texts import Text
from scn.words import Words

_MODEL = "dec_impl/2018/1523"
_DIRECTIVE = "dir/2016/2102"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignText:
    text: str
    language: str
    """Empty where it is that of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentRow:
    content: ForeignText
    criteria: str
    alternative: ForeignText | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    title: str
    rows: tuple[ContentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRow:
    what: str
    details: tuple[str, ...]
    how: str
    tool: str
    when: str
    result: str
    note: ForeignText | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    model_address: str
    directive_address: str
    commitment: str
    scope: str
    status: str
    built_to: str
    is_audited: bool
    reasons: tuple[ReasonView, ...]
    claims_burden: bool
    difficulties: tuple[str, ...]
    method: str
    prepared: str
    reviewed: str
    tests: tuple[AssessmentRow, ...]
    publisher: str
    """Empty while it is not decided; so are the next two."""

    contact: str
    enforcement_body: str
    repository: str
    """Where to write while there is no contact."""


def statement_view(site: Site, language: str) -> StatementView:
    content, publication = site.content, site.publication
    statement, words = content.statement, content.words[language]
    publisher = publication.decided("publisher")
    return StatementView(
        model_address=act_address(_MODEL, language),
        directive_address=act_address(_DIRECTIVE, language),
        commitment=words(
            "accessibility.commitment",
            publisher=publisher or words("accessibility.undecided_publisher"),
        ),
        scope=words(
            "accessibility.scope", site=f"{words('frame.site_name')} – {words('frame.site_kind')}"
        ),
        status=_status(statement, words),
        built_to=words(
            "accessibility.built_to",
            standard=f"WCAG {statement.standard.built_to} {statement.standard.level}",
        ),
        is_audited=statement.method == "third-party",
        reasons=tuple(_reasons(statement, language, words)),
        claims_burden=any(
            one.reason == "disproportionate-burden" for one in statement.not_accessible
        ),
        difficulties=tuple(words(f"accessibility.hinders.{one}") for one in statement.difficulties),
        method=words(f"accessibility.methods.{statement.method}"),
        prepared=words("accessibility.prepared", date=format_date(statement.prepared, language)),
        reviewed=words("accessibility.reviewed", date=format_date(statement.reviewed, language)),
        tests=(
            _recorded(content.axe_record, language, words),
            *(_test_row(one, language, words) for one in statement.tested),
        ),
        publisher=publisher,
        contact=publication.decided("contact"),
        enforcement_body=publication.decided("enforcement_body"),
        repository=publication.repository,
    )


def _status(statement: Statement, words: Words) -> str:
    claimed = statement.standard.claimed
    if statement.status == "partially" and not statement.not_accessible:
        return words("accessibility.partially_untested", standard=claimed)
    return words(f"accessibility.statuses.{statement.status}", standard=claimed)


def _reasons(statement: Statement, language: str, words: Words) -> Iterator[ReasonView]:
    for reason in REASONS:
        rows = [one for one in statement.not_accessible if one.reason == reason]
        if rows:
            yield ReasonView(
                title=words(f"accessibility.reasons.{reason}"),
                rows=tuple(_content_row(one, language) for one in rows),
            )


def _content_row(one: NotAccessible, language: str) -> ContentRow:
    return ContentRow(
        content=_in_language(one.content, language),
        criteria=", ".join(f"WCAG {number}" for number in one.criteria),
        alternative=_in_language(one.alternative, language) if one.alternative else None,
    )


def _in_language(text: Text, language: str) -> ForeignText:
    shown, own = text.in_language(language)
    return ForeignText(text=shown, language="" if own == language else own)


def _recorded(record: AxeRecord, language: str, words: Words) -> AssessmentRow:
    languages = ", ".join(language_name(code, language) for code in record.languages)
    widths = ", ".join(str(width) for width in sorted(record.widths))
    return AssessmentRow(
        what=words("accessibility.rules"),
        details=(
            words("accessibility.kinds", count=len(record.kinds)),
            words("accessibility.languages", languages=languages),
            words("accessibility.widths", widths=widths),
            words("accessibility.pages", count=record.pages),
        ),
        how=words("accessibility.hows.automatic"),
        tool=f"{record.tool} {record.version}",
        when=format_date(record.day, language),
        result=_result(record.problems, words),
    )


def _test_row(test: Assessment, language: str, words: Words) -> AssessmentRow:
    if test.when:
        when = format_date(test.when, language)
    else:
        when = words("accessibility.every_change") if test.how == "automatic" else ""
    return AssessmentRow(
        what=words(f"accessibility.tests.{test.what}"),
        details=(),
        how=words(f"accessibility.hows.{test.how}"),
        tool=test.tool,
        when=when,
        result="" if test.problems is None else _result(test.problems, words),
        note=_in_language(test.note, language) if test.note else None,
    )


def _result(problems: int, words: Words) -> str:
    if not problems:
        return words("accessibility.no_problem")
    return words("accessibility.problems", count=problems)
