"""All pages and how they stand, read for the commands that translators use.

Unlike the content of the site, it is there while something is wrong: commands mend it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

import yaml

from scn.building.memory import Memory
from scn.language_list import load_languages
from scn.languages import SOURCE_LANGUAGE, Languages
from scn.page_texts import DigestedTexts
from scn.pages import PageHead, head_from_memory, load_page_head, memory_of_head
from scn.problems import ContentError, Problem, closest, not_known, quoted
from scn.translations.model import TranslationState
from scn.translations.reading import read_translations, with_standings
from scn.translations.snapshots import SNAPSHOT_FOLDER
from scn.translations.translated import Translations
from scn.translations.waivers import WAIVER_FOLDER

LANGUAGES = "docs/_data/languages.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    languages: Languages
    texts: Mapping[str, str]
    """Of the pages by source file, as `fr/package/roles.md`."""

    heads: Mapping[str, PageHead]
    broken: Mapping[str, tuple[Problem, ...]]
    """What is wrong with heads that cannot be read, by source file."""

    translations: Translations
    problems: tuple[Problem, ...]
    """Of pins, snapshots and waivers, warnings among them."""

    snapshots: Mapping[str, bytes] = field(default_factory=dict)
    """Files by their path in the project."""

    waivers: Mapping[str, str] = field(default_factory=dict)
    order: Mapping[str, int] = field(default_factory=dict)
    """Place of a page in the navigation."""

    memory: Memory = field(default_factory=lambda: Memory({}, {}))
    """What is known about the texts now."""

    @property
    def translated_languages(self) -> tuple[str, ...]:
        return tuple(code for code in self.languages.codes if code != SOURCE_LANGUAGE)

    @property
    def problems_of_heads(self) -> tuple[Problem, ...]:
        return tuple(problem for found in self.broken.values() for problem in found)

    @property
    def problems_of_places(self) -> Iterator[Problem]:
        """Pages in the folder of a language that there is not are in no list of any language."""
        for file in self.texts:
            folder, _, path = file.partition("/")
            if path and folder not in self.languages.codes:
                message = (
                    f"The folder {not_known(folder, self.languages.codes)}"
                    f" Add the language to {LANGUAGES} or move the page."
                )
                yield Problem(path=f"docs/{file}", line=1, column=1, message=message)

    def states(self, language: str) -> tuple[TranslationState, ...]:
        """Of one language in the order of the navigation; without heads that cannot be read."""
        last = len(self.order)
        states = self.translations.by_language.get(language, ())
        return tuple(
            sorted(
                (one for one in states if f"{language}/{one.path}" not in self.broken),
                key=lambda one: (self.order.get(one.path, last), one.path),
            )
        )

    def language_problem(self, language: str) -> Problem | None:
        if language in self.translated_languages:
            return None
        message = (
            "Pages of the source language are no translations. Give another language."
            if language == SOURCE_LANGUAGE
            else f"The language {not_known(language, self.translated_languages)}"
        )
        return Problem(path=LANGUAGES, line=1, column=1, message=message)

    def path_of_page(self, language: str, given: str) -> str:
        """`package/roles.md`, which may be given as `docs/fr/package/roles.md`.

        Raises:
            ContentError: the file is of another language, or there is no such page.
        """
        path = PurePosixPath(given.replace("\\", "/")).as_posix().removeprefix("docs/")
        folder, _, rest = path.partition("/")
        if rest and folder in self.languages.codes:
            if folder not in (language, SOURCE_LANGUAGE):
                message = f"This page is not of the language {language}. Give a page of it."
                raise _no_page(f"docs/{path}", message)
            path = rest
        if f"{SOURCE_LANGUAGE}/{path}" in self.texts or f"{language}/{path}" in self.texts:
            return path
        near = closest(path, self.translations.today)
        guess = f"Did you mean {quoted(near)}?" if near else "Write it as package/roles.md."
        raise _no_page(f"docs/{SOURCE_LANGUAGE}/{path}", f"There is no such page. {guess}")


def _no_page(path: str, message: str) -> ContentError:
    return ContentError([Problem(path=path, line=1, column=1, message=message)])


def catalogue_from_folder(
    root: Path,
    remembered: Mapping[str, Any] = MappingProxyType({}),
    texts: DigestedTexts | None = None,
) -> Catalogue:
    """Read the project; what was found out about the same texts before is taken as it is.

    `texts` are those below `docs/`, where they are read already.

    Raises:
        ContentError: the list of the languages cannot be read.
    """
    docs = root / "docs"
    try:
        list_text = (root / LANGUAGES).read_text("utf-8-sig")
    except OSError:
        message = "The file is missing. Write it, or restore it from the repository."
        raise _no_page(LANGUAGES, message) from None
    languages = load_languages(list_text, LANGUAGES)
    texts = DigestedTexts(docs) if texts is None else texts
    memory = Memory(texts.digests, remembered)
    heads, broken = heads_of(texts, memory)
    translations, problems = read_translations(
        docs, texts, heads, languages.codes, lambda path: path.relative_to(root).as_posix(), memory
    )
    translations, more = with_standings(docs, translations, languages)
    waivers = files_below(root, WAIVER_FOLDER)
    return Catalogue(
        languages=languages,
        texts=texts,
        heads=heads,
        broken=broken,
        translations=translations,
        problems=(*problems, *more),
        snapshots=files_below(root, SNAPSHOT_FOLDER),
        waivers={name: data.decode("utf-8-sig", "replace") for name, data in waivers.items()},
        order=_order(root / "mkdocs.yml"),
        memory=memory,
    )


def heads_of(
    texts: Mapping[str, str], memory: Memory | None = None
) -> tuple[dict[str, PageHead], dict[str, tuple[Problem, ...]]]:
    """The heads of pages by source file, and what is wrong with those that cannot be read."""
    memory = memory or Memory({}, {})
    heads: dict[str, PageHead] = {}
    broken: dict[str, tuple[Problem, ...]] = {}
    for file in texts:
        name = f"docs/{file}"
        known = memory.recall("page head", name)
        if known is not None:
            heads[file] = head_from_memory(known)
            continue
        try:
            heads[file] = load_page_head(texts[file], name, sources=None)
        except ContentError as error:
            broken[file] = error.problems
        else:
            memory.keep(memory_of_head(heads[file]), "page head", name)
    return heads, broken


def files_below(root: Path, folder: str) -> dict[str, bytes]:
    """By their path in the project."""
    found = sorted(path for path in (root / folder).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def _order(config: Path) -> dict[str, int]:
    """The pages of the navigation; PyYAML composes the tags of MkDocs, such as `!ENV`, too."""
    try:
        root = yaml.compose(config.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError):
        return {}
    found = root.value if isinstance(root, yaml.MappingNode) else ()
    pages = [page for key, value in found if key.value == "nav" for page in _pages(value)]
    return {page: number for number, page in enumerate(pages)}


def _pages(node: yaml.Node) -> Iterator[str]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _pages(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _pages(value)
    elif isinstance(node, yaml.ScalarNode):
        yield node.value
