"""Everything that the site is made from, read and checked once.

One call finds the problems of all files; after it, nobody reads a file or sees a dict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from scn.accessibility.record import AxeRecord, load_record
from scn.accessibility.review import check_record
from scn.accessibility.statement import Statement, load_statement
from scn.addresses import split_language
from scn.building.memory import Memory
from scn.checks.diagrams import check_diagrams
from scn.checks.headings import check_headings
from scn.checks.link_words import load_link_words
from scn.checks.markup import check_markup
from scn.checks.navigation import check_navigation
from scn.checks.news import check_news
from scn.checks.page_weight import check_length
from scn.checks.places import check_site_files
from scn.checks.texts import check_texts
from scn.countries import Countries, load_countries
from scn.diagrams import DIAGRAM_NAMES
from scn.generated_paths import former_paths, generated_paths, translation_lists
from scn.glossary import Glossary, glossary_from_memory, load_glossary, memory_of_glossary
from scn.language_list import load_languages
from scn.languages import (
    OFFICIAL_CODES,
    PSEUDO_LANGUAGE,
    SOURCE_LANGUAGE,
    Languages,
    languages_from_request,
)
from scn.page_texts import PageTexts
from scn.page_tree import PageTree, page_tree_from_files
from scn.pages import PageHead, head_from_memory, load_page_head, memory_of_head
from scn.problems import ContentError, Problem, not_known
from scn.sessions.agenda import Sessions
from scn.sessions.load import load_sessions
from scn.sources import Source, load_sources
from scn.translations.reading import read_translations, with_standings
from scn.translations.translated import NOTHING_TRANSLATED, Translations
from scn.vocabulary import Vocabulary, load_vocabulary
from scn.words import LanguageWords, Placed, check_words, load_words

T = TypeVar("T")

_ENGLISH_WORDS = f"docs/_data/strings/{SOURCE_LANGUAGE}.yml"


@dataclass(frozen=True, kw_only=True)
class Content:
    languages: Languages
    """All languages of the site."""

    shown: Languages
    """Those that pages offer: all, or in a preview those that it makes."""

    built: Languages
    """Those that this build makes; another may make the rest of the same site.

    Only here is the pseudo-language, where it was asked for: nothing lists it or leads to it.
    """

    words: Mapping[str, LanguageWords]
    heads: Mapping[str, PageHead]
    """Front matter by source file relative to `docs/`."""

    texts: PageTexts
    """Text of the Markdown pages by source file relative to `docs/`."""

    tree: PageTree
    countries: Countries
    vocabulary: Vocabulary
    sessions: Sessions
    glossary: Glossary
    sources: Mapping[str, Source]
    statement: Statement
    axe_record: AxeRecord
    translations: Translations = NOTHING_TRANSLATED

    @cached_property
    def known(self) -> Languages:
        """All that pages can be in: with the pseudo-language, where this build makes it."""
        more = (one for one in self.built if one.code not in self.languages)
        return Languages((*self.languages, *more))

    def head_of(self, path: str, language: str) -> PageHead | None:
        """The front matter of a page as shown in a language: its own or the source's."""
        return self.heads.get(f"{language}/{path}") or self.heads.get(f"{SOURCE_LANGUAGE}/{path}")

    @property
    def written_languages(self) -> tuple[str, ...]:
        """Those that have a text of their own, beside the pages that are made from data."""
        made = generated_paths(self.sessions, self.countries) | self.tree.without_fallback
        written = [codes for path, codes in self.tree.languages_of.items() if path not in made]
        return tuple(code for code in self.tree.order if any(code in codes for codes in written))

    def for_language(self, language: str) -> Content:
        """What the pages of one language may be made from, which its key must cover.

        Its own texts, those of the source that stand in for missing ones, and the words of both;
        the source also makes what there is once for all languages.
        """
        if language == SOURCE_LANGUAGE:
            return self

        def is_read(source: str) -> bool:
            own, path = split_language(source, (language, SOURCE_LANGUAGE))
            return own == language or (
                own == SOURCE_LANGUAGE and not self.tree.exists_in(path, language)
            )

        return replace(
            self,
            words={code: self.words[code] for code in (language, SOURCE_LANGUAGE)},
            translations=self.translations.of(language),
            heads={source: head for source, head in self.heads.items() if is_read(source)},
            texts=self.texts.only(is_read),
        )


def load_content(
    root: Path,
    *,
    docs: Path,
    requested_languages: str = "",
    is_preview: bool = False,
    sessions_folder: Path | None = None,
    memory: Memory | None = None,
) -> Content:
    """Read all data and all pages below the root of the project.

    A preview has the source language too, and its pages offer only the languages that it makes.
    `sessions_folder` is where the sessions are, if not in `docs/_data/sessions/`; `memory` is of
    files that were read before.

    Raises:
        ContentError: with every problem of every file.
    """
    folder = sessions_folder or docs / "_data" / "sessions"
    reading = _Reading(root, docs, folder, memory or Memory({}, {}))
    return reading.content(requested_languages, is_preview=is_preview)


