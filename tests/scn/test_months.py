"""Which months have a page, and the days in their weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scn.months import LONGEST_GAP, Month, sessions_by_month

DAYS = """\
kind: online-training
status: confirmed
announced: 2020-01-01
title: {{en: T}}
all_day: {{from: {}, to: {}}}
"""
HOURS = """\
kind: online-training
status: confirmed
announced: 2020-01-01
title: {{en: T}}
start: {}
end: {}
time_zone: Europe/Lisbon
"""
UNDATED = """\
kind: online-training
status: tentative
announced: 2020-01-01
title: {en: T}
undated: {expected: 2027-Q2}
"""


@pytest.fixture
def months_of(sessions_from):
    """The ids of the sessions of each month, by the path of its page."""

    def make(**texts):
        files = {f"pt/pt-2020-{name}.yml": text for name, text in texts.items()}
        found = sessions_by_month(sessions_from(files))
        return {
            month.path: [session.id.removeprefix("pt-2020-") for session in sessions]
            for month, sessions in found.items()
        }

    return make


def test_without_sessions_there_are_no_months(months_of):
    assert months_of(a=UNDATED) == {}


def test_a_session_stands_in_every_month_that_it_touches(months_of):
    assert months_of(
        a=DAYS.format("2027-01-31", "2027-03-01"),
        b=HOURS.format("2027-01-31T22:00", "2027-02-01T02:00"),
        c=HOURS.format("2027-01-31T22:00", "2027-02-01T00:00"),
    ) == {
        "sessions/2027-01.md": ["a", "b", "c"],
        "sessions/2027-02.md": ["a", "b"],
        "sessions/2027-03.md": ["a"],
    }


def test_a_short_break_has_empty_months_and_a_long_one_has_none(months_of):
    assert LONGEST_GAP == 4
    found = months_of(
        a=DAYS.format("2025-10-31", "2025-10-31"),
        b=DAYS.format("2026-02-01", "2026-02-01"),
        c=DAYS.format("2026-07-01", "2026-07-01"),
    )
    assert found == {
        "sessions/2025-10.md": ["a"],
        "sessions/2025-11.md": [],
        "sessions/2025-12.md": [],
        "sessions/2026-01.md": [],
        "sessions/2026-02.md": ["b"],
        "sessions/2026-07.md": ["c"],
    }
    assert list(found) == sorted(found)


def numbers(month):
    return [[day and day.day for day in week] for week in month.weeks()]


def test_weeks_begin_on_monday_and_hold_the_days_of_their_month_alone():
    assert numbers(Month(2027, 2)) == [  # begins on a Monday and has four whole weeks
        [1, 2, 3, 4, 5, 6, 7],
        [8, 9, 10, 11, 12, 13, 14],
        [15, 16, 17, 18, 19, 20, 21],
        [22, 23, 24, 25, 26, 27, 28],
    ]
    assert numbers(Month(2027, 8)) == [  # begins on a Sunday and touches six weeks
        [None, None, None, None, None, None, 1],
        [2, 3, 4, 5, 6, 7, 8],
        [9, 10, 11, 12, 13, 14, 15],
        [16, 17, 18, 19, 20, 21, 22],
        [23, 24, 25, 26, 27, 28, 29],
        [30, 31, None, None, None, None, None],
    ]


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_weeks_hold_each_day_once_in_the_column_of_its_weekday(day):
    month = Month.of(day)
    weeks = month.weeks()
    days = [one for week in weeks for one in week if one]
    assert days == [month.first_day + timedelta(days=n) for n in range(month.last_day.day)]
    assert day in days
    assert {len(week) for week in weeks} == {7}
    assert all(one is None or one.weekday() == n for week in weeks for n, one in enumerate(week))
    assert all(any(week) for week in weeks)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-2000, 2000))
def test_months_are_counted_over_years(day, months):
    month = Month.of(day)
    assert month.until(month.after(months)) == months
    assert (month < month.after(months)) == (months > 0)
