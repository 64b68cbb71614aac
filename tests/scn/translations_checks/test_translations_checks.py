"""Checks on translations, by the golden files in the folders beside this one.

`source` and `translation` are the input, `problems` all that is said about the translation, each
as `line:column: message`. A new case is a new file.
"""

from pathlib import Path

import pytest
import yaml

from scn.glossary import Glossary, load_glossary
from scn.language_identification import language_identifier
from scn.language_list import load_languages
from scn.translations.checks.blocks import blocks_of
from scn.translations.checks.headings import check_headings_of_translation
from scn.translations.checks.links import check_links
from scn.translations.checks.numbers import check_numbers
from scn.translations.checks.page import check_translation
from scn.translations.checks.pairs import pairs_of
from scn.translations.checks.structure import check_structure

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[2]
LANGUAGES = load_languages(
    (ROOT / "docs/_data/languages.yml").read_text("utf-8"), "languages.yml"
).codes
CASES = sorted(FOLDER.glob("*/*.yml"))
NO_TERMS = Glossary(terms=(), labels=())


@pytest.fixture(scope="module")
def language_of(require):
    found = language_identifier(LANGUAGES)
    require(found, "py3langid is not installed, which dev.py does")
    return found


def problems_of(case: dict, **options) -> list[str]:
    text = case.get("glossary")
    glossary = load_glossary(text, "terms.yml", languages=LANGUAGES) if text else NO_TERMS
    found = check_translation(
        case["translation"],
        "page.md",
        source=case["source"],
        language=case["language"],
        glossary=glossary,
        pending=case.get("pending", ()),
        **options,
    )
    return [str(one).removeprefix("page.md:") for one in found]


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_problems_of_a_translation(file, language_of):
    case = yaml.safe_load(file.read_text("utf-8"))
    assert case.keys() - {"glossary", "pending"} == {
        "language",
        "source",
        "translation",
        "problems",
    }
    assert problems_of(case, language_of=language_of) == case["problems"]


def test_every_rule_has_cases():
    names = {file.parent.name for file in CASES}
    assert names == {
        "english",
        "everything",
        "links",
        "numbers",
        "structure",
        "terms",
        "typography",
    }


def test_without_a_library_only_sentences_of_the_source_are_known_as_english():
    source = "# A { #a }\n\nUse this page to plan it.\n\n- Reserve a good room with them\n"
    text = "# A { #a }\n\nUse this page to plan them.\n\n- Reserve a good room with them\n"
    case = {"language": "fr", "source": source, "translation": text}
    assert problems_of(case) == [
        '5:3: This is English: "Reserve a good room with them". Translate it.'
    ]


def test_lines_may_end_as_windows_does_and_the_file_may_begin_with_a_mark():
    source = "# A { #a }\n\nTake 5 days.\n"
    text = "\ufeff# A { #a }\r\n\r\nPrenez 6 jours.\r\n"
    case = {"language": "fr", "source": source, "translation": text}
    assert problems_of(case) == [
        '3:8: "5" of the English page is not here; there is "6" instead. Write 5.'
    ]


def test_an_english_page_is_its_own_translation():
    """Every page of this site, so every kind of block: no difference where there is none."""
    pages = sorted((ROOT / "docs/en").rglob("*.md"))
    assert len(pages) > 50
    for page in pages:
        text = page.read_text("utf-8")
        blocks = blocks_of(text)
        pairs = tuple(pairs_of(blocks, blocks))
        assert [pair.source for pair in pairs] == [(block,) for block in blocks]
        found = [
            *check_headings_of_translation(blocks, blocks, page.name),
            *check_structure(blocks, blocks, page.name),
            *check_links(pairs, page.name, language="ga"),
            *check_numbers(pairs, page.name, language="en"),
        ]
        assert [str(one) for one in found] == []
