"""The zones of sessions: their rules are pinned, and what calendars say of them is what happens.

The rules in a calendar are read with `icalendar`, their dates are counted by `dateutil`, and the
offsets are compared with `zoneinfo` at many instants.
"""

from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import icalendar
import pytest
import yaml
from dateutil.rrule import rrulestr

from scn.timezones import ALLOWED_ZONES, vtimezone, zone

RULES = yaml.load((Path(__file__).parent / "zone_rules.yml").read_text("utf-8"), yaml.CSafeLoader)
FIRST, LAST = datetime(2025, 1, 1, tzinfo=UTC), datetime(2037, 1, 1, tzinfo=UTC)


def test_every_zone_is_pinned():
    assert list(RULES) == list(ALLOWED_ZONES)


@pytest.mark.parametrize("name", ALLOWED_ZONES)
def test_a_new_tzdata_has_the_same_rule(name):
    """If not, sessions in the zone move: see zone_rules.yml."""
    data = files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
    found = data.rstrip(b"\n").rpartition(b"\n")[2].decode()
    assert found == RULES[name], f"tzdata has another rule for {name}"


def onsets(name):
    """When which offset begins, by the rules that a calendar has."""
    text = "\r\n".join(["BEGIN:VCALENDAR", *vtimezone(name), "END:VCALENDAR", ""])
    calendar = icalendar.Calendar.from_ical(text)
    found = []
    for part in calendar.walk("VTIMEZONE")[0].subcomponents:
        start, before, after = (part[key] for key in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"))
        local = [start.dt]
        if "RRULE" in part:
            rule = rrulestr(part["RRULE"].to_ical().decode(), dtstart=start.dt)
            local = rule.between(start.dt, datetime(2037, 12, 31), inc=True)  # noqa: DTZ001
        found += [((at - before.td).replace(tzinfo=UTC), after.td) for at in local]
    return sorted(found)


def instants(changes):
    """Every 17 hours, and each minute of the hours around the changes."""
    at = FIRST
    while at < LAST:
        yield at
        at += timedelta(hours=17)
    for change in changes:
        yield from (change + timedelta(minutes=minute) for minute in range(-90, 91))


def wrong_instants(name):
    known = onsets(name)
    moments = [at for at, _ in known]
    there = zone(name)
    checked = list(instants(at for at in moments if FIRST <= at < LAST))
    wrong = [
        at
        for at in checked
        if known[bisect_right(moments, at) - 1][1] != at.astimezone(there).utcoffset()
    ]
    return len(checked), wrong


def test_calendars_have_the_offsets_of_the_zones():
    """One test for all zones, so that the number of instants can be said."""
    found = {name: wrong_instants(name) for name in ALLOWED_ZONES}
    assert {name: wrong[:3] for name, (_, wrong) in found.items() if wrong} == {}
    assert sum(count for count, _ in found.values()) > 200_000


def test_a_wrong_rule_would_be_found(monkeypatch):
    """Otherwise the test above would prove nothing."""
    lines = [line.replace("BYDAY=-1SU", "BYDAY=1SU") for line in vtimezone("Europe/Riga")]
    monkeypatch.setitem(globals(), "vtimezone", lambda _: lines)
    assert len(wrong_instants("Europe/Riga")[1]) > 100
