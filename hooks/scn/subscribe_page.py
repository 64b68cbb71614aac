"""The calendars that one can subscribe to, for the page that says how."""

from __future__ import annotations

from dataclasses import dataclass

from scn.addresses import absolute_address
from scn.calendar_links import webcal
from scn.session_calendars import SessionCalendar, session_calendars
from scn.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRow:
    name: str
    url: str
    """With `https:`, for the forms of calendar programs."""

    webcal: str
    """Opens the calendar program of the device."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarGroup:
    id: str
    title: str
    calendars: tuple[CalendarRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeView:
    groups: tuple[CalendarGroup, ...]


def subscribe_view(site: Site, language: str) -> SubscribeView:
    words = site.content.words[language]
    titles = {
        "all": words("subscribe.network"),
        "country": words("subscribe.countries"),
        "audience": words("subscribe.audiences"),
        "kind": words("subscribe.kinds"),
    }
    rows: dict[str, list[CalendarRow]] = {group: [] for group in titles}
    for calendar in session_calendars(site, language):
        rows[calendar.group].append(_row(site, calendar))
    return SubscribeView(
        groups=tuple(
            CalendarGroup(id=f"calendars-{group}", title=title, calendars=tuple(rows[group]))
            for group, title in titles.items()
        )
    )


def _row(site: Site, calendar: SessionCalendar) -> CalendarRow:
    url = absolute_address(site.publication.site_url, calendar.address)
    return CalendarRow(name=calendar.label, url=url, webcal=webcal(url))
