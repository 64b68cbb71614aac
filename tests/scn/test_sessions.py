"""Session files, by the golden files in sessions/.

`files` are the texts by their path; `problems` is all that is said about them, with the source
lines; without problems, `sessions` is what is in them, without what is empty. A new case is a new
file.
"""

import dataclasses
import time
from datetime import date, datetime
from pathlib import Path

import pytest
import yaml

from scn.problems import ContentError, format_problems
from scn.sessions import Sessions, Timed, Undated, load_sessions
from scn.sources import load_sources
from scn.texts import Text

FOLDER = Path(__file__).parent / "sessions"
CASES = sorted(FOLDER.glob("*.yml"))
DATA = Path(__file__).resolve().parents[2] / "docs" / "_data" / "sessions"


def shown(value):
    """A value as plain lists and texts, without fields that say nothing."""
    if isinstance(value, Text):
        return dict(value.translations)
    if dataclasses.is_dataclass(value):
        fields = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
        return {name: shown(each) for name, each in fields.items() if each not in (None, (), "")}
    if isinstance(value, tuple):
        return [shown(each) for each in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_sessions_from_files(file, sessions_from):
    case = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    try:
        found = {"sessions": [shown(session) for session in sessions_from(case["files"])]}
    except ContentError as error:
        found = {"problems": format_problems(error.problems, with_source=True).splitlines()}
    expected = {"problems": case["problems"].splitlines()} if "problems" in case else {}
    assert found == (expected or {"sessions": case["sessions"]})


def test_there_are_cases():
    assert len(CASES) >= 20


TRAINING = """\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {en: Training, lv: Apmācība}
"""
TIMED = "start: 2027-07-01T10:00\nend: 2027-07-01T12:00\n"


def one(sessions_from, more=TIMED, *, base=TRAINING, path="lv/lv-2027-riga.yml"):
    return sessions_from({path: base + more}).items[0]


def test_a_text_in_the_language_of_the_reader_or_in_english(sessions_from):
    title = one(sessions_from).title
    assert title.in_language("lv") == ("Apmācība", "lv")
    assert title.in_language("pt") == ("Training", "en")


@pytest.mark.parametrize(
    ("more", "mode"),
    [
        ("", "to-be-announced"),
        ("online: {}", "online"),
        ("venue: {city: {en: Riga}}", "onsite"),
        ("online: {}\nvenue: {city: {en: Riga}}", "hybrid"),
    ],
)
def test_mode(sessions_from, more, mode):
    assert one(sessions_from, TIMED + more).mode == mode


@pytest.mark.parametrize(
    ("when", "last_day"),
    [
        (TIMED, date(2027, 7, 1)),
        ("start: 2027-07-01T20:00\nend: 2027-07-02T00:00", date(2027, 7, 1)),
        ("start: 2027-07-01T20:00\nend: 2027-07-02T00:30", date(2027, 7, 2)),
        ("all_day: {from: 2027-07-01, to: 2027-07-03}", date(2027, 7, 3)),
        ("all_day: {from: 2027-07-01}", date(2027, 7, 1)),
    ],
)
def test_a_session_is_over_on_the_day_after_its_last(sessions_from, when, last_day):
    session = one(sessions_from, when)
    assert not session.is_over(last_day)
    assert session.is_over(date.fromordinal(last_day.toordinal() + 1))


def test_only_undated_sessions_of_a_programme_are_over(sessions_from):
    expected = one(sessions_from, "undated: {expected: 2027}")
    past = one(sessions_from, "undated: {programme: 2024-2025}\nsource: LI-4")
    assert not expected.is_over(date.max)
    assert past.is_over(date.min)


def test_changes_drive_sequence_and_last_modified(sessions_from):
    assert one(sessions_from).sequence == 0
    assert one(sessions_from).last_modified == date(2027, 1, 15)
    changes = """\
changes:
  - {at: 2027-02-01, what: [time, text], from: {start: 2027-03-01T10:00, end: 2027-03-01T12:00}}
  - {at: 2027-02-02, what: [text, materials]}
  - {at: 2027-02-03, what: [venue, status, mode]}
  - {at: 2027-02-04, what: [figures]}
"""
    session = one(sessions_from, TIMED + changes)
    assert session.sequence == 2
    assert session.last_modified == date(2027, 2, 4)
    assert session.previous_start.isoformat() == "2027-03-01T10:00:00+02:00"


def test_previous_start_of_whole_days(sessions_from):
    changes = "changes: [{at: 2027-02-01, what: [time], from: {all_day: {from: 2027-03-01}}}]"
    assert one(sessions_from, TIMED + changes).previous_start == date(2027, 3, 1)
    assert one(sessions_from).previous_start is None


def test_the_uid_is_that_of_the_first_id_ever(sessions_from):
    assert one(sessions_from).uid("scn.example") == "lv-2027-riga@scn.example"
    ids = "previous_ids: [lv-2026-a, lv-2026-b]"
    assert one(sessions_from, TIMED + ids).uid("scn.example") == "lv-2026-a@scn.example"


@pytest.mark.parametrize(
    ("day", "state"),
    [("05-31", "not-yet"), ("06-01", "open"), ("06-20", "open"), ("06-21", "closed")],
)
def test_registration(sessions_from, day, state):
    more = "registration: {opens: 2027-06-01, closes: 2027-06-20T18:00}"
    registration = one(sessions_from, TIMED + more).registration
    assert registration.state_on(date.fromisoformat(f"2027-{day}")) == state


def test_no_show(sessions_from):
    more = """\
attendance:
  counted: 2027-07-02
  registered: {onsite: 9, online: 240}
  attended: {onsite: 5, online: 205}
  cancelled: {online: 10}
  walk_ins: {online: 12}
"""
    attendance = one(sessions_from, TIMED + more).attendance
    assert (attendance.no_show("online"), attendance.no_show("onsite")) == (37, 4)
    assert attendance.no_show_rate("online") == 37 / 230
    assert attendance.no_show_rate("onsite") is None  # too few to have a rate


def test_no_show_is_not_known_without_registrations_or_from_an_upper_bound(sessions_from):
    for more in ("", "  at_most: true\n  registered: {online: 100}\n"):
        text = f"attendance:\n  counted: 2027-07-02\n  attended: {{online: 44}}\n{more}"
        attendance = one(sessions_from, TIMED + text).attendance
        assert (attendance.no_show("online"), attendance.no_show_rate("online")) == (None, None)


def test_to_come_and_past(sessions_from):
    files = {
        f"bg/bg-2027-{name}.yml": TRAINING + when
        for name, when in {
            "a": "all_day: {from: 2027-07-03}",
            "b": TIMED,
            "c": "all_day: {from: 2027-06-30, to: 2027-07-02}",
            "d": "undated: {expected: 2027}",
        }.items()
    }
    sessions = sessions_from({**files, "lv/lv-2027-a.yml": TRAINING + TIMED})

    def ids(some):
        return [session.id for session in some]

    assert ids(sessions.to_come(date(2027, 7, 2))) == ["bg-2027-c", "bg-2027-a"]
    assert ids(sessions.past(date(2027, 7, 2))) == ["bg-2027-b", "lv-2027-a"]
    assert ids(sessions.undated) == ["bg-2027-d"]
    assert ids(sessions.of_country("lv")) == ["lv-2027-a"]
    assert sessions.by_id["bg-2027-b"] in sessions.dated
    assert len(sessions) == 5


@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "a@" * 500_000, "a." * 500_000, "a@" + "b" * 1_000_000, "https://" * 100_000],
    ids=lambda text: text[:10],
)
def test_long_texts_are_refused_quickly(sessions_from, text):
    begin = time.process_time()
    with pytest.raises(ContentError) as caught:
        one(sessions_from, f"{TIMED}summary: {{en: '{text}'}}\nkind-of: {text}\nlevel: {text}\n")
    assert time.process_time() - begin < 2
    assert len(str(caught.value)) < 1000


