"""Addresses of acts on EUR-Lex, by the European Legislation Identifier."""

from __future__ import annotations

_CODES = {
    "bg": "bul", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa",
    "et": "est", "fi": "fin", "fr": "fra", "ga": "gle", "hr": "hrv", "hu": "hun", "it": "ita",
    "lt": "lit", "lv": "lav", "mt": "mlt", "nl": "nld", "pl": "pol", "pt": "por", "ro": "ron",
    "sk": "slk", "sl": "slv", "sv": "swe",
}  # fmt: skip
"""ISO 639-3, as the identifier wants them."""


def act_address(act: str, language: str) -> str:
    """The text of an act such as `dir/2016/2102` in a language; in English if it has none."""
    code = _CODES.get(language, _CODES["en"])
    return f"https://eur-lex.europa.eu/eli/{act}/oj/{code}"
