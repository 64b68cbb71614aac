"""The words of all languages of the site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scn.data_files import DataFiles
from scn.languages import SOURCE_LANGUAGE, Languages
from scn.words import LanguageWords, Placed, WordsCheck, load_words

_FOLDER = "docs/_data/strings"
_ENGLISH = f"{_FOLDER}/{SOURCE_LANGUAGE}.yml"


def load_words_of_site(files: DataFiles, languages: Languages) -> dict[str, LanguageWords]:
    """By language; each is compared with the source, which decides what there has to be."""
    words = {language.code: _words(files, language.code) for language in languages}
    source = words.get(SOURCE_LANGUAGE)
    check = WordsCheck(source) if source and source.texts else None
    for one in words.values() if check else ():
        read = (f"{_FOLDER}/{one.language}.yml", _ENGLISH)
        if check and one.texts and not files.memory.recall("words are complete", *read):
            problems = tuple(check.problems(one))
            files.add(problems)
            if not problems:
                files.memory.keep(True, "words are complete", *read)
    return words


def _words(files: DataFiles, language: str) -> LanguageWords:
    name, read = f"strings/{language}.yml", f"{_FOLDER}/{language}.yml"
    path = files.shown(files.path(name))
    known = files.memory.recall("words", read)
    if known is not None:
        return _words_from_memory(known, path)
    text = files.text(name)
    words, problems = load_words(text or "", path, language)
    files.add(problems)
    if text is not None and not problems:
        if words.texts:
            files.memory.keep(_memory_of_words(words), "words", read)
        else:
            files.note(path, f"the file is empty. Write the texts of {_ENGLISH}.")
    return words


def _memory_of_words(words: LanguageWords) -> dict[str, Any]:
    return {"language": words.language, "texts": dict(words.texts)}


def _words_from_memory(value: Mapping[str, Any], path: str) -> LanguageWords:
    texts = {key: Placed._make(one) for key, one in value["texts"].items()}
    return LanguageWords(language=value["language"], texts=texts, path=path)
