"""What may not change without a word: identities, and what people have in their calendars.

Compares the sessions of an earlier state, such as the branch that a change goes to, with those of
now.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date

from scn.problems import Problem
from scn.sessions.catalogue import Catalogue
from scn.sessions.model import Session, Venue
from scn.sessions.when import AllDay, Timed, Undated


def check_history(base: Catalogue, now: Catalogue, *, as_of: date, name: str) -> Iterator[Problem]:
    """Everything that the earlier state forbids; `name` is how messages call it.

    Files that cannot be read are left out: what is wrong with them is said elsewhere.
    """
    by_id = {each: session for session in now.sessions for each in session.previous_ids}
    by_id |= now.sessions.by_id
    files = {f"{session.country}/{session.file_id}.yml" for session in now.sessions}
    unreadable = now.texts.keys() - files
    for before in base.sessions:
        after = by_id.get(before.id)
        if after:
            for field, message in _changed(before, after, as_of, name):
                yield now.problem(after, field, message)
        elif _file_of(before) not in unreadable and not before.is_over(as_of):
            yield _vanished(before, base, now, name)
        for previous in before.previous_ids:
            other = now.sessions.by_id.get(previous)
            if other and other is not after:
                message = (
                    f"{previous} was an earlier id of {before.id} in {name}, and calendars know"
                    " that session by it. Give the file another name."
                )
                yield now.problem(other, "kind", message)


def _file_of(session: Session) -> str:
    return f"{session.country}/{session.file_id}.yml"


def _vanished(before: Session, base: Catalogue, now: Catalogue, name: str) -> Problem:
    message = (
        f"{before.id} is to come in {name}, and now it is gone: people have it in their calendars."
        " Put it back and cancel it, or name it in previous_ids of the session that it has become."
    )
    heirs = [each for each in now.sessions if _file_of(each) == _file_of(before)]
    if heirs:
        return now.problem(heirs[0], "occurrences", message)
    path = f"{base.shown_as}/{_file_of(before)}"
    return Problem(path=path, line=1, column=1, message=message)


def _changed(before: Session, after: Session, as_of: date, name: str) -> Iterator[tuple[str, str]]:
    """The fields that changed and should not have, and what is wrong with that."""
    if after.first_id != before.first_id:
        message = (
            f"In {name} calendars know this session as {before.first_id}, and now it would be"
            f" {after.first_id}: they would show it twice. Begin previous_ids with the former."
        )
        yield "previous_ids", message
    if before.announced and after.announced != before.announced:
        message = (
            f"In {name} this is {before.announced}, and it never changes. Put it back; another"
            " session needs a file of its own."
        )
        yield "announced", message
    if after.sequence < before.sequence:
        message = (
            f"In {name} the number of changes of time, place or status is {before.sequence}, and"
            f" now {after.sequence}: calendars would keep the old state. Put back what is missing."
        )
        yield "changes", message
    for field, what, was in _without_entry(before, after):
        # What holds for a whole series has no earlier time of its own.
        shown = f", from: {{{was}}}" if was and after.id == after.file_id else ""
        entry = f"{{at: {as_of}, what: [{what}]{shown}}}"
        yield field, f"This is not as in {name}. Add an entry at the end of changes: {entry}."


def _without_entry(before: Session, after: Session) -> Iterator[tuple[str, str, str]]:
    """The field, the word for the change, and how it was, for each that no new entry speaks of."""
    if isinstance(before.when, Undated):
        return  # it is in no calendar
    if _has_moved(before, after) and not _has_entry({"time"}, before, after):
        yield _field_of_time(after), "time", _written(before)
    place_or_mode = {"venue", "mode"}
    if not _has_entry(place_or_mode, before, after):
        if before.mode != after.mode:
            yield "online" if after.online else "venue", "mode", ""
        elif _place(before.venue) != _place(after.venue):
            yield "venue", "venue", ""
    if before.status != after.status and not _has_entry({"status"}, before, after):
        yield "status", "status", f"status: {before.status}"


def _has_entry(words: Set[str], before: Session, after: Session) -> bool:
    counts = [
        sum(not words.isdisjoint(change.what) for change in session.changes)
        for session in (before, after)
    ]
    return counts[1] > counts[0]


def _has_moved(before: Session, after: Session) -> bool:
    """Hours that were not known are news and no change."""
    was, now = before.when, after.when
    if isinstance(was, Undated) or isinstance(now, Undated):
        return was != now
    if isinstance(was, Timed) and isinstance(now, Timed):
        return (was.instant, was.duration) != (now.instant, now.duration)
    is_on_other_days = (was.first_day, was.last_day) != (now.first_day, now.last_day)
    hours_were_known = not isinstance(was, AllDay) or was.hours_known
    return is_on_other_days or (type(was) is not type(now) and hours_were_known)


def _field_of_time(session: Session) -> str:
    names: dict[type, str] = {Timed: "start", AllDay: "all_day", Undated: "undated"}
    return names[type(session.when)]


def _written(session: Session) -> str:
    when = session.when
    if isinstance(when, Timed):
        return f"start: {when.start:%Y-%m-%dT%H:%M}, end: {when.end:%Y-%m-%dT%H:%M}"
    if isinstance(when, AllDay):
        return f"all_day: {{from: {when.first_day}, to: {when.last_day}}}"
    raise AssertionError(session)


def _place(venue: Venue | None) -> object:
    return venue and (venue.name, venue.street, venue.postal_code, venue.city)
