"""The words that sessions may use."""

import pytest

from scn.problems import ContentError
from scn.vocabulary import load_vocabulary


def test_statuses_are_those_that_the_code_knows(vocabulary):
    assert vocabulary.statuses == ("tentative", "confirmed", "postponed", "cancelled")


def test_other_statuses_are_refused():
    lists = ("kinds", "audiences", "levels", "materials", "sign_languages", "further_languages")
    text = "".join(f"{name}: [a]\n" for name in lists)
    with pytest.raises(ContentError) as caught:
        load_vocabulary(f"statuses: [confirmed, moved]\nplatforms: [{{id: a}}]\n{text}", "v.yml")
    assert str(caught.value) == (
        "v.yml:1:11: statuses: Others cannot be understood."
        " Write tentative, confirmed, postponed and cancelled."
    )


def test_every_id_has_a_label(vocabulary, say):
    labels = list(vocabulary.labels())
    assert len(labels) == len(set(labels))
    assert {"kinds.online-training", "platforms.webex", "levels.awareness"} <= set(labels)


@pytest.mark.parametrize(
    ("address", "platform"),
    [
        ("https://zoom.us/j/123", "zoom"),
        ("https://EU02web.Zoom.us/j/123", "zoom"),
        ("https://x@zoom.us:443/j/123", "zoom"),
        ("https://zoom.us", "zoom"),
        ("https://notzoom.us/j/123", None),
        ("https://zoom.us.example.eu/j/123", None),
        ("https://example.eu/?to=zoom.us/j/123", None),
        ("https://example.webex.com/webappng/sites/example/webinar/register/1", None),
        ("https://zoom.us/rec/share/123", None),
        ("https://[::1", None),
    ],
)
def test_addresses_of_meetings(vocabulary, address, platform):
    assert vocabulary.meeting_platform(address) == platform


def test_all_mistakes_at_once():
    text = """\
kinds: [Training, training, training]
audiences: policymakers
platforms: [{id: webex, hosts: [webex]}, {id: zoom}, {id: zoom, hosts: [zoom.us]}]
levels: []
statuses: [confirmed]
materials: [slides]
sign_languages: [bqn]
"""
    as_list = "Write an id after a hyphen on a line of its own, for each item."
    with pytest.raises(ContentError) as caught:
        load_vocabulary(text, "v.yml")
    assert str(caught.value).splitlines() == [
        f"v.yml:1:1: further_languages: This is missing. {as_list}",
        'v.yml:1:9: kinds: "Training" cannot stand here. Write small letters with hyphens.',
        "v.yml:1:29: kinds: This is in the list twice. Keep one.",
        f"v.yml:2:12: audiences: This is no list. {as_list}",
        'v.yml:3:33: platforms.hosts: "webex" cannot stand here. Write a name such as webex.com.',
        "v.yml:3:54: platforms: This is in the list twice. Keep one.",
        "v.yml:4:9: levels: The list is empty. Delete the field.",
    ]
