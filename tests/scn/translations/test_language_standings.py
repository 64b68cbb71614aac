"""The standing of a language: what its pages reach, and that nobody loses or gets one unnoticed."""

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest

from scn.language_list import load_languages
from scn.languages import STANDINGS, Demotion
from scn.problems import ContentError
from scn.translations.language_standings import (
    Standings,
    check_declared,
    load_thresholds,
    standing_of,
    value_of_standing,
)
from scn.translations.standing_changes import (
    check_changes,
    check_drift,
    proposals,
    with_proposals,
)
from scn.translations.summary import LanguageSummary

FILE = Path(__file__).resolve().parents[3] / "docs/_data/translations/standings.yml"
TEXT = FILE.read_text("utf-8")
THRESHOLDS = load_thresholds(TEXT, "standings.yml")
DAY = datetime.date(2026, 12, 1)
LIST = """\
# The languages.
languages:
  - code: en
    name: English
    english_name: English
  - code: fr
    name: français
    english_name: French{french}
  # Below are the others.
  - code: mt
    name: Malti
    english_name: Maltese
"""


def languages(french=""):
    return load_languages(text(french), "languages.yml")


def text(french=""):
    return LIST.format(french="".join(f"\n    {line}" for line in french.splitlines()))


def summary(translated, current=None, proofread=0, pages=100):
    current = translated if current is None else current
    standings = {
        "current": current,
        "outdated": translated - current,
        "missing": pages - translated,
        "local": 3,
    }
    return LanguageSummary(standings=standings, severities={}, origins={}, proofread=proofread)


def standings(french, words=(500, 500), declared=""):
    known = languages(declared)
    return Standings(
        thresholds=THRESHOLDS,
        languages={
            "fr": standing_of(known.by_code("fr"), french, words, THRESHOLDS),
            "mt": standing_of(known.by_code("mt"), summary(0), (500, 500), THRESHOLDS),
        },
    )


@pytest.mark.parametrize(
    ("french", "words", "reached"),
    [
        (summary(0), (500, 500), ""),
        (summary(1), (0, 500), "preview"),
        (summary(2, current=1), (0, 500), "preview"),
        (summary(3, current=1), (500, 500), "archived"),
        (summary(40, proofread=32), (475, 500), "active"),
        (summary(40, proofread=32), (474, 500), "preview"),
        (summary(40, proofread=31), (500, 500), "preview"),
        (summary(39, proofread=39), (500, 500), "preview"),
        (summary(40, current=31, proofread=40), (500, 500), "preview"),
        (summary(95, current=91, proofread=95), (500, 500), "official"),
        (summary(95, current=90, proofread=95), (500, 500), "active"),
        (summary(100, proofread=99), (500, 500), "active"),
        (summary(100, proofread=100), (499, 500), "active"),
        (summary(100, current=10, proofread=100), (500, 500), "archived"),
    ],
)
def test_what_the_pages_of_a_language_reach(french, words, reached):
    assert standings(french, words).languages["fr"].reached == reached


def test_what_is_missing_for_the_next_standing():
    found = standings(summary(30, current=20, proofread=5), (470, 500)).languages["fr"]
    assert value_of_standing(found) == {
        "declared": None,
        "reached": "preview",
        "demotion": None,
        "measures": {
            "translated": {"count": 30, "all": 100},
            "current": {"count": 20, "all": 30},
            "proofread": {"count": 5, "all": 30},
            "words": {"count": 470, "all": 500},
        },
        "next": "active",
        "lacking": {"translated": 10, "current": 4, "proofread": 19, "words": 5},
    }
    none = standings(summary(0)).languages["mt"]
    assert (none.next, none.lacking) == ("preview", (("translated", 1),))
    best = standings(summary(100, proofread=100)).languages["fr"]
    assert (best.next, best.lacking) == ("", ())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("notice_days: 60", "notice_days: 0", "notice_days: 0 is too few"),
        ("translated: 40", "translated: 140", "140 is too few or too many. Write 0 to 100."),
        ("translated: 40", "translated: 96", "official asks for less than active: translated."),
        ("standing: active", "standing: best", '"best" is not known.'),
        ("  - {standing: preview, translated: 0, current: 50, proofread: 0, words: 0}\n", "",
         "Write all of official, active, preview, in this order."),
    ],
)  # fmt: skip
def test_thresholds_that_cannot_be(old, new, message):
    assert old in TEXT
    with pytest.raises(ContentError, match=message):
        load_thresholds(TEXT.replace(old, new), "standings.yml")


