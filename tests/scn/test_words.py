"""The words that templates and generated pages say."""

import pytest

from scn.words import (
    LanguageWords,
    Placed,
    check_words,
    load_words,
    plural_categories,
    plural_category,
)

EN_PATH, FR_PATH, PL_PATH = (f"docs/_data/strings/{code}.yml" for code in ("en", "fr", "pl"))

ENGLISH = """\
menu: Menu
frame:
  skip: Skip to the content
  as_of: As of {date}.
count:
  one: "{count} page for {query}"
  other: "{count} pages for {query}"
"""


def words(text, language="en"):
    found, problems = load_words(text, f"docs/_data/strings/{language}.yml", language)
    assert problems == ()
    return found


def problems_of(text, language, source=ENGLISH):
    found, problems = load_words(text, f"docs/_data/strings/{language}.yml", language)
    return [str(one) for one in (*problems, *check_words(found, words(source)))]


def test_every_text_is_known_by_the_path_of_its_keys_and_by_its_place():
    assert words(ENGLISH) == LanguageWords(
        language="en",
        path=EN_PATH,
        texts={
            "menu": Placed("Menu", 1, 7),
            "frame.skip": Placed("Skip to the content", 3, 9),
            "frame.as_of": Placed("As of {date}.", 4, 10),
            "count.one": Placed("{count} page for {query}", 6, 8),
            "count.other": Placed("{count} pages for {query}", 7, 10),
        },
    )


@pytest.mark.parametrize(
    ("key", "placeholders", "expected"),
    [
        ("menu", {}, "Menu"),
        ("menu", {"date": "unused"}, "Menu"),
        ("frame.as_of", {"date": "1 May 2026"}, "As of 1 May 2026."),
        ("frame.as_of", {"date": "29. studenoga 2026."}, "As of 29. studenoga 2026."),
        ("frame.as_of", {"date": "{date}"}, "As of {date}."),
        ("count", {"count": 1, "query": "a"}, "1 page for a"),
        ("count", {"count": 2, "query": "{count}"}, "2 pages for {count}"),
        ("count", {"count": "1", "query": "a"}, "1 page for a"),
    ],
)
def test_a_text_is_filled_in(key, placeholders, expected):
    assert words(ENGLISH)(key, **placeholders) == expected


@pytest.mark.parametrize(
    ("key", "placeholders", "missing"),
    [
        ("frame.missing", {}, "en: frame.missing"),
        ("count", {}, "en: count"),
        ("frame.as_of", {}, "date"),
        ("menus", {"count": 1}, "en: menus"),
    ],
)
def test_what_is_not_there_is_an_error_and_never_an_empty_text(key, placeholders, missing):
    with pytest.raises(KeyError) as caught:
        words(ENGLISH)(key, **placeholders)
    assert caught.value.args == (missing,)


def test_asking_for_what_is_there():
    found = words(ENGLISH)
    assert [key in found for key in ("menu", "count.one", "count", "frame")] == [
        True,
        True,
        False,
        False,
    ]
    assert found.under("frame") == {"skip": "Skip to the content", "as_of": "As of {date}."}
    assert found.under("fram") == {}


# CLDR, https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
PLURALS = {
    "en": {"one": 1, "other": 0},
    "fr": {"one": 0, "other": 2},
    "pl": {"one": 1, "few": 3, "many": 5},
    "ga": {"one": 1, "two": 2, "few": 4, "many": 8, "other": 20},
    "mt": {"one": 1, "two": 2, "few": 4, "many": 15, "other": 25},
    "lv": {"zero": 0, "one": 21, "other": 2},
    "sl": {"one": 101, "two": 202, "few": 3, "other": 5},
    "lt": {"one": 21, "few": 2, "other": 11},
    "hu": {"one": 1, "other": 0},
    "cs": {"one": 1, "few": 3, "other": 5},
}