class _Reading:
    def __init__(self, root: Path, docs: Path, sessions_folder: Path, memory: Memory) -> None:
        self.root = root
        self.docs = docs
        self.sessions_folder = sessions_folder
        self.memory = memory
        self.problems: list[Problem] = []
        self.link_words: Mapping[str, frozenset[str]] = {}

    def content(self, requested: str, *, is_preview: bool) -> Content:
        languages = self._load(load_languages, "languages.yml") or Languages(())
        texts = PageTexts.below(self.docs)
        tree = page_tree_from_files(texts, languages.codes)
        with_pages = {code for codes in tree.languages_of.values() for code in codes}
        built, unknown = languages_from_request(requested, languages, with_pages)
        if is_preview:
            built = languages.only({SOURCE_LANGUAGE, *built.codes})
        shown = built if is_preview else languages
        for code in unknown if languages else ():
            known = (*languages.codes, *([PSEUDO_LANGUAGE] if "-" in code else []))
            message = f"SCN_LANGUAGES: the language {not_known(code, known)}"
            self._note("docs/_data/languages.yml", message)
        words = self._words(languages)
        codes = OFFICIAL_CODES.union(languages.codes)
        countries = self._load(load_countries, "countries.yml", languages=codes)
        vocabulary = self._load(load_vocabulary, "vocabulary.yml")
        sources = self._load(load_sources, "sources.yml")
        glossary = self._glossary(codes)
        statement, axe_record = self._accessibility(codes, words)
        sessions = None
        if countries is not None and vocabulary is not None:
            sessions = self._sessions(countries, vocabulary, languages, sources or {})
        self.link_words = self._load(load_link_words, "link_words.yml", languages=codes) or {}
        heads = self._heads(texts, sources)
        paths = generated_paths(sessions or (), countries or ())
        if languages:
            taken = paths | translation_lists(languages.codes).keys()
            self._check_places(texts, languages, taken | former_paths(sessions or ()))
            self._check_navigation(tree, paths, words)
        self.problems.extend(check_site_files(texts.other_files, languages.codes))
        translations, found = read_translations(
            self.docs, texts, heads, languages.codes, self._shown, self.memory
        )
        translations, more = with_standings(self.docs, translations, languages)
        self.problems.extend(one for one in (*found, *more) if not one.is_warning)
        if (
            self.problems
            or countries is None
            or vocabulary is None
            or glossary is None
            or sessions is None
            or sources is None
            or statement is None
            or axe_record is None
        ):
            raise ContentError(self.problems)
        tree = page_tree_from_files(texts, shown.codes).with_pages(paths)
        tree = tree.with_pages_of(translation_lists(shown.codes))
        return Content(
            languages=languages,
            shown=shown,
            built=built,
            words=words,
            heads=heads,
            texts=texts,
            tree=tree,
            countries=countries,
            vocabulary=vocabulary,
            sessions=sessions,
            glossary=glossary,
            sources=sources,
            statement=statement,
            axe_record=axe_record,
            translations=translations,
        )

    def _data_path(self, name: str) -> Path:
        return self.docs / "_data" / name

    def _data(self, name: str) -> tuple[str | None, str]:
        path = self._data_path(name)
        shown = self._shown(path)
        try:
            return path.read_text("utf-8-sig"), shown
        except FileNotFoundError:
            self._note(shown, "The file is missing. Write it, or restore it from the repository.")
        except UnicodeDecodeError:
            self._note(shown, "The file is not UTF-8. Save it as UTF-8.")
        return None, shown

    def _load(self, load: Callable[..., T], name: str, **known: object) -> T | None:
        """What a file of `docs/_data/` says, or nothing when that has problems."""
        text, path = self._data(name)
        try:
            return _loaded(load, text, path, **known) if text is not None else None
        except ContentError as error:
            self.problems.extend(error.problems)
            return None

    def _glossary(self, codes: frozenset[str]) -> Glossary | None:
        read = ("docs/_data/terms.yml", "docs/_data/languages.yml")
        known = self.memory.recall("terms", *read)
        if known is not None:
            return glossary_from_memory(known)
        glossary = self._load(load_glossary, "terms.yml", languages=codes)
        if glossary is not None:
            self.memory.keep(memory_of_glossary(glossary), "terms", *read)
        return glossary

    def _accessibility(
        self, codes: frozenset[str], words: Mapping[str, LanguageWords]
    ) -> tuple[Statement | None, AxeRecord | None]:
        english = words.get(SOURCE_LANGUAGE)
        if english is None or not english.texts:
            return None, None  # that is said already, and no key of theirs is known
        keys = {
            name: tuple(english.under(f"accessibility.{name}")) for name in ("tests", "hinders")
        }
        name = "accessibility.yml"
        statement = self._load(load_statement, name, languages=codes, **keys)
        record = self._load(load_record, "accessibility/tested.yml")
        if statement and record:
            text, _ = self._data(name)
            self.problems.extend(check_record(statement, record, text or ""))
        return statement, record

    def _shown(self, path: Path) -> str:
        is_inside = path.is_relative_to(self.root)
        return (path.relative_to(self.root) if is_inside else path).as_posix()

    def _note(self, path: str, message: str) -> None:
        self.problems.append(Problem(path=path, line=1, column=1, message=message))

    def _words(self, languages: Languages) -> dict[str, LanguageWords]:
        words: dict[str, LanguageWords] = {}
        for language in languages:
            name = f"strings/{language.code}.yml"
            known = self.memory.recall("words", f"docs/_data/{name}")
            if known is not None:
                words[language.code] = _words_from_memory(known, self._shown(self._data_path(name)))
                continue
            text, path = self._data(name)
            words[language.code], problems = load_words(text or "", path, language.code)
            self.problems.extend(problems)
            if text is not None and not problems and not words[language.code].texts:
                self._note(path, f"the file is empty. Write the texts of {_ENGLISH_WORDS}.")
            elif text is not None and not problems:
                value = _memory_of_words(words[language.code])
                self.memory.keep(value, "words", f"docs/_data/{name}")
        source = words.get(SOURCE_LANGUAGE)
        for one in words.values() if source and source.texts else ():
            read = (f"docs/_data/strings/{one.language}.yml", _ENGLISH_WORDS)
            if source and one.texts and not self.memory.recall("words are complete", *read):
                problems = tuple(check_words(one, source))
                self.problems.extend(problems)
                if not problems:
                    self.memory.keep(True, "words are complete", *read)
        return words

    def _sessions(
        self,
        countries: Countries,
        vocabulary: Vocabulary,
        languages: Languages,
        sources: Mapping[str, Source],
    ) -> Sessions | None:
        try:
            return load_sessions(
                self.sessions_folder,
                countries=countries,
                vocabulary=vocabulary,
                languages=OFFICIAL_CODES.union(languages.codes),
                sources=sources,
                shown_as=self._shown(self.sessions_folder),
            )
        except ContentError as error:
            self.problems.extend(error.problems)
            return None

    def _heads(self, texts: PageTexts, sources: Mapping[str, Source] | None) -> dict[str, PageHead]:
        heads = {}
        for source in texts:
            read = (f"docs/{source}", "docs/_data/sources.yml", "docs/_data/link_words.yml")
            known = self.memory.recall("head", *read)
            if known is not None:
                heads[source] = head_from_memory(known)
                continue
            problems = len(self.problems)
            self._check_page(source, texts[source], heads, sources)
            if source in heads and len(self.problems) == problems:
                self.memory.keep(memory_of_head(heads[source]), "head", *read)
        return heads

    def _check_page(
        self,
        source: str,
        text: str,
        heads: dict[str, PageHead],
        sources: Mapping[str, Source] | None,
    ) -> None:
        shown = self._shown(self.docs / source)
        self.problems.extend(check_headings(text, shown))
        if source.startswith(f"{SOURCE_LANGUAGE}/"):
            self.problems.extend(check_length(text, shown))
        self.problems.extend(check_diagrams(text, shown, DIAGRAM_NAMES))
        language = source.partition("/")[0]
        self.problems.extend(check_markup(text, shown, self.link_words.get(language, ())))
        if not text.strip():
            return  # that is said already
        try:
            heads[source] = load_page_head(text, shown, sources=sources)
        except ContentError as error:
            self.problems.extend(error.problems)
        self.problems.extend(check_news(text, shown))
        self.problems.extend(check_texts(text, shown))

    def _check_places(
        self, texts: Iterable[str], languages: Languages, generated: frozenset[str]
    ) -> None:
        for source in texts:
            language, path = split_language(source, languages.codes)
            shown = f"docs/{source}"
            if not language:
                folder = source.partition("/")[0]
                message = (
                    f"the folder {not_known(folder, languages.codes)}"
                    " Add the language to docs/_data/languages.yml or move the page."
                )
                self._note(shown, message)
            elif path in generated:
                message = (
                    "A page is made from data at this place. Give the file another name, or"
                    " delete it."
                )
                self._note(shown, message)

    def _check_navigation(
        self, tree: PageTree, generated: frozenset[str], words: Mapping[str, LanguageWords]
    ) -> None:
        pages = {p for p, codes in tree.languages_of.items() if SOURCE_LANGUAGE in codes}
        source = words.get(SOURCE_LANGUAGE)
        titles = set(source.under("nav")) if source and source.texts else None
        config = self.root / "mkdocs.yml"
        text = config.read_text("utf-8")
        self.problems.extend(check_navigation(text, "mkdocs.yml", pages | generated, titles))


@lru_cache(maxsize=32)  # a preview reads the same files again and again
def _loaded(load: Callable[..., T], text: str, path: str, **known: object) -> T:
    return load(text, path, **known)


def _memory_of_words(words: LanguageWords) -> dict[str, Any]:
    texts = {key: (one.text, one.line, one.column) for key, one in words.texts.items()}
    return {"language": words.language, "texts": texts}


def _words_from_memory(value: Mapping[str, Any], path: str) -> LanguageWords:
    texts = {key: Placed(*one) for key, one in value["texts"].items()}
    return LanguageWords(language=value["language"], texts=texts, path=path)
