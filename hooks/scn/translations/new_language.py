"""Starts a language that the site does not have yet: its entry in the list and its words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError, localedata

from scn.language_list import load_languages
from scn.languages import SOURCE_LANGUAGE, Languages
from scn.problems import ContentError, Problem, closest, quoted
from scn.translations.catalogue import LANGUAGES
from scn.translations.language_standings import line_of_language
from scn.translations.statements import COMMAND
from scn.words import check_words, load_words
from scn.words_to_translate import words_to_translate
from scn.yaml_written import written

STRINGS = "docs/_data/strings"
_PSEUDO_REGIONS = ("XA", "XB")
"""Of languages for testers, by convention of CLDR."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLanguage:
    code: str
    name: str
    """What its own speakers call it."""

    english_name: str
    direction: str
    files: Mapping[str, str]
    """Texts by path in the project."""


def start_language(
    given: str,
    texts: Mapping[str, str],
    pages: Collection[str],
    *,
    name: str = "",
    english_name: str = "",
) -> NewLanguage:
    """What to write for a language; names and direction come from CLDR.

    `texts` are those of the list of the languages and of the words by path, `pages` all pages by
    source file; the names stand in place of those of CLDR.

    Raises:
        ContentError: it cannot be started, or is there already.
    """
    list_text = texts[LANGUAGES]
    languages = load_languages(list_text, LANGUAGES)
    if given in languages:
        raise _refused(line_of_language(list_text, given), _how_to_go_on(given, languages, pages))
    locale = _locale(given, languages)
    name = name or locale.get_display_name(locale) or ""
    english_name = english_name or locale.get_display_name(SOURCE_LANGUAGE) or ""
    if not name or not english_name:
        message = (
            f"{quoted(given)}: CLDR does not say what this language is called. Run the command"
            " again with --name and --english-name."
        )
        raise _refused(1, message)
    strings = f"{STRINGS}/{given}.yml"
    if strings in texts:
        message = "There are words of this language already. Move the file away, and run it again."
        raise ContentError([Problem(path=strings, line=1, column=1, message=message)])
    direction = "rtl" if locale.character_order == "right-to-left" else "ltr"
    entry = {"code": written(given), "name": written(name), "english_name": written(english_name)}
    if direction != "ltr":
        entry["direction"] = direction
    english = texts[f"{STRINGS}/{SOURCE_LANGUAGE}.yml"]
    files = {
        strings: words_to_translate(english, given, english_name),
        LANGUAGES: _with_entry(list_text, entry),
    }
    _check(given, files, english)
    return NewLanguage(
        code=given, name=name, english_name=english_name, direction=direction, files=files
    )


def _locale(given: str, languages: Languages) -> Locale:
    language, _, rest = given.replace("_", "-").partition("-")
    if rest.upper() in _PSEUDO_REGIONS or language.lower() == "qps":
        message = (
            f"{quoted(given)} is no language that people speak, but one for testers. It is made on"
            " request by a build, and has no files."
        )
        raise _refused(1, message)
    if language.lower() == SOURCE_LANGUAGE and rest:
        raise _refused(1, f"{quoted(given)}: English is the language that all are translated from.")
    try:
        locale = Locale.parse(given.replace("-", "_"), sep="_")
    except (ValueError, UnknownLocaleError):
        locale = None
    if locale is None:
        known = [code.replace("_", "-") for code in localedata.locale_identifiers()]
        near = closest(given, known)
        guess = f" Did you mean {quoted(near)}?" if near else ""
        message = (
            f"{quoted(given)} is no language code that CLDR knows.{guess} Write a code such as uk,"
            " or pt-BR for the form of one country."
        )
        raise _refused(1, message)
    code = str(locale).replace("_", "-")
    if code != given:
        there = " It is there already." if code in languages else ""
        raise _refused(1, f"{quoted(given)} is written {quoted(code)}.{there}")
    if code.count("-") > 1:
        message = f"{quoted(given)} says too much. Write a language and a script, or a country."
        raise _refused(1, message)
    return locale


def _how_to_go_on(code: str, languages: Languages, pages: Collection[str]) -> str:
    name = languages.by_code(code).english_name
    if code == SOURCE_LANGUAGE:
        return f"{name} is the language that all others are translated from."
    count = sum(page.startswith(f"{code}/") for page in pages)
    if not count:
        return (
            f"{name} is a language of the site already, and nobody has translated a page yet."
            f" Begin with `{COMMAND} new {code} index.md`."
        )
    return (
        f"{name} is a language of the site already, and has {count} page{'s' * (count != 1)}."
        f" Run `{COMMAND} todo {code}`, which says what to do next."
    )


def _with_entry(list_text: str, entry: Mapping[str, str]) -> str:
    """At the end: the order before it is that of the official languages of the Union."""
    end = "\r\n" if "\r\n" in list_text else "\n"
    hyphens = re.findall(r"(?m)^( *)- ", list_text)
    indent = hyphens[-1] if hyphens else "  "
    fields = [f"{name}: {value}" for name, value in entry.items()]
    lines = [f"{indent}- {fields[0]}", *(f"{indent}  {field}" for field in fields[1:]), ""]
    return list_text.rstrip() + end + end.join(lines)


def _check(code: str, files: Mapping[str, str], english: str) -> None:
    """What the content could not be read with is not written."""
    load_languages(files[LANGUAGES], LANGUAGES)
    name = f"{STRINGS}/{code}.yml"
    source, _ = load_words(english, f"{STRINGS}/{SOURCE_LANGUAGE}.yml", SOURCE_LANGUAGE)
    words, problems = load_words(files[name], name, code)
    if found := [*problems, *check_words(words, source)]:
        raise ContentError(found)


def _refused(line: int, message: str) -> ContentError:
    return ContentError([Problem(path=LANGUAGES, line=line, column=1, message=message)])
