"""The feeds of the example programme, read by a feed parser that is not ours (feedsmith)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from scn.atom import atom_from_feed
from scn.session_feeds import feed_from_sessions, json_feed

SCRIPT = Path(__file__).with_name("read_feeds.mjs")


@pytest.mark.parametrize("language", ["en", "el", "bg"])
def test_another_parser_lists_the_same_entries_of_both_feeds(
    example_site, node, tmp_path, language
):
    feed = feed_from_sessions(example_site, language)
    atom, items = tmp_path / "feed.xml", tmp_path / "feed.json"
    atom.write_text(atom_from_feed(feed), encoding="utf-8")
    items.write_text(json_feed(feed, example_site), encoding="utf-8")
    run = subprocess.run(
        [*node, str(SCRIPT), str(atom), str(items)],
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    read = json.loads(run.stdout)
    expected = [
        [one.id, one.title, one.address, f"{one.updated}T00:00:00.000Z"] for one in feed.entries
    ]
    assert len(expected) > 50
    assert read["atom"] == {"title": feed.title, "entries": expected}
    assert read["json"] == {"title": feed.title, "entries": expected}
