"""The file of RFC 9116."""

import dataclasses
import datetime

import pytest

from scn.problems import ContentError
from scn.publication import Publication
from scn.security_txt import check_security_contact, security_txt

DECIDED = Publication(
    site_url="https://kb.example.eu/",
    repository="https://git.example.eu/network/kb/",
    edit_address="",
    new_file_address="",
    line_address="",
    history_address="",
    publisher="The Network",
    contact="office@example.eu",
    data_controller="The Controller",
    enforcement_body="The Body",
    security_contact="https://city.example.eu/report",
    security_languages="en,pt-PT",
    uid_domain="sessions.network",
)
DAY = datetime.date(2026, 3, 1)


def test_the_fields_of_the_file():
    assert security_txt(DECIDED, DAY) == (
        "Contact: https://city.example.eu/report\n"
        "Expires: 2027-02-28T00:00:00Z\n"
        "Preferred-Languages: en, pt-PT\n"
        "Canonical: https://kb.example.eu/.well-known/security.txt\n"
    )


@pytest.mark.parametrize("name", ["site_url", "security_contact"])
def test_a_placeholder_makes_no_file(name):
    value = getattr(DECIDED, name).replace("example.eu", "example.org")
    assert security_txt(dataclasses.replace(DECIDED, **{name: value}), DAY) == ""


@pytest.mark.parametrize(
    "contact",
    ["", "nobody", "http://city.eu", "javascript:x", "a@b.eu\nX: y", "https://a.eu/\r\nX: y"],
)
def test_contacts_that_cannot_be_used(contact):
    with pytest.raises(ContentError) as caught:
        check_security_contact(dataclasses.replace(DECIDED, security_contact=contact), {})
    (problem,) = caught.value.problems
    assert problem.message.startswith('security_contact: "')


@pytest.mark.parametrize("contact", ["s@city.eu", "s+x@a-b.city.eu", "https://city.eu/a?b=c#d"])
def test_contacts_that_can(contact):
    check_security_contact(dataclasses.replace(DECIDED, security_contact=contact), {})
