"""A changed translation states what it is."""

from __future__ import annotations

from collections.abc import Iterator

from scn.languages import SOURCE_LANGUAGE
from scn.problems import Problem
from scn.translations.blob import blob_id
from scn.translations.catalogue import Catalogue
from scn.translations.former import Former
from scn.translations.model import TranslationHead
from scn.translations.statements import COMMAND, line_of_entry


def check_statements(former: Former, now: Catalogue, name: str) -> Iterator[Problem]:
    """Compare each translation whose file changed with that of a commit, which has a name.

    A correction of its own text leaves no trace in the head. It is believed where the English page
    stayed as it was; where both changed, nobody can tell it from a translation left behind.
    """
    for file, text in now.texts.items():
        language, _, path = file.partition("/")
        if language not in now.translated_languages or file in now.broken:
            continue
        source = now.translations.today.get(path)
        is_same = file in former.texts and blob_id(former.texts[file]) == blob_id(text)
        if is_same or now.heads[file].local_only or source is None:
            continue  # of pages without an English one the check of the pins tells
        before = former.heads[file].translation if file in former.heads else None
        head = now.heads[file].translation
        is_stated = head is not None and (before is None or _said(head) != _said(before))
        if is_stated or (head and head.source == blob_id(source)):
            continue
        source_before = former.texts.get(f"{SOURCE_LANGUAGE}/{path}", "")
        is_warning = head is not None and blob_id(source_before) == blob_id(source)
        yield Problem(
            path=f"docs/{file}",
            line=line_of_entry(text),
            column=1,
            message=_message(head, f"{language} {path}", name, is_warning=is_warning),
            is_warning=is_warning,
        )


def _said(head: TranslationHead) -> tuple[object, ...]:
    return head.source, head.pending, head.review, head.state


def _message(head: TranslationHead | None, names: str, commit: str, *, is_warning: bool) -> str:
    if head is None:
        return (
            f"This page was changed since {commit} and does not say which English text it was made"
            f" from. Run `{COMMAND} sync {names} --state human`, or machine."
        )
    if is_warning:
        return (
            f"This page was changed since {commit} and stays outdated. If it matches today's"
            f" English page now, run `{COMMAND} sync {names}`; if only its own text was corrected,"
            " nothing is to do."
        )
    return (
        f"This page and its English page were changed since {commit}, and nobody says whether they"
        f" match. Run `{COMMAND} sync {names}`, with --except for sections that do not match yet,"
        " or correct its own text in another pull request."
    )
