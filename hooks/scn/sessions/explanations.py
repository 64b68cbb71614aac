"""What each field of a session file means, and an example of its value, in the form of the file.

From here come the JSON Schema, which editors show while somebody writes, and the tables on the
page for contributors. The fields inside a field stand below it, after a full stop.
"""

from __future__ import annotations

EXPLANATIONS = {
    "kind": ("What kind of session it is", "online-training"),
    "status": ("Whether it takes place", "confirmed"),
    "announced": ("Day on which it was announced first; it never changes", "2027-01-15"),
    "previous_ids": (
        "Former names of the file, the oldest first, so that calendars still know it",
        "[bg-2026-sofia-1]",
    ),
    "title": ("One line; needed except in a past programme", "{en: Training on data}"),
    "summary": ("What participants gain, in plain text", "{en: You leave with a list of data.}"),
    "description": ("More text", "{en: The morning is about data.}"),
    "start": ("Day and time of the beginning, on the clocks of the place", "2027-03-30T10:00"),
    "end": ("Day and time of the end, on the clocks of the place", "2027-03-30T12:30"),
    "offset": (
        "Which of two, for a time that happens twice when the clocks go back",
        "+02:00",
    ),
    "time_zone": ("Needed where the country has several", "Europe/Lisbon"),
    "all_day": ("Whole days, when there are no hours", "{from: 2027-06-07, to: 2027-06-09}"),
    "all_day.from": ("First day", "2027-06-07"),
    "all_day.to": ("Last day, included; without it there is one day", "2027-06-09"),
    "hours_known": ("`false` where there were hours and no source gives them", "false"),
    "undated": ("For a session without a day", "{expected: 2027-Q2}"),
    "undated.expected": ("Year, quarter or month in which it is expected", "2027-Q2"),
    "undated.programme": ("Years of a past programme whose days no source gives", "2024-2025"),
    "undated.held": ("Whether a source says that it took place", "yes"),
    "series": ("The series that this session is part of", "{id: bg-2027-roadshow, part: 1}"),
    "series.id": ("What the files of the series have in common; no file name", "bg-2027-roadshow"),
    "series.part": ("Which of them this is", "1"),
    "occurrences": (
        "The sessions of a series that is in one file; each is a session of its own",
        '[{key: "1", start: 2027-05-06T10:00, end: 2027-05-06T12:00}]',
    ),
    "occurrences.key": ("Name of one of them inside the file; it never changes", '"1"'),
    "occurrences.status": ("If it differs from that of the file", "confirmed"),
    "occurrences.previous_ids": ("Ids that it had before", "[bg-2027-sofia-1]"),
    "repeat": (
        "A series that repeats; the key of each session is its planned day",
        "{every: week, first: 2027-05-06T10:00, length: 2h, times: 4}",
    ),
    "repeat.every": ("How often", "2 weeks"),
    "repeat.first": ("Beginning of the first one", "2027-05-06T10:00"),
    "repeat.length": ("How long each lasts", "1h30min"),
    "repeat.times": ("How many there are, with those that are cancelled", "4"),
    "repeat.except": (
        "What is different on a planned day: `cancelled`, or fields of an occurrence",
        "{2027-05-20: cancelled}",
    ),
    "venue": ("Where it is", "{city: {en: Sofia, bg: София}}"),
    "venue.name": ("Name of the building", "{en: Example Hall}"),
    "venue.street": ("Street and number", "ул. „Примерна“ 1"),
    "venue.postal_code": ("Postal code", '"1000"'),
    "venue.city": ("City", "{en: Sofia, bg: София}"),
    "venue.step_free": ("Whether one can get in without steps", "true"),
    "venue.hearing_loop": ("Whether there is a hearing loop", "false"),
    "online": ("How it is online; `{}` if no more is known", "{platform: webex}"),
    "online.platform": ("Program that it is held with", "webex"),
    "online.join": (
        "`on-registration`, or the address where everybody may join",
        "on-registration",
    ),
    "online.public": ("`true` if the address of a meeting is meant for everybody", "true"),
    "audience": ("For whom it is", "[policymakers, starters]"),
    "level": ("How much one should know before", "foundation"),
    "languages": ("Languages of the session", "{delivery: [bg]}"),
    "languages.delivery": ("Languages spoken", "[bg, en]"),
    "languages.interpretation": ("What is interpreted", "[{from: bg, to: en}]"),
    "languages.interpretation.from": ("Language that is interpreted", "bg"),
    "languages.interpretation.to": ("Language that it is interpreted into", "en"),
    "languages.captions": ("Languages of live captions", "[bg]"),
    "languages.sign_language": ("Sign languages, by their codes in ISO 639-3", "[bqn]"),
    "registration": ("How to register", "{url: https://example.eu/register}"),
    "registration.url": ("Address of the registration page", "https://example.eu/register"),
    "registration.opens": ("First day", "2027-02-01"),
    "registration.closes": ("Last day, or the time on that day", "2027-03-26T18:00"),
    "registration.capacity": ("How many can take part", "{onsite: 60, online: 300}"),
    "registration.capacity.onsite": ("In the room", "60"),
    "registration.capacity.online": ("Online", "300"),
    "registration.free": ("Whether it costs nothing", "true"),
    "organiser": ("Name of the organisation", "{en: Example Association}"),
    "contact": ("An office, never a person", "{name: {en: Desk}, email: sessions@example.eu}"),
    "contact.name": ("Name of the office", "{en: Sessions desk}"),
    "contact.email": ("Mailbox of the office", "sessions@example.eu"),
    "source": (
        "Public page, or code of the register `docs/_data/sources.yml`, that says so",
        "https://example.eu/news/sofia",
    ),
    "changes": ("What has changed, the newest last", "[{at: 2027-03-02, what: [venue]}]"),
    "changes.at": ("Day of the change", "2027-03-02"),
    "changes.what": ("What changed", "[time]"),
    "changes.from": ("How it was before", "{status: tentative}"),
    "changes.from.start": ("Earlier beginning", "2027-03-23T10:00"),
    "changes.from.end": ("Earlier end", "2027-03-23T12:30"),
    "changes.from.all_day": ("Earlier days", "{from: 2027-06-01}"),
    "changes.from.status": ("Earlier status", "tentative"),
    "changes.from.venue": ("Earlier place, in one line", "{en: Plovdiv}"),
    "changes.note": ("Why, in one line", "{en: Moved because of a holiday.}"),
    "materials": (
        "What was shown or handed out",
        "[{title: {en: Slides}, url: https://example.eu/slides.pdf, kind: slides}]",
    ),
    "materials.title": ("Title", "{en: Slides}"),
    "materials.url": ("Address", "https://example.eu/slides.pdf"),
    "materials.kind": ("What kind of material it is", "slides"),
    "materials.language": ("Its language", "bg"),
    "recordings": ("Recordings", "[{url: https://example.eu/video, language: bg}]"),
    "recordings.url": ("Address", "https://example.eu/video"),
    "recordings.language": ("Language spoken", "bg"),
    "recordings.captions": ("Languages of captions", "[bg, en]"),
    "recordings.minutes": ("Length in minutes", "148"),
    "attendance": ("How many came", "{counted: 2027-04-05, attended: {onsite: 41}}"),
    "attendance.counted": ("Day of the count", "2027-04-05"),
    "attendance.registered": ("Who had registered", "{onsite: 58, online: 240}"),
    "attendance.attended": ("Who came", "{onsite: 41, online: 205}"),
    "attendance.cancelled": ("Who had registered and cancelled", "{onsite: 5, online: 10}"),
    "attendance.walk_ins": ("Who came without registering", "{onsite: 4, online: 12}"),
    "attendance.at_most": ("`true` if the numbers who came are upper limits", "true"),
}


def explanation(path: str) -> tuple[str, str]:
    """What the field means, and an example.

    Raises:
        KeyError: nobody has explained it.
    """
    if path in EXPLANATIONS:
        return EXPLANATIONS[path]
    for beginning in ("occurrences.", "repeat.except."):
        if path.startswith(beginning):
            inside = path.removeprefix(beginning)
            own = f"occurrences.{inside}"
            return EXPLANATIONS[own] if own in EXPLANATIONS else explanation(inside)
    above, _, name = path.rpartition(".")
    if above.startswith("attendance.") and name in {"onsite", "online"}:
        return EXPLANATIONS[f"registration.capacity.{name}"]
    if above.endswith(".all_day"):
        return EXPLANATIONS[f"all_day.{name}"]
    raise KeyError(path)
