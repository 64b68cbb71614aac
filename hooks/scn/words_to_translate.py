"""The words of a language that begins: English ones, each marked as still to be translated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scn.problems import Problem
from scn.words import PLURAL_CATEGORIES, plural_categories

MARK = "# to translate"
"""A comment of YAML behind a text; whoever translates the text takes it away."""

_KEY = re.compile(r"(?P<indent> *)(?P<key>[\w-]+):(?P<value>.*)")
_TEXT = re.compile(r"(?m)^ *[\w-]+: *[^\s#]")
_MARKED = re.compile(rf"(?m)^(?P<start> *[\w-]+: *)\S.* {MARK}[ \t]*$")


def words_to_translate(english: str, language: str, name: str) -> str:
    """The text of the file of a language, with the plural forms of its own.

    `english` is the text of the file of the source, `name` that of the language in English.
    """
    lines = english.splitlines()
    start = next((n for n, line in enumerate(lines) if _KEY.match(line)), len(lines))
    head = [
        f"# The words of the frame in {name}.",
        f'# State: to be translated. A text with "{MARK}" behind it is still English:',
        "# translate it and take the mark away. Keep keys and what stands in braces.",
        "",
    ]
    return "\n".join([*head, *_marked(lines[start:], language), ""])


def _marked(lines: Sequence[str], language: str) -> Iterator[str]:
    forms = [one for one in PLURAL_CATEGORIES if one in plural_categories(language)]
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        found = _KEY.fullmatch(line)
        if not found:
            yield line
            continue
        inner = _inner(lines, number, len(found["indent"]))
        value = found["value"].strip()
        if not value:
            yield line
            if of_number := _plural(inner):
                indent = " " * (len(inner[0]) - len(inner[0].lstrip()))
                for form in forms:
                    text = of_number.get(form) or of_number["other"]
                    yield f"{indent}{form}: {text}  {MARK}"
                number += len(inner)
            continue
        yield f"{line}  {MARK}"
        yield from inner  # of a text over several lines
        number += len(inner)


def _inner(lines: Sequence[str], first: int, indent: int) -> list[str]:
    """The lines below a key."""
    found: list[str] = []
    for line in lines[first:]:
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            break
        found.append(line)
    while found and not found[-1].strip():
        found.pop()
    return found


def _plural(lines: Sequence[str]) -> dict[str, str]:
    """The texts of the forms for numbers; empty where these are other keys."""
    pairs = [_KEY.fullmatch(line) for line in lines]
    texts = {pair["key"]: pair["value"].strip() for pair in pairs if pair}
    is_plural = "other" in texts and texts.keys() <= set(PLURAL_CATEGORIES)
    return texts if is_plural and len(texts) == len(lines) else {}


def check_marks(text: str, path: str) -> Iterator[Problem]:
    """One warning for a file of words: how many texts still wait."""
    found = list(_MARKED.finditer(text))
    if not found:
        return
    first = found[0]
    line = text.count("\n", 0, first.start()) + 1
    count = len(found)
    yield Problem(
        path=path,
        line=line,
        column=len(first["start"]) + 1,
        message=f"{count:,} text{'s are' if count > 1 else ' is'} still to be translated. Translate"
        f' {"each" if count > 1 else "it"} and take the mark "{MARK}" behind it away.',
        source=text.splitlines()[line - 1],
        is_warning=True,
    )


def count_of_marks(text: str) -> int:
    return sum(1 for _ in _MARKED.finditer(text))


def count_of_texts(text: str) -> int:
    """Of a file of words."""
    return sum(1 for _ in _TEXT.finditer(text))
