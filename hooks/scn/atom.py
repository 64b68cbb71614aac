"""Feeds of what is new, as Atom (RFC 4287)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape as escape_html
from xml.sax.saxutils import escape, quoteattr

_EVENT = "http://purl.org/rss/1.0/modules/event/"
"""Atom itself has no words for when an event is; these are known to readers of feeds."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    text: str
    language: str = ""
    """Empty where it is that of the feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that is new or has changed."""

    id: str
    """For ever the same: a tag URI (RFC 4151)."""

    title: str
    title_language: str = ""
    address: str
    updated: datetime.date
    published: datetime.date | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    categories: tuple[tuple[str, str], ...] = ()
    """Their id and what readers see."""

    attachment: tuple[str, str] | None = None
    """Media type and address."""

    start: str = ""
    """Of an event, ISO 8601: a day, or a time with its offset."""

    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    id: str
    title: str
    language: str
    author: str
    page_address: str
    feed_address: str
    entries: tuple[Entry, ...]
    """In the order in which they are read, the newest first."""

    @property
    def updated(self) -> datetime.date:
        """The newest day in it, never that of the build."""
        return max((entry.updated for entry in self.entries), default=datetime.date(1970, 1, 1))


def tag_uri(authority: str, name: str) -> str:
    """A name that stays when the site moves."""
    return f"tag:{authority},2026:{name}"


def midnight(day: datetime.date) -> str:
    """The beginning of a day in UTC (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00Z"


def html_from_paragraphs(entry: Entry) -> str:
    """The content of an entry; a text is text, whatever stands in it."""
    return "".join(
        f"<p{_lang(paragraph.language)}>{escape_html(paragraph.text)}</p>"
        for paragraph in entry.paragraphs
    )


def _lang(language: str) -> str:
    return f' lang="{escape_html(language)}"' if language else ""


def atom_from_feed(feed: Feed) -> str:
    has_events = any(entry.start for entry in feed.entries)
    event = f" xmlns:ev={quoteattr(_EVENT)}" if has_events else ""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom"{event} xml:lang={quoteattr(feed.language)}>',
        f"  <title>{escape(feed.title)}</title>",
        f"  <id>{escape(feed.id)}</id>",
        f"  <updated>{midnight(feed.updated)}</updated>",
        f"  <author><name>{escape(feed.author)}</name></author>",
        f'  <link rel="self" type="application/atom+xml" href={quoteattr(feed.feed_address)}/>',
        f'  <link rel="alternate" type="text/html" href={quoteattr(feed.page_address)}/>',
    ]
    for entry in feed.entries:
        lines += ["  <entry>", *(f"    {line}" for line in _entry(entry)), "  </entry>"]
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", "\n".join([*lines, "</feed>", ""]))


def _entry(entry: Entry) -> Iterator[str]:
    language = f" xml:lang={quoteattr(entry.title_language)}" if entry.title_language else ""
    yield f"<title{language}>{escape(entry.title)}</title>"
    yield f"<id>{escape(entry.id)}</id>"
    if entry.published:
        yield f"<published>{midnight(entry.published)}</published>"
    yield f"<updated>{midnight(entry.updated)}</updated>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(entry.address)}/>'
    if entry.attachment:
        media_type, address = map(quoteattr, entry.attachment)
        yield f'<link rel="enclosure" type={media_type} href={address}/>'
    for term, label in entry.categories:
        yield f"<category term={quoteattr(term)} label={quoteattr(label)}/>"
    if entry.start:
        yield f"<ev:startdate>{escape(entry.start)}</ev:startdate>"
        yield f"<ev:enddate>{escape(entry.end)}</ev:enddate>"
    yield f'<content type="html">{escape(html_from_paragraphs(entry))}</content>'
