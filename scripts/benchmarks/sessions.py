"""1,000 to 10,000 sessions in three languages each: reading, checking, feeds."""

from __future__ import annotations

import argparse
import datetime
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.results import Result, alone, at_most, exponent, peak_megabytes, table
from scn.content import Content
from scn.content_lines import folded, text_line
from scn.content_load import load_content
from scn.dates import format_date
from scn.example import EXAMPLE_EPOCH
from scn.generated_file import content_of
from scn.languages import OFFICIAL_CODES
from scn.problems import ContentError
from scn.publication import Publication
from scn.session_calendars import SessionCalendar, session_calendars
from scn.session_files import session_files
from scn.sessions import NETWORK, Session, Sessions, load_sessions
from scn.site import Site, site_from_content

ROOT = Path(__file__).resolve().parents[2]
AS_OF = datetime.datetime.fromtimestamp(EXAMPLE_EPOCH, datetime.UTC).date()
SIZES = (1_000, 3_000, 10_000)
LANGUAGE = "el"  # two bytes a letter: the largest feeds
MOST_SECONDS_TO_LOAD = 30
MOST_MEGABYTES = 600
MOST_SECONDS_FOR_FEEDS = 5
MOST_BYTES = 1_000_000
MOST_EVENTS = 1_000
STEEPEST = 1.2
"""Of the exponents of growth: 1 is linear, 2 is square."""

FEEDS = ("calendar.ics", "feed.xml", "feed.json")
WRONG_LINE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    seconds: float
    megabytes: float | None
    """The peak of the process; nothing where the system does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeds:
    seconds: float
    most_bytes: int
    most_events: int
    cut: int
    """Feeds that had no room for all that is to come."""

    silent: int
    """Those of them that do not say so."""

    lost: int
    """Sessions to come that are in no feed at all."""


# What is measured, each in a process of its own


def base_content(nothing: Path) -> Content:
    """The project without sessions; those that are measured come in their place."""
    return load_content(
        ROOT, docs=ROOT / "docs", requested_languages=LANGUAGE, sessions_folder=nothing
    )


def sessions_in(folder: Path, content: Content) -> Sessions:
    return load_sessions(
        folder,
        countries=content.countries,
        vocabulary=content.vocabulary,
        languages=OFFICIAL_CODES,
        sources=content.sources,
        shown_as=folder.as_posix(),
    )


def measure_loading(folder: Path, content: Content) -> Loading:
    started = time.perf_counter()
    sessions_in(folder, content)
    return Loading(seconds=time.perf_counter() - started, megabytes=peak_megabytes())


def measure_wrong_file(folder: Path, content: Content) -> tuple[str, ...]:
    """What is said of a folder with one wrong file: where the problems are."""
    try:
        sessions_in(folder, content)
    except ContentError as error:
        return tuple(f"{problem.path}:{problem.line}" for problem in error.problems)
    return ()


def measure_feeds(folder: Path, content: Content) -> Feeds:
    sessions = sessions_in(folder, content)
    site = site_with(replace(content, sessions=sessions))
    started = time.perf_counter()
    files = {file.output: as_bytes(content_of(file)) for file in session_files(site, LANGUAGE)}
    seconds = time.perf_counter() - started
    feeds = {name: text for name, text in files.items() if name.endswith(FEEDS)}
    to_come = {each.uid(site.publication.uid_domain): each for each in sessions.to_come(AS_OF)}
    words = content.words[LANGUAGE]
    says_so = text_line(
        "DESCRIPTION",
        words("calendar.description_cut", date=format_date(AS_OF, LANGUAGE)),
        LANGUAGE,
    )
    cut, silent, lost = 0, 0, set(to_come)
    for calendar in session_calendars(site, LANGUAGE):
        text = feeds[calendar.address]
        wanted = {uid for uid, each in to_come.items() if is_of(each, calendar)}
        found = {line[4:].decode() for line in text.split(b"\r\n") if line.startswith(b"UID:")}
        lost -= found
        if wanted - found:
            cut += 1
            silent += folded((says_so,)) not in text
    return Feeds(
        seconds=seconds,
        most_bytes=max(map(len, feeds.values())),
        most_events=max(text.count(b"BEGIN:VEVENT\r\n") for text in feeds.values()),
        cut=cut,
        silent=silent,
        lost=len(lost),
    )


def site_with(content: Content) -> Site:
    return site_from_content(
        content,
        site_url="https://example.eu/",
        repository="https://example.eu/repository",
        settings={
            **dict.fromkeys(Publication.setting_names(), "example.eu"),
            "security_contact": "security@example.eu",
            "security_languages": "en",
        },
        epoch=EXAMPLE_EPOCH,
        is_published=False,
        config_text="",
    )


def as_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def is_of(session: Session, calendar: SessionCalendar) -> bool:
    members = {
        "all": ("",),
        "country": (session.country,),
        "kind": (session.kind,),
        "audience": session.audience,
    }
    return calendar.id in members[calendar.group]


# The sessions


def session_text(number: int, count: int, content: Content, country: str, zone: str) -> str:
    """One file of many: two years of days around `AS_OF`, most of them to come."""
    day = AS_OF + datetime.timedelta(days=-240 + number * 800 // count)
    hour = 8 + number % 8
    audiences = content.vocabulary.audiences
    kind = content.vocabulary.kinds[number % len(content.vocabulary.kinds)]
    announced = min(day, AS_OF) - datetime.timedelta(days=60)
    changed = f"""\
