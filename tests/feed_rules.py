"""Reads feeds as a strict program does: every rule of their formats that can be checked offline.

Written from the standards and not from our writers, with parsers of others.
"""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import html5lib

ATOM = "{http://www.w3.org/2005/Atom}"
EVENT = "{http://purl.org/rss/1.0/modules/event/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# RFC 3339 with the capitals that RFC 4287 §3.3 asks for, RFC 4151, RFC 6838, BCP 47 as used here.
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
TAG_URI = re.compile(
    r"tag:[a-z0-9][a-z0-9.-]*,\d{4}(-\d\d(-\d\d)?)?:[a-zA-Z0-9._~!$&'()*+,;=:@/?-]+"
)
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")

# RFC 4287 §4.1: how often each element may stand in a feed or an entry, and its attributes.
FEED = {
    "id": (1, 1), "title": (1, 1), "updated": (1, 1), "subtitle": (0, 1), "rights": (0, 1),
    "generator": (0, 1), "icon": (0, 1), "logo": (0, 1), "author": (0, 99), "category": (0, 99),
    "contributor": (0, 99), "link": (0, 99), "entry": (0, 10_000),
}  # fmt: skip
ENTRY = {
    "id": (1, 1), "title": (1, 1), "updated": (1, 1), "published": (0, 1), "content": (0, 1),
    "summary": (0, 1), "rights": (0, 1), "source": (0, 1), "author": (0, 99),
    "category": (0, 99), "contributor": (0, 99), "link": (0, 99),
}  # fmt: skip
ATTRIBUTES = {
    "link": {"href", "rel", "type", "hreflang", "title", "length"},
    "category": {"term", "scheme", "label"},
    "content": {"type", "src"},
    "title": {"type"},
    "summary": {"type"},
    "generator": {"uri", "version"},
}


@dataclass(frozen=True, kw_only=True)
class ReadEntry:
    id: str
    title: str
    address: str
    updated: str
    published: str
    paragraphs: tuple[tuple[str, str], ...]
    """Texts of the content and the language that each of them says."""

    labels: tuple[str, ...]
    attachments: tuple[tuple[str, str], ...]
    start: str
    end: str


@dataclass(frozen=True, kw_only=True)
class ReadFeed:
    title: str
    language: str
    author: str
    page_address: str
    feed_address: str
    entries: tuple[ReadEntry, ...]


def read_atom(data):
    """RFC 4287."""
    assert b"<!DOCTYPE" not in data
    data.decode("utf-8")
    root = ET.fromstring(data)
    assert root.tag == f"{ATOM}feed"
    check_elements(root, FEED)
    entries = root.findall(f"{ATOM}entry")
    authors = root.findall(f"{ATOM}author")
    assert authors or all(entry.find(f"{ATOM}author") is not None for entry in entries)
    for author in authors:
        assert author.findtext(f"{ATOM}name").strip()
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert [one for one in ids if not TAG_URI.fullmatch(one)] == []
    read = [read_entry(entry) for entry in entries]
    updated = instant(root.findtext(f"{ATOM}updated"))
    assert all(instant(entry.updated) <= updated for entry in read)
    (self_link,) = (one for one in root.findall(f"{ATOM}link") if one.get("rel") == "self")
    assert self_link.get("type") == "application/atom+xml"
    assert LANGUAGE.fullmatch(root.get(LANG))
    return ReadFeed(
        title=root.findtext(f"{ATOM}title"),
        language=root.get(LANG),
        author=authors[0].findtext(f"{ATOM}name") if authors else "",
        page_address=alternate(root),
        feed_address=self_link.get("href"),
        entries=tuple(read),
    )


def check_elements(element, allowed):
    names = [child.tag.removeprefix(ATOM) for child in element if child.tag.startswith(ATOM)]
    assert set(names) <= set(allowed)
    for name, (least, most) in allowed.items():
        assert least <= names.count(name) <= most, name
    assert not (element.text or "").strip()
    for child in element:
        assert not (child.tail or "").strip()
        name = child.tag.removeprefix(ATOM)
        if child.tag.startswith(ATOM) and name not in ("entry", "source"):
            assert set(child.attrib) <= ATTRIBUTES.get(name, set()) | {LANG}
        if name == "link":
            assert is_address(child.get("href"))
            assert MEDIA_TYPE.fullmatch(child.get("type"))
            assert child.get("rel", "alternate") in ("alternate", "self", "related", "enclosure")
        if name == "category":
            assert child.get("term")
        if name in ("updated", "published"):
            assert not child.attrib
            instant(child.text)
        if name == "title":
            assert child.get("type", "text") == "text"
            assert child.text.strip()


