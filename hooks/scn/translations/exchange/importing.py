"""From a file that came back to the pages that it makes, or to all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scn.languages import SOURCE_LANGUAGE
from scn.problems import ContentError, Problem, closest, not_known, quoted
from scn.translations.blob import blob_id
from scn.translations.catalogue import Catalogue
from scn.translations.exchange.building import BuiltPage, Statement, build_page
from scn.translations.exchange.exporting import exported_page
from scn.translations.exchange.model import ReadFile, ReadPage
from scn.translations.exchange.po import read_po
from scn.translations.exchange.xliff_reading import read_xliff
from scn.translations.snapshots import snapshot_path

KeptText = Callable[[str], str | None]
"""The English text with an id, from wherever it is kept."""

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    language: str
    pages: tuple[BuiltPage, ...]
    snapshots: tuple[tuple[str, str], ...]
    """Path and text of English pages that have moved on since the export."""


def read_exchange(data: bytes, path: str) -> ReadFile:
    """Read a file in the format that its first sign shows.

    Raises:
        ContentError: it is in neither.
    """
    start = data[:64]
    for mark in _BYTE_ORDER_MARKS:
        start = start.removeprefix(mark)
    if start.replace(b"\0", b"").lstrip().startswith(b"<"):
        return read_xliff(data, path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = "This is not UTF-8. Save the file in the encoding UTF-8."
        raise _error(path, line, column, message) from None
    return read_po(text.replace("\r\n", "\n"), path)


def import_file(
    catalogue: Catalogue,
    file: ReadFile,
    path: str,
    statement: Statement,
    *,
    kept: KeptText,
    with_changed: bool = False,
) -> Import:
    """The pages that the file makes.

    Args:
        path: how messages name the file.
        kept: asked for an English text that is neither one of today nor a snapshot.
        with_changed: also write over pages that were changed since the export.

    Raises:
        ContentError: all that is wrong with the file.
    """
    language = _language(catalogue, file, path)
    found = list(file.problems)
    built: list[BuiltPage] = []
    snapshots: dict[str, str] = {}
    seen: set[str] = set()
    for page in file.pages:
        if page.path in seen:
            found.append(_problem(path, page, f"The page {page.path} is there twice. Delete one."))
            continue
        seen.add(page.path)
        try:
            english = _english(catalogue, page, path, kept)
            _check_translation(catalogue, language, page, path, with_changed=with_changed)
            present = exported_page(catalogue, language, page.path, english)
            one = build_page(
                page,
                path,
                present,
                english,
                head=catalogue.heads.get(f"{language}/{page.path}"),
                text=catalogue.texts.get(f"{language}/{page.path}"),
                statement=statement,
            )
        except ContentError as error:
            found += error.problems
            continue
        built.append(one)
        today = catalogue.texts[f"{SOURCE_LANGUAGE}/{page.path}"]
        name = snapshot_path(page.source_id)
        is_superseded = one.text is not None and blob_id(today) != page.source_id
        if is_superseded and name not in catalogue.snapshots:
            snapshots[name] = english
    if not file.pages and not found:
        raise _error(path, file.line, file.column, "There is no page in the file. Export again.")
    if found:
        raise ContentError(found)
    return Import(language=language, pages=tuple(built), snapshots=tuple(snapshots.items()))


def _language(catalogue: Catalogue, file: ReadFile, path: str) -> str:
    """Programs may add a region, as in `fr-FR`.

    Raises:
        ContentError: it is none of a translation.
    """
    if file.source_language.partition("-")[0].lower() != SOURCE_LANGUAGE:
        message = (
            f"The source language is {quoted(file.source_language)}; here it is"
            f" {quoted(SOURCE_LANGUAGE)}. Export again."
        )
        raise _error(path, file.line, file.column, message)
    codes = catalogue.translated_languages
    code = file.language.replace("_", "-")
    for one in (code, code.partition("-")[0].lower()):
        if one in codes:
            return one
    message = f"The language {not_known(file.language, codes)} Set the one that was exported."
    raise _error(path, file.line, file.column, message)


def _english(catalogue: Catalogue, page: ReadPage, path: str, kept: KeptText) -> str:
    today = catalogue.translations.today
    if page.path not in today:
        near = closest(page.path, today)
        guess = f" Did you mean {quoted(near)}?" if near else ""
        message = f"There is no English page {quoted(page.path)}.{guess} Delete it here."
        raise ContentError([_problem(path, page, message)])
    id_ = page.source_id
    text = catalogue.translations.pinned.get(id_)
    others = [path for path, one in today.items() if one == text and path != page.path]
    if others and text != today[page.path]:
        message = (
            f"The English text {id_} is that of {others[0]}, not of {page.path}. Export again."
        )
        raise ContentError([_problem(path, page, message)])
    if text is None and _is_id(id_):
        text = kept(id_)
    if text is None:
        message = (
            f"The English text {quoted(id_)} of {page.path} is neither today's nor kept, so nobody"
            " knows what was translated. Export again."
        )
        raise ContentError([_problem(path, page, message)])
    return text


def _is_id(text: str) -> bool:
    return len(text) == 16 and set(text) <= set("0123456789abcdef")


def _check_translation(
    catalogue: Catalogue, language: str, page: ReadPage, path: str, *, with_changed: bool
) -> None:
    """The page can be read, and nobody has changed it in the meantime."""
    file = f"{language}/{page.path}"
    if file in catalogue.broken:
        raise ContentError(catalogue.broken[file])
    head = catalogue.heads.get(file)
    if head and head.local_only:
        message = f"docs/{file} says that it is made for this language alone. Delete that line."
        raise ContentError([_problem(path, page, message)])
    there = blob_id(catalogue.texts[file]) if file in catalogue.texts else ""
    if page.translation_id not in (None, there) and not with_changed:
        what = (
            "was changed" if there and page.translation_id else "was made" if there else "is gone"
        )
        message = (
            f"docs/{file} {what} since the export. Export again and let your program take over its"
            " texts, or import with --replace, which writes over the page."
        )
        raise ContentError([_problem(path, page, message)])


def _problem(path: str, page: ReadPage, message: str) -> Problem:
    return Problem(path=path, line=page.line, column=page.column, message=message)


def _error(path: str, line: int, column: int, message: str) -> ContentError:
    return ContentError([Problem(path=path, line=line, column=column, message=message)])
