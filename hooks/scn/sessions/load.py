"""Reads all session files of a folder and finds everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from scn.countries import Countries
from scn.problems import ContentError, Problem
from scn.reading import Choices, Reading, UnreadableError
from scn.sessions.agenda import Sessions
from scn.sessions.fields import DEFAULTS, Defaults
from scn.sessions.file import session_from_file
from scn.sessions.folder import DEFAULTS_FILE, check_place, files_below, folder_of, id_of
from scn.sessions.model import CHANGES, Session
from scn.timezones import ALLOWED_ZONES
from scn.vocabulary import Vocabulary
from scn.yaml_text import Node, read_yaml

ZONE_OF_THE_NETWORK = "Europe/Brussels"


def load_sessions(
    folder: Path | Mapping[str, str],
    *,
    countries: Countries,
    vocabulary: Vocabulary,
    languages: Collection[str],
    sources: Collection[str],
    shown_as: str = "docs/_data/sessions",
) -> Sessions:
    """All sessions of a folder, or of texts by their path inside one.

    Args:
        languages: codes of the languages of the site.
        sources: codes of the register of sources.
        shown_as: how messages name the folder.

    Raises:
        ContentError: all that is wrong with all files.
    """
    choices = {
        "kinds": vocabulary.kinds,
        "statuses": vocabulary.statuses,
        "audiences": vocabulary.audiences,
        "levels": vocabulary.levels,
        "platforms": tuple(platform.id for platform in vocabulary.platforms),
        "materials": vocabulary.materials,
        "sign_languages": vocabulary.sign_languages,
        "languages": tuple(languages),
        "session_languages": (*languages, *vocabulary.further_languages),
        "zones": ALLOWED_ZONES,
        "changes": CHANGES,
        "sources": sources,
    }
    loading = _Loading(countries, vocabulary, choices, shown_as)
    sessions = loading.sessions(loading.texts(folder) if isinstance(folder, Path) else folder)
    if loading.problems:
        raise ContentError(loading.problems)
    return Sessions.of(sessions)


class _Loading:
    def __init__(
        self, countries: Countries, vocabulary: Vocabulary, choices: Choices, shown_as: str
    ) -> None:
        self.vocabulary = vocabulary
        self.choices = choices
        self.shown_as = shown_as
        self.problems: list[Problem] = []
        self.zones = {
            each.id: tuple(
                zone for zone in (each.time_zone, *each.further_zones) if zone in ALLOWED_ZONES
            )
            for each in countries
        }

    def texts(self, folder: Path) -> dict[str, str]:
        texts = {}
        for name, path in files_below(folder):
            try:
                texts[name] = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                self._note(name, "The file is not UTF-8. Save it as UTF-8.")
        return texts

    def sessions(self, files: Mapping[str, str]) -> list[Session]:
        well_placed = [name for name in sorted(files) if self._is_well_placed(name)]
        defaults = {
            folder_of(name): self._defaults(name, files[name])
            for name in well_placed
            if name.endswith(f"/{DEFAULTS_FILE}")
        }
        names = [name for name in well_placed if not name.endswith(f"/{DEFAULTS_FILE}")]
        owners = {id_of(name): id_of(name) for name in names}
        found = []
        for name in names:
            reading, root = self._read(name, files[name])
            session = root and session_from_file(
                root,
                reading,
                id_=id_of(name),
                country=folder_of(name),
                zones=self.zones.get(folder_of(name), (ZONE_OF_THE_NETWORK,)),
                defaults=defaults.get(folder_of(name), Defaults()),
                vocabulary=self.vocabulary,
            )
            if root and session:
                _check_previous_ids(session, owners, root, reading)
                found.append(session)
            self.problems.extend(reading.problems)
        return found

    def _is_well_placed(self, name: str) -> bool:
        messages = list(check_place(name, self.zones))
        for message in messages:
            self._note(name, message)
        return not messages

    def _note(self, name: str, message: str) -> None:
        path = f"{self.shown_as}/{name}"
        self.problems.append(Problem(path=path, line=1, column=1, message=message))

    def _read(self, name: str, text: str) -> tuple[Reading, Node | None]:
        path = f"{self.shown_as}/{name}"
        reading = Reading(path=path, lines=text.splitlines(), choices=self.choices)
        root, problems = read_yaml(text, path)
        reading.problems.extend(problems)
        if root is None and not problems:
            self._note(name, "The file is empty. Write its fields, or delete it.")
        return reading, root

    def _defaults(self, name: str, text: str) -> Defaults:
        reading, root = self._read(name, text)
        defaults = None
        with suppress(UnreadableError):
            defaults = DEFAULTS.read(root, reading) if root else None
        self.problems.extend(reading.problems)
        if defaults:
            return defaults
        # Its sessions are still read, without problems that only follow from this one.
        return Defaults(time_zone=self.zones.get(folder_of(name), (ZONE_OF_THE_NETWORK,))[0])


def _check_previous_ids(
    session: Session, owners: dict[str, str], root: Node, reading: Reading
) -> None:
    """An id belongs to one session for ever: pages and calendars know it by that."""
    for index, previous in enumerate(session.previous_ids):
        if previous in owners:
            message = f"{previous} is an id of {owners[previous]}. Take it out here or there."
            reading.report_inside(root, ("previous_ids", index), message)
        owners.setdefault(previous, session.id)
