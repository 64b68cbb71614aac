"""What readers are told about the translation that they read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scn.dates import format_date
from scn.translations.model import Origin, TranslationHead, TranslationState
from scn.words import Words

_ORIGIN: Mapping[Origin, str] = {
    "machine": "translation.machine",
    "machine-edited": "translation.machine_edited",
    "human": "translation.human",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedSection:
    id: str
    title: str
    """HTML, as in the contents of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationView:
    is_outdated: bool
    is_critical: bool
    is_machine: bool
    """Nobody has proofread it."""

    sections: tuple[ChangedSection, ...]
    """Those that have changed in English and that this page has."""

    pending: tuple[ChangedSection, ...]
    """Those that the translators have left for later."""

    origin: str
    """Who wrote it, as a sentence."""

    by: str
    """Who made the translation; empty where nobody is named."""

    review: str
    """By whom it was reviewed, as a sentence; empty where it was not."""

    is_current: bool


def translation_view(
    state: TranslationState, titles: Mapping[str, str], language: str, words: Words
) -> TranslationView | None:
    """`titles` are the headings of the page by their ids; nothing where there is nothing to say."""
    head = state.head
    if head is None:
        return None
    return TranslationView(
        is_outdated=state.standing == "outdated",
        is_critical=state.severity == "critical",
        is_machine=head.state == "machine" and not state.is_reviewed,
        sections=_sections(state.changed_sections, titles),
        pending=_sections(head.pending, titles),
        origin=words(_ORIGIN[head.state]),
        by=words("translation.by", names=", ".join(head.by)) if head.by else "",
        review=_review(head, state, language, words),
        is_current=state.standing == "current",
    )


def _sections(ids: tuple[str, ...], titles: Mapping[str, str]) -> tuple[ChangedSection, ...]:
    return tuple(ChangedSection(id=id_, title=titles[id_]) for id_ in ids if id_ in titles)


def _review(head: TranslationHead, state: TranslationState, language: str, words: Words) -> str:
    if not head.review:
        return ""
    is_same = state.is_reviewed
    key = "translation.reviewed" if is_same else "translation.changed_since_review"
    return words(key, name=head.review.by, date=format_date(head.review.on, language))
