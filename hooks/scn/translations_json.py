"""`translations.json`: the states of all translations, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from scn.translations.model import TranslationState


def translations_json(states: Iterable[TranslationState]) -> str:
    """By language, then path; one page a line, so that two versions can be compared."""
    ordered = sorted(states, key=lambda state: (state.language, state.path))
    lines = (json.dumps(_data_of(state), ensure_ascii=False) for state in ordered)
    return '{"translations": [\n' + ",\n".join(lines) + "\n]}\n"


def _data_of(state: TranslationState) -> dict[str, Any]:
    """Every page has every field: what is not known is null."""
    return {
        "language": state.language,
        "path": state.path,
        "standing": state.standing,
        "severity": state.severity,
        "origin": state.head.state if state.head else None,
        "source": state.head.source if state.head else None,
        "changed_sections": list(state.changed_sections),
        "reviewed": state.is_reviewed,
    }