def test_files_of_a_folder(sessions_from, tmp_path):
    (tmp_path / "bg").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.yml").write_text("a: 1")
    (tmp_path / "bg" / ".x.yml.swp").write_text("a: 1")
    (tmp_path / "bg" / "bg-2027-a.yml").write_bytes(b"\xef\xbb\xbf" + f"{TRAINING}{TIMED}".encode())
    windows = f"{TRAINING}{TIMED}".replace("\n", "\r\n").encode()
    (tmp_path / "bg" / "bg-2027-b.yml").write_bytes(windows)
    assert [session.id for session in sessions_from(tmp_path)] == ["bg-2027-a", "bg-2027-b"]
    (tmp_path / "bg" / "bg-2027-c.yml").write_bytes(f"{TRAINING}{TIMED}".encode("utf-16"))
    with pytest.raises(ContentError) as caught:
        sessions_from(tmp_path)
    assert str(caught.value) == (
        "docs/_data/sessions/bg/bg-2027-c.yml:1:1: The file is not UTF-8. Save it as UTF-8."
    )


def test_the_order_of_files_never_shows(sessions_from):
    files = {f"bg/bg-2027-{name}.yml": TRAINING + TIMED for name in "edcba"}
    assert sessions_from(files) == sessions_from(dict(reversed(files.items())))


@pytest.fixture(scope="module")
def archive(countries, vocabulary, languages) -> Sessions:
    register = load_sources((DATA.parent / "sources.yml").read_text("utf-8"), "sources.yml")
    return load_sessions(
        DATA, countries=countries, vocabulary=vocabulary, languages=languages, sources=register
    )


def test_the_archive_has_the_two_sessions_of_every_country(archive, countries):
    for country in countries:
        own = archive.of_country(country.id)
        assert [(each.id, each.kind) for each in own] == [
            (f"{country.id}-2024-dissemination", "hybrid-dissemination"),
            (f"{country.id}-2024-training", "online-training"),
        ]


def test_sessions_count_as_held_where_a_source_says_so(archive):
    held = [
        session.id
        for session in archive.undated
        if isinstance(session.when, Undated) and session.when.held == "yes"
    ]
    assert held == [
        "bg-2024-dissemination",
        "bg-2024-training",
        "de-2024-training",
        "dk-2024-training",
        "es-2024-training",
        "lt-2024-training",
        "nl-2024-dissemination",
        "nl-2024-training",
        "pt-2024-training",
    ]


def test_nothing_of_the_archive_is_shown_as_to_come_and_no_hour_is_made_up(archive):
    assert not archive.to_come(date(2026, 9, 1))
    assert not any(each.when.is_to_come for each in archive.undated)
    assert not any(isinstance(each.when, Timed) or each.when.hours_known for each in archive.dated)
    assert all(session.sources for session in archive)