@pytest.mark.parametrize("language", PLURALS)
def test_a_language_has_the_plural_forms_of_cldr(language):
    assert plural_categories(language) == set(PLURALS[language])
    found = {category: plural_category(language, n) for category, n in PLURALS[language].items()}
    assert found == {category: category for category in PLURALS[language]}


def test_the_form_follows_the_number_by_the_rules_of_the_language():
    polish = words(
        'count: {one: "{count} strona", few: "{count} strony", many: "{count} stron"}\n', "pl"
    )
    assert [polish("count", count=n) for n in (1, 2, 5, 22, 112)] == [
        "1 strona",
        "2 strony",
        "5 stron",
        "22 strony",
        "112 stron",
    ]


def test_a_number_whose_form_is_not_there_takes_that_of_the_others():
    """French has a form for millions, which this site does not count."""
    french = words('count: {one: "{count} page", other: "{count} pages"}\n', "fr")
    assert plural_category("fr", 1_000_000) == "many"
    assert french("count", count=1_000_000) == "1000000 pages"


def test_a_complete_language_has_no_problems_whatever_the_order_of_its_keys():
    french = """\
count:
  other: "{count} pages pour {query}"
  one: "{count} page pour {query}"
frame: {as_of: "Au {date}.", skip: Aller au contenu}
menu: Menu
"""
    assert problems_of(french, "fr") == []
    assert problems_of(ENGLISH, "en") == []


@pytest.mark.parametrize(
    ("one", "messages"),
    [
        ("a single page for {query}", []),
        (
            "a single page",
            [
                (
                    f"{EN_PATH}:6:8: count.one has the placeholders none."
                    " Write those of the English text: {count}, {query}."
                )
            ],
        ),
        (
            "{count} page for {word}",
            [
                (
                    f"{EN_PATH}:6:8: count.one has the placeholders {{count}}, {{word}}."
                    " Write those of the English text: {count}, {query}."
                )
            ],
        ),
    ],
)
def test_a_plural_form_may_do_without_the_number_but_not_without_the_rest(one, messages):
    text = ENGLISH.replace("{count} page for {query}", one)
    assert problems_of(text, "en") == messages


def test_all_problems_of_a_language_in_whole_sentences():
    polish = """\
menu: ""
frame:
  as_of: Stan na {data}.
  skp: Przejdź do treści
  list: [a, b]
count:
  one: "{count} strona dla {query}"
  other: "{count} strony dla {query}"
"""
    assert problems_of(polish, "pl") == [
        f"{PL_PATH}:1:7: menu is empty. Write the text.",
        f"{PL_PATH}:5:9: frame.list is a list. Write one text.",
        (
            f"{PL_PATH}:1:1: count.few is missing. Write it; in English it is"
            f" “{{count}} pages for {{query}}” ({EN_PATH})."
        ),
        (
            f"{PL_PATH}:1:1: count.many is missing. Write it; in English it is"
            f" “{{count}} pages for {{query}}” ({EN_PATH})."
        ),
        (
            f"{PL_PATH}:1:1: frame.skip is missing. Write it; in English it is"
            f" “Skip to the content” ({EN_PATH})."
        ),
        f"{PL_PATH}:8:10: count.other is not a key of {EN_PATH}. Remove it or mend its name.",
        f"{PL_PATH}:4:8: frame.skp is not a key of {EN_PATH}. Remove it or mend its name.",
        (
            f"{PL_PATH}:3:10: frame.as_of has the placeholders {{data}}."
            " Write those of the English text: {date}."
        ),
    ]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("- a\n- b\n", [f"{FR_PATH}:1:1: this file is no list of keys. Write `key: text`."]),
        (
            "menu: a\nmenu: b\n",
            [f'{FR_PATH}:2:1: "menu" is here twice, first in line 1. Keep one.'],
        ),
        (
            "menu: {a\n",
            [f"{FR_PATH}:1:7: This brace is not closed, or a comma is missing in it."],
        ),
    ],
)
def test_a_file_that_is_no_list_of_texts(text, messages):
    _, problems = load_words(text, FR_PATH, "fr")
    assert [str(one) for one in problems] == messages
