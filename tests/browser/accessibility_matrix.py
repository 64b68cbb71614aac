"""What the accessibility tests look at: kinds of page, languages, colour schemes and widths."""

from __future__ import annotations

KINDS = {
    "home": "",
    "section": "package/",
    "guide": "package/dissemination-session/",
    "components": "contribute/components/",
    "table": "maturity/law/",
    "glossary": "glossary/",
    "agenda": "sessions/",
    "month": "sessions/2024-11/",
    "countries": "sessions/countries/",
    "country": "sessions/pt/",
    "session": "sessions/network-2024-onboarding-meeting/",
    "figures": "sessions/figures/",
    "subscribe": "sessions/subscribe/",
    "search": "search/",
    "a-z": "a-z/",
    "error": "404.html",
    "reference": "contribute/reference/",
    "statement": "about/accessibility/",
}
"""Path on the site by what kind of page it is."""

LANGUAGES = ("en", "el", "bg", "de", "ga")
SCHEMES = ("light", "dark")
WIDTHS = (1280, 320)
"""CSS pixels; 320 is also a window of 1,280 at 400 % zoom."""

CORPUS = {
    "section": "package/",
    "components": "components/",
    "table": "table/",
}
"""Kinds of page that Greek and Bulgarian have no text for yet: `tests/browser/corpus/` has."""

QUERIES = {
    "en": "Portugal",
    "el": "Πορτογαλία",
    "bg": "Португалия",
    "de": "Portugal",
    "ga": "Phortaingéil",
}
"""What finds something on the search page of each language."""


def prefix(language: str) -> str:
    return "" if language == "en" else f"{language}/"
