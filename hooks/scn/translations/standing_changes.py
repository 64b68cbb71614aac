"""Which standing a language gets next, and whether a change of it was announced in time.

The day is an argument. A higher standing comes at once; a lower one is announced first, so that
translators can act, and an announcement is taken back when they have.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scn.language_list import load_languages
from scn.languages import STANDINGS, Demotion, Language, Languages, LanguageStanding
from scn.problems import ContentError, Problem
from scn.translations.catalogue import LANGUAGES
from scn.translations.language_standings import StandingOfLanguage, Standings, line_of_language
from scn.translations.statements import COMMAND

REVIEW_DAYS = 7
"""An announcement is in a pull request for some days before readers can see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    language: Language
    """With its new standing and announcement."""

    said: str


def proposals(languages: Languages, standings: Standings, day: datetime.date) -> Iterator[Proposal]:
    for language in languages:
        if language.code in standings.languages:
            reached = standings.languages[language.code].reached
            notice = datetime.timedelta(days=standings.thresholds.notice_days + REVIEW_DAYS)
            new = _next(language, reached, day, notice)
            if new != language:
                yield Proposal(language=new, said=_said(language, new))


def _next(
    language: Language, reached: LanguageStanding, day: datetime.date, notice: datetime.timedelta
) -> Language:
    reached = reached or ("archived" if language.standing else "")
    if _rank(reached) >= _rank(language.standing):
        return replace(language, standing=reached, demotion=None)
    demotion = language.demotion
    if demotion and _rank(reached) > _rank(demotion.to):
        demotion = replace(demotion, to=reached)
    if demotion and demotion.on <= day:
        language = replace(language, standing=demotion.to)
        demotion = None
    if not demotion and _rank(reached) < _rank(language.standing):
        demotion = Demotion(to=reached, announced=day, on=day + notice)
    return replace(language, demotion=demotion)


def _said(old: Language, new: Language) -> str:
    parts = []
    if new.standing != old.standing:
        parts.append(f"{old.standing or 'no standing'} becomes {new.standing}")
    if new.demotion and new.demotion != old.demotion:
        changed = "changed" if old.demotion and old.standing == new.standing else "announced"
        parts.append(f"{new.demotion.to} is {changed} for {new.demotion.on.isoformat()}")
    if old.demotion and not new.demotion and new.standing == old.standing:
        parts.append("the announcement is taken back, because the pages reach it again")
    return "; ".join(parts)


def _rank(standing: LanguageStanding) -> int:
    return STANDINGS.index(standing)


def with_proposals(list_text: str, made: Iterable[Proposal]) -> str:
    """The list of the languages with what was proposed; every other line is kept.

    Raises:
        ContentError: an entry is not written with a field on each line.
    """
    lines = list_text.splitlines(keepends=True)
    wanted = {proposal.language.code: proposal.language for proposal in made}
    for language in wanted.values():
        lines = _with_entry(lines, language)
    text = "".join(lines)
    expected = [wanted.get(one.code, one) for one in load_languages(list_text, LANGUAGES)]
    try:
        is_right = list(load_languages(text, LANGUAGES)) == expected
    except ContentError:
        is_right = False
    if not is_right:
        line = line_of_language(list_text, next(iter(wanted)))
        message = "Write each field of a language on a line of its own, and run the command again."
        raise ContentError([Problem(path=LANGUAGES, line=line, column=1, message=message)])
    return text


def _with_entry(lines: list[str], language: Language) -> list[str]:
    first = line_of_language("".join(lines), language.code) - 1
    hyphen = len(lines[first]) - len(lines[first].lstrip(" "))
    indent = " " * (hyphen + 2)
    last = first + 1
    while last < len(lines) and lines[last].startswith(indent):
        last += 1
    entry = "".join(lines[first:last])
    entry = re.sub(rf"(?m)^{indent}(standing|demotion):.*\n?(?:{indent} +.*\n?)*", "", entry)
    end = "\r\n" if entry.endswith("\r\n") else "\n"
    entry = entry.rstrip("\r\n") + end
    if language.standing:
        entry += f"{indent}standing: {language.standing}{end}"
    if demotion := language.demotion:
        entry += (
            f"{indent}demotion: {{to: {demotion.to}, announced: {demotion.announced.isoformat()},"
            f" on: {demotion.on.isoformat()}}}{end}"
        )
    return [*lines[:first], *entry.splitlines(keepends=True), *lines[last:]]


def check_drift(languages: Languages, standings: Standings, list_text: str) -> Iterator[Problem]:
    """Languages that no longer reach what they have, of which readers do not know yet.

    A warning: whoever changes an English page has not to care for the standing of 23 languages.
    """
    for language in languages:
        one = standings.languages.get(language.code)
        has_to_fall = one and one.is_below_declared and language.standing != "archived"
        if one and has_to_fall and not language.demotion:
            yield _problem(
                list_text,
                language,
                f"It has the standing {language.standing}, and its pages"
                f" {_reach(one)}. Run `{COMMAND} standing --write`, which announces it.",
                is_warning=True,
            )


def check_changes(
    former: Languages, now: Languages, standings: Standings, list_text: str, day: datetime.date
) -> Iterator[Problem]:
    """Nobody gets a standing by declaring it, and nobody loses one without the notice."""
    notice = standings.thresholds.notice_days
    for language in now:
        one = standings.languages.get(language.code)
        if one is None:
            continue
        before = Language(code=language.code, name="", english_name="")
        if language.code in former:
            before = former.by_code(language.code)
        for message in _messages(before, language, one, notice, day):
            yield _problem(list_text, language, message)


def _messages(
    before: Language,
    now: Language,
    one: StandingOfLanguage,
    notice: int,
    day: datetime.date,
) -> Iterator[str]:
    again = f"Write `standing: {before.standing}` again" if before.standing else "Delete the field"
    run = f"run `{COMMAND} standing --write`"
    was, announced = before.demotion, now.demotion
    if _rank(now.standing) > max(_rank(before.standing), _rank(one.reached)):
        yield (
            f"The standing {now.standing} was declared, and its pages {_reach(one)}. {again}, and"
            f" {run}, which writes what is due."
        )
    if _rank(now.standing) < _rank(before.standing):
        is_due = was is not None and was.on <= day and _rank(now.standing) >= _rank(was.to)
        if not is_due:
            yield (
                f"The standing fell from {before.standing} to {now.standing or 'none'}, which was"
                f" not announced for {notice} days. {again}, and {run}, which announces it."
            )
    elif was and not announced and one.is_below_declared:
        yield f"The announcement was taken back, and its pages {_reach(one)}. Put it back."
    if announced and announced != was and (announced.on - day).days < notice:
        is_as_before = (
            was is not None and announced.on >= was.on and _rank(announced.to) >= _rank(was.to)
        )
        if not is_as_before:
            yield (
                f"The lower standing comes in {(announced.on - day).days} days; it is announced"
                f" for {notice}. Write a later day, or run `{COMMAND} standing --write`."
            )


def _reach(one: StandingOfLanguage) -> str:
    return f"reach {one.reached}" if one.reached else "are not there yet"


def _problem(
    list_text: str, language: Language, message: str, *, is_warning: bool = False
) -> Problem:
    return Problem(
        path=LANGUAGES,
        line=line_of_language(list_text, language.code),
        column=1,
        message=f"{language.code}: {message}",
        is_warning=is_warning,
    )
