"""What HTML a page may have: little by hand, and of Markdown's own what Markdown can say."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from scn.checks.marked_html import Piece
from scn.problems import listed, quoted

_LANGUAGE = frozenset({"lang", "dir", "translate"})
BY_HAND = {
    **dict.fromkeys(("bdi", "br", "cite", "kbd", "q", "span", "sub", "sup", "wbr"), _LANGUAGE),
    "abbr": _LANGUAGE | {"title"},
    "div": _LANGUAGE | {"markdown"},
}
"""Elements that Markdown has no sign for, or no short one, with their attributes."""

_IN_BRACES = _LANGUAGE | {"class", "id", "hreflang", "height", "width", "title"}
_WITHOUT_OWN = (
    "abbr blockquote br code dd del dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr ins kbd"
    " li p pre span strong sub summary sup table tbody thead tr ul"
)
_OF_MARKDOWN: dict[str, set[str]] = {
    **{name: set() for name in _WITHOUT_OWN.split()},
    "a": {"href"},
    "details": {"open"},
    "div": {"data-tabs"},
    "img": {"alt", "src"},
    "input": {"checked", "name", "type"},
    "label": {"for"},
    "ol": {"start"},
    "td": {"style"},
    "th": {"style"},
}
_ALIGNMENT = re.compile(r"text-align: (?:left|center|right);?")

BACKTICKS = "Delete it, or put it between backticks if it is to be read."
_NO_FORMS = "Delete it: pages have no forms."
_NO_LOOK = "Delete it: the style sheet decides how pages look."
_ADVICE = {
    "a": "Write `[words](address)`.",
    "img": "Write `![what it shows](address)`.",
    "script": "Delete it: pages have no scripts of their own.",
    "svg": "Put the picture into docs/assets/images/ and write `![what it shows](address)`.",
    "p": "Leave a blank line between paragraphs.",
    "pre": "Put the text between backticks.",
    "code": "Put the text between backticks.",
    "hr": "Write `---`.",
    "details": "Write `??? note` and the text below it, indented.",
    **dict.fromkeys(("b", "strong"), "Write `**words**`."),
    **dict.fromkeys(("i", "em"), "Write `*words*`."),
    **dict.fromkeys(("table", "tr", "td", "th"), "Write a table with `|`."),
    **dict.fromkeys(("ul", "ol", "li"), "Write a list with `-` or `1.`."),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "Write `## Heading { #id }`."),
    **dict.fromkeys(
        ("iframe", "frame", "embed", "object", "video", "audio"),
        "Write a link to what it would show.",
    ),
    **dict.fromkeys(("form", "input", "button", "select", "textarea"), _NO_FORMS),
    **dict.fromkeys(("center", "font", "style"), _NO_LOOK),
    **dict.fromkeys(("base", "link", "meta"), "Delete it: the frame of the page says such things."),
}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCHEMES = ("https", "http", "mailto", "tel", "webcal")
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")


def check_by_hand(piece: Piece) -> Iterator[str]:
    """What is wrong with a tag that stands in the text of the page."""
    allowed = BY_HAND.get(piece.name)
    if allowed is None:
        yield f"<{piece.name}> cannot stand in a page. {_ADVICE.get(piece.name, BACKTICKS)}"
    elif not piece.is_clear:
        yield (
            f"{quoted(piece.text)} is no clear HTML. Write the values of attributes between double"
            " quotation marks, and &lt; and &gt; for < and > inside them."
        )
    for name, _ in piece.attributes if allowed is not None else ():
        if name not in (allowed or ()):
            yield _attribute(name, piece.name, allowed or frozenset())


def check_by_markdown(piece: Piece) -> Iterator[str]:
    """What is wrong with a tag that Markdown made, with attributes that braces gave it."""
    own = _OF_MARKDOWN.get(piece.name)
    if own is None or not piece.is_clear:
        yield f"<{piece.name}> cannot stand in a page. {_ADVICE.get(piece.name, BACKTICKS)}"
        return
    for name, value in piece.attributes:
        if name in ("href", "src") and name in own:
            yield from _check_address(value, is_picture=piece.name == "img")
        elif name == "style" and name in own and _ALIGNMENT.fullmatch(value):
            pass
        elif name not in _IN_BRACES and (name not in own or name == "style"):
            yield _attribute(name, piece.name, _IN_BRACES)
    if piece.name == "img" and not dict(piece.attributes).get("alt", "").strip():
        yield (
            "The picture has no alternative text. Write what it shows between the brackets:"
            " `![what it shows](address)`."
        )


def _attribute(name: str, element: str, allowed: frozenset[str]) -> str:
    advice = _NO_LOOK if name == "style" else f"Allowed: {listed(sorted(allowed), 'and')}."
    return f"The attribute {name} cannot stand at <{element}>. {advice}"


def _check_address(value: str, *, is_picture: bool) -> Iterator[str]:
    address = html.unescape(value)
    scheme = _SCHEME.match(address)
    if is_picture and address.startswith("diagram:"):
        return
    if is_picture and (scheme or address.startswith("//") or _UNSAFE.search(address.strip())):
        yield (
            f"The picture {quoted(address)} does not come from this site. Put it into"
            " docs/assets/images/ and write the path to it."
        )
    elif _UNSAFE.search(address) or address.startswith("//"):
        yield (
            f"The address {quoted(address)} cannot be read for certain. Write it without spaces"
            " and backslashes, beginning with https:// or as the path to a page."
        )
    elif scheme and scheme[1].lower() not in _SCHEMES:
        yield (
            f"The address {quoted(address)} begins with {scheme[1]}:. Write the path to a page, or"
            " an address that begins with https:// or mailto:."
        )
