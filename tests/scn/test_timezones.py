"""Zone rules: written by us, read by dateutil, compared with the zone data itself."""

import io
import zoneinfo
from datetime import UTC, datetime, timedelta
from importlib.resources import files

import pytest
from dateutil.tz import tzical

from scn.timezones import ALLOWED_ZONES, readings, skipped_hour, vtimezone, zone

FIRST, LAST = datetime(2023, 1, 1, tzinfo=UTC), datetime(2036, 12, 31, tzinfo=UTC)


def instants():
    """Every fifth day at changing hours, and each half hour around the changes of the Union."""
    at = FIRST
    while at < LAST:
        yield at
        at += timedelta(days=5, hours=7)
    for year in range(FIRST.year, LAST.year + 1):
        for month in (3, 10):
            last_sunday = datetime(year, month, 31, tzinfo=UTC)
            last_sunday -= timedelta(days=(last_sunday.weekday() + 1) % 7)
            for half_hour in range(-4, 8):
                yield last_sunday + timedelta(minutes=30 * half_hour)


@pytest.mark.parametrize("name", ALLOWED_ZONES)
def test_rules_in_calendars_agree_with_the_zone_data(name):
    calendar = "\r\n".join(["BEGIN:VCALENDAR", *vtimezone(name), "END:VCALENDAR"])
    read_back = tzical(io.StringIO(calendar)).get(name)
    for at in instants():
        expected = at.astimezone(zone(name))
        found = at.astimezone(read_back)
        assert (found.utcoffset(), found.tzname()) == (expected.utcoffset(), expected.tzname())


def test_rules_are_yearly_and_the_larger_offset_is_daylight():
    assert list(vtimezone("Europe/Dublin")) == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Dublin",
        "BEGIN:DAYLIGHT",
        "DTSTART:20200329T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "TZNAME:IST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20201025T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "TZNAME:GMT",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_a_zone_without_summer_time_has_no_rule():
    assert list(vtimezone("America/Cayenne")) == [
        "BEGIN:VTIMEZONE",
        "TZID:America/Cayenne",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:-0300",
        "TZOFFSETTO:-0300",
        "TZNAME:-03",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


@pytest.mark.parametrize(
    ("local", "name", "expected"),
    [
        ("2027-07-01T10:00", "Europe/Sofia", ["07-01T07:00"]),
        ("2027-03-28T02:59", "Europe/Sofia", ["03-28T00:59"]),
        ("2027-03-28T03:00", "Europe/Sofia", []),
        ("2027-03-28T03:59", "Europe/Sofia", []),
        ("2027-03-28T04:00", "Europe/Sofia", ["03-28T01:00"]),
        ("2027-10-31T02:59", "Europe/Sofia", ["10-30T23:59"]),
        ("2027-10-31T03:00", "Europe/Sofia", ["10-31T00:00", "10-31T01:00"]),
        ("2027-10-31T04:00", "Europe/Sofia", ["10-31T02:00"]),
        ("2027-03-28T01:00", "Europe/Dublin", []),
        ("2027-10-31T01:30", "Europe/Dublin", ["10-31T00:30", "10-31T01:30"]),
        ("2027-03-28T00:00", "Atlantic/Azores", []),
        ("2027-10-31T00:00", "Atlantic/Azores", ["10-31T00:00", "10-31T01:00"]),
        ("2027-03-28T02:30", "Indian/Reunion", ["03-27T22:30"]),
        ("2027-03-28T02:30", "UTC", ["03-28T02:30"]),
    ],
)
def test_instants_of_a_local_time(local, name, expected):
    found = readings(datetime.fromisoformat(local), name)
    assert [f"{at:%m-%dT%H:%M}" for at in found] == expected
    assert all(at.tzinfo is UTC for at in found)


@pytest.mark.parametrize("minute", ["00", "01", "30", "59"])
def test_where_the_clocks_jump(minute):
    local = datetime.fromisoformat(f"2027-03-28T03:{minute}")
    jump, landing = skipped_hour(local, "Europe/Sofia")
    assert [f"{jump:%H:%M}", f"{landing:%H:%M}"] == ["03:00", "04:00"]


def test_a_time_that_exists_is_not_skipped():
    with pytest.raises(ValueError, match="2027-03-28 10:00:00 Europe/Sofia"):
        skipped_hour(datetime.fromisoformat("2027-03-28T10:00"), "Europe/Sofia")


@pytest.fixture
def machine_with_wrong_zones(tmp_path):
    """Its Europe/Sofia is the zone of French Guiana."""
    (tmp_path / "Europe").mkdir()
    cayenne = files("tzdata").joinpath("zoneinfo", "America", "Cayenne").read_bytes()
    (tmp_path / "Europe" / "Sofia").write_bytes(cayenne)
    zoneinfo.reset_tzpath([str(tmp_path)])
    zone.cache_clear()
    yield
    zoneinfo.reset_tzpath()


@pytest.mark.usefixtures("machine_with_wrong_zones")
def test_the_zone_data_of_the_machine_is_not_used():
    noon = datetime(2027, 7, 1, 12, tzinfo=UTC)
    assert noon.astimezone(zoneinfo.ZoneInfo.no_cache("Europe/Sofia")).hour == 9
    assert noon.astimezone(zone("Europe/Sofia")).hour == 15


def test_every_main_zone_of_a_country_is_allowed(countries):
    assert {country.time_zone for country in countries} <= set(ALLOWED_ZONES)
