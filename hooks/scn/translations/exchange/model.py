"""What is exchanged with translation programs, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scn.problems import Problem
from scn.translations.exchange.units import Unit
from scn.translations.model import Origin

Format = Literal["po", "xliff"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitForExport:
    unit: Unit
    """Of the English text."""

    target: str = ""
    """As the translation has it; empty where it has nothing for this unit."""

    is_done: bool = False
    """It says what the English text says. What is not done waits for the translator."""

    is_critical: bool = False
    """It is not done, and what changed in English is critical: readers must not rely on it."""

    former: str = ""
    """The English text that the target was made from, where that is another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageForExport:
    path: str
    """Without a language: `package/roles.md`."""

    language: str
    source_id: str
    """Blob id of the English text that the units are from."""

    translation_id: str = ""
    """Blob id of the translation as it was then; empty where there was none."""

    pinned_id: str = ""
    origin: Origin | None = None
    is_reviewed: bool = False
    units: tuple[UnitForExport, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadUnit:
    """A unit as a file has it that came back."""

    id: str
    source: str
    target: str
    is_confirmed: bool
    """The file says that the target can be used."""

    is_fuzzy: bool = False
    """The file says that it cannot; where it says neither, a new text counts as done."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    path: str
    source_id: str
    translation_id: str | None
    """None where the file does not say it."""

    units: tuple[ReadUnit, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    source_language: str
    language: str
    pages: tuple[ReadPage, ...]
    problems: tuple[Problem, ...] = ()
    line: int = 1
    column: int = 1
