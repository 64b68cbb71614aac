"""Ids of texts: those of Git, whatever the line ends."""

import pytest

from scn.translations.blob import blob_id, body_digest

# By `git hash-object`.
HELLO = "ce013625030ba8db"
EMPTY = "e69de29bb2d1d643"
WITH_ACCENT = "bd613c7a525243dc"


@pytest.mark.parametrize(
    "text",
    ["hello\n", "hello\r\n", "\ufeffhello\n", b"hello\n", b"hello\r\n", b"\xef\xbb\xbfhello\r\n"],
)
def test_the_id_is_that_of_git_for_the_text_with_plain_line_ends(text):
    assert blob_id(text) == HELLO


def test_the_id_of_no_text_is_that_of_git():
    assert blob_id("") == blob_id(b"") == EMPTY


def test_text_and_bytes_have_the_same_id():
    assert blob_id("né\n") == blob_id("né\n".encode()) == WITH_ACCENT


def test_every_other_letter_makes_another_id():
    texts = [
        "hello",
        "hello\n",
        "hello \n",
        "Hello\n",
        "hello\n\n",
        "he\u0301llo\n",
        "h\u00e9llo\n",
    ]
    assert len({blob_id(text) for text in texts}) == len(texts)


def test_a_review_is_bound_to_the_body_alone():
    body = "# Title\n\nText.\n"
    digest = body_digest(f"---\ntitle: A\n---\n{body}")
    assert digest == body_digest(f"---\ntitle: B\nby: x\n---\n{body}\n\n")
    assert digest == body_digest(f"\ufeff---\r\ntitle: A\r\n---\r\n{body}".replace("\n", "\r\n"))
    assert digest != body_digest(f"---\ntitle: A\n---\n{body.replace('Text', 'Texts')}")
