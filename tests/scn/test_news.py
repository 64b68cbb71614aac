"""The news page as an Atom feed, read back by a strict reader (RFC 4287)."""

import datetime
from pathlib import Path

import pytest

from scn.atom import atom_from_feed
from scn.checks.news import check_news
from scn.news import NewsEntry, feed_from_news, news_entries

DOCS = Path(__file__).resolve().parents[2] / "docs"

PAGE = """\
---
title: News
description: What happened.
---

# News { #news }

Before the first entry.

## Older & <other> news { #news-2026-02-01-older }

One *paragraph* with a [link](../a.md)
on two lines.

A second one with `code`.

## How to subscribe { #subscribe }

This is no entry.

## The **digital** assembly { #news-2026-04-15-digital-assembly }

Text.

### A part of it { #part }

## Same day { #news-2026-04-15-another }
"""

OLDER = NewsEntry(
    id="news-2026-02-01-older",
    title="Older & <other> news",
    day=datetime.date(2026, 2, 1),
    text="One paragraph with a link on two lines.\nA second one with code.",
)
ASSEMBLY = NewsEntry(
    id="news-2026-04-15-digital-assembly",
    title="The digital assembly",
    day=datetime.date(2026, 4, 15),
    text="Text.\n### A part of it { #part }",
)
ANOTHER = NewsEntry(
    id="news-2026-04-15-another", title="Same day", day=datetime.date(2026, 4, 15), text=""
)


@pytest.fixture
def feed(feed_rules):
    """The feed of entries, as a strict program reads it."""

    def read(entries):
        return feed_rules.read_atom(atom(entries).encode())

    return read


def atom(entries):
    feed = feed_from_news(
        entries,
        language="fr",
        title="News & more",
        author="Somebody <office>",
        page_url="https://example.eu/kb/fr/network/news/",
        feed_url="https://example.eu/kb/fr/network/news/feed.xml?a&b",
        uid_domain="sessions.example",
    )
    return atom_from_feed(feed)


def test_entries_are_the_headings_whose_id_carries_a_day():
    found = list(news_entries(PAGE))
    assert [(one.id, one.title, one.day) for one in found] == [
        (one.id, one.title, one.day) for one in (OLDER, ASSEMBLY, ANOTHER)
    ]
    assert (found[0], found[2]) == (OLDER, ANOTHER)


def test_the_feed_has_the_newest_first_and_everything_that_atom_asks_for(feed):
    found = feed([OLDER, ANOTHER, ASSEMBLY])
    assert (found.title, found.language, found.author, found.page_address, found.feed_address) == (
        "News & more",
        "fr",
        "Somebody <office>",
        "https://example.eu/kb/fr/network/news/",
        "https://example.eu/kb/fr/network/news/feed.xml?a&b",
    )
    assert [
        (one.id, one.title, one.updated, one.address, [text for text, _ in one.paragraphs])
        for one in found.entries
    ] == [
        (
            f"tag:sessions.example,2026:{one.id}-fr",
            one.title,
            f"{one.day}T00:00:00Z",
            f"https://example.eu/kb/fr/network/news/#{one.id}",
            [text for text in one.text.split("\n") if text],
        )
        for one in (ASSEMBLY, ANOTHER, OLDER)
    ]


def test_the_feed_is_as_new_as_its_newest_entry_and_has_an_identity_of_its_own():
    text = atom([OLDER, ANOTHER])
    assert "  <id>tag:sessions.example,2026:news-fr</id>\n" in text
    assert "\n  <updated>2026-04-15T00:00:00Z</updated>\n" in text
    assert "ev:" not in text


def test_an_entry_keeps_its_identity_when_its_title_its_text_or_the_site_change(feed):
    changed = NewsEntry(id=OLDER.id, title="New title", day=OLDER.day, text="New text")
    first, second = (feed([one]).entries[0].id for one in (OLDER, changed))
    assert first == second == "tag:sessions.example,2026:news-2026-02-01-older-fr"


def test_the_order_on_the_page_does_not_show_in_the_feed():
    assert atom([OLDER, ASSEMBLY]) == atom([ASSEMBLY, OLDER])


def test_a_page_without_news_is_a_feed_without_entries(feed):
    assert feed(()).entries == ()
    assert "<updated>1970-01-01T00:00:00Z</updated>" in atom(())


def test_every_entry_of_the_real_page_is_an_entry_of_the_feed():
    page = (DOCS / "en/network/news.md").read_text("utf-8")
    headings = [line for line in page.split("\n") if line.startswith("## ")]
    entries = list(news_entries(page))
    assert len(entries) == len(headings) > 5
    assert entries == sorted(entries, key=lambda one: one.day, reverse=True)
    assert [one.id for one in entries if not one.text] == []


def test_a_day_that_is_in_no_calendar_is_named_before_the_feed_is_made():
    page = "# News { #news }\n\n## A { #news-2026-02-30-a }\n\n## B { #news-2026-13-01-b }\n\n"
    page += "## C { #news-2026-02-28-c }\n"
    assert [str(one) for one in check_news(page, "news.md")] == [
        "news.md:3:14: there is no day 2026-02-30. Write one that is in the calendar.",
        "news.md:5:14: there is no day 2026-13-01. Write one that is in the calendar.",
    ]
