"""How the translations stand and what is to do, as text and JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, get_args

from scn.languages import Language, Languages
from scn.translations.blocks import blocks_of
from scn.translations.catalogue import Catalogue
from scn.translations.language_standings import (
    StandingOfLanguage,
    Standings,
    value_of_standing,
)
from scn.translations.model import Block, Severity, Standing, TranslationState
from scn.translations.statements import COMMAND

SEVERITIES: tuple[Severity, ...] = get_args(Severity)[::-1]
"""The worst first."""

_SHOWN: tuple[Standing, ...] = (
    "current", "outdated", "partial", "diverged", "unpinned", "orphan", "local", "missing",
)  # fmt: skip
_WHAT_TO_DO: dict[str, str] = {
    "critical": "a date, an amount, an address, code or a negation changed: diff, edit, sync",
    "major": "blocks came, went or were rewritten: diff, edit, sync",
    "minor": "small corrections: diff, edit, sync, or confirm where nothing is to do",
    "partial": "sections wait: translate them, then sync",
    "diverged": "the headings are not those of the English text: mend them, then sync",
    "unpinned": "nobody says what it was made from: compare, then sync --state",
    "missing": "no translation yet: new, then translate",
    "orphan": "the English page is gone: move or delete the file",
}
_LACKING = {
    "translated": ("page", "to translate"),
    "current": ("page", "to bring up to date"),
    "proofread": ("page", "to proofread"),
    "words": ("text", "of menus and buttons to translate"),
}
_NOT_BEGUN = "-"
_LINK_END = re.compile(r"\]\([^)]*\)")


def status_text(catalogue: Catalogue) -> str:
    """One line for each language."""
    languages = [catalogue.languages.by_code(code) for code in catalogue.translated_languages]
    width = max((len(one.english_name) for one in languages), default=0)
    codes = max((len(one.code) for one in languages), default=0)
    standings = catalogue.translations.standings
    return "\n".join(
        f"{one.code:{codes}}  {one.english_name:{width}}  "
        f"{f'{one.standing or _NOT_BEGUN:9}  ' if standings else ''}"
        f"{counts(catalogue.states(one.code))}{_announced(one)}"
        for one in languages
    )


def _announced(language: Language) -> str:
    demotion = language.demotion
    return f" ({demotion.to} from {demotion.on.isoformat()})" if demotion else ""


def standing_text(languages: Languages, standings: Standings) -> str:
    """One line for each language with pages or a standing: what it has, reaches and lacks."""
    lines = []
    for language in languages:
        one = standings.languages.get(language.code)
        if one is None or not (one.reached or one.declared):
            continue
        line = f"{language.code}  {language.english_name}: {one.declared or 'no standing'}"
        if one.reached != one.declared:
            line += f", reaches {one.reached or 'none'}"
        line += _announced(language)
        if one.lacking:
            lacking = ", ".join(_lacking(name, count) for name, count in one.lacking)
            line += f"; for {one.next}: {lacking}"
        lines.append(line)
    rest = sum(not (one.reached or one.declared) for one in standings.languages.values())
    return "\n".join([*lines, f"{_counted(rest, 'language')} without pages."])


def _lacking(name: str, count: int) -> str:
    noun, rest = _LACKING[name]
    return f"{_counted(count, noun)} {rest}"


def _value_of_standing(one: StandingOfLanguage | None) -> dict[str, Any] | None:
    return None if one is None else value_of_standing(one)


def status_of_language_text(catalogue: Catalogue, language: str) -> str:
    """A line with the counts, then one for each page."""
    states = catalogue.states(language)
    name = catalogue.languages.by_code(language).english_name
    lines = [f"{name} ({language}): {counts(states)}"]
    if catalogue.translations.standings:
        one = catalogue.languages.by_code(language)
        lines.append(f"Standing: {one.standing or 'none'}{_announced(one)}")
    for state in states:
        severity = state.severity or ""
        sections = " ".join(map(_section, state.changed_sections))
        line = f"{state.standing:8}  {severity:8}  {state.path}"
        lines.append(f"{line}  {sections}" if sections else line)
    return "\n".join(lines)


def counts(states: Iterable[TranslationState]) -> str:
    """`3 current, 2 outdated (1 critical, 1 minor), 40 missing`."""
    states = tuple(states)
    standings = Counter(state.standing for state in states)
    severities = Counter(state.severity for state in states if state.standing == "outdated")
    parts = []
    for standing in _SHOWN:
        if not standings[standing]:
            continue
        part = f"{standings[standing]} {standing}"
        if standing == "outdated":
            worst = [f"{severities[one]} {one}" for one in SEVERITIES if severities[one]]
            part += f" ({', '.join(worst)})"
        parts.append(part)
    return ", ".join(parts) or "no pages"


def status_json(catalogue: Catalogue, languages: Iterable[str]) -> str:
    standings = catalogue.translations.standings
    known = standings.languages if standings else {}
    value = {
        code: {
            "language_standing": _value_of_standing(known.get(code)),
            **_value_of_language(catalogue.states(code)),
        }
        for code in languages
    }
    return json.dumps({"languages": value}, ensure_ascii=False, indent=2)


def _value_of_language(states: Iterable[TranslationState]) -> dict[str, Any]:
    states = tuple(states)
    standings = Counter(state.standing for state in states)
    severities = Counter(state.severity for state in states if state.standing == "outdated")
    return {
        "standings": {one: standings[one] for one in _SHOWN},
        "severities": {one: severities[one] for one in SEVERITIES},
        "pages": [
            {
                "path": state.path,
                "standing": state.standing,
                "severity": state.severity,
                "changed_sections": list(state.changed_sections),
                "state": state.head.state if state.head else None,
                "source": state.head.source if state.head else None,
                "pending": list(state.head.pending) if state.head else [],
                "is_reviewed": state.is_reviewed,
                "is_changed_since_review": state.is_changed_since_review,
            }
            for state in states
        ],
    }


def todo_text(catalogue: Catalogue, language: str) -> str:
    """The pages with something to do, in groups, the most urgent first."""
    groups: dict[str, list[TranslationState]] = {name: [] for name in _WHAT_TO_DO}
    for state in catalogue.states(language):
        group: str = (state.severity or "major") if state.standing == "outdated" else state.standing
        if group in groups:
            groups[group].append(state)
    pages = sum(map(len, groups.values()))
    name = catalogue.languages.by_code(language).english_name
    if not pages:
        return f"{name} ({language}): nothing to do."
    found = {
        group: [(words_to_do(state, catalogue), state) for state in states]
        for group, states in groups.items()
        if states
    }
    total = sum(words for states in found.values() for words, _ in states)
    lines = [f"{name} ({language}): {_counted(pages, 'page')}, {_counted(total, 'word')} to do."]
    for group, states in found.items():
        lines += ["", f"{group}: {_WHAT_TO_DO[group]}"]
        for words, state in states:
            sections = state.changed_sections
            if state.standing == "partial" and state.head:
                sections = state.head.pending
            where = f"  {' '.join(map(_section, sections))}" if sections else ""
            lines.append(f"  {state.path}  {_counted(words, 'word')}{where}")
    return "\n".join([*lines, "", f"Begin with: {COMMAND} {_first_command(language, found)}"])


def _first_command(language: str, found: dict[str, list[tuple[int, TranslationState]]]) -> str:
    group, states = next(iter(found.items()))
    path = states[0][1].path
    match group:
        case "missing":
            return f"new {language} {path}"
        case "partial":
            return f"sync {language} {path}    (when it is translated)"
        case "unpinned":
            return f"sync {language} {path} --state human    (when you have compared it)"
        case "orphan":
            return f"status {language}"
        case _:
            return f"diff {language} {path}"


def words_to_do(state: TranslationState, catalogue: Catalogue) -> int:
    """English words that are new to the translation: of changed blocks, or of the whole page."""
    if state.standing == "outdated" and state.changes:
        return sum(
            _words(change.new)
            for change in state.changes
            if change.new and change.kind in ("edited", "added")
        )
    if state.path not in catalogue.translations.today or state.standing == "current":
        return 0
    blocks = blocks_of(catalogue.translations.today[state.path])
    if state.standing == "partial" and state.head:
        blocks = tuple(block for block in blocks if block.section in state.head.pending)
    return sum(map(_words, blocks))


def _words(block: Block) -> int:
    if block.kind == "code":
        return 0
    text = _LINK_END.sub("]", block.text)
    if block.kind == "meta":
        text = text.partition(": ")[2]
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def _section(id_: str) -> str:
    return f"#{id_}" if id_ else "(front matter)"


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'s' * (number != 1)}"
