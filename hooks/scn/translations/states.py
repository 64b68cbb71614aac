"""How each page stands in each language, from texts alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from scn.languages import SOURCE_LANGUAGE
from scn.pages import PageHead
from scn.translations.blob import blob_id, body_digest
from scn.translations.compare import WaivedPairs
from scn.translations.headings import heading_ids
from scn.translations.model import Change, Severity, Standing, TranslationHead, TranslationState
from scn.translations.severity import worst
from scn.translations.sources import SourceTexts


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
    return _state(path, language, text, head, SourceTexts(today, snapshots, waived))


def translation_states(
    texts: Mapping[str, str],
    heads: Mapping[str, PageHead],
    languages: Collection[str],
    sources: SourceTexts,
) -> tuple[TranslationState, ...]:
    """The states of all pages in all languages but the source, by language, then path.

    `texts` and `heads` are those of the pages by source file, as `fr/package/roles.md`.
    """
    files: dict[str, set[str]] = {language: set(sources.today) for language in languages}
    for file in texts:
        language, _, path = file.partition("/")
        if language in files:
            files[language].add(path)
    return tuple(
        _state(
            path,
            language,
            texts.get(f"{language}/{path}"),
            heads.get(f"{language}/{path}"),
            sources,
        )
        for language in sorted(files)
        if language != SOURCE_LANGUAGE
        for path in sorted(files[language])
    )


def source_pages(texts: Mapping[str, str]) -> dict[str, str]:
    """The English pages by path without a language."""
    start = f"{SOURCE_LANGUAGE}/"
    return {file.removeprefix(start): texts[file] for file in texts if file.startswith(start)}


def _state(
    path: str,
    language: str,
    text: str | None,
    page: PageHead | None,
    sources: SourceTexts,
) -> TranslationState:
    head = page.translation if page else None
    review = head.review if head else None
    is_reviewed = bool(review and text is not None and review.of == body_digest(text))
    standing, severity, changes = _standing(path, text, page, sources)
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
    path: str, text: str | None, page: PageHead | None, sources: SourceTexts
) -> _Judgement:
    if text is None:
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
    severity = worst(change.severity for change in changes)
    if not _has_structure(text, head, sources):
        return "diverged", severity, changes
    if changes:
        return "outdated", severity, changes
    return ("partial" if head.pending else "current"), None, ()


def _has_structure(text: str, head: TranslationHead, sources: SourceTexts) -> bool:
    """The headings are those of the pinned text; sections that wait need not be there yet."""
    waiting = set(head.pending)
    theirs = [id_ for id_ in sources.heading_ids(head.source) if id_ not in waiting]
    return theirs == [id_ for id_ in heading_ids(text) if id_ not in waiting]


def pinned_ids(heads: Mapping[str, PageHead]) -> Iterator[str]:
    """All ids that translations name, for `check_snapshots`."""
    for file in sorted(heads):
        if translation := heads[file].translation:
            yield translation.source
