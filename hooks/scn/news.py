"""The news page as an Atom feed (RFC 4287).

A heading of the second level with an id such as `news-2026-04-15-digital-assembly` is an entry;
the id carries its day and is its identity for ever.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from scn.front_matter import split_front_matter

_ENTRY = re.compile(
    r"^## (?P<title>.+?) \{ #(?P<id>news-(?P<day>\d{4}-\d{2}-\d{2})-[a-z0-9-]+) \}\s*$"
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*\*|\*|`)")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsEntry:
    id: str
    title: str
    day: datetime.date
    text: str
    """Plain text, one paragraph a line."""


def news_entries(markdown: str) -> Iterator[NewsEntry]:
    """The entries of the page, in the order in which they stand there."""
    heading: re.Match[str] | None = None
    lines: list[str] = []
    for line in [*split_front_matter(markdown).body.split("\n"), "## end"]:
        if line.startswith("## "):
            if heading:
                yield _entry(heading, lines)
            heading, lines = _ENTRY.match(line), []
        else:
            lines.append(line)


def _entry(heading: re.Match[str], lines: list[str]) -> NewsEntry:
    paragraphs = "\n".join(lines).strip().split("\n\n")
    return NewsEntry(
        id=heading["id"],
        title=_plain(heading["title"]),
        day=datetime.date.fromisoformat(heading["day"]),
        text="\n".join(_plain(" ".join(p.split())) for p in paragraphs),
    )


def _plain(text: str) -> str:
    return _EMPHASIS.sub("", _LINK.sub(r"\1", text))


def atom_from_news(
    entries: Iterable[NewsEntry],
    *,
    language: str,
    title: str,
    author: str,
    page_url: str,
    feed_url: str,
    uid_domain: str,
) -> str:
    """The feed; its time stamps are the days of the entries at midnight UTC."""
    entries = sorted(entries, key=lambda entry: (entry.day, entry.id), reverse=True)
    newest = _stamp(entries[0].day) if entries else "1970-01-01T00:00:00Z"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language)}>',
        f"  <title>{escape(title)}</title>",
        f"  <id>tag:{uid_domain},2026:news-{language}</id>",
        f"  <updated>{newest}</updated>",
        f"  <author><name>{escape(author)}</name></author>",
        f'  <link rel="self" type="application/atom+xml" href={quoteattr(feed_url)}/>',
        f'  <link rel="alternate" type="text/html" href={quoteattr(page_url)}/>',
    ]
    for entry in entries:
        lines += [
            "  <entry>",
            f"    <title>{escape(entry.title)}</title>",
            f"    <id>tag:{uid_domain},2026:{entry.id}-{language}</id>",
            f"    <updated>{_stamp(entry.day)}</updated>",
            f"    <link href={quoteattr(f'{page_url}#{entry.id}')}/>",
            f'    <content type="text">{escape(entry.text)}</content>',
            "  </entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def _stamp(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
