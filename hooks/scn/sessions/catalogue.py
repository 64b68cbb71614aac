"""The sessions together with the texts of their files, of a folder or of a commit."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scn.countries import Countries, load_countries
from scn.language_list import load_languages
from scn.languages import OFFICIAL_CODES
from scn.problems import Problem
from scn.reading import Reading
from scn.sessions.agenda import Sessions
from scn.sessions.folder import read_files
from scn.sessions.load import read_sessions
from scn.sessions.model import Session
from scn.sources import load_sources
from scn.vocabulary import Vocabulary, load_vocabulary
from scn.yaml_text import Mapping as YamlMapping
from scn.yaml_text import Sequence as YamlSequence
from scn.yaml_text import read_yaml

DATA = "docs/_data"
FOLDER = f"{DATA}/sessions"
DATA_FILES = ("languages.yml", "countries.yml", "vocabulary.yml", "sources.yml")
"""What session files refer to."""

Steps = Sequence[str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    sessions: Sessions
    """Those of the files that can be read."""

    problems: tuple[Problem, ...]
    texts: Mapping[str, str]
    """By their path inside the folder of sessions."""

    countries: Countries
    vocabulary: Vocabulary
    languages: tuple[str, ...]
    sources: Collection[str]
    shown_as: str = FOLDER
    _trees: dict[str, YamlMapping | None] = field(default_factory=dict)

    def problem(
        self, session: Session, name: str, message: str, *, is_warning: bool = False
    ) -> Problem:
        """One of a field of a session, at its place in the file."""
        file = f"{session.country}/{session.file_id}.yml"
        reading = Reading(path=f"{self.shown_as}/{file}", lines=self.texts[file].splitlines())
        if file not in self._trees:
            tree, _ = read_yaml(self.texts[file], reading.path)
            self._trees[file] = tree if isinstance(tree, YamlMapping) else None
        root = self._trees[file]
        if root is None:
            raise AssertionError(file)
        reading.report_inside(root, _steps(root, session, name), message, is_warning=is_warning)
        return reading.problems[0]


def catalogue_from_folder(root: Path) -> Catalogue:
    """Of a checked-out project.

    Raises:
        ContentError: about the data that sessions refer to.
    """
    texts, refused = read_files(root / FOLDER)
    known = {name: (root / DATA / name).read_text("utf-8-sig") for name in DATA_FILES}
    found = catalogue_from_texts(known, texts)
    more = (
        Problem(path=f"{FOLDER}/{name}", line=1, column=1, message=message)
        for name, message in refused
    )
    return dataclasses.replace(found, problems=(*found.problems, *more))


def catalogue_from_texts(known: Mapping[str, str], texts: Mapping[str, str]) -> Catalogue:
    """From the texts of session files, and from those of the data that they refer to.

    Raises:
        ContentError: about the data that sessions refer to.
    """
    languages, countries, vocabulary, sources = (
        (known[name], f"{DATA}/{name}") for name in DATA_FILES
    )
    codes = OFFICIAL_CODES.union(load_languages(*languages).codes)
    states = load_countries(*countries, languages=codes)
    words, register = load_vocabulary(*vocabulary), load_sources(*sources)
    sessions, problems = read_sessions(
        texts, countries=states, vocabulary=words, languages=codes, sources=register
    )
    return Catalogue(
        sessions=sessions,
        problems=problems,
        texts=texts,
        countries=states,
        vocabulary=words,
        languages=tuple(sorted(codes)),
        sources=register,
    )


def catalogue_with(catalogue: Catalogue, name: str, text: str) -> Catalogue:
    """The same with one more file."""
    texts = {**catalogue.texts, name: text}
    sessions, problems = read_sessions(
        texts,
        countries=catalogue.countries,
        vocabulary=catalogue.vocabulary,
        languages=catalogue.languages,
        sources=catalogue.sources,
    )
    return dataclasses.replace(
        catalogue, sessions=sessions, problems=problems, texts=texts, _trees={}
    )


def _steps(root: YamlMapping, session: Session, name: str) -> Steps:
    """Where the field of a session is; one of an occurrence may be below that or for all."""
    key = session.id.partition(".")[2]
    occurrences, repeat = root.get("occurrences"), root.get("repeat")
    if isinstance(occurrences, YamlSequence) and key:
        for index, one in enumerate(occurrences.items):
            written = one.get("key") if isinstance(one, YamlMapping) else None
            if getattr(written, "text", "") == key:
                is_own = isinstance(one, YamlMapping) and one.get(name)
                return (name,) if root.get(name) and not is_own else ("occurrences", index, name)
    if isinstance(repeat, YamlMapping) and key:
        exceptions = repeat.get("except")
        own = exceptions.get(key) if isinstance(exceptions, YamlMapping) else None
        if isinstance(own, YamlMapping) and own.get(name):
            return "repeat", "except", key, name
        if own and name == "status":
            return "repeat", "except", key
        return (name,) if root.get(name) else ("repeat", "first")
    return (name,)
