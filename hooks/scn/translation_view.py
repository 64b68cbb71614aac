"""What readers are told about the translation that they read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scn.dates import format_date
from scn.pages import load_page_head
from scn.translations.model import Origin, TranslationHead, TranslationState
from scn.translations.section_texts import section_texts
from scn.words import Words

_MARKS = re.compile(r"[*`]")  # of emphasis and code
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
class NewSection:
    """A section that the translation lacks."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationView:
    is_outdated: bool
    is_critical: bool
    is_machine: bool
    """Nobody has proofread it."""

    english_as_of: str
    """As of when the English page of today gives the facts, as a sentence; empty where it does not
    say so.
    """

    sections: tuple[ChangedSection, ...]
    """Those that have changed in English and that this page has."""

    new: tuple[NewSection, ...]

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
    state: TranslationState, titles: Mapping[str, str], english: str, language: str, words: Words
) -> TranslationView | None:
    """`titles` are the headings of the page by their ids, `english` is the English page of today;
    nothing where there is nothing to say.
    """
    head = state.head
    if head is None:
        return None
    return TranslationView(
        is_outdated=state.is_outdated,
        is_critical=state.severity == "critical",
        is_machine=head.state == "machine" and not state.is_reviewed,
        english_as_of=_english_as_of(english, language, words) if state.is_outdated else "",
        sections=_sections(state.changed_sections, titles),
        new=tuple(_new(state, titles, english)) if state.is_behind else (),
        pending=_sections(head.pending, titles),
        origin=words(_ORIGIN[head.state]),
        by=words("translation.by", names=", ".join(head.by)) if head.by else "",
        review=_review(head, state, language, words),
        is_current=state.standing == "current",
    )


def _sections(ids: tuple[str, ...], titles: Mapping[str, str]) -> tuple[ChangedSection, ...]:
    return tuple(ChangedSection(id=id_, title=titles[id_]) for id_ in ids if id_ in titles)


def _new(state: TranslationState, titles: Mapping[str, str], english: str) -> Iterator[NewSection]:
    """What is new in English, and what waits without being there, in the order of the English."""
    added = {
        change.section
        for change in state.changes
        if change.kind == "added" and change.new and change.new.kind == "heading"
    }
    missing = (added | set(state.head.pending if state.head else ())) - titles.keys()
    for section in section_texts(english) if missing else ():
        if section.id in missing:
            yield NewSection(id=section.id, title=_MARKS.sub("", section.title))


def _english_as_of(english: str, language: str, words: Words) -> str:
    as_of = load_page_head(english, "", sources=None).as_of if english else None
    return words("translation.english_as_of", date=format_date(as_of, language)) if as_of else ""


def _review(head: TranslationHead, state: TranslationState, language: str, words: Words) -> str:
    if not head.review:
        return ""
    is_same = state.is_reviewed
    key = "translation.reviewed" if is_same else "translation.changed_since_review"
    return words(key, name=head.review.by, date=format_date(head.review.on, language))
