"""What translators state about a page: each statement is one command and changes its head only."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace

from scn.front_matter import split_front_matter
from scn.languages import SOURCE_LANGUAGE
from scn.pages import PageHead, load_page_head
from scn.problems import ContentError, Problem, not_known, quoted
from scn.translations.blob import blob_id, body_digest
from scn.translations.catalogue import Catalogue
from scn.translations.head import with_head
from scn.translations.headings import heading_ids
from scn.translations.model import Origin, Review, TranslationHead, TranslationState
from scn.translations.states import state_of

COMMAND = "python scripts/translations.py"
_ENTRIES = ("translation:", "local_only:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    file: str
    """As `docs/fr/package/roles.md`."""

    head: TranslationHead
    said: str
    """What is stated by it, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedPage:
    state: TranslationState
    text: str
    page: PageHead
    english: str | None
    is_kept: bool
    """The text that it pins is there."""

    @property
    def shown(self) -> str:
        return f"docs/{self.state.language}/{self.state.path}"

    @property
    def names(self) -> str:
        """As arguments of a command."""
        return f"{self.state.language} {self.state.path}"

    def error(self, message: str) -> ContentError:
        """At the entry of the head that the commands write."""
        line = line_of_entry(self.text)
        return ContentError([Problem(path=self.shown, line=line, column=1, message=message)])


def line_of_entry(text: str) -> int:
    """Where a page says what it was made from; its first line where it does not."""
    lines = split_front_matter(text).head.split("\n")
    places = (n for n, line in enumerate(lines, start=2) if line.startswith(_ENTRIES))
    return next(places, 1)


def page_of(catalogue: Catalogue, language: str, given: str) -> TranslatedPage:
    """The translation of a page.

    Raises:
        ContentError: there is no such page, or its front matter cannot be read.
    """
    path = catalogue.path_of_page(language, given)
    file = f"{language}/{path}"
    if file in catalogue.broken:
        raise ContentError(catalogue.broken[file])
    if file not in catalogue.texts:
        message = f"There is no such translation. Run `{COMMAND} new {language} {path}`."
        raise ContentError([Problem(path=f"docs/{file}", line=1, column=1, message=message)])
    head = catalogue.heads[file].translation
    return TranslatedPage(
        state=catalogue.translations.states[language, path],
        text=catalogue.texts[file],
        page=catalogue.heads[file],
        english=catalogue.texts.get(f"{SOURCE_LANGUAGE}/{path}"),
        is_kept=head is not None and head.source in catalogue.translations.pinned,
    )


def sync(
    page: TranslatedPage,
    *,
    pending: Collection[str] = (),
    origin: Origin | None = None,
    by: Collection[str] = (),
) -> Statement:
    """The translation matches today's English page, but for the sections that are pending.

    Raises:
        ContentError: it cannot, or nobody says who wrote it.
    """
    english = _english(page)
    head = page.state.head
    state = origin or (head.state if head else None)
    if state is None:
        raise page.error(
            "Nobody says yet who wrote this page. Run the command again with --state human,"
            " --state machine or --state machine-edited."
        )
    known = heading_ids(english)
    for id_ in pending:
        if id_ not in known:
            raise page.error(f"--except: the heading {not_known(id_, known)}")
    new = TranslationHead(
        source=blob_id(english),
        state=state,
        by=tuple(by) or (head.by if head else ()),
        pending=tuple(id_ for id_ in known if id_ in pending),
        review=head.review if head else None,
    )
    _check_structure(page, new, english)
    except_ = f" except {_ids(new.pending)}" if new.pending else ""
    return _statement(page, new, f"it matches today's English page{except_}")


def confirm(page: TranslatedPage, *, with_critical: bool = False) -> Statement:
    """The English page changed, and nothing is to do in this language: only the pin moves.

    Raises:
        ContentError: nobody can know, or a change is critical.
    """
    english, head = _english(page), _pinned(page)
    if not page.is_kept:
        raise page.error(
            f"The English text {head.source} that this page was made from is not kept, so nobody"
            f" sees what has changed. Run `{COMMAND} snapshot` first."
        )
    critical = [change for change in page.state.changes if change.severity == "critical"]
    if critical and not with_critical:
        sections = _ids(dict.fromkeys(change.section for change in critical))
        raise page.error(
            f"A change is critical, in {sections}. Look at it with `{COMMAND} diff {page.names}`;"
            " if nothing is to do all the same, run the command again with --critical."
        )
    new = replace(head, source=blob_id(english))
    _check_structure(page, new, english)
    return _statement(page, new, "the English page changed, and nothing is to do here")


def fix(page: TranslatedPage, *, is_proofread: bool = False) -> Statement:
    """Only the translation's own text changed: the pin stays.

    Raises:
        ContentError: the page has no pin.
    """
    head = _pinned(page)
    new = head
    if is_proofread and head.state == "machine":
        new = replace(head, state="machine-edited")
    said = f"only its own text changed, and it still follows the English text {head.source}"
    if is_proofread:
        said += "; a person has read it"
    if page.state.changes:
        said += f"; outdated as before in {_ids(page.state.changed_sections)}"
    return _statement(page, new, said)


def review(page: TranslatedPage, *, by: str, on: datetime.date) -> Statement:
    """Somebody has read exactly this text.

    Raises:
        ContentError: the page has no pin.
    """
    head = _pinned(page)
    new = replace(head, review=Review(by=by, of=body_digest(page.text), on=on))
    return _statement(page, new, f"{by} reviewed this text on {on.isoformat()}")


def _statement(page: TranslatedPage, head: TranslationHead, said: str) -> Statement:
    # What the next command could not read is refused at the place where it would stand.
    load_page_head(with_head(page.text, head), page.shown, sources=None)
    return Statement(file=page.shown, head=head, said=said)


def _english(page: TranslatedPage) -> str:
    if page.page.local_only:
        raise page.error(
            "This page says that it is made for this language alone. Delete the line local_only"
            " if it is a translation."
        )
    if page.english is None:
        raise page.error(
            f"There is no English page {page.state.path} any more. Move this file to where it is"
            " now, delete it, or write `local_only: true` in place of the field."
        )
    return page.english


def _pinned(page: TranslatedPage) -> TranslationHead:
    if page.state.head is None:
        raise page.error(
            "This page does not say which English text it was made from. Compare it with the"
            f" English page and run `{COMMAND} sync {page.names} --state human`."
        )
    return page.state.head


def _check_structure(page: TranslatedPage, head: TranslationHead, english: str) -> None:
    after = state_of(
        page.state.path,
        page.state.language,
        text=page.text,
        head=replace(page.page, translation=head),
        source=english,
        old=english,
    )
    if after.standing != "diverged":
        return
    theirs = [id_ for id_ in heading_ids(english) if id_ not in head.pending]
    ours = [id_ for id_ in heading_ids(page.text) if id_ not in head.pending]
    missing = [id_ for id_ in theirs if id_ not in ours]
    surplus = [id_ for id_ in ours if id_ not in theirs]
    parts = []
    if missing:
        parts.append(f"missing: {_ids(missing)}")
    if surplus:
        parts.append(f"only here: {_ids(surplus)}")
    raise page.error(
        f"The headings are not those of the English page ({'; '.join(parts) or 'another order'})."
        f" Bring them up to date, or run `{COMMAND} sync {page.names} --except"
        f" {','.join(missing) or 'IDS'}`."
    )


def _ids(sections: Collection[str]) -> str:
    return ", ".join(quoted(id_) if id_ else "the front matter" for id_ in sections)
