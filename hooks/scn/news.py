"""The news page as a feed.

A heading of the second level with an id such as `news-2026-04-15-digital-assembly` is an entry;
the id carries its day and is its identity for ever.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scn.atom import Entry, Feed, Paragraph, tag_uri
from scn.front_matter import split_front_matter

NEWS = "network/news.md"
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


def feed_from_news(
    entries: Iterable[NewsEntry],
    *,
    language: str,
    title: str,
    author: str,
    page_url: str,
    feed_url: str,
    uid_domain: str,
) -> Feed:
    """The feed; its time stamps are the days of the entries."""
    newest_first = sorted(entries, key=lambda entry: (entry.day, entry.id), reverse=True)
    return Feed(
        id=tag_uri(uid_domain, f"news-{language}"),
        title=title,
        language=language,
        author=author,
        page_address=page_url,
        feed_address=feed_url,
        entries=tuple(
            Entry(
                id=tag_uri(uid_domain, f"{entry.id}-{language}"),
                title=entry.title,
                address=f"{page_url}#{entry.id}",
                updated=entry.day,
                paragraphs=tuple(Paragraph(text=text) for text in entry.text.split("\n") if text),
            )
            for entry in newest_first
        ),
    )
