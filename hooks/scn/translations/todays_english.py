"""Puts today's English text beside or in place of what is out of date in a translation.

Both happen in Markdown, before it becomes HTML, so that links of the English text lead to the
pages of the reader's language like all others, and are checked like all others.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from scn.translations.model import Change, TranslationState
from scn.translations.section_texts import Piece, SectionText, pieces_of, section_texts
from scn.words import Words

_ATTRIBUTES = re.compile(r"[ \t]*\{[^{}\n]*\}[ \t]*$")
_BEFORE_END = re.compile(r"([ \t]*\}[ \t]*)$")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]:?")


def with_todays_english(
    text: str,
    state: TranslationState,
    *,
    pinned: str,
    today: str,
    edit_url: Callable[[str], str],
    words: Words,
) -> str:
    """The text of a translation that is behind, as readers get it.

    `pinned` is the English text that it was made from, `today` that of today; `edit_url` is where
    a section is brought up to date, by its id. Beside each changed section, and each that waits,
    stands a disclosure with its English text; a piece with a critical change is replaced by the
    English one, and the whole section where pieces do not correspond. A section whose text is
    still the English one stands there once, as today's English text.
    """
    by_section: dict[str, list[Change]] = (
        {id_: [] for id_ in state.head.pending} if state.head else {}
    )
    for change in state.changes:
        by_section.setdefault(change.section, []).append(change)
    old = {section.id: section for section in section_texts(pinned)}
    new = {section.id: section for section in section_texts(today)}
    lines = text.replace("\r\n", "\n").split("\n")
    result: list[str] = []
    done = 0
    for section in section_texts(text):
        changes = by_section.get(section.id)
        if changes is None or not section.id:
            continue
        end = section.body_line - 1 + len(section.lines)
        result += lines[done : section.body_line - 1]
        before = old.get(section.id)
        if before and _is_untranslated(section, before) and section.title == before.title:
            result[-1] = _BEFORE_END.sub(r' lang="en"\1', result[-1])
        link = _link(edit_url(section.id), words)
        result += _section(section, changes, before, new.get(section.id), link, words)
        done = end
    return "\n".join([*result, *lines[done:]])


def _section(
    section: SectionText,
    changes: Sequence[Change],
    old: SectionText | None,
    new: SectionText | None,
    link: str,
    words: Words,
) -> Iterator[str]:
    """The lines of a section below its heading."""
    if new is None:  # it is gone in English; the notice of the page says so
        yield from section.lines
        return
    if old is not None and _is_untranslated(section, old):
        yield from ("", *_in_place(new.lines, words("translation.today_in_english"), link), "")
        return
    critical = [change for change in changes if change.severity == "critical"]
    replaced = _replaced(section, critical, old, new)
    if critical and replaced is None:
        yield from ("", *_in_place(new.lines, words("translation.replaced"), link), "")
        return
    yield from ("", *_disclosure(new, link, words), "")
    line = section.body_line
    for piece in pieces_of(section):
        yield from section.lines[line - section.body_line : piece.first - section.body_line]
        english = (replaced or {}).get(piece.first)
        yield from (
            _in_place(english.lines, words("translation.replaced")) if english else piece.lines
        )
        line = piece.last + 1
    yield from section.lines[line - section.body_line :]


def _replaced(
    section: SectionText, critical: Sequence[Change], old: SectionText | None, new: SectionText
) -> Mapping[int, Piece] | None:
    """The English piece for the line of each piece to replace; none where they do not match."""
    here, then, now = pieces_of(section), pieces_of(old) if old else (), pieces_of(new)
    if len(here) != len(then):
        return None
    found = {}
    for change in critical:
        if not (change.old and change.new):
            return None
        before, after = _at(then, change.old.line), _at(now, change.new.line)
        if before is None or after is None:
            return None
        found[here[before].first] = now[after]
    return found


def _at(pieces: Sequence[Piece], line: int) -> int | None:
    return next((n for n, piece in enumerate(pieces) if piece.first <= line <= piece.last), None)


def _is_untranslated(section: SectionText, old: SectionText) -> bool:
    """Whether a section of a translation is, word for word, the English text it was made from."""
    here = [line.rstrip() for line in section.lines if line.strip()]
    return bool(here) and here == [line.rstrip() for line in old.lines if line.strip()]


def _in_place(lines: Sequence[str], note: str, link: str = "") -> Iterator[str]:
    yield (
        '<div class="scn-english scn-english--replaced" role="note" data-pagefind-ignore markdown>'
    )
    yield f'<p class="scn-english__note">{html.escape(note)}</p>'
    yield ""
    yield from _in_english(lines)
    if link:
        yield link
    yield "</div>"


def _disclosure(section: SectionText, link: str, words: Words) -> Iterator[str]:
    yield '<details class="scn-english" data-pagefind-ignore markdown>'
    yield f"<summary>{html.escape(words('translation.today_in_english'))}</summary>"
    yield ""
    yield from _in_english((f"**{section.title}**", "", *section.lines))
    yield link
    yield "</details>"


def _link(address: str, words: Words) -> str:
    text = html.escape(words("translation.update_section"))
    return f'<p class="scn-english__edit"><a href="{html.escape(address)}">{text}</a></p>'


def _in_english(lines: Sequence[str]) -> Iterator[str]:
    """Without ids, which the translation has, and without notes, which stand at its end."""
    yield '<div lang="en" dir="ltr" markdown>'
    yield ""
    for line in lines:
        yield _FOOTNOTE.sub("", line if line.startswith("    ") else _ATTRIBUTES.sub("", line))
    yield ""
    yield "</div>"