@pytest.mark.parametrize(
    ("french", "message"),
    [
        ("standing: best", '9:15: languages.standing: "best" is not known.'),
        ("standing: preview\ndemotion: {to: active, announced: 2026-12-01, on: 2027-03-01}",
         "active is not lower than what the language has."),
        ("standing: preview\ndemotion: {to: archived, announced: 2026-12-01, on: 2026-11-01}",
         "It comes before it was announced."),
        ("standing: preview\ndemotion: {to: archived, announced: 2026-12-01}", "on: This is missi"),
        ("demotion: {to: archived, announced: 2026-12-01, on: 2027-03-01}", "is not lower than"),
    ],
)  # fmt: skip
def test_declarations_that_cannot_be(french, message):
    with pytest.raises(ContentError) as raised:
        languages(french)
    assert message in str(raised.value)


def test_the_source_language_has_no_standing():
    with pytest.raises(ContentError, match="The source language has no standing"):
        load_languages(
            text().replace("english_name: English", "english_name: English\n    standing: active"),
            "languages.yml",
        )


def test_a_notice_that_is_too_short():
    french = "standing: preview\ndemotion: {to: archived, announced: 2026-12-01, on: 2027-01-29}"
    [problem] = check_declared(languages(french), THRESHOLDS, text(french), "languages.yml")
    assert str(problem) == (
        "languages.yml:6:1: fr: demotion: A lower standing is announced for 60 days, this one for"
        " 59. Write a later day as on."
    )
    later = french.replace("01-29", "01-30")
    assert list(check_declared(languages(later), THRESHOLDS, text(later), "languages.yml")) == []


ANNOUNCED = "standing: active\ndemotion: {to: preview, announced: 2026-10-01, on: 2026-12-10}"


@pytest.mark.parametrize(
    ("declared", "french", "day", "after", "said"),
    [
        ("", summary(1), DAY, "standing: preview", "no standing becomes preview"),
        ("standing: preview", summary(95, proofread=95), DAY, "standing: official",
         "preview becomes official"),
        ("standing: active", summary(5), DAY,
         "standing: active\ndemotion: {to: preview, announced: 2026-12-01, on: 2027-02-06}",
         "preview is announced for 2027-02-06"),
        (ANNOUNCED, summary(5), datetime.date(2026, 12, 10), "standing: preview",
         "active becomes preview"),
        (ANNOUNCED, summary(50, proofread=50), DAY, "standing: active",
         "the announcement is taken back, because the pages reach it again"),
        (ANNOUNCED.replace("to: preview", "to: archived"), summary(5), DAY, ANNOUNCED,
         "preview is changed for 2026-12-10"),
        (ANNOUNCED, summary(5, current=1), datetime.date(2026, 12, 20),
         "standing: preview\ndemotion: {to: archived, announced: 2026-12-20, on: 2027-02-25}",
         "active becomes preview; archived is announced for 2027-02-25"),
        (ANNOUNCED, summary(95, proofread=95), DAY, "standing: official",
         "active becomes official"),
        ("standing: preview", summary(0), DAY,
         "standing: preview\ndemotion: {to: archived, announced: 2026-12-01, on: 2027-02-06}",
         "archived is announced for 2027-02-06"),
    ],
)  # fmt: skip
def test_what_is_due(declared, french, day, after, said):
    before = standings(french, declared=declared)
    made = tuple(proposals(languages(declared), before, day))
    assert [proposal.said for proposal in made] == [said]
    assert with_proposals(text(declared), made) == text(after)
    assert list(proposals(languages(after), before, day)) == []


@pytest.mark.parametrize(
    ("declared", "french"),
    [
        ("", summary(0)),
        ("standing: preview", summary(1)),
        ("standing: archived", summary(0)),
        ("standing: archived", summary(5, current=1)),
        (ANNOUNCED, summary(5)),
        (ANNOUNCED, summary(5, current=1)),
    ],
)
def test_nothing_is_due(declared, french):
    assert list(proposals(languages(declared), standings(french, declared=declared), DAY)) == []


def test_every_way_down_takes_the_notice():
    """From each standing to each lower one, day by day as the command is run every week."""
    for declared in STANDINGS[2:]:
        french = summary(5, current=1)
        known, list_text = languages(f"standing: {declared}"), text(f"standing: {declared}")
        day, fell = DAY, {}
        while day < DAY + datetime.timedelta(days=200):
            current = Standings(
                thresholds=THRESHOLDS,
                languages={"fr": standing_of(known.by_code("fr"), french, (500, 500), THRESHOLDS)},
            )
            made = tuple(proposals(known, current, day))
            new_text = with_proposals(list_text, made) if made else list_text
            new = load_languages(new_text, "languages.yml")
            after = Standings(
                thresholds=THRESHOLDS,
                languages={"fr": standing_of(new.by_code("fr"), french, (500, 500), THRESHOLDS)},
            )
            assert list(check_changes(known, new, after, new_text, day)) == []
            if new.by_code("fr").standing != known.by_code("fr").standing:
                fell[new.by_code("fr").standing] = (day - DAY).days
            known, list_text = new, new_text
            day += datetime.timedelta(days=7)
        assert list(fell) == ["archived"]
        assert fell["archived"] >= 60


