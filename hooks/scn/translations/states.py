"""How each page stands in each language, from texts alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from scn.building.memory import Memory
from scn.languages import SOURCE_LANGUAGE
from scn.pages import PageHead
from scn.translations.blob import blob_id
from scn.translations.compare import WaivedPairs
from scn.translations.model import Change, Severity, Standing, TranslationHead, TranslationState
from scn.translations.severity import worst
from scn.translations.sources import SourceTexts
from scn.translations.text_facts import TextFacts


def state_of(
    path: str,
    language: str,
    *,
    text: str | None,
    head: PageHead | None,
    source: str | None,
    old: str | None,
    waived: WaivedPairs = frozenset(),
) -> TranslationState:
    """How one page stands in one language.

    `text` and `head` are those of the translation, `source` is the English page of today, `old`
    the text that the translation pins; each is None where there is none.
    """
    today = {} if source is None else {path: source}
    snapshots = {} if old is None else {blob_id(old): old}
    file = f"{language}/{path}"
    facts = TextFacts({} if text is None else {file: text})
    return _state(path, language, file, head, facts, SourceTexts(today, snapshots, waived))


def translation_states(
    texts: Mapping[str, str],
    heads: Mapping[str, PageHead],
    languages: Collection[str],
    sources: SourceTexts,
    memory: Memory | None = None,
) -> tuple[TranslationState, ...]:
    """The states of all pages in all languages but the source, by language, then path.

    `texts` and `heads` are those of the pages by source file, as `fr/package/roles.md`.
    """
    facts = TextFacts(texts, memory)
    files: dict[str, set[str]] = {language: set(sources.today) for language in languages}
    for file in texts:
        language, _, path = file.partition("/")
        if language in files:
            files[language].add(path)
    states = []
    for language in sorted(files.keys() - {SOURCE_LANGUAGE}):
        for path in sorted(files[language]):
            file = f"{language}/{path}"
            states.append(_state(path, language, file, heads.get(file), facts, sources))
    return tuple(states)


def source_pages(texts: Mapping[str, str]) -> dict[str, str]:
    """The English pages by path without a language."""
    start = f"{SOURCE_LANGUAGE}/"
    return {file.removeprefix(start): texts[file] for file in texts if file.startswith(start)}


def _state(
    path: str,
    language: str,
    file: str,
    page: PageHead | None,
    facts: TextFacts,
    sources: SourceTexts,
) -> TranslationState:
    head = page.translation if page else None
    review = head.review if head else None
    is_reviewed = bool(review and file in facts and review.of == facts.body_digest(file))
    standing, severity, changes = _standing(path, file, page, facts, sources)
    return TranslationState(
        path=path,
        language=language,
        standing=standing,
        severity=severity,
        changes=changes,
        head=head,
        is_reviewed=is_reviewed,
        is_changed_since_review=review is not None and not is_reviewed,
    )


_Judgement = tuple[Standing, Severity | None, tuple[Change, ...]]


def _standing(
    path: str, file: str, page: PageHead | None, facts: TextFacts, sources: SourceTexts
) -> _Judgement:
    if file not in facts:
        return "missing", None, ()
    if page and page.local_only:
        return "local", None, ()
    if path not in sources.today:
        return "orphan", None, ()
    head = page.translation if page else None
    if head is None:
        return "unpinned", None, ()
    today = sources.id_of[path]
    if head.source not in sources.by_id:
        # What has changed cannot be said, but that the page is current neither.
        return "outdated", "major", ()
    changes = sources.changes(head.source, today)
    severity = worst(change.severity for change in changes) if changes else None
    if not _has_structure(facts.heading_ids(file), head, sources):
        return "diverged", severity, changes
    if changes:
        return "outdated", severity, changes
    return ("partial" if head.pending else "current"), None, ()


def _has_structure(ours: tuple[str, ...], head: TranslationHead, sources: SourceTexts) -> bool:
    """The headings are those of the pinned text; sections that wait need not be there yet."""
    theirs = sources.heading_ids(head.source)
    waiting = set(head.pending)
    return ours == theirs or (
        [id_ for id_ in theirs if id_ not in waiting] == [id_ for id_ in ours if id_ not in waiting]
    )


def pinned_ids(heads: Mapping[str, PageHead]) -> Iterator[str]:
    """All ids that translations name, for `check_snapshots`."""
    for file in sorted(heads):
        if translation := heads[file].translation:
            yield translation.source
