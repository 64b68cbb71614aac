"""Reads all session files of a folder and finds everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from scn.countries import Countries
from scn.problems import ContentError, Problem
from scn.reading import Choices, Reading, UnreadableError
from scn.sessions.agenda import Sessions
from scn.sessions.choices import choices_of
from scn.sessions.fields import DEFAULTS, Defaults
from scn.sessions.file import sessions_from_file
from scn.sessions.folder import DEFAULTS_FILE, check_place, folder_of, id_of, read_files
from scn.sessions.identity import Owners
from scn.sessions.model import Session
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
    files, refused = read_files(folder) if isinstance(folder, Path) else (folder, [])
    sessions, problems = read_sessions(
        files,
        countries=countries,
        vocabulary=vocabulary,
        languages=languages,
        sources=sources,
        shown_as=shown_as,
    )
    for name, message in refused:
        problem = Problem(path=f"{shown_as}/{name}", line=1, column=1, message=message)
        problems = (*problems, problem)
    if problems:
        raise ContentError(problems)
    return sessions


def read_sessions(
    files: Mapping[str, str],
    *,
    countries: Countries,
    vocabulary: Vocabulary,
    languages: Collection[str],
    sources: Collection[str],
    shown_as: str = "docs/_data/sessions",
) -> tuple[Sessions, tuple[Problem, ...]]:
    """The sessions of all files that can be read, and everything that is wrong with the others."""
    choices = choices_of(vocabulary, languages, sources)
    loading = _Loading(countries, vocabulary, choices, shown_as)
    sessions = Sessions.of(loading.sessions(files))
    return sessions, tuple(loading.problems)


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

    def sessions(self, files: Mapping[str, str]) -> list[Session]:
        well_placed = [name for name in sorted(files) if self._is_well_placed(name)]
        defaults = {
            folder_of(name): self._defaults(name, files[name])
            for name in well_placed
            if name.endswith(f"/{DEFAULTS_FILE}")
        }
        names = [name for name in well_placed if not name.endswith(f"/{DEFAULTS_FILE}")]
        owners = Owners(id_of(name) for name in names)
        found: list[Session] = []
        for name in names:
            reading, root = self._read(name, files[name])
            sessions = root and sessions_from_file(
                root,
                reading,
                id_=id_of(name),
                country=folder_of(name),
                zones=self.zones.get(folder_of(name), (ZONE_OF_THE_NETWORK,)),
                defaults=defaults.get(folder_of(name), Defaults()),
                vocabulary=self.vocabulary,
            )
            if root and sessions:
                for path, message in owners.check(sessions, root):
                    reading.report_inside(root, path, message)
                found.extend(sessions)
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
