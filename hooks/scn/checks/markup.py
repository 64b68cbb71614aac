"""Links, pictures, tables and HTML of a page: what readers or browsers would stumble over.

A page is made into HTML only where something in it is doubted, so that most cost next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from scn.checks.allowed_html import BACKTICKS, BY_HAND, check_by_hand, check_by_markdown
from scn.checks.marked_html import VOID, Mark, Piece, pieces
from scn.front_matter import split_front_matter
from scn.problems import Problem, quoted

_TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9-]*|[?!/])")
_PLAIN_COMMENT = re.compile(r"<!--(?!-?>)(?:(?!--)[^<>])*-->")
_ADDRESS = re.compile(r"<https?://[^<>\s]+(?=>)|<[^<> !]+@[^@<> ]+(?=>)")
_BRACES = re.compile(r"\{:?(?!(?:[ ]*[#.][\w-]+)+[ ]*\})(?=[^\n]*\})")
_TARGET = re.compile(r"\](?P<how>\(|:)[ \t]*\n?[ \t]*<?(?P<target>[^\s)>]*)")
_PLAIN_TARGET = re.compile(r"(?!//)(?:mailto:|tel:|diagram:)?[\w./#?=%+,;~()@!$*'-]*")
_WEB = re.compile(r"https?://[^\s\\\x00-\x1f]+")
_NO_DIAGRAM = re.compile(r"!\[[^\]]*\](?!\(diagram:)")
_END_OF_WORDS = re.compile(r"\](?=[(\[])")
_BARE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_RULE = re.compile(r"(?m)^[ \t>]*(?=[^\n]*\|)[ \t:|-]*-[ \t:|-]*$")
_ROWS = re.compile(
    r"(?m)^[ \t>]*\n[ \t>]*\|(?P<row>)(?![ \t:|-]*$)[^\n]*\n(?![ \t>]*\|?[ \t]*:?-)[ \t>]*\|"
)
_CAPTION = re.compile(r"(?m)^[ \t>]*(?=///+[ \t]*[^\s/])")
_CELL = re.compile(r"(?<!\\)\|")
_LONGEST_WORDS = 80
_NOT_CLOSED = "<{0}> is not closed. Write </{0}> where it ends."
_NO_HEADER = (
    "The table has no header. Write a first row that says what stands in each column, and below"
    " it `|---|---|`."
)
_NO_END_OF_CAPTION = "The caption is not closed. Write `///` on a line of its own where it ends."


def check_markup(text: str, path: str, link_words: Collection[str]) -> Iterator[Problem]:
    """`link_words` are words that say nothing as a link, in the language of the page."""
    markdown = split_front_matter(text)
    body = markdown.body
    marks = list(_marks(body, link_words))
    if not marks:
        return
    found = set(_judged(body, marks))
    said = {message for _, message in found}
    # A mark may have made something harmless.
    found |= {(at, message) for at, message in _judged(body, []) if message not in said}
    for at, message in found:
        line = markdown.body_line + body.count("\n", 0, at)
        column = at - body.rfind("\n", 0, at)
        yield Problem(path=path, line=line, column=column, message=message)


def _marks(body: str, link_words: Collection[str]) -> Iterator[Mark]:
    if "<" in body:
        yield from _marks_of_tags(body)
    for braces in _BRACES.finditer(body) if "{" in body else ():
        yield Mark(offset=braces.end(), form=' {}="" ', at=braces.start(), kind="braces")
    has_picture = "![" in body
    has_outer = has_picture and _NO_DIAGRAM.search(body) is not None
    for target in _TARGET.finditer(body):
        address = target["target"]
        is_plain = _PLAIN_TARGET.fullmatch(address) or (not has_outer and _WEB.fullmatch(address))
        is_unnamed = has_picture and _words_before(body, target.start()) == ""
        if not is_plain or is_unnamed:
            at = target.start("target")
            yield Mark(offset=at, form="{}", at=at, kind="target")
    for end in _END_OF_WORDS.finditer(body):
        words = _words_before(body, end.start())
        if words is not None and _says_nothing(words, link_words):
            at = end.start() - len(words)
            yield Mark(offset=end.start(), form="{}", at=at, kind="words")
    if "|" in body:
        yield from _marks_of_tables(body)
    captions = [caption.end() for caption in _CAPTION.finditer(body)] if "///" in body else []
    if captions:  # they can set attributes without braces
        yield Mark(offset=len(body), form="\n\n{}\n", at=captions[-1], kind="caption")


def _marks_of_tags(body: str) -> Iterator[Mark]:
    at = 0
    while found := _TAG.search(body, at):
        start, at = found.span()
        if comment := _PLAIN_COMMENT.match(body, start):
            at = comment.end()
        elif address := _ADDRESS.match(body, start):
            at = address.end()
            if "@" not in address[0]:
                yield Mark(offset=at, form="{}", at=start + 1, kind="words")
        else:
            is_target = body.endswith("](", 0, start)  # it has a mark already
            is_opening = found[0][1:2].isalpha() and not is_target
            form = " {}" if is_opening else ""  # nothing can be put into what only closes
            yield Mark(offset=at, form=form, at=start, kind="tag")


def _marks_of_tables(body: str) -> Iterator[Mark]:
    for rule in _RULE.finditer(body):
        start = body.rfind("\n", 0, max(0, rule.start() - 1)) + 1
        head = body[start : max(0, rule.start() - 1)]
        bars = [start + bar.start() for bar in _CELL.finditer(head)]
        if not head.strip(" \t>"):
            at = rule.start() + rule[0].index("|") + 1
            yield Mark(offset=at, form="{}", at=at - 1, kind="row")
        for left, right in pairwise(bars):
            if not body[left + 1 : right].strip():
                yield Mark(offset=left + 1, form=" {}", at=left + 1, kind="cell")
    for rows in _ROWS.finditer(body):
        at = rows.start("row")
        yield Mark(offset=at, form="{}", at=at - 1, kind="row")


def _words_before(body: str, end: int) -> str | None:
    """What stands between the brackets that end there; None where that is long."""
    start = body.rfind("[", max(0, end - _LONGEST_WORDS), end)
    return None if start < 0 else body[start + 1 : end]


def _says_nothing(words: str, link_words: Collection[str]) -> bool:
    plain = words.strip(" \t\n.,:;!…»›→>*_`\"'“”„«‹").casefold()
    return not words.strip() or " ".join(plain.split()) in link_words or is_bare_address(words)


def is_bare_address(words: str) -> bool:
    return _BARE.fullmatch(words.strip(" `*_<>")) is not None


def _judged(body: str, marks: list[Mark]) -> Iterator[tuple[int, str]]:
    """Places in the text and what is wrong there."""
    open_: list[tuple[str, int]] = []
    captions = _CAPTION.finditer(body)
    caption = 0
    for piece in pieces(body, marks):
        if piece.name == "figure" and not piece.is_closing:
            caption = found.end() if (found := next(captions, None)) else caption
        own = [marks[number] for number in piece.marks]
        if piece.is_text:
            yield from _judged_text(body, piece, own)
            continue
        is_by_hand = any(mark.kind == "tag" for mark in own) or not piece.is_clear
        is_caption = piece.name in ("figure", "figcaption") and not own
        at = caption if is_caption else own[0].at if own else _place_of(body, piece, marks)
        if not piece.name:
            yield at, f"{quoted(piece.text)} cannot stand in a page. {BACKTICKS}"
        elif piece.is_closing and piece.is_clear:
            yield from _judged_end(open_, piece.name, at)
        else:
            messages = [*(check_by_hand if is_by_hand else check_by_markdown)(piece)]
            if messages and not marks and piece.name in BY_HAND:
                messages = [*check_by_hand(piece)]
            for message in messages:
                yield at, message
            if piece.name not in VOID:
                open_.append((piece.name, at if is_by_hand else -1))
    for name, at in open_:
        if at >= 0 and name in BY_HAND:
            yield at, _NOT_CLOSED.format(name)


def _judged_end(open_: list[tuple[str, int]], name: str, at: int) -> Iterator[tuple[int, str]]:
    if all(name != other for other, _ in open_):
        yield at, f"</{name}> ends what has not begun. Delete it."
    while any(name == other for other, _ in open_):
        last, begun = open_.pop()
        if last == name:
            return
        if begun >= 0 and last in BY_HAND:
            yield begun, _NOT_CLOSED.format(last)


def _judged_text(body: str, piece: Piece, own: list[Mark]) -> Iterator[tuple[int, str]]:
    for mark in own:
        if mark.kind == "words" and "a" in piece.inside:
            yield mark.at, _judged_words(body[mark.at : mark.offset])
        elif mark.kind == "cell" and "th" in piece.inside:
            yield (
                mark.at,
                "This column has no header. Write what stands in it.",
            )
        elif mark.kind == "row" and not piece.inside & {"code", "pre", "td", "th"}:
            yield mark.at, _NO_HEADER
        elif mark.kind == "caption" and "figcaption" in piece.inside:
            yield mark.at, _NO_END_OF_CAPTION


def _judged_words(words: str) -> str:
    if not words.strip():
        return "The link has no words. Write where it leads between the brackets."
    if is_bare_address(words):
        return "An address is no name. Write where the link leads: `[words](address)`."
    return f"The words {quoted(words)} do not say where the link leads. Write what one finds there."


def _place_of(body: str, piece: Piece, marks: list[Mark]) -> int:
    """Of what no mark could be put into: the first doubt that looks like it."""
    begin = f"</{piece.name}" if piece.is_closing else piece.text[:3]
    places = [mark.at for mark in marks if body.startswith(begin, mark.at)]
    return places[0] if places else max(0, body.lower().find(begin.lower()))
