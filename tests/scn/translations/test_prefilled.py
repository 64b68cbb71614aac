"""The address at which a translation begins in a browser."""

from urllib.parse import parse_qs, quote, urlsplit

import pytest

from scn.pages import load_page_head
from scn.translations.blob import blob_id
from scn.translations.model import TranslationHead
from scn.translations.prefilled import LONGEST_ADDRESS, prefilled_address

ENGLISH = """\
---
title: "Roles & duties: who?"
description: Who does what.
sources: [LI-2]
---

# Roles { #roles }

Some *text* + more.
"""
LONG = ENGLISH + "A sentence of the page.\n" * 400


def address_of(text):
    return f"https://git.example.eu/new?filename=roles.md&value={quote(text, safe='')}"


def begun(english):
    address = prefilled_address(english, address_of, "The rest is there.")
    assert len(address) <= LONGEST_ADDRESS
    return parse_qs(urlsplit(address).query, strict_parsing=True)["value"][0]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_short_page_is_there_with_its_head_and_its_pin(end):
    pin = f"translation:\n  source: {blob_id(ENGLISH)}\n  state: human\n---\n\n#"
    assert begun(ENGLISH.replace("\n", end)) == ENGLISH.replace("---\n\n#", pin)


def test_of_a_long_page_the_head_and_the_title_are_there_and_where_the_rest_is():
    text = begun(LONG)
    head, _, body = text.partition("\n---\n\n")
    assert body == "# Roles { #roles }\n\nThe rest is there.\n"
    assert head.startswith('---\ntitle: "Roles & duties: who?"\ndescription: Who does what.\n')
    assert load_page_head(text, "a.md", sources=None).translation == TranslationHead(
        source=blob_id(LONG), state="human"
    )


def test_a_host_that_takes_no_text_gets_the_name_only():
    assert (
        prefilled_address(LONG, lambda _: "https://git/new?n=a.md", "") == "https://git/new?n=a.md"
    )
