"""Two pages as they were translated, copied here: nothing is said about them as they are, and a
changed digit, link, id or quotation mark anywhere in them is seen.
"""

import re
from pathlib import Path

import pytest

from scn.glossary import load_glossary
from scn.language_list import load_languages
from scn.translations.checks.blocks import blocks_of
from scn.translations.checks.page import check_translation
from scn.translations.checks.prose import HIDDEN, prose_of

FOLDER = Path(__file__).parent / "pages"
ROOT = FOLDER.parents[3]
PAGES = [
    (
        file.read_text("utf-8"),
        (FOLDER / f"{file.name.split('.')[0]}.en.md").read_text("utf-8"),
        lang,
    )
    for lang in ("de", "fr")
    for file in sorted(FOLDER.glob(f"*.{lang}.md"))
]
LANGUAGES = load_languages(
    (ROOT / "docs/_data/languages.yml").read_text("utf-8"), "languages.yml"
).codes
TERMS = load_glossary(
    (ROOT / "docs/_data/terms.yml").read_text("utf-8"), "terms.yml", languages=LANGUAGES
)

pages = pytest.mark.parametrize(("text", "source", "language"), PAGES, ids=["de", "fr"])


def problems_of(text: str, source: str, language: str):
    return list(
        check_translation(text, "page.md", source=source, language=language, glossary=TERMS)
    )


def with_letter(text: str, line: int, column: int, letter: str) -> str:
    lines = text.split("\n")
    row = lines[line - 1]
    lines[line - 1] = row[: column - 1] + letter + row[column:]
    return "\n".join(lines)


def places_of(text: str, pattern: str):
    """Line, column and letter of what the reader sees."""
    for block in blocks_of(text):
        prose = prose_of([block])
        for found in re.finditer(pattern, prose.text):
            yield *prose.place(found.start()), found[0]


@pages
def test_nothing_is_said_about_a_good_translation(text, source, language):
    assert [str(one) for one in problems_of(text, source, language)] == []
    assert len(blocks_of(text)) > 250


@pages
def test_every_changed_digit_is_seen_near_its_place(text, source, language):
    places = list(places_of(text, r"\d"))
    assert len(places) > 150
    for line, column, digit in places[::9]:
        changed = with_letter(text, line, column, str((int(digit) + 1) % 10))
        found = [one for one in problems_of(changed, source, language) if not one.is_warning]
        assert found, (line, column)
        assert all(abs(one.line - line) <= 6 for one in found), (line, column)


@pages
def test_every_straight_quotation_mark_is_seen_in_its_place(text, source, language):
    places = list(places_of(text, "[„“«»]"))
    assert len(places) >= 10
    for line, column, _ in places:
        changed = with_letter(text, line, column, '"')
        found = {(one.line, one.column) for one in problems_of(changed, source, language)}
        assert (line, column) in found


@pages
def test_every_block_that_is_left_out_is_seen(text, source, language):
    lines = text.split("\n")
    starts = [block.place.number for block in blocks_of(text) if block.kind in ("item", "row")]
    assert len(starts) > 50
    for number in starts[::9]:
        shorter = "\n".join(lines[: number - 1] + lines[number:])
        assert any(not one.is_warning for one in problems_of(shorter, source, language)), number


@pages
def test_every_changed_target_is_seen_in_its_place(text, source, language):
    lines = text.split("\n")
    targets = [
        (number, found.start() + 3)
        for number, line in enumerate(lines, start=1)
        for found in re.finditer(r"\]\([^)]+\)", line)
    ]
    assert len(targets) >= 10
    for line, column in targets:
        changed = with_letter(text, line, column, "~")
        found = {(one.line, one.column) for one in problems_of(changed, source, language)}
        assert (line, column) in found


@pages
def test_each_letter_that_is_shown_stands_where_it_is_said_to(text, source, language):
    lines = text.split("\n")
    for block in blocks_of(text):
        prose = prose_of([block])
        for letter, (line, column) in zip(prose.text, prose.places, strict=True):
            if letter not in (HIDDEN, "\n"):
                assert lines[line - 1][column - 1] == letter
