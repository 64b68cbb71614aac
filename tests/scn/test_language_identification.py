"""How well sentences of the site are told apart: figures for the README of a decision.

The corpus is the site itself: every sentence of the pages in five languages, and the words of the
frame in all 24, without quotations, names and terms, as the check sees them.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from scn.glossary import load_glossary
from scn.language_identification import language_identifier
from scn.language_list import load_languages
from scn.translations.checks.blocks import NO_TEXT, blocks_of
from scn.translations.checks.leftover_english import english_terms, own_words
from scn.translations.checks.prose import HIDDEN, prose_of
from scn.words import load_words

DOCS = Path(__file__).parents[2] / "docs"
CODES = load_languages((DOCS / "_data/languages.yml").read_text("utf-8"), "languages.yml").codes
TERMS = english_terms(
    load_glossary((DOCS / "_data/terms.yml").read_text("utf-8"), "terms.yml", languages=CODES)
)
LENGTHS = ((3, 4), (5, 7), (8, 12), (13, 999))
STEP = 4
"""One sentence of so many is looked at, so that the test takes a second."""


@pytest.fixture(scope="module")
def language_of(require):
    found = language_identifier(CODES)
    require(found, "py3langid is not installed, which dev.py does")
    return found


def sentences(language):
    texts = []
    for page in sorted((DOCS / language).rglob("*.md")):
        blocks = (b for b in blocks_of(page.read_text("utf-8")) if b.lines)
        texts += [prose_of((b,)).text for b in blocks if b.kind not in NO_TEXT]
    file = DOCS / "_data/strings" / f"{language}.yml"
    words, _ = load_words(file.read_text("utf-8"), file.name, language)
    texts += [re.sub(r"\{\w+\}", HIDDEN, one.text) for one in words.texts.values()]
    found = {own_words(line, TERMS, ()) for text in texts for line in text.split("\n")}
    return sorted(found)[::STEP]


def test_precision_and_recall(language_of, budgets):
    rows = {}
    texts = {language: sentences(language) for language in CODES}
    for shortest, longest in LENGTHS:
        told = Counter()
        for language, own in texts.items():
            for text in own:
                if shortest <= len(text.split()) <= longest:
                    found = language_of(text)
                    told["all"] += 1
                    told["right"] += found == language
                    told["found"] += found == language == "en"
                    told["english"] += language == "en"
                    told["said"] += found == "en"
        precision, recall = told["found"] / told["said"], told["found"] / told["english"]
        rows[shortest] = (precision, recall, told["right"] / told["all"])
        budgets.note(
            f"Languages told apart, {shortest:>2} words and more: {told['all']:>5} sentences,"
            f" English: precision {precision:.3f}, recall {recall:.3f};"
            f" language right: {rows[shortest][2]:.3f}"
        )
    assert sum(map(len, texts.values())) > 3000
    assert rows[5][0] == rows[8][0] == rows[13][0] == 1
    assert rows[5][1] >= 0.98
    assert min(rows[8][1:]) >= 0.995
    assert min(rows[13][1:]) >= 0.999


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Use this page to plan it with your members", "en"),
        ("Utilisez cette page pour la préparer avec vos membres", "fr"),
        ("Diese Seite hilft dabei alles gemeinsam mit ihnen zu planen", "de"),
        ("Uża din il-paġna biex tippjana s-sessjoni mal-membri tiegħek", "mt"),
        ("Úsáid an leathanach seo chun an seisiún a phleanáil le do bhaill", "ga"),
    ],
)
def test_a_sentence(language_of, text, language):
    assert language_of(text) == language


def test_the_same_every_time_and_for_any_order_of_the_languages(language_of):
    assert language_identifier(reversed(CODES)) is language_of
