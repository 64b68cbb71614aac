"""Reads and checks everything that the site is made from, once.

One call finds the problems of all files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from scn.accessibility.record import AxeRecord, load_record
from scn.accessibility.review import check_record
from scn.accessibility.statement import Statement, load_statement
from scn.addresses import split_language
from scn.building.memory import Memory
from scn.checks.link_words import load_link_words
from scn.checks.navigation import check_navigation
from scn.checks.places import check_site_files
from scn.content import Content
from scn.countries import load_countries
from scn.data_files import DataFiles
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
from scn.page_heads import LinkWords, load_heads
from scn.page_texts import PageTexts
from scn.page_tree import PageTree, page_tree_from_files
from scn.problems import ContentError, Problem, not_known
from scn.sessions.load import load_sessions
from scn.site_words import load_words_of_site
from scn.sources import Source, load_sources
from scn.translations.reading import read_translations, with_standings
from scn.vocabulary import load_vocabulary
from scn.words import LanguageWords


def load_content(
    root: Path,
    *,
    docs: Path,
    requested_languages: str = "",
    is_preview: bool = False,
    sessions_folder: Path | None = None,
    memory: Memory | None = None,
    heads_ahead: Callable[[], Mapping[str, Any]] = dict,
) -> Content:
    """Read all data and all pages below the root of the project.

    A preview has the source language too, and its pages offer only the languages that it makes.
    `sessions_folder` is where the sessions are, if not in `docs/_data/sessions/`; `memory` is of
    files that were read before, `heads_ahead` gives what another process has read of the pages
    meanwhile.

    Raises:
        ContentError: with every problem of every file.
    """
    files = DataFiles(root, docs, memory or Memory({}, {}))
    languages = files.load(load_languages, "languages.yml") or Languages(())
    texts = PageTexts.below(docs)
    tree = page_tree_from_files(texts, languages.codes)
    built = _languages_to_build(files, languages, tree, requested_languages)
    if is_preview:
        built = languages.only({SOURCE_LANGUAGE, *built.codes})
    shown = built if is_preview else languages
    words = load_words_of_site(files, languages)
    codes = OFFICIAL_CODES.union(languages.codes)
    countries = files.load(load_countries, "countries.yml", languages=codes)
    vocabulary = files.load(load_vocabulary, "vocabulary.yml")
    sources, link_words = _read_with_heads(files, codes)
    glossary = _glossary(files, codes)
    statement, axe_record = _accessibility(files, codes, words.get(SOURCE_LANGUAGE))
    sessions = None
    if countries is not None and vocabulary is not None:
        folder = sessions_folder or files.path("sessions")
        sessions = files.collect(
            lambda: load_sessions(
                folder,
                countries=countries,
                vocabulary=vocabulary,
                languages=codes,
                sources=sources or {},
                shown_as=files.shown(folder),
            )
        )
    files.memory.remember(heads_ahead())
    heads = load_heads(files, texts, sources=sources, link_words=link_words)
    paths = generated_paths(sessions or (), countries or ())
    if languages:
        taken = paths | translation_lists(languages.codes).keys() | former_paths(sessions or ())
        files.add(_check_places(texts, languages, taken))
        files.add(_check_navigation(root, tree, paths, words.get(SOURCE_LANGUAGE)))
    files.add(check_site_files(texts.other_files, languages.codes))
    read = files.collect(
        lambda: read_translations(docs, texts, heads, languages.codes, files.shown, files.memory)
    )
    if read is None:
        raise ContentError(files.problems)
    translations, found = read
    translations, more = with_standings(docs, translations, languages, files.memory)
    files.add(one for one in (*found, *more) if not one.is_warning)
    if (
        files.problems
        or countries is None
        or vocabulary is None
        or glossary is None
        or sessions is None
        or sources is None
        or statement is None
        or axe_record is None
    ):
        raise ContentError(files.problems)
    tree = page_tree_from_files(texts, shown.codes).with_pages(paths)
    return Content(
        languages=languages,
        shown=shown,
        built=built,
        words=words,
        heads=heads,
        texts=texts,
        tree=tree.with_pages_of(translation_lists(shown.codes)),
        countries=countries,
        vocabulary=vocabulary,
        sessions=sessions,
        glossary=glossary,
        sources=sources,
        statement=statement,
        axe_record=axe_record,
        translations=translations,
    )


def read_heads_ahead(root: Path, docs: Path, digests: Mapping[str, str]) -> Mapping[str, Any]:
    """What `load_content` would remember of the heads of most pages, by digests.

    For a process that reads them while another reads the words and the rest, a quarter of the
    pages; what is wrong it leaves to that.
    """
    files = DataFiles(root, docs, Memory(digests, {}))
    languages = files.load(load_languages, "languages.yml") or Languages(())
    codes = OFFICIAL_CODES.union(languages.codes)
    sources, link_words = _read_with_heads(files, codes)
    texts = PageTexts.below(docs)
    names = [*texts]
    most = texts.only(set(names).difference(names[::4]).__contains__)
    load_heads(files, most, sources=sources, link_words=link_words)
    return files.memory.used


def _read_with_heads(
    files: DataFiles, codes: frozenset[str]
) -> tuple[Mapping[str, Source] | None, LinkWords]:
    sources = files.load(load_sources, "sources.yml")
    link_words = files.load(load_link_words, "link_words.yml", languages=codes) or {}
    return sources, link_words


def _languages_to_build(
    files: DataFiles, languages: Languages, tree: PageTree, requested: str
) -> Languages:
    with_pages = {code for codes in tree.languages_of.values() for code in codes}
    built, unknown = languages_from_request(requested, languages, with_pages)
    for code in unknown if languages else ():
        known = (*languages.codes, *([PSEUDO_LANGUAGE] if "-" in code else []))
        message = f"SCN_LANGUAGES: the language {not_known(code, known)}"
        files.note("docs/_data/languages.yml", message)
    return built


def _glossary(files: DataFiles, codes: frozenset[str]) -> Glossary | None:
    read = ("docs/_data/terms.yml", "docs/_data/languages.yml")
    known = files.memory.recall("terms", *read)
    if known is not None:
        return glossary_from_memory(known)
    glossary = files.load(load_glossary, "terms.yml", languages=codes)
    if glossary is not None:
        files.memory.keep(memory_of_glossary(glossary), "terms", *read)
    return glossary


def _accessibility(
    files: DataFiles, codes: frozenset[str], english: LanguageWords | None
) -> tuple[Statement | None, AxeRecord | None]:
    if english is None or not english.texts:
        return None, None  # that is said already, and no key of theirs is known
    keys = {name: tuple(english.under(f"accessibility.{name}")) for name in ("tests", "hinders")}
    name = "accessibility.yml"
    statement = files.load(load_statement, name, languages=codes, **keys)
    record = files.load(load_record, "accessibility/tested.yml")
    if statement and record:
        files.add(check_record(statement, record, files.text(name) or ""))
    return statement, record


def _check_places(
    texts: Iterable[str], languages: Languages, generated: Iterable[str]
) -> Iterator[Problem]:
    taken = frozenset(generated)
    for source in texts:
        language, path = split_language(source, languages.codes)
        if not language:
            message = (
                f"the folder {not_known(source.partition('/')[0], languages.codes)}"
                " Add the language to docs/_data/languages.yml or move the page."
            )
        elif path in taken:
            message = (
                "A page is made from data at this place. Give the file another name, or delete it."
            )
        else:
            continue
        yield Problem(path=f"docs/{source}", line=1, column=1, message=message)


def _check_navigation(
    root: Path, tree: PageTree, generated: frozenset[str], english: LanguageWords | None
) -> Iterator[Problem]:
    pages = {path for path, codes in tree.languages_of.items() if SOURCE_LANGUAGE in codes}
    titles = set(english.under("nav")) if english and english.texts else None
    text = (root / "mkdocs.yml").read_text("utf-8")
    yield from check_navigation(text, "mkdocs.yml", pages | generated, titles)
