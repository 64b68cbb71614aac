"""How far the translation of the site into each language is kept up, by written thresholds.

What a language reaches is computed from files alone; what it has is declared in the list of the
languages, because it stays for some time while a lower one is announced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scn.languages import STANDINGS, Demotion, Language, LanguageStanding
from scn.problems import ContentError, Problem
from scn.records import ListOf, Record, load
from scn.shapes import Choice, Value
from scn.translations.summary import LanguageSummary
from scn.values import between

STANDINGS_FILE = "docs/_data/translations/standings.yml"
MEASURES = ("translated", "current", "proofread", "words")
_WITH_THRESHOLDS: tuple[LanguageStanding, ...] = ("official", "active", "preview")


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """Least shares in per cent."""

    standing: LanguageStanding
    translated: int
    current: int
    proofread: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    notice_days: int
    """For how long a lower standing is announced."""

    standings: tuple[Threshold, ...]
    """The highest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Some of all."""

    name: str
    count: int
    all: int

    def lacks(self, share: int) -> int:
        """How many more make a share in per cent."""
        return max(0, -(-share * self.all // 100) - self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingOfLanguage:
    declared: LanguageStanding
    reached: LanguageStanding
    demotion: Demotion | None
    measures: tuple[Measure, ...]

    next: LanguageStanding
    """The lowest that is higher than what is reached; nothing above the highest."""

    lacking: tuple[tuple[str, int], ...]
    """How many more of each measure the next one asks for."""

    @property
    def is_below_declared(self) -> bool:
        return _rank(self.reached) < _rank(self.declared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    thresholds: Thresholds
    languages: Mapping[str, StandingOfLanguage]


def load_thresholds(text: str, path: str) -> Thresholds:
    """Read the file.

    Raises:
        ContentError: all that is wrong with it, also when a higher standing asks for less.
    """
    share = Value(between(0, 100), "a share in per cent such as 80")
    threshold = Record(
        Threshold,
        {"standing": Choice("standing", "active"), **dict.fromkeys(MEASURES, share)},
    )
    fields = {
        "notice_days": Value(between(1, 366), "a number of days such as 60"),
        "standings": ListOf(threshold, identity=lambda one: one.standing),
    }
    shape = Record(Thresholds, fields, check=_contradictions)
    return load(shape, text, path, {"standing": _WITH_THRESHOLDS})


def _contradictions(thresholds: Thresholds) -> Iterator[tuple[str, str]]:
    names = tuple(one.standing for one in thresholds.standings)
    if names != _WITH_THRESHOLDS:
        yield "standings", f"Write all of {', '.join(_WITH_THRESHOLDS)}, in this order."
        return
    for higher, lower in zip(thresholds.standings, thresholds.standings[1:], strict=False):
        for name in MEASURES:
            if getattr(higher, name) < getattr(lower, name):
                yield (
                    "standings",
                    f"{higher.standing} asks for less than {lower.standing}: {name}. Mend one.",
                )


def standing_of(
    language: Language, summary: LanguageSummary, words: tuple[int, int], thresholds: Thresholds
) -> StandingOfLanguage:
    """`words` are those of menus and buttons that are translated, and all."""
    measures = (
        Measure(name="translated", count=summary.translated, all=summary.pages),
        Measure(name="current", count=summary.standings.get("current", 0), all=summary.translated),
        Measure(name="proofread", count=summary.proofread, all=summary.translated),
        Measure(name="words", count=words[0], all=words[1]),
    )
    reached = _reached(measures, thresholds)
    higher = [one for one in thresholds.standings if _rank(one.standing) > _rank(reached)]
    lacking = tuple(_lacking(measures, higher[-1])) if higher else ()
    return StandingOfLanguage(
        declared=language.standing,
        reached=reached,
        demotion=language.demotion,
        measures=measures,
        next=higher[-1].standing if higher else "",
        lacking=lacking,
    )


def _reached(measures: Iterable[Measure], thresholds: Thresholds) -> LanguageStanding:
    measures = tuple(measures)
    if not measures[0].count:
        return ""
    for threshold in thresholds.standings:
        if not list(_lacking(measures, threshold)):
            return threshold.standing
    return "archived"


def _lacking(measures: Iterable[Measure], threshold: Threshold) -> Iterator[tuple[str, int]]:
    for measure in measures:
        is_first_page = measure.name == "translated" and not measure.count
        if lacks := measure.lacks(getattr(threshold, measure.name)) or int(is_first_page):
            yield measure.name, lacks


def _rank(standing: LanguageStanding) -> int:
    return STANDINGS.index(standing)


def check_declared(
    languages: Iterable[Language], thresholds: Thresholds, list_text: str, path: str
) -> Iterator[Problem]:
    """What can be told without a day and without an earlier version."""
    for language in languages:
        demotion = language.demotion
        if demotion and (demotion.on - demotion.announced).days < thresholds.notice_days:
            yield Problem(
                path=path,
                line=line_of_language(list_text, language.code),
                column=1,
                message=f"{language.code}: demotion: A lower standing is announced for"
                f" {thresholds.notice_days} days, this one for"
                f" {(demotion.on - demotion.announced).days}. Write a later day as on.",
            )


def line_of_language(list_text: str, code: str) -> int:
    """Where its entry begins; the first line of the list where it has none."""
    lines = enumerate(list_text.splitlines(), start=1)
    names = (f"code: {code}", f'code: "{code}"', f"code: '{code}'")
    return next((n for n, line in lines if line.split(",")[0].rstrip(" }").endswith(names)), 1)


def error_without_thresholds() -> ContentError:
    message = "The file is missing. Restore it from the repository."
    return ContentError([Problem(path=STANDINGS_FILE, line=1, column=1, message=message)])


def value_of_standing(one: StandingOfLanguage) -> dict[str, Any]:
    """For JSON: what is declared, what the pages reach, and what the next standing asks for."""
    demotion = one.demotion
    return {
        "declared": one.declared or None,
        "reached": one.reached or None,
        "demotion": {
            "to": demotion.to,
            "announced": demotion.announced.isoformat(),
            "on": demotion.on.isoformat(),
        }
        if demotion
        else None,
        "measures": {
            measure.name: {"count": measure.count, "all": measure.all} for measure in one.measures
        },
        "next": one.next or None,
        "lacking": dict(one.lacking),
    }