changes:
  - at: {announced + datetime.timedelta(days=20)}
    what: [time]
    from: {{start: {day}T{hour:02}:15, end: {day}T{hour + 3:02}:15}}
    note: {{en: Moved by a quarter of an hour, el: Μετακινήθηκε κατά ένα τέταρτο}}
"""
    return f"""\
kind: {kind}
status: {"tentative" if number % 10 == 0 else "confirmed"}
announced: {announced}
title:
  en: Example training {number} on local digital twins
  el: Παράδειγμα κατάρτισης {number} για τοπικά ψηφιακά δίδυμα
  fr: Exemple de formation {number} sur les jumeaux numériques locaux
summary:
  en: An invented session, long enough to be like a real one; what it is about stands here.
  el: Μια επινοημένη συνεδρία, αρκετά μεγάλη ώστε να μοιάζει με πραγματική· εδώ το θέμα της.
  fr: Une séance inventée, assez longue pour ressembler à une vraie ; ici, ce dont elle parle.
time_zone: {zone}
start: {day}T{hour:02}:00
end: {day}T{hour + 3:02}:00
venue:
  name: {{en: Example Hall, el: Αίθουσα Παράδειγμα, fr: Salle d’exemple}}
  street: Example Street {number}
  city: {{en: Example City, el: Πόλη Παράδειγμα, fr: Ville d’exemple}}
  step_free: true
online: {{platform: webex, join: on-registration}}
languages:
  delivery: [en]
  interpretation: [{{from: en, to: el}}, {{from: en, to: fr}}]
  captions: [en]
audience: [{audiences[number % len(audiences)]}]
level: foundation
registration:
  url: https://example.eu/register/{country}-{number}
  opens: {announced}
  closes: {day - datetime.timedelta(days=1)}T18:00
  capacity: {{onsite: 60, online: 300}}
organiser: {{en: Example Association}}
contact: {{name: {{en: Example office}}, email: sessions@example.eu}}
{changed if number % 4 == 0 else ""}"""


def write_sessions(folder: Path, count: int, content: Content) -> None:
    places = [(each.id, each.time_zone) for each in content.countries]
    places.append((NETWORK, "Europe/Brussels"))
    for country, _ in places:
        (folder / country).mkdir(parents=True)
    for number in range(count):
        country, zone = places[number % len(places)]
        text = session_text(number, count, content, country, zone)
        path = folder / country / f"{country}-2027-example-{number}.yml"
        path.write_text(text, encoding="utf-8")


def spoil_one(folder: Path, count: int) -> str:
    """Make one file in the middle wrong; where its problem is."""
    path = sorted(folder.rglob("*.yml"))[count // 2]
    lines = path.read_text("utf-8").split("\n")
    lines[WRONG_LINE - 1] = "announced: 2027-02-30"
    path.write_text("\n".join(lines), encoding="utf-8")
    return f"{path.as_posix()}:{WRONG_LINE}"


# The table


def sessions_benchmark(options: argparse.Namespace) -> int:
    sizes: Sequence[int] = options.sizes
    loadings, feeds = [], []
    with tempfile.TemporaryDirectory(prefix="scn-benchmark-") as name:
        nothing = Path(name, "0")
        nothing.mkdir()
        content = base_content(nothing)
        for size in sizes:
            folder = Path(name, str(size))
            write_sessions(folder, size, content)
            loadings.append(alone(measure_loading, folder, content))
            feeds.append(alone(measure_feeds, folder, content))
            print(progress(size, loadings[-1], feeds[-1]), flush=True)
        last = Path(name, str(sizes[-1]))
        wrong = spoil_one(last, sizes[-1])
        found = alone(measure_wrong_file, last, content)
    is_found = found == (wrong,)
    results = [
        *results_of(sizes, loadings, feeds),
        Result(
            what="One wrong file is found at its line, and nothing else",
            found="yes" if is_found else f"no: {', '.join(found) or 'nothing'}",
            target="yes",
            is_met=is_found,
        ),
    ]
    print(f"\n{sizes[-1]:,} sessions in three languages each, feeds in {LANGUAGE}:\n")
    print(table(results))
    return 0 if all(result.is_met for result in results) else 1


def progress(size: int, loading: Loading, feeds: Feeds) -> str:
    return (
        f"{size:>6,} sessions: loaded and checked in {loading.seconds:.2f} s,"
        f" all feeds of one language in {feeds.seconds:.2f} s"
    )


def results_of(
    sizes: Sequence[int], loadings: Sequence[Loading], feeds: Sequence[Feeds]
) -> Iterator[Result]:
    loading, last = loadings[-1], feeds[-1]
    yield at_most("Load and check, s", loading.seconds, MOST_SECONDS_TO_LOAD, ".2f")
    if loading.megabytes is not None:
        yield at_most("Peak of memory for it, MB", loading.megabytes, MOST_MEGABYTES, ".0f")
    yield at_most("All feeds of one language, s", last.seconds, MOST_SECONDS_FOR_FEEDS, ".2f")
    yield at_most("Largest feed, bytes", last.most_bytes, MOST_BYTES)
    yield at_most("Largest feed, events", last.most_events, MOST_EVENTS)
    yield at_most(f"Feeds of {last.cut} without room that do not say so", last.silent, 0)
    yield at_most("Sessions to come that are in no feed", last.lost, 0)
    if len(sizes) > 1:
        slope = exponent(sizes, [each.seconds for each in loadings])
        yield at_most("Growth of load and check, exponent", slope, STEEPEST, ".2f")
        slope = exponent(sizes, [each.seconds for each in feeds])
        yield at_most("Growth of the feeds, exponent", slope, STEEPEST, ".2f")
