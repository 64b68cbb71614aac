"""What the publisher states, and what cannot be stated."""

import datetime

import pytest

from scn.accessibility.statement import Assessment, NotAccessible, Standard, Statement
from scn.problems import ContentError
from scn.texts import Text

PATH = "docs/_data/accessibility.yml"
HEAD = """\
standard: {name: EN 301 549, version: 3.2.1, wcag: 2.1, level: AA, built_to: 2.2}
status: partially
method: self-assessment
prepared: 2026-11-23
reviewed: 2026-11-29
"""
TESTED = "tested:\n  - {what: html, how: automatic, tool: vnu, problems: 0}\n"


def refused(statement_from, text):
    with pytest.raises(ContentError) as caught:
        statement_from(text)
    return str(caught.value).split("\n")


def test_all_fields(statement_from):
    text = f"""\
{HEAD}\
tested:
  - {{what: html, how: automatic, tool: Nu HTML Checker 26.9, problems: 0}}
  - what: keyboard
    how: by-hand
    tool: Firefox 145
    when: 2026-11-28
    problems: 2
    note: {{en: "In the menu: two", fr: Dans le menu}}
  - {{what: screen-readers, how: not-tested}}
difficulties: [tables, names]
not_accessible:
  - content: {{en: The map}}
    reason: non-compliance
    criteria: [1.4.10, 2.1.1]
    alternative: {{en: The list}}
  - {{content: {{en: Old files}}, reason: not-in-scope}}
"""
    assert statement_from(text) == Statement(
        standard=Standard(
            name="EN 301 549", version="3.2.1", wcag="2.1", level="AA", built_to="2.2"
        ),
        status="partially",
        method="self-assessment",
        prepared=datetime.date(2026, 11, 23),
        reviewed=datetime.date(2026, 11, 29),
        tested=(
            Assessment(what="html", how="automatic", tool="Nu HTML Checker 26.9", problems=0),
            Assessment(
                what="keyboard",
                how="by-hand",
                tool="Firefox 145",
                when=datetime.date(2026, 11, 28),
                problems=2,
                note=Text.of({"en": "In the menu: two", "fr": "Dans le menu"}),
            ),
            Assessment(what="screen-readers", how="not-tested"),
        ),
        difficulties=("tables", "names"),
        not_accessible=(
            NotAccessible(
                content=Text.of({"en": "The map"}),
                reason="non-compliance",
                criteria=("1.4.10", "2.1.1"),
                alternative=Text.of({"en": "The list"}),
            ),
            NotAccessible(content=Text.of({"en": "Old files"}), reason="not-in-scope"),
        ),
    )


def test_windows_line_ends_change_nothing(statement_from):
    text = HEAD + TESTED
    assert statement_from(text.replace("\n", "\r\n")) == statement_from(text)


def test_all_that_is_wrong_is_said_at_once(statement_from):
    text = """\
standard: {name: EN 301 549, version: three, wcag: 2.1, level: AAAA, built_to: 2.2}
status: compliant
method: self-assessment
prepared: 23.11.2026
tested:
  - {what: screenreaders, how: not-tested}
  - {what: html, how: by_hand}
not_accessible:
  - {content: The map, reason: burden, criteria: [9.9.9]}
contact: office@example.eu
"""
    assert refused(statement_from, text) == [
        f"{PATH}:1:1: reviewed: This is missing. Write a day such as 2027-03-30.",
        (
            f'{PATH}:1:39: standard.version: "three" cannot stand here.'
            " Write a version such as 3.2.1."
        ),
        f'{PATH}:1:64: standard.level: "AAAA" cannot stand here. Write A, AA or AAA.',
        f'{PATH}:2:9: status: "compliant" is not known. Allowed: fully, partially, not.',
        f'{PATH}:4:11: prepared: "23.11.2026" is no date. Write it as 2027-03-30.',
        (
            f'{PATH}:6:12: tested.what: "screenreaders" is not known. Did you mean'
            ' "screen-readers"? Allowed: html, keyboard, screen-readers.'
        ),
        (
            f'{PATH}:7:23: tested.how: "by_hand" is not known. Did you mean "by-hand"?'
            " Allowed: automatic, by-hand, not-tested."
        ),
        (
            f"{PATH}:9:15: not_accessible.content: There is no language. Write the text below the"
            " code of its language, as in {en: Slides}."
        ),
        (
            f'{PATH}:9:32: not_accessible.reason: "burden" is not known.'
            " Allowed: non-compliance, disproportionate-burden, not-in-scope."
        ),
        (
            f'{PATH}:9:51: not_accessible.criteria: "9.9.9" cannot stand here.'
            " Write a number of WCAG such as 1.4.10."
        ),
        (
            f'{PATH}:10:1: "contact" is not a field here. Fields: standard, status, method,'
            " prepared, reviewed, tested, difficulties, not_accessible."
        ),
    ]


@pytest.mark.parametrize(
    ("test", "says"),
    [
        (
            "{what: html, how: by-hand, problems: 0}",
            "18: tested.how: A test by hand needs its day. Write when: 2027-03-30.",
        ),
        (
            "{what: html, how: by-hand, when: 2026-11-28}",
            ("18: tested.how: A test by hand needs what it found. Write problems: 0, or how many."),
        ),
        (
            "{what: html, how: automatic}",
            (
                "18: tested.how: An automatic test needs its tool."
                " Write tool: with name and version."
            ),
        ),
        (
            "{what: html, how: not-tested, when: 2026-11-28}",
            "36: tested.when: What is not tested has none. Delete it, or mend how.",
        ),
    ],
)
def test_what_a_test_needs(statement_from, test, says):
    line, _, message = says.partition(": ")
    found = refused(statement_from, f"{HEAD}tested:\n  - {test}\n")
    assert found == [f"{PATH}:7:{int(line) + 5}: {message}"]


def test_days_in_their_order(statement_from):
    before = HEAD.replace("reviewed: 2026-11-29", "reviewed: 2026-11-22") + TESTED
    assert refused(statement_from, before) == [
        f"{PATH}:5:11: reviewed: This is before the statement was prepared, 2026-11-23. Mend one."
    ]
    late = "tested:\n  - {what: html, how: by-hand, when: 2026-11-30, problems: 0}\n"
    assert refused(statement_from, HEAD + late) == [
        (
            f"{PATH}:5:11: reviewed: The test html was later, on 2026-11-30."
            " Review the statement, and write that day."
        )
    ]


def test_full_compliance_is_refused_while_something_speaks_against_it(statement_from):
    full = HEAD.replace("partially", "fully")
    assert statement_from(full + TESTED).status == "fully"
    text = f"""\
{full}\
tested:
  - {{what: html, how: automatic, tool: vnu, problems: 3}}
  - {{what: screen-readers, how: not-tested}}
not_accessible:
  - {{content: {{en: The map}}, reason: disproportionate-burden}}
"""
    so = "so this is not fully compliant"
    assert refused(statement_from, text) == [
        f"{PATH}:2:9: status: {message} Write partially or not."
        for message in (
            f"Content is listed as not accessible, {so}.",
            f"Not everything is tested, {so}: screen-readers.",
            f"Tests found problems, {so}: html.",
        )
    ]


def test_nothing_is_said_of_an_empty_file_but_that(statement_from):
    (only,) = refused(statement_from, "")
    assert only.startswith(f"{PATH}:1:1: The file is empty. Write its fields")
