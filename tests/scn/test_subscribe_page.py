"""The list of calendars to subscribe to."""

from scn.session_calendars import session_calendars
from scn.subscribe_page import CalendarRow, subscribe_view


def test_every_calendar_is_there_once_with_both_addresses(site_with):
    site = site_with({})
    view = subscribe_view(site, "fr")
    assert [(group.title, len(group.calendars)) for group in view.groups] == [
        ("fr: All sessions", 1),
        ("fr: By country", 28),
        ("fr: By audience", 5),
        ("fr: By kind", 4),
    ]
    base = "kb.example.eu/base/fr/sessions"
    rows = [row for group in view.groups for row in group.calendars]
    assert rows[-1] == CalendarRow(
        name="fr: Event of a partner",
        url=f"https://{base}/kind/partner-event/calendar.ics",
        webcal=f"webcal://{base}/kind/partner-event/calendar.ics",
    )
    assert [row.url.partition("/base/")[2] for row in rows] == [
        calendar.address for calendar in session_calendars(site, "fr")
    ]
    assert len({row.url for row in rows}) == 38
