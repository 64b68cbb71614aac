"""The register of sources."""

from pathlib import Path

import pytest

from scn.problems import ContentError
from scn.sources import Source, load_sources

PATH = "docs/_data/sources.yml"


def test_sources_by_their_code():
    text = """\
sources:
  - {code: LI-1, text: "Living-in.EU: about"}
  - {code: CELEX-32024R1689, text: AI Act, url: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"}
"""
    assert load_sources(text, PATH) == {
        "LI-1": Source(code="LI-1", text="Living-in.EU: about"),
        "CELEX-32024R1689": Source(
            code="CELEX-32024R1689",
            text="AI Act",
            url="https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
        ),
    }


def test_all_that_is_wrong_is_said_at_once():
    text = """\
sources:
  - {code: li1, text: a}
  - {code: LI-2, text: a, url: "http://example.eu/"}
  - {code: LI-3, titel: a}
"""
    with pytest.raises(ContentError) as caught:
        load_sources(text, PATH)
    assert str(caught.value).split("\n") == [
        f'{PATH}:2:12: sources.code: "li1" cannot stand here. Write a code such as LI-3.',
        (
            f'{PATH}:3:32: sources.url: "http://example.eu/" is no safe address.'
            " Write one with https://."
        ),
        f"{PATH}:4:5: sources.text: This is missing. Write who published what, and when.",
        f'{PATH}:4:18: sources: "titel" is not a field here. Fields: code, text, url.',
    ]


def test_a_code_stands_once():
    text = "sources:\n  - {code: LI-1, text: a}\n  - {code: LI-1, text: b}\n"
    with pytest.raises(ContentError) as caught:
        load_sources(text, PATH)
    assert str(caught.value) == f"{PATH}:3:5: sources: This is in the list twice. Keep one."


def test_the_real_register_can_be_read():
    text = (Path(__file__).resolve().parents[2] / PATH).read_text("utf-8")
    assert len(load_sources(text, PATH)) > 40
