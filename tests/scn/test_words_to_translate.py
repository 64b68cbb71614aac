"""The words of a language that begins: all there, each marked, in its own plural forms."""

from pathlib import Path

import pytest

from scn.words import check_words, load_words
from scn.words_to_translate import check_marks, count_of_marks, words_to_translate

ENGLISH = (Path(__file__).resolve().parents[2] / "docs/_data/strings/en.yml").read_text("utf-8")
SMALL = """\
# English.

frame:
  home: Home
  colon: "All: {count}"
search:
  count:
    one: "{count} page"
    other: "{count} pages"
  long: >-
    Over
    two lines.

  next:
    other: Another
    missing: Write it
last: "#1"
"""


def test_every_text_is_marked_and_plural_forms_are_those_of_the_language():
    assert words_to_translate(SMALL, "ga", "Irish") == (
        "# The words of the frame in Irish.\n"
        '# State: to be translated. A text with "# to translate" behind it is still English:\n'
        "# translate it and take the mark away. Keep keys and what stands in braces.\n"
        "\n"
        "frame:\n"
        "  home: Home  # to translate\n"
        '  colon: "All: {count}"  # to translate\n'
        "search:\n"
        "  count:\n"
        '    one: "{count} page"  # to translate\n'
        '    two: "{count} pages"  # to translate\n'
        '    few: "{count} pages"  # to translate\n'
        '    many: "{count} pages"  # to translate\n'
        '    other: "{count} pages"  # to translate\n'
        "  long: >-  # to translate\n"
        "    Over\n"
        "    two lines.\n"
        "\n"
        "  next:\n"
        "    other: Another  # to translate\n"
        "    missing: Write it  # to translate\n"
        'last: "#1"  # to translate\n'
    )


@pytest.mark.parametrize("language", ["uk", "ar", "tr", "cy", "zh-Hant", "ja"])
def test_the_real_words_are_complete_and_say_what_the_english_ones_say(language):
    text = words_to_translate(ENGLISH, language, "Some language")
    source, _ = load_words(ENGLISH, "en.yml", "en")
    words, problems = load_words(text, "new.yml", language)
    assert [*problems, *check_words(words, source)] == []
    assert count_of_marks(text) == len(words.texts)
    assert {placed.text for placed in words.texts.values()} <= {
        placed.text for placed in source.texts.values()
    }


def test_what_is_still_to_be_translated_is_one_warning_at_the_first():
    text = words_to_translate(SMALL, "de", "German").replace("Home  # to translate", "Start")
    [warning] = check_marks(text, "de.yml")
    assert str(warning) == (
        "de.yml:7:10: warning: 7 texts are still to be translated. Translate each and take the"
        ' mark "# to translate" behind it away.'
    )
    assert list(check_marks('home: "Nothing # to translate"\n', "de.yml")) == []
    [warning] = check_marks("home: Home # to translate", "de.yml")
    assert str(warning) == (
        "de.yml:1:7: warning: 1 text is still to be translated. Translate it and take the"
        ' mark "# to translate" behind it away.'
    )


def test_the_words_of_today_are_translated():
    folder = Path(__file__).resolve().parents[2] / "docs/_data/strings"
    texts = [path.read_text("utf-8") for path in folder.glob("*.yml")]
    assert len(texts) >= 24
    assert sum(map(count_of_marks, texts)) == 0
