"""Dates and times in the languages of readers, by the golden file dates.yml."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from scn.dates import (
    city_of_zone,
    format_date,
    format_dates,
    format_month,
    format_offset,
    format_time,
    format_times,
)
from scn.timezones import zone

GOLDEN = yaml.safe_load((Path(__file__).parent / "dates.yml").read_text("utf-8"))
START = datetime(2027, 3, 30, 9, 30, tzinfo=zone("Europe/Sofia"))


def written(language):
    return {
        "date": format_date(START, language),
        "date with weekday": format_date(START, language, "full"),
        "short date": format_date(START, language, "medium"),
        "one day": format_dates(date(2024, 11, 5), date(2024, 11, 5), language),
        "days": format_dates(date(2024, 11, 5), date(2024, 11, 7), language),
        "days of two months": format_dates(date(2024, 11, 29), date(2024, 12, 2), language),
        "days of two years": format_dates(date(2024, 12, 30), date(2025, 1, 2), language),
        "month": format_month(2027, 3, language),
        "time": format_time(START, language),
        "times": format_times(START, START + timedelta(hours=3), language),
        "times over midnight": format_times(START, START + timedelta(hours=16), language, "full"),
        "city": city_of_zone("Europe/Brussels", language),
        "islands": city_of_zone("Atlantic/Azores", language),
    }


@pytest.mark.parametrize("language", GOLDEN)
def test_dates_in_a_language(language):
    assert written(language) == GOLDEN[language]


def test_every_language_of_the_site_has_its_dates(languages):
    assert set(GOLDEN) == set(languages)


@pytest.mark.parametrize(
    ("name", "winter", "summer"),
    [
        ("Europe/Sofia", "UTC+2", "UTC+3"),
        ("Europe/Dublin", "UTC", "UTC+1"),
        ("Atlantic/Azores", "UTC\N{MINUS SIGN}1", "UTC"),
        ("America/Cayenne", "UTC\N{MINUS SIGN}3", "UTC\N{MINUS SIGN}3"),
        ("Asia/Kolkata", "UTC+5:30", "UTC+5:30"),
    ],
)
def test_distance_from_utc(name, winter, summer):
    january, july = (datetime(2027, month, 1, tzinfo=zone(name)) for month in (1, 7))
    assert (format_offset(january), format_offset(july)) == (winter, summer)


def test_a_time_without_a_zone_has_no_distance_from_utc():
    with pytest.raises(ValueError, match="2027"):
        format_offset(datetime.fromisoformat("2027-01-01T10:00"))
