"""`translations.json`: the states of all translations, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from scn.translations.language_standings import (
    MEASURES,
    Standings,
    Thresholds,
    value_of_standing,
)
from scn.translations.model import TranslationState


def translations_json(
    states: Iterable[TranslationState], standings: Standings | None = None
) -> str:
    """By language, then path; one page a line, so that two versions can be compared."""
    ordered = sorted(states, key=lambda state: (state.language, state.path))
    parts = []
    if standings:
        parts.append(f'"thresholds": {_line(_thresholds(standings.thresholds))}')
        languages = (
            {"language": code, **value_of_standing(one)}
            for code, one in sorted(standings.languages.items())
        )
        parts.append(_list("languages", languages))
    parts.append(_list("translations", map(_data_of, ordered)))
    return "{" + ",\n".join(parts) + "}\n"


def _list(name: str, values: Iterable[dict[str, Any]]) -> str:
    return f'"{name}": [\n' + ",\n".join(map(_line, values)) + "\n]"


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _thresholds(thresholds: Thresholds) -> dict[str, Any]:
    """Least shares in per cent."""
    return {
        "notice_days": thresholds.notice_days,
        **{
            one.standing: {name: getattr(one, name) for name in MEASURES}
            for one in thresholds.standings
        },
    }


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
