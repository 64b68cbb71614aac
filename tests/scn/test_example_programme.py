"""The example programme: it can be read, it has every shape, and nobody can take it for real."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from scn.example import EXAMPLE_EPOCH, EXAMPLE_SESSIONS
from scn.languages import OFFICIAL_CODES
from scn.sessions import NETWORK, AllDay, Timed, Undated

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / EXAMPLE_SESSIONS
AS_OF = date(2027, 3, 1)
EXAMPLE = {
    "bg": "Пример", "cs": "Příklad", "da": "Eksempel", "de": "Beispiel", "el": "Παράδειγμα",
    "en": "Example", "es": "Ejemplo", "et": "Näidis", "fi": "Esimerkki", "fr": "Exemple",
    "ga": "Sampla", "hr": "Primjer", "hu": "Példa", "it": "Esempio", "lt": "Pavyzdys",
    "lv": "Piemērs", "mt": "Eżempju", "nl": "Voorbeeld", "pl": "Przykład", "pt": "Exemplo",
    "ro": "Exemplu", "sk": "Príklad", "sl": "Primer", "sv": "Exempel",
}  # fmt: skip


@pytest.fixture(scope="module")
def sessions(sessions_from):
    return sessions_from(FOLDER)


def test_it_is_as_of_its_day():
    midnight = datetime(2027, 3, 1, tzinfo=UTC)
    assert datetime.fromtimestamp(EXAMPLE_EPOCH, UTC) == midnight
    assert midnight.date() == AS_OF


def test_every_country_and_the_network_have_some(sessions, countries):
    number = {
        each: len(sessions.of_country(each)) for each in (*(c.id for c in countries), NETWORK)
    }
    assert len(number) == 28
    assert {each for each, count in number.items() if count < 2} == set()
    assert 60 <= len(sessions) <= 80


def test_every_title_says_example_in_its_language(sessions):
    wrong = [
        (session.id, text)
        for session in sessions
        for language, text in session.title.translations
        if EXAMPLE[language] not in text
    ]
    assert wrong == []
    assert {language for each in sessions for language, _ in each.title.translations} == set(
        OFFICIAL_CODES
    )


def test_every_address_is_on_example_eu():
    texts = "".join(path.read_text("utf-8") for path in FOLDER.rglob("*.yml"))
    assert set(re.findall(r"https?://([^/\s},]+)", texts)) == {"example.eu"}
    assert set(re.findall(r"[\w.+-]+@([\w.-]+)", texts)) == {"example.eu"}


def test_nothing_in_it_is_known_before_it_happens(sessions):
    for session in sessions:
        days = [session.announced, *(change.at for change in session.changes)]
        days.append(session.attendance and session.attendance.counted)
        assert [day for day in days if day and day > AS_OF] == [], session.id


def test_dates_are_in_2027_and_most_are_to_come(sessions):
    assert {session.when.first_day.year for session in sessions.dated} == {2027}
    assert len(sessions.past(AS_OF)) >= 8
    assert len(sessions.to_come(AS_OF)) >= 45
    assert [each.id for each in sessions.dated if each.when.first_day == AS_OF] == [
        "fi-2027-training-1"
    ]


def test_it_has_every_word_of_the_vocabulary(sessions, vocabulary):
    assert {session.kind for session in sessions} == set(vocabulary.kinds)
    assert {session.status for session in sessions} == set(vocabulary.statuses)
    assert {each for session in sessions for each in session.audience} == set(vocabulary.audiences)
    assert {session.level for session in sessions} == {None, *vocabulary.levels}
    assert {session.mode for session in sessions} == {
        "hybrid", "onsite", "online", "to-be-announced",
    }  # fmt: skip


def shapes(session):
    """Names of what is special about a session."""
    when, registration = session.when, session.registration
    if isinstance(when, Undated):
        yield "to come without a date" if when.is_to_come else "past without a date"
    else:
        yield "past" if session.is_over(AS_OF) else "to come"
        if when.first_day != when.last_day:
            yield "several days, timed" if isinstance(when, Timed) else "several days"
    if isinstance(when, Timed):
        yield when.time_zone
        if when.happens_in_repeated_hour:
            yield "hour that happens twice"
    if isinstance(when, AllDay):
        yield "all day" if when.hours_known else "hours not known"
    if session.previous_start:
        yield "earlier time"
    if len(session.changes) > 2:
        yield "many changes"
    yield f"{session.status}{', over' if session.is_over(AS_OF) else ''}"
    yield f"registration {registration.state_on(AS_OF)}" if registration else "no registration"
    if registration and registration.capacity:
        yield "capacity"
    if registration and registration.is_free is False:
        yield "not free"
    if session.languages:
        for name in ("interpretation", "captions", "sign_language"):
            if getattr(session.languages, name):
                yield name
    for name in ("materials", "recordings", "attendance", "description", "previous_ids", "sources"):
        if getattr(session, name):
            yield name
    if session.attendance:
        modes = ("onsite", "online")
        rates = [session.attendance.no_show_rate(mode) is not None for mode in modes]
        yield "rate of no-shows" if any(rates) else "no rate of no-shows"
        if session.attendance.at_most:
            yield "upper bounds"
    if session.online and session.online.public:
        yield "public address"
    if session.series:
        yield f"series, {session.status}{', moved' if session.previous_start else ''}"
    if max(len(text) for _, text in session.title.translations) == 150:
        yield "longest title"


def test_it_has_every_shape(sessions):
    found = {shape for session in sessions for shape in shapes(session)}
    assert {
        "past", "to come", "past without a date", "to come without a date", "several days",
        "several days, timed", "all day", "hours not known", "hour that happens twice",
        "earlier time", "many changes", "tentative", "confirmed", "postponed", "cancelled",
        "cancelled, over", "registration not-yet", "registration open", "registration closed",
        "no registration", "capacity", "not free", "interpretation", "captions", "sign_language",
        "materials", "recordings", "attendance", "description", "previous_ids", "sources",
        "rate of no-shows", "no rate of no-shows", "upper bounds", "public address",
        "longest title", "Atlantic/Azores", "Atlantic/Madeira", "Atlantic/Canary",
        "Indian/Reunion", "UTC", "series, confirmed", "series, confirmed, moved",
        "series, cancelled",
    } - found == set()  # fmt: skip
