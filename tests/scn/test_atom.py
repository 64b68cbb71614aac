"""Feeds as Atom, read back by a strict reader (RFC 4287)."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scn.atom import Entry, Feed, Paragraph, atom_from_feed, midnight, tag_uri

ENTRY = Entry(
    id="tag:sessions.example,2026:one",
    title="Ένα & <δύο>",
    title_language="el",
    address="https://example.eu/a/?b&c",
    updated=date(2027, 3, 2),
    published=date(2027, 1, 15),
    paragraphs=(Paragraph(text="</p><script>x</script>"), Paragraph(text="Δύο", language="el")),
    categories=(("kind", 'A "kind" & more'),),
    attachment=("text/calendar", "https://example.eu/a/session.ics"),
    start="2027-03-30T10:00:00+03:00",
    end="2027-03-30T12:30:00+03:00",
)


def feed_of(*entries, title="Title"):
    return Feed(
        id="tag:sessions.example,2026:feed",
        title=title,
        language="en",
        author="Office",
        page_address="https://example.eu/",
        feed_address="https://example.eu/feed.xml",
        entries=entries,
    )


@pytest.fixture
def read(feed_rules):
    return lambda feed: feed_rules.read_atom(atom_from_feed(feed).encode())


def test_an_entry_with_everything(read, feed_rules):
    assert read(feed_of(ENTRY)).entries == (
        feed_rules.ReadEntry(
            id="tag:sessions.example,2026:one",
            title="Ένα & <δύο>",
            address="https://example.eu/a/?b&c",
            updated="2027-03-02T00:00:00Z",
            published="2027-01-15T00:00:00Z",
            paragraphs=(("</p><script>x</script>", ""), ("Δύο", "el")),
            labels=('A "kind" & more',),
            attachments=(("text/calendar", "https://example.eu/a/session.ics"),),
            start="2027-03-30T10:00:00+03:00",
            end="2027-03-30T12:30:00+03:00",
        ),
    )
    assert '    <title xml:lang="el">Ένα &amp; &lt;δύο&gt;</title>\n' in atom_from_feed(
        feed_of(ENTRY)
    )


def test_a_feed_without_events_does_not_speak_of_them():
    plain = Entry(id="tag:a.b,2026:x", title="T", address="https://a.eu/", updated=date(2027, 1, 1))
    text = atom_from_feed(feed_of(plain))
    assert text == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        "  <title>Title</title>\n"
        "  <id>tag:sessions.example,2026:feed</id>\n"
        "  <updated>2027-01-01T00:00:00Z</updated>\n"
        "  <author><name>Office</name></author>\n"
        '  <link rel="self" type="application/atom+xml" href="https://example.eu/feed.xml"/>\n'
        '  <link rel="alternate" type="text/html" href="https://example.eu/"/>\n'
        "  <entry>\n"
        "    <title>T</title>\n"
        "    <id>tag:a.b,2026:x</id>\n"
        "    <updated>2027-01-01T00:00:00Z</updated>\n"
        '    <link rel="alternate" type="text/html" href="https://a.eu/"/>\n'
        '    <content type="html"></content>\n'
        "  </entry>\n"
        "</feed>\n"
    )


def test_names_and_times_have_the_form_of_their_standards():
    assert tag_uri("sessions.example", "one") == "tag:sessions.example,2026:one"
    assert midnight(date(2027, 3, 2)) == "2027-03-02T00:00:00Z"


def test_what_xml_cannot_have_is_shown_as_missing(read):
    found = read(feed_of(title="a\x00b\x0bc\ufffed"))
    assert (
        found.title
        == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c\N{REPLACEMENT CHARACTER}d"
    )


# Without line ends, which XML does not keep apart, and what no text of ours has.
TEXT = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from("<>&'\"]\\👩🏽‍💻Ωж"),
    min_size=1,
).filter(str.strip)


@settings(deadline=None)
@given(TEXT, TEXT)
def test_every_text_comes_back_as_it_was(feed_rules, title, text):
    entry = Entry(
        id="tag:a.b,2026:x",
        title=title,
        address="https://a.eu/",
        updated=date(2027, 1, 1),
        paragraphs=(Paragraph(text=text),),
    )
    data = atom_from_feed(feed_of(entry, title=title)).encode()
    found = feed_rules.read_atom(data)
    assert (found.title, found.entries[0].title) == (title, title)
    assert found.entries[0].paragraphs == ((text, ""),)
