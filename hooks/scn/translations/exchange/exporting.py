"""The pages of the project as they are given to translators."""

from __future__ import annotations

from collections.abc import Sequence

from scn.languages import SOURCE_LANGUAGE
from scn.problems import ContentError, Problem
from scn.translations.catalogue import Catalogue
from scn.translations.exchange.model import Format, PageForExport
from scn.translations.exchange.paired import page_for_export
from scn.translations.exchange.po import to_po
from scn.translations.exchange.xliff import to_xliff


def export_text(
    catalogue: Catalogue, language: str, given: Sequence[str], format_: Format
) -> tuple[str, tuple[PageForExport, ...]]:
    """The text of the file, and the pages in it: those that are given, or all English ones.

    Raises:
        ContentError: of all pages that cannot be exported.
    """
    pages: list[PageForExport] = []
    found: list[Problem] = []
    for path in dict.fromkeys(given) or _english_pages(catalogue):
        try:
            pages.append(_page(catalogue, language, path))
        except ContentError as error:
            found += error.problems
    if found:
        raise ContentError(found)
    unique = {page.path: page for page in pages}.values()
    return (to_po if format_ == "po" else to_xliff)(tuple(unique), language), tuple(unique)


def exported_page(
    catalogue: Catalogue, language: str, path: str, english: str | None = None
) -> PageForExport:
    """As it stands now, for `english` where that is not today's text."""
    file = f"{language}/{path}"
    today = catalogue.texts[f"{SOURCE_LANGUAGE}/{path}"]
    head = catalogue.heads.get(file)
    pin = head.translation if head else None
    return page_for_export(
        catalogue.translations.states[language, path],
        today if english is None else english,
        today=today,
        text=catalogue.texts.get(file),
        head=head,
        pinned=catalogue.translations.pinned.get(pin.source) if pin else None,
    )


def _english_pages(catalogue: Catalogue) -> list[str]:
    paths = catalogue.translations.today
    return sorted(paths, key=lambda path: (catalogue.order.get(path, len(paths)), path))


def _page(catalogue: Catalogue, language: str, given: str) -> PageForExport:
    path = catalogue.path_of_page(language, given)
    source = f"{SOURCE_LANGUAGE}/{path}"
    for file in (source, f"{language}/{path}"):
        if file in catalogue.broken:
            raise ContentError(catalogue.broken[file])
    if source not in catalogue.texts:
        message = "There is no such English page, so there is nothing to translate."
        raise ContentError([Problem(path=f"docs/{source}", line=1, column=1, message=message)])
    return exported_page(catalogue, language, path)
