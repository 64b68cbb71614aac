"""The languages of the site: their list, and what a build is asked for."""

import pytest

from scn.language_list import load_languages
from scn.languages import Language, Languages, languages_from_request
from scn.problems import ContentError

PATH = "docs/_data/languages.yml"
EL = Language(code="el", name="ελληνικά", english_name="Greek")
EN = Language(code="en", name="English", english_name="English")
FR = Language(code="fr", name="français", english_name="French")
ALL = Languages((EL, EN, FR))

TEXT = """\
languages:
  - code: el
    name: ελληνικά
    english_name: Greek
  - code: en
    name: English
    english_name: English
  - {code: fr, name: français, english_name: French}
"""


def test_the_list_keeps_its_order():
    assert load_languages(TEXT, PATH) == ALL


def test_a_language_may_be_written_from_right_to_left():
    text = TEXT + "  - {code: ar, name: العربية, english_name: Arabic, direction: rtl}\n"
    found = load_languages(text, PATH).by_code("ar")
    assert found == Language(code="ar", name="العربية", english_name="Arabic", direction="rtl")


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        pytest.param(
            "languages:\n  - {code: en, name: English, english_name: English}\n"
            "  - {code: EN, Name: x}\n",
            [
                f"{PATH}:3:5: languages.english_name: This is missing. Write its name in English.",
                (
                    f"{PATH}:3:5: languages.name: This is missing."
                    " Write what its own speakers call it."
                ),
                (
                    f'{PATH}:3:12: languages.code: "EN" cannot stand here.'
                    " Write a language code such as bg."
                ),
                f'{PATH}:3:16: languages: "Name" is not a field here. Did you mean "name"?',
            ],
            id="fields",
        ),
        pytest.param(
            TEXT + "  - {code: fr, name: français, english_name: French}\n",
            [f"{PATH}:9:5: languages: This is in the list twice. Keep one."],
            id="the same twice",
        ),
        pytest.param(
            TEXT + "  - {code: fr, name: Français, english_name: French}\n",
            [f"{PATH}:9:5: languages: This is in the list twice. Keep one."],
            id="a code twice",
        ),
        pytest.param(
            "languages:\n  - {code: fr, name: français, english_name: French}\n",
            [f"{PATH}:1:1: languages: en is missing. It is the source: add it."],
            id="no source",
        ),
        pytest.param(
            "- code: en\n",
            [f"{PATH}:1:1: There are no fields. Write its fields, one a line, such as languages."],
            id="a list",
        ),
    ],
)
def test_what_is_wrong_with_the_list(text, messages):
    with pytest.raises(ContentError) as caught:
        load_languages(text, PATH)
    assert str(caught.value).split("\n") == messages


@pytest.mark.parametrize(
    ("request_", "codes", "unknown"),
    [
        ("", ("el", "en", "fr"), ()),
        ("  ", ("el", "en", "fr"), ()),
        ("all", ("el", "en", "fr"), ()),
        ("auto", ("en", "fr"), ()),
        ("el", ("el",), ()),
        ("fr,el", ("el", "fr"), ()),
        (" fr , el ,", ("el", "fr"), ()),
        ("en", ("en",), ()),
        ("fr,xx,FR", ("fr",), ("xx", "FR")),
        ("xx", (), ("xx",)),
    ],
)
def test_what_a_build_is_asked_for(request_, codes, unknown):
    found, not_known = languages_from_request(request_, ALL, with_pages={"en", "fr"})
    assert (found.codes, not_known) == (codes, unknown)


def test_a_language_is_found_by_its_code():
    assert ALL.by_code("fr") == FR
    assert [code in ALL for code in ("fr", "de")] == [True, False]
    assert (len(ALL), tuple(ALL)) == (3, (EL, EN, FR))
    with pytest.raises(KeyError, match="de"):
        ALL.by_code("de")
