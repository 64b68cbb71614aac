"""Texts as YAML that commands write: plain where nothing in them means something to YAML."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[-./()’'…?!;–«»]| (?=[^\W_]))*")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def written(text: str) -> str:
    """One line: the text itself, or between quotation marks."""
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS
    return text if is_plain else json.dumps(text, ensure_ascii=False)
