"""Where the site lives and who answers for it."""

import dataclasses

import pytest

from scn.publication import Publication

DECIDED = Publication(
    site_url="https://kb.example.eu/",
    repository="https://git.example.eu/network/kb/",
    edit_address="/-/edit/main/{path}",
    line_address="#L{line}",
    new_file_address="/-/new/main/{folder}?file_name={name}",
    history_address="/-/commits/main/{path}",
    publisher="The Network",
    contact="office@example.eu",
    data_controller="The Controller",
    enforcement_body="The Body",
    security_contact="security@example.eu",
    security_languages="en, fr",
    uid_domain="sessions.network",
)
OPEN = dataclasses.replace(
    DECIDED,
    site_url="https://kb.example.org/",
    contact="kb@example.org",
    publisher="? (example.org)",
)


def test_placeholders_are_the_values_below_example_org():
    assert DECIDED.placeholders() == ()
    assert OPEN.placeholders() == ("site_url", "publisher", "contact")


def test_a_placeholder_is_shown_to_nobody_as_a_fact():
    assert [OPEN.decided(name) for name in ("publisher", "contact", "data_controller")] == [
        "",
        "",
        "The Controller",
    ]


def test_what_stands_below_extra_publication():
    assert Publication.setting_names() == (
        "edit_address",
        "line_address",
        "new_file_address",
        "history_address",
        "publisher",
        "contact",
        "data_controller",
        "enforcement_body",
        "security_contact",
        "security_languages",
        "uid_domain",
    )


@pytest.mark.parametrize("slash", ["", "/"])
def test_the_editor_of_the_repository(slash):
    publication = dataclasses.replace(
        DECIDED, repository=f"https://git.example.eu/network/kb{slash}"
    )
    base = "https://git.example.eu/network/kb/-"
    assert publication.edit_url("fr/a b/é.md") == f"{base}/edit/main/docs/fr/a%20b/%C3%A9.md"
    assert (
        publication.new_file_url("fr/package/roles.md")
        == f"{base}/new/main/docs/fr/package?file_name=roles.md"
    )
    assert publication.new_file_url("fr/a&b.md") == f"{base}/new/main/docs/fr?file_name=a%26b.md"
    assert publication.edit_url("en/a.md", 12) == f"{base}/edit/main/docs/en/a.md#L12"
    assert publication.history_url("en/a.md") == f"{base}/commits/main/docs/en/a.md"


def test_a_new_file_begins_with_a_text_where_the_host_takes_one():
    publication = dataclasses.replace(DECIDED, new_file_address="/new/{folder}?n={name}&v={value}")
    base = "https://git.example.eu/network/kb/new/docs/fr?n=a.md&v="
    assert (
        publication.new_file_url("fr/a.md", "# A & B/é\n") == f"{base}%23%20A%20%26%20B%2F%C3%A9%0A"
    )
    assert "text" not in DECIDED.new_file_url("fr/a.md", "text")
