"""The termbase has one preferred form of a term in a language."""

from scn.translations.checks.terms_file import check_terms_file

TEXT = """\
terms:
  - id: digital-maturity
    term: Digital maturity
    forms:
      de: {text: "digitale Reife; digitaler Reifegrad"}
      fr: {text: maturité numérique}
labels:
  - id: smart-city
    forms:
      de: {text: "intelligente Stadt (also: Smart City)", confirmed: true}
      nl: {text: slimme stad (SC)}
  - id: without-forms
"""


def test_two_preferred_forms_are_said_with_their_place():
    assert [str(one) for one in check_terms_file(TEXT, "terms.yml")] == [
        (
            'terms.yml:5:18: de: "digitale Reife; digitaler Reifegrad" are two preferred forms.'
            " Write {text: digitale Reife, also: digitaler Reifegrad}."
        ),
        (
            'terms.yml:10:18: de: "intelligente Stadt (also: Smart City)" are two preferred forms.'
            " Write {text: intelligente Stadt, also: Smart City}."
        ),
    ]


def test_a_file_that_cannot_be_read_is_left_to_its_reader():
    for text in ("", "- a\n", "terms: x\n", "terms: [a, {forms: b}, {forms: {de: c}}]\n", "a: [\n"):
        assert list(check_terms_file(text, "terms.yml")) == []
