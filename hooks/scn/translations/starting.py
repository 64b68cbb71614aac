"""Starts the translation of a page: the English text under a head that says so.

All sections are pending, so the page counts as a translation only when `sync` has said so.
"""

from __future__ import annotations

from scn.languages import SOURCE_LANGUAGE
from scn.problems import ContentError, Problem
from scn.translations.blob import blob_id
from scn.translations.catalogue import Catalogue
from scn.translations.head import with_head
from scn.translations.headings import heading_ids
from scn.translations.model import Origin, TranslationHead
from scn.translations.statements import COMMAND


def start_page(catalogue: Catalogue, language: str, given: str, origin: Origin) -> tuple[str, str]:
    """The path of the new file in the project, and its text.

    Raises:
        ContentError: it is there already, or there is no such English page.
    """
    path = catalogue.path_of_page(language, given)
    file = f"docs/{language}/{path}"
    if f"{language}/{path}" in catalogue.texts:
        message = (
            "The page is there already."
            f" Run `{COMMAND} diff {language} {path}` to see what has changed in English."
        )
        raise ContentError([Problem(path=file, line=1, column=1, message=message)])
    source = f"{SOURCE_LANGUAGE}/{path}"
    if source in catalogue.broken:
        raise ContentError(catalogue.broken[source])
    english = catalogue.texts[source]
    head = TranslationHead(source=blob_id(english), state=origin, pending=heading_ids(english))
    return file, with_head(english, head)