def test_a_list_that_is_written_in_one_line_is_left_alone():
    flow = (
        "languages:\n- {code: en, name: E, english_name: E}\n"
        "- {code: fr, name: f, english_name: F}\n"
    )
    made = tuple(proposals(languages(), standings(summary(1)), DAY))
    with pytest.raises(ContentError, match="Write each field of a language on a line of its own"):
        with_proposals(flow, made)


def test_line_ends_of_windows_stay():
    made = tuple(proposals(languages(), standings(summary(1)), DAY))
    written = with_proposals(text().replace("\n", "\r\n"), made)
    assert written == text("standing: preview").replace("\n", "\r\n")


def changes(before, now, french, day=DAY):
    found = check_changes(
        languages(before), languages(now), standings(french, declared=now), text(now), day
    )
    return [re.split(" (?:Delete|Put|Write `)", problem.message)[0] for problem in found]


SOON = (
    "fr: The lower standing comes in 9 days; it is announced for 60. Write a later day, or run"
    " `python scripts/translations.py standing --write`."
)
LATER = "standing: active\ndemotion: {to: preview, announced: 2026-12-01, on: 2027-02-06}"


@pytest.mark.parametrize(
    ("before", "now", "french", "messages"),
    [
        ("", "standing: official", summary(50),
         ["fr: The standing official was declared, and its pages reach preview."]),
        ("", "standing: preview", summary(0),
         ["fr: The standing preview was declared, and its pages are not there yet."]),
        ("", "standing: preview", summary(1), []),
        ("standing: active", "standing: preview", summary(1),
         ["fr: The standing fell from active to preview, which was not announced for 60 days."]),
        ("standing: active", "", summary(0),
         ["fr: The standing fell from active to none, which was not announced for 60 days."]),
        (ANNOUNCED, "standing: preview", summary(1),
         ["fr: The standing fell from active to preview, which was not announced for 60 days."]),
        (ANNOUNCED.replace("12-10", "12-01"), "standing: preview", summary(1), []),
        (ANNOUNCED.replace("12-10", "12-01"), "standing: archived", summary(1),
         ["fr: The standing fell from active to archived, which was not announced for 60 days."]),
        (ANNOUNCED, "standing: active", summary(1),
         ["fr: The announcement was taken back, and its pages reach preview."]),
        (ANNOUNCED, "standing: active", summary(50, proofread=50), []),
        ("standing: active", LATER, summary(1), []),
        ("standing: active", ANNOUNCED, summary(1),
         [SOON]),
        (ANNOUNCED.replace("to: preview", "to: archived"), ANNOUNCED, summary(1), []),
        (ANNOUNCED, ANNOUNCED.replace("to: preview", "to: archived"), summary(5, current=1),
         [SOON]),
        ("standing: active", "standing: active", summary(1), []),
    ],
)  # fmt: skip
def test_the_gate(before, now, french, messages):
    assert changes(before, now, french) == messages


def test_whoever_changes_an_english_page_is_warned_only():
    french = standings(summary(5), declared="standing: active")
    [problem] = check_drift(languages("standing: active"), french, text("standing: active"))
    assert problem.is_warning
    assert problem.message == (
        "fr: It has the standing active, and its pages reach preview. Run"
        " `python scripts/translations.py standing --write`, which announces it."
    )
    announced = standings(summary(5), declared=ANNOUNCED)
    assert list(check_drift(languages(ANNOUNCED), announced, text(ANNOUNCED))) == []


def test_an_announcement_is_part_of_what_is_shown():
    one = standings(summary(5), declared=ANNOUNCED).languages["fr"]
    day = datetime.date(2026, 12, 10)
    assert one.demotion == Demotion(to="preview", announced=datetime.date(2026, 10, 1), on=day)
    assert value_of_standing(one)["demotion"] == {
        "to": "preview", "announced": "2026-10-01", "on": "2026-12-10",
    }  # fmt: skip
    assert one.is_below_declared
    assert not replace(one, reached="active").is_below_declared


def test_the_gate_says_how_to_put_it_right():
    before, now = languages("standing: active"), languages("standing: official")
    french = standings(summary(1), declared="standing: official")
    [problem] = check_changes(before, now, french, text("standing: official"), DAY)
    assert str(problem) == (
        "docs/_data/languages.yml:6:1: fr: The standing official was declared, and its pages reach"
        " preview. Write `standing: active` again, and run `python scripts/translations.py standing"
        " --write`, which writes what is due."
    )
