"""What may be chosen in session files."""

from __future__ import annotations

from collections.abc import Collection

from scn.reading import Choices
from scn.sessions.model import CHANGES
from scn.timezones import ALLOWED_ZONES
from scn.vocabulary import Vocabulary


def choices_of(
    vocabulary: Vocabulary, languages: Collection[str], sources: Collection[str]
) -> Choices:
    """By the names that shapes have for it."""
    return {
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
