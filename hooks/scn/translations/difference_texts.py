"""The differences of a page as text for a terminal and as one page of HTML."""

from __future__ import annotations

import html
from collections.abc import Iterator

from scn.languages import SOURCE_LANGUAGE
from scn.translations.differences import (
    Difference,
    PageDifferences,
    Part,
    join_words,
    title_of,
    word_parts,
)
from scn.translations.model import Block

_RED, _GREEN, _BOLD, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[1m", "\x1b[0m"
_STYLE = """\
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
blockquote { margin: .25rem 0 1rem; padding: .25rem 1rem; border-left: .25rem solid #767676;
  white-space: pre-wrap; }
del { background: #ffe3e0; } ins { background: #d5f5dd; }
@media (prefers-color-scheme: dark) { body { background: #111; color: #eee; }
  del { background: #5c1a14; } ins { background: #12491f; } }"""


def to_text(page: PageDifferences, *, with_colours: bool = False) -> str:
    """Without colours `[-old-]` and `{+new+}` mark the words."""
    bold, plain = (_BOLD, _PLAIN) if with_colours else ("", "")
    lines = [f"{page.file}: {_counted(page)} since it was made."]
    for number, one in enumerate(page.differences, start=1):
        change = one.change
        lines += ["", f"{bold}{number}. {title_of(one)}{plain}"]
        if change.old:
            lines += ["   English then:", *_indented(change.old.text)]
        if change.new:
            words = join_words([_marked(part, with_colours=with_colours) for part in one.parts])
            lines += [
                f"   English now: {page.english_file}:{change.new.line}",
                *_indented(words if change.kind != "moved" else change.new.text),
            ]
        lines += [f"   {_place_words(page, one)}"]
        if one.place:
            lines += _indented(one.place.text)
    return "\n".join(lines)


def to_text_of_words(old: Block, new: Block) -> str:
    """The words of a block on one line."""
    parts = word_parts(old.text, new.text)
    words = join_words([_marked(part, with_colours=False) for part in parts])
    return " ".join(words.split())


def _counted(page: PageDifferences) -> str:
    count = len(page.differences)
    return f"{count} English block{'s have' if count != 1 else ' has'} changed"


def _place_words(page: PageDifferences, one: Difference) -> str:
    if one.place is None:
        return f"{page.name}: there is no such section yet."
    return f"{page.name}: {page.file}:{one.place.line}{_WHAT[one.place.what]}"


def _indented(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield f"     {line}".rstrip()


def _marked(part: Part, *, with_colours: bool) -> str:
    kind, text = part
    if kind == "same":
        return text
    if with_colours:
        return f"{_RED if kind == 'old' else _GREEN}{text}{_PLAIN}"
    return f"[-{text}-]" if kind == "old" else f"{{+{text}+}}"


def to_html(page: PageDifferences) -> str:
    """One page that needs nothing else; the language of each text is told."""
    title = f"{page.file}: {_counted(page)}"
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{SOURCE_LANGUAGE}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{html.escape(title)}</title>",
        f"<style>\n{_STYLE}\n</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{html.escape(title)}</h1>",
    ]
    for number, one in enumerate(page.differences, start=1):
        lines += _html_of(page, number, one)
    return "\n".join([*lines, "</main>", "</body>", "</html>", ""])


def _html_of(page: PageDifferences, number: int, one: Difference) -> Iterator[str]:
    change = one.change
    yield f"<h2>{number}. {html.escape(title_of(one))}</h2>"
    if change.old:
        yield "<p>English then</p>"
        yield f"<blockquote>{html.escape(change.old.text)}</blockquote>"
    if change.new:
        yield f"<p>English now: <code>{html.escape(page.english_file)}:{change.new.line}</code></p>"
        words = join_words([_html_of_part(part) for part in one.parts])
        yield f"<blockquote>{words}</blockquote>"
    yield f"<p>{html.escape(_place_words(page, one))}</p>"
    if one.place:
        language = f'lang="{html.escape(page.language)}" dir="{html.escape(page.direction)}"'
        yield f"<blockquote {language}>{html.escape(one.place.text)}</blockquote>"


def _html_of_part(part: Part) -> str:
    kind, text = part
    text = html.escape(text)
    return text if kind == "same" else f"<{_TAGS[kind]}>{text}</{_TAGS[kind]}>"


_TAGS = {"old": "del", "new": "ins"}
_WHAT = {"block": "", "after": " (after this)", "section": " (the section)"}
