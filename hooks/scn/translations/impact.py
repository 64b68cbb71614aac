"""Which translations a change of English pages makes outdated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scn.translations.blob import blob_id
from scn.translations.catalogue import Catalogue
from scn.translations.former import Former
from scn.translations.model import Severity, TranslationState
from scn.translations.snapshots import texts_of_snapshots
from scn.translations.sources import SourceTexts
from scn.translations.states import source_pages, translation_states
from scn.translations.waivers import load_waivers


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactOnPage:
    path: str
    outdated: tuple[tuple[str, Severity], ...]
    """Languages that are up to date no longer."""

    further_behind: tuple[str, ...]
    """Languages that were outdated before and lack more now."""

    orphans: tuple[str, ...]
    """Languages whose page has no English page any more."""

    waived: int
    """Blocks that changed and ask nothing of any translation."""

    is_new: bool = False


def impact(former: Former, now: Catalogue) -> tuple[ImpactOnPage, ...]:
    """What the change of each English page does to its translations; unchanged ones are left out.

    Texts that are not kept yet are known from the earlier commit.
    """
    languages = now.translated_languages
    before, after = source_pages(former.texts), dict(now.translations.today)
    old_snapshots = texts_of_snapshots(former.snapshots)
    known = {**old_snapshots, **{blob_id(text): text for text in before.values()}}
    sources_then = _sources(before, old_snapshots, former.waivers)
    all_texts = {**known, **now.translations.pinned}
    sources_now = _sources(after, all_texts, now.waivers)
    plain = SourceTexts(after, all_texts)
    then = _by_key(translation_states(former.texts, former.heads, languages, sources_then))
    today = _by_key(translation_states(now.texts, now.heads, languages, sources_now))
    found = []
    for path in sorted({*before, *after}, key=lambda one: (now.order.get(one, len(after)), one)):
        old, new = (blob_id(texts[path]) if path in texts else "" for texts in (before, after))
        if old == new:
            continue
        states = [(today.get((one, path)), then.get((one, path))) for one in languages]
        pairs = [(state, earlier) for state, earlier in states if state]
        waived = 0
        if old and new:
            waived = len(plain.changes(old, new)) - len(sources_now.changes(old, new))
        found.append(
            ImpactOnPage(
                path=path,
                outdated=tuple(
                    (state.language, state.severity)
                    for state, earlier in pairs
                    if state.severity and not (earlier and earlier.severity)
                ),
                further_behind=tuple(
                    state.language
                    for state, earlier in pairs
                    if state.severity
                    and earlier
                    and earlier.severity
                    and _texts_of(state) != _texts_of(earlier)
                ),
                orphans=tuple(state.language for state, _ in pairs if state.standing == "orphan"),
                waived=waived,
                is_new=not old,
            )
        )
    return tuple(found)


def _sources(
    today: Mapping[str, str], snapshots: Mapping[str, str], waivers: Mapping[str, str]
) -> SourceTexts:
    waived, _ = load_waivers(waivers, SourceTexts(today, snapshots).by_id)
    return SourceTexts(today, snapshots, waived)


def _by_key(states: Iterable[TranslationState]) -> dict[tuple[str, str], TranslationState]:
    return {(state.language, state.path): state for state in states}


def _texts_of(state: TranslationState) -> list[tuple[str, str]]:
    return [
        (change.old.text if change.old else "", change.new.text if change.new else "")
        for change in state.changes
    ]
