"""What translators are told beside a unit, in English as the source is."""

from __future__ import annotations

from collections.abc import Mapping

from scn.translations.checks.blocks import Kind
from scn.translations.exchange.codes import pieces_of
from scn.translations.exchange.model import PageForExport
from scn.translations.exchange.units import Unit

_KINDS: Mapping[Kind, str] = {
    "heading": "Heading, on one line.",
    "item": "Item of a list.",
    "definition": "Definition.",
    "cell": "Cell of a table, on one line.",
    "admonition": "Title of a box, on one line.",
    "tab": "Title of a tab, on one line.",
    "footnote": "Footnote.",
    "abbreviation": "What an abbreviation stands for.",
}
_FIELDS: Mapping[str, str] = {
    "head.title": "Title in menus and in the browser, on one line.",
    "head.description": "Sentence for search engines, on one line, at most 200 characters.",
    "head.summary": "Summary, on one line.",
}


def note_of(unit: Unit) -> str:
    return _FIELDS.get(unit.id, "") or _KINDS.get(unit.kind, "")


def title_of_section(page: PageForExport, unit: Unit) -> str:
    """Where the unit stands; empty for the heading itself and before the first one."""
    if unit.kind == "heading" or not unit.section:
        return ""
    for one in page.units:
        if one.unit.kind == "heading" and one.unit.section == unit.section:
            words = "".join(p for p in pieces_of(one.unit.text) if isinstance(p, str)).strip()
            return f"Section: {words}"
    return ""
