"""What the accessibility statement shows, in English and where words and texts are others."""

import datetime
from dataclasses import replace

import pytest

from scn.accessibility.record import AxeRecord
from scn.accessibility_page import (
    AssessmentRow,
    ContentRow,
    ForeignText,
    ReasonView,
    StatementView,
    statement_view,
)
from scn.publication import Publication

HEAD = """\
standard: {name: EN 301 549, version: 3.2.1, wcag: 2.1, level: AA, built_to: 2.2}
status: partially
method: self-assessment
prepared: 2026-11-23
reviewed: 2026-11-29
tested:
  - {what: html, how: automatic, tool: Nu HTML Checker, problems: 0}
"""
MORE = """\
  - what: keyboard
    how: by-hand
    tool: Firefox
    when: 2026-11-28
    problems: 2
    note: {en: In the menu, fr: Dans le menu}
  - {what: screen-readers, how: not-tested}
difficulties: [tables]
not_accessible:
  - {content: {en: Old files}, reason: not-in-scope}
  - content: {en: The map, fr: La carte}
    reason: non-compliance
    criteria: [1.4.10, 2.1.1]
    alternative: {en: The list}
"""
RECORD = AxeRecord(
    tool="axe-core",
    version="4.14.1",
    day=datetime.date(2026, 11, 29),
    kinds=("home", "a-z"),
    languages=("en", "el"),
    schemes=("light", "dark"),
    widths=(1280, 320),
    pages=16,
    problems=0,
)


@pytest.fixture(scope="module")
def site_of(site_with, statement_from):
    site = site_with({})

    def make(text, **publication):
        content = replace(site.content, statement=statement_from(text), axe_record=RECORD)
        decided = replace(site.publication, **publication)
        return replace(site, content=content, publication=decided)

    return make


def test_the_whole_statement_in_english(site_of):
    assert statement_view(site_of(HEAD + MORE), "en") == StatementView(
        model_address="https://eur-lex.europa.eu/eli/dec_impl/2018/1523/oj/eng",
        directive_address="https://eur-lex.europa.eu/eli/dir/2016/2102/oj/eng",
        commitment=(
            "The Network & <others> is committed to making its website accessible, in accordance"
            " with the national legislation transposing Directive (EU) 2016/2102 of the European"
            " Parliament and of the Council."
        ),
        scope=(
            "This accessibility statement applies to the website “Smart Communities Network –"
            " Knowledge base” in all its languages, with its files to download and its calendar"
            " files. It does not apply to the repository, which is a service of another provider,"
            " nor to websites that we link to."
        ),
        status=(
            "This website is partially compliant with EN 301 549 v3.2.1 (WCAG 2.1 AA), due to the"
            " non-compliances and the exemptions listed below."
        ),
        built_to="It is built to WCAG 2.2 AA.",
        is_audited=False,
        reasons=(
            ReasonView(
                title="Non-compliance with the national legislation",
                rows=(
                    ContentRow(
                        content=ForeignText(text="The map", language=""),
                        criteria="WCAG 1.4.10, WCAG 2.1.1",
                        alternative=ForeignText(text="The list", language=""),
                    ),
                ),
            ),
            ReasonView(
                title="The content is not within the scope of the applicable legislation",
                rows=(
                    ContentRow(
                        content=ForeignText(text="Old files", language=""),
                        criteria="",
                        alternative=None,
                    ),
                ),
            ),
        ),
        claims_burden=False,
        difficulties=(
            (
                "Wide tables: on a narrow screen they scroll sideways inside a frame of their own,"
                " which can be reached with the keyboard."
            ),
        ),
        method="The method is a self-assessment by the people who make the website.",
        prepared="This statement was prepared on 23 November 2026.",
        reviewed=(
            "The statement was last reviewed on 29 November 2026. It is to be reviewed at least"
            " once a year."
        ),
        tests=(
            AssessmentRow(
                what=(
                    "Rules of WCAG, levels A and AA, that a program can test, in light and dark"
                    " colours"
                ),
                details=(
                    "Kinds of page: 2",
                    "Languages: English, Greek",
                    "Widths in pixels: 320, 1280",
                    "Pages tested: 16",
                ),
                how="automatic",
                tool="axe-core 4.14.1",
                when="29 November 2026",
                result="no problem found",
            ),
            AssessmentRow(
                what="Valid HTML",
                details=(),
                how="automatic",
                tool="Nu HTML Checker",
                when="with every change",
                result="no problem found",
            ),
            AssessmentRow(
                what="Use with the keyboard alone, visible focus, on some pages",
                details=(),
                how="by hand",
                tool="Firefox",
                when="28 November 2026",
                result="problems found: 2",
                note=ForeignText(text="In the menu", language=""),
            ),
            AssessmentRow(
                what="Use with screen readers by people who depend on them",
                details=(),
                how="not tested",
                tool="",
                when="",
                result="",
            ),
        ),
        publisher="The Network & <others>",
        contact="office@example.eu",
        enforcement_body="The Body",
        repository="https://git.example.eu/network/kb",
    )


def test_a_text_that_is_not_translated_names_its_language(site_of):
    first, second = statement_view(site_of(HEAD + MORE), "fr").reasons
    assert first.rows[0].content == ForeignText(text="La carte", language="")
    assert first.rows[0].alternative == ForeignText(text="The list", language="en")
    assert second.rows[0].content == ForeignText(text="Old files", language="en")


def test_a_status_is_in_the_words_of_the_model(site_of):
    def status(old, new, more=MORE):
        return statement_view(site_of((HEAD + more).replace(old, new)), "en").status

    standard = "EN 301 549 v3.2.1 (WCAG 2.1 AA)"
    assert status("status: partially", "status: not").startswith(
        f"This website is not compliant with {standard}. The non-compliances"
    )
    assert status("status: partially", "status: fully", more="") == (
        f"This website is fully compliant with {standard}."
    )
    assert status("", "", more="").startswith(
        f"This website is partially compliant with {standard}. It is not called fully compliant"
    )


def test_an_audit_by_a_third_party_and_a_burden_are_stated_where_there_is_one(site_of):
    text = (HEAD + MORE).replace("self-assessment", "third-party")
    view = statement_view(site_of(text.replace("not-in-scope", "disproportionate-burden")), "en")
    assert (view.is_audited, view.claims_burden) == (True, True)
    assert view.method == "The method is an assessment carried out by a third party."


def test_nobody_is_named_before_it_is_decided(site_of):
    names = ("publisher", "contact", "enforcement_body")
    placeholders = dict.fromkeys(names, "office@example.org")
    view = statement_view(site_of(HEAD, **placeholders), "en")
    assert (view.publisher, view.contact, view.enforcement_body) == ("", "", "")
    assert view.commitment.startswith(
        "The publisher of this website, which is not decided yet, is committed to"
    )
    assert set(names) <= set(Publication.setting_names())
