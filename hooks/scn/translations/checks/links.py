"""The same links, images, code, notes and attributes in each block, and as many placeholders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from scn.problems import Problem, quoted
from scn.translations.checks.pairs import Pair
from scn.translations.checks.prose import Found, Mark, Prose, prose_of

_WORDS: tuple[tuple[Mark, str, str], ...] = (
    ("link", "link to", "Link to"),
    ("image", "image", "Show"),
    ("code", "code", "Write"),
    ("placeholder", "placeholder", "Write"),
    ("note", "footnote", "Write"),
    ("attributes", "attribute list", "Write"),
    ("tag", "HTML", "Write"),
)
_ID = re.compile(r"#[^\s}]+")
_TRANSLATED = re.compile(r'\b(alt|title|aria-label|placeholder)="[^"]*"')
_LANGUAGE = re.compile(r"(?<=[/_.=-])([A-Za-z]{2})(?=[/_.&?#-]|$)")


def check_links(pairs: Iterable[Pair], path: str, *, language: str) -> Iterator[Problem]:
    for pair in pairs:
        source, translation = prose_of(pair.source), prose_of(pair.translation)
        if source.found or translation.found:
            for mark, word, verb in _WORDS:
                yield from _check(mark, word, verb, source, translation, path, language)
            yield from _check_blanks(source, translation, path)


def _check(
    mark: Mark, word: str, verb: str, source: Prose, translation: Prose, path: str, language: str
) -> Iterator[Problem]:
    theirs = [_value(one, language) for one in source.values.get(mark, [])]
    ours = [(_value(one, language), one) for one in translation.values.get(mark, [])]
    missing = list((Counter(theirs) - Counter(value for value, _ in ours)).elements())
    left = Counter(value for value, _ in ours) - Counter(theirs)
    for value, one in ours:
        # Of several that are the same, the first ones are kept.
        if left[value] and sum(left[value] > 0 and other == value for other, _ in ours):
            left[value] -= 1
            if missing:
                wanted = missing.pop(0)
                message = (
                    f"The {word} {quoted(value)} is not that of the English page."
                    f" {verb} {quoted(wanted)}."
                )
            else:
                message = f"The English page has no {word} {quoted(value)} here. Remove it."
            yield Problem(path=path, line=one.line, column=one.column, message=message)
    line, column = translation.start
    for value in missing:
        message = f"The {word} {quoted(value)} of the English page is missing. {verb} it here."
        yield Problem(path=path, line=line, column=column, message=message)


def _check_blanks(source: Prose, translation: Prose, path: str) -> Iterator[Problem]:
    """What the reader of a text fills in, such as [date]: the words are translated."""
    theirs, ours = (one.values.get("blank", []) for one in (source, translation))
    if len(theirs) == len(ours):
        return
    line, column = (ours[-1].line, ours[-1].column) if ours else translation.start
    listed = ", ".join(f"[{one.value}]" for one in theirs) or "none"
    message = (
        f"Places in square brackets: {len(ours)}, on the English page {len(theirs)}."
        f" Write as many: {listed}."
    )
    yield Problem(path=path, line=line, column=column, message=message)


def _value(one: Found, language: str) -> str:
    match one.mark:
        case "attributes":
            # Of a heading: its id is compared with those of the other headings.
            return " ".join(_ID.sub("", one.value.strip("{}: ")).split())
        case "tag":
            return _TRANSLATED.sub(r'\1=""', one.value)
        case "link" if one.value.startswith("http"):
            # The same page of a site of the Union in the language of the reader.
            return _LANGUAGE.sub(
                lambda code: "en" if code[1].lower() in ("en", language) else code[1], one.value
            )
        case _:
            return one.value
