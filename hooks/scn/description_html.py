"""The description of a session: a subset of Markdown as HTML that holds nothing else.

Paragraphs, lists, emphasis and links with `https:`. Python-Markdown forgets everything beyond
these; then its result is read again and written anew from the list of what is allowed, so that
nothing in a file reaches the page by a way that nobody thought of.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from html.parser import HTMLParser

from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension

from scn.shapes import RefusedError
from scn.values import link

_PREPROCESSORS = ("html_block",)
_BLOCKS = ("code", "hashheader", "setextheader", "hr", "quote", "reference")
_INLINE = (
    "backtick", "reference", "image_link", "image_reference", "short_reference",
    "short_image_ref", "autolink", "automail", "linebreak", "html", "entity",
)  # fmt: skip
_ALLOWED = frozenset({"p", "ul", "ol", "li", "em", "strong"})


@lru_cache(maxsize=2048)
def html_from_description(text: str) -> str:
    """Elements that are allowed; whatever else the text holds is shown as it is written."""
    reader = _Allowed()
    try:
        reader.feed(_markdown().convert(text))
    except RecursionError:  # a thousand lists in each other
        return f"<p>{escape(text, quote=False)}</p>"
    reader.close()
    return reader.html


def _markdown() -> Markdown:
    markdown = Markdown(extensions=[SaneListExtension()])
    for name in _PREPROCESSORS:
        markdown.preprocessors.deregister(name)
    for name in _BLOCKS:
        markdown.parser.blockprocessors.deregister(name)
    for name in _INLINE:
        markdown.inlinePatterns.deregister(name)
    return markdown


class _Allowed(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.html = ""
        self._links: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ALLOWED:
            self.html += f"<{tag}>"
        elif tag == "a":
            address = dict(attrs).get("href") or ""
            self._links.append(_is_safe(address))
            if self._links[-1]:
                self.html += f'<a href="{escape(address)}">'

    def handle_endtag(self, tag: str) -> None:
        if tag in _ALLOWED or (tag == "a" and self._links.pop()):
            self.html += f"</{tag}>"

    def handle_data(self, data: str) -> None:
        self.html += escape(data, quote=False)


def _is_safe(address: str) -> bool:
    try:
        return bool(link(address))
    except RefusedError:
        return False
