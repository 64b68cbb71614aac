"""Days on which few people come: public holidays, weekends, the night when the clocks change.

They may be meant, so they are warnings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache

import holidays

from scn.problems import Problem
from scn.sessions.catalogue import Catalogue
from scn.sessions.model import NETWORK, Session
from scn.sessions.when import AllDay, Timed, Undated
from scn.timezones import zone

_SATURDAY = 5
_ADVICE = "Check the day."


def check_days(catalogue: Catalogue, *, as_of: date) -> Iterator[Problem]:
    """One warning for each session to come that is on such a day."""
    for session in catalogue.sessions.to_come(as_of):
        if session.status == "cancelled" or isinstance(session.when, Undated):
            continue
        for message in _found(session, session.when, catalogue):
            field = "start" if isinstance(session.when, Timed) else "all_day"
            yield catalogue.problem(session, field, f"{message} {_ADVICE}", is_warning=True)
            break


def _found(session: Session, when: Timed | AllDay, catalogue: Catalogue) -> Iterator[str]:
    days = [
        when.first_day + timedelta(days=number)
        for number in range((when.last_day - when.first_day).days + 1)
    ]
    if session.country != NETWORK:
        country = catalogue.countries.by_id[session.country]
        for day in days:
            if name := public_holiday(session.country, day):
                yield f"{day} is a public holiday in {country.name_in('en')}: {name}."
    weekend = [day for day in days if day.weekday() >= _SATURDAY]
    if isinstance(when, Timed):
        for day in weekend:
            if _changes_its_clocks(when.time_zone, day):
                yield f"On the weekend of {day} the clocks change in {when.time_zone}."
    for day in weekend:
        yield f"{day} is a {'Saturday' if day.weekday() == _SATURDAY else 'Sunday'}."


def _changes_its_clocks(name: str, day: date) -> bool:
    """Whether the weekend with that day begins and ends at different offsets from UTC."""
    saturday = day - timedelta(days=day.weekday() - _SATURDAY)
    offsets = {
        datetime(each.year, each.month, each.day, tzinfo=zone(name)).utcoffset()
        for each in (saturday, saturday + timedelta(days=2))
    }
    return len(offsets) > 1


def public_holiday(country: str, day: date) -> str:
    """Its name in English if it is one everywhere in the country, else nothing."""
    return _holidays(country, day.year).get(day, "")


@cache
def _holidays(country: str, year: int) -> dict[date, str]:
    # The library goes by ISO codes, so Greece is GR; without a language its words depend on the
    # machine.
    found = holidays.country_holidays(country.upper(), years=year, language="en_US")
    return dict(found.items())
