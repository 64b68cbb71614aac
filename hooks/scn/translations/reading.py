"""Reads how all translations stand: pages, snapshots and waivers, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from scn.building.memory import Memory
from scn.languages import Languages
from scn.pages import PageHead
from scn.problems import ContentError, Problem
from scn.translations.language_standings import (
    STANDINGS_FILE,
    Standings,
    check_declared,
    load_thresholds,
    standing_of,
)
from scn.translations.pins import check_pins
from scn.translations.snapshots import (
    SNAPSHOT_FOLDER,
    check_snapshots,
    texts_of_snapshots,
)
from scn.translations.sources import SourceTexts
from scn.translations.states import pinned_ids, source_pages, translation_states
from scn.translations.summary import summaries_of
from scn.translations.translated import Translations
from scn.translations.waivers import WAIVER_FOLDER, ids_of_waivers, load_waivers
from scn.words_to_translate import count_of_marks, count_of_texts


def read_translations(
    docs: Path,
    texts: Mapping[str, str],
    heads: Mapping[str, PageHead],
    languages: tuple[str, ...],
    shown: Callable[[Path], str],
    memory: Memory | None = None,
) -> tuple[Translations, tuple[Problem, ...]]:
    """The states of all pages in all languages, and all that is wrong with what they say.

    `texts` and `heads` are those of the pages by source file; `shown` is how messages name a file;
    `memory` is of the texts that were looked at before.
    """
    snapshots = _files(docs, SNAPSHOT_FOLDER)
    waivers = {
        name: data.decode("utf-8-sig", "replace")
        for name, data in _files(docs, WAIVER_FOLDER).items()
    }
    today = source_pages(texts)
    kept = texts_of_snapshots(snapshots)
    known = SourceTexts(today, kept, memory=memory)
    waived, problems = load_waivers(waivers, known.by_id)
    sources = SourceTexts(today, kept, waived, memory) if waived else known
    states = translation_states(texts, heads, languages, sources, memory)
    found = [
        *problems,
        *check_snapshots(
            snapshots,
            set(pinned_ids(heads)),
            set(sources.id_of.values()),
            ids_of_waivers(waivers),
        ),
        *_pins(docs, texts, heads, sources, shown),
    ]
    translations = Translations(
        states={(state.language, state.path): state for state in states},
        today=sources.today,
        pinned=sources.by_id,
        summaries=summaries_of(states),
    )
    return translations, tuple(found)


def with_standings(
    docs: Path, translations: Translations, languages: Languages, memory: Memory | None = None
) -> tuple[Translations, tuple[Problem, ...]]:
    """What the translation into each language reaches; nothing without the file of thresholds."""
    path = docs / STANDINGS_FILE.removeprefix("docs/")
    if not path.exists():
        return translations, ()
    list_path = docs / "_data" / "languages.yml"
    try:
        thresholds = load_thresholds(path.read_text("utf-8-sig", "replace"), STANDINGS_FILE)
    except ContentError as error:
        return translations, error.problems
    found = {
        language.code: standing_of(
            language,
            translations.summaries[language.code],
            _words(docs, language.code, memory or Memory({}, {})),
            thresholds,
        )
        for language in languages
        if language.code in translations.summaries
    }
    list_text = list_path.read_text("utf-8-sig", "replace")
    problems = check_declared(languages, thresholds, list_text, "docs/_data/languages.yml")
    standings = Standings(thresholds=thresholds, languages=found)
    return replace(translations, standings=standings), tuple(problems)


def _words(docs: Path, language: str, memory: Memory) -> tuple[int, int]:
    """How many texts of menus and buttons are translated, and how many there are."""
    read = f"docs/_data/strings/{language}.yml"
    if known := memory.recall("translated words", read):
        return known[0], known[1]
    path = docs / read.removeprefix("docs/")
    text = path.read_text("utf-8-sig", "replace") if path.exists() else ""
    every = count_of_texts(text)
    found = every - count_of_marks(text), every
    memory.keep(found, "translated words", read)
    return found


def _files(docs: Path, folder: str) -> dict[str, bytes]:
    """By their path in the project, whatever the folder of the content is called."""
    place = docs / folder.removeprefix("docs/")
    found = sorted(path for path in place.rglob("*") if path.is_file())
    return {f"{folder}/{path.relative_to(place).as_posix()}": path.read_bytes() for path in found}


def _pins(
    docs: Path,
    texts: Mapping[str, str],
    heads: Mapping[str, PageHead],
    sources: SourceTexts,
    shown: Callable[[Path], str],
) -> Iterator[Problem]:
    for file, head in heads.items():
        if head.translation or head.local_only:
            yield from check_pins(file, texts, head, sources, lambda name: shown(docs / name))