def alternate(element):
    links = [one for one in element.findall(f"{ATOM}link") if one.get("rel") == "alternate"]
    kinds = [(one.get("type"), one.get("hreflang")) for one in links]
    assert len(set(kinds)) == len(kinds)  # §4.1.1 and §4.1.2
    (page,) = (one.get("href") for one in links if one.get("type") == "text/html")
    return page


def read_entry(entry):
    check_elements(entry, ENTRY)
    content = entry.find(f"{ATOM}content")
    assert content.get("type") == "html"
    assert len(content) == 0  # §4.1.3.3: markup is escaped
    published = entry.findtext(f"{ATOM}published") or ""
    if published:
        assert instant(published) <= instant(entry.findtext(f"{ATOM}updated"))
    links = entry.findall(f"{ATOM}link")
    return ReadEntry(
        id=entry.findtext(f"{ATOM}id"),
        title=entry.findtext(f"{ATOM}title"),
        address=alternate(entry),
        updated=entry.findtext(f"{ATOM}updated"),
        published=published,
        paragraphs=read_html(content.text or ""),
        labels=tuple(one.get("label") for one in entry.findall(f"{ATOM}category")),
        attachments=tuple(
            (one.get("type"), one.get("href")) for one in links if one.get("rel") == "enclosure"
        ),
        start=entry.findtext(f"{EVENT}startdate") or "",
        end=entry.findtext(f"{EVENT}enddate") or "",
    )


def read_html(text):
    """Paragraphs and nothing else: no text of a session becomes an element or an attribute."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found = []
    for paragraph in parser.parseFragment(text):
        assert paragraph.tag == "p"
        assert len(paragraph) == 0
        assert set(paragraph.attrib) <= {"lang"}
        assert not (paragraph.tail or "").strip()
        found.append((paragraph.text or "", paragraph.get("lang", "")))
    return tuple(found)


JSON_FEED = {
    "version": str, "title": str, "home_page_url": str, "feed_url": str, "description": str,
    "user_comment": str, "next_url": str, "icon": str, "favicon": str, "authors": list,
    "language": str, "expired": bool, "hubs": list, "items": list,
}  # fmt: skip
JSON_ITEM = {
    "id": str, "url": str, "external_url": str, "title": str, "content_html": str,
    "content_text": str, "summary": str, "image": str, "banner_image": str,
    "date_published": str, "date_modified": str, "authors": list, "tags": list,
    "language": str, "attachments": list,
}  # fmt: skip


def read_json_feed(data):
    """https://www.jsonfeed.org/version/1.1/"""
    feed = json.loads(data.decode("utf-8"), object_pairs_hook=without_duplicates)
    check_object(feed, JSON_FEED, required=("version", "title", "items"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert LANGUAGE.fullmatch(feed["language"])
    assert is_address(feed["home_page_url"])
    assert is_address(feed["feed_url"])
    for author in feed["authors"]:
        assert set(author) & {"name", "url", "avatar"}
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids)
    return ReadFeed(
        title=feed["title"],
        language=feed["language"],
        author=feed["authors"][0]["name"],
        page_address=feed["home_page_url"],
        feed_address=feed["feed_url"],
        entries=tuple(read_item(item) for item in feed["items"]),
    )


def read_item(item):
    check_object(item, JSON_ITEM, required=("id",))
    assert item["content_html"]
    assert item["content_text"]
    assert is_address(item["url"])
    assert all(isinstance(tag, str) and tag for tag in item["tags"])
    instant(item["date_modified"])
    for attachment in item.get("attachments", []):
        assert set(attachment) <= {"url", "mime_type", "title", "size_in_bytes"}
        assert is_address(attachment["url"])
        assert MEDIA_TYPE.fullmatch(attachment["mime_type"])
    paragraphs = read_html(item["content_html"])
    assert item["content_text"].split("\n") == [text for text, _ in paragraphs]
    return ReadEntry(
        id=item["id"],
        title=item["title"],
        address=item["url"],
        updated=item["date_modified"],
        published=item.get("date_published", ""),
        paragraphs=paragraphs,
        labels=tuple(item["tags"]),
        attachments=tuple((one["mime_type"], one["url"]) for one in item.get("attachments", [])),
        start=item.get("_session", {}).get("start", ""),
        end=item.get("_session", {}).get("end", ""),
    )


def check_object(value, known, required):
    assert set(required) <= set(value)
    for name, member in value.items():
        if name.startswith("_"):
            assert re.match("_[a-zA-Z]", name)  # extensions
        else:
            assert isinstance(member, known[name]), name
            assert member or name in ("items", "tags"), name


def without_duplicates(pairs):
    names = [name for name, _ in pairs]
    assert len(set(names)) == len(names)
    return dict(pairs)


def instant(text):
    assert TIME.fullmatch(text), text
    return datetime.fromisoformat(text)


def is_address(text):
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in text
