"""Texts in several languages, and what must not be in them."""

import pytest

from scn.texts import Text, personal_mailboxes


def test_the_language_asked_for_or_english():
    text = Text.of({"en": "Training", "lv": "Apmācība"})
    assert text.in_language("lv") == ("Apmācība", "lv")
    assert text.in_language("mt") == ("Training", "en")


@pytest.mark.parametrize(
    "mailbox",
    [
        "maria.popova@example.bg",
        "m_popova@example.bg",
        "Jan.Kowalski@gmina.example.pl",
        "ж.петров@example.bg",
        "a.b@x.eu",
    ],
)
def test_mailboxes_of_persons(mailbox):
    assert list(personal_mailboxes(f"Ask {mailbox}, please")) == [mailbox]


@pytest.mark.parametrize(
    "text",
    [
        "info@example.eu",
        "sessions.desk@example.eu",
        "eu-projects@example.eu",
        "a.b at x.eu",
        "@x.eu",
    ],
)
def test_mailboxes_of_offices(text):
    assert list(personal_mailboxes(text)) == []
