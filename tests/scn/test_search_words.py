"""What the search has beside the pages."""

from scn.glossary import Form, Term
from scn.search_index import SearchRecord
from scn.search_words import glossary_records, search_words_address, words_of

TERMS = (
    Term(
        id="twin",
        term="Digital twin",
        short="DT",
        meaning="A model.",
        source="x",
        forms=(
            (
                "bg",
                Form(text="цифров двойник", also=("дигитален двойник",), forbidden=("близнак",)),
            ),
        ),
    ),
    Term(id="act", term="Data Act", meaning="A regulation.", source="x"),
)


def test_terms_of_the_source_language_have_their_meaning():
    assert list(glossary_records(TERMS, "en")) == [
        SearchRecord(
            address="glossary/#twin",
            section="glossary",
            title="Digital twin",
            more="DT",
            text="A model.",
        ),
        SearchRecord(
            address="glossary/#act", section="glossary", title="Data Act", text="A regulation."
        ),
    ]


def test_terms_of_another_language_are_those_that_it_has_a_form_for():
    """Without the English meaning, which would be found by words of another language."""
    assert list(glossary_records(TERMS, "bg")) == [
        SearchRecord(
            address="bg/glossary/#twin",
            section="glossary",
            title="цифров двойник",
            more="дигитален двойник, Digital twin, DT",
        )
    ]
    assert list(glossary_records(TERMS, "mt")) == []


def test_a_record_says_only_what_it_has():
    [_, act] = glossary_records(TERMS, "en")
    assert act.to_json() == {
        "address": "glossary/#act",
        "section": "glossary",
        "title": "Data Act",
        "text": "A regulation.",
    }


def test_words_to_suggest_are_whole_words_of_four_letters_and_more():
    texts = ["The EDIC’s Größe, 2027!", "l’eau d'impact", "Градовете и селата", "the EDIC’s"]
    assert words_of(texts) == ["d'impact", "edic’s", "größe", "l’eau", "градовете", "селата"]


def test_the_file_stands_beside_the_results_page():
    assert search_words_address("en") == "search/words.json"
    assert search_words_address("bg") == "bg/search/words.json"
