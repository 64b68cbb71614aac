"""The termbase."""

import json
from pathlib import Path

import pytest

from scn.glossary import (
    Form,
    Glossary,
    Label,
    Term,
    glossary_from_memory,
    load_glossary,
    memory_of_glossary,
)
from scn.language_list import load_languages
from scn.problems import ContentError

PATH = "docs/_data/terms.yml"
ROOT = Path(__file__).resolve().parents[2]
ALL = load_languages((ROOT / "docs/_data/languages.yml").read_text("utf-8"), "languages.yml").codes
LANGUAGES = ("bg", "en", "fr")

TEXT = """\
terms:
  - id: data-space
    term: Data space
    short: DS
    meaning: Where data is shared.
    source: general knowledge
    forms:
      bg: {text: пространство за данни, confirmed: true}
      fr: {text: espace de données}
  - {id: api, term: api, meaning: An agreed way., source: general knowledge}
labels:
  - id: living-in-eu
    term: Living-in.EU
    forms: {fr: {text: Living-in.EU}}
"""
API = Term(id="api", term="api", meaning="An agreed way.", source="general knowledge")
DATA_SPACE = Term(
    id="data-space",
    term="Data space",
    short="DS",
    meaning="Where data is shared.",
    source="general knowledge",
    forms=(
        ("bg", Form(text="пространство за данни", confirmed=True)),
        ("fr", Form(text="espace de données")),
    ),
)


def test_terms_are_in_alphabetical_order_whatever_their_case():
    glossary = load_glossary(TEXT, PATH, languages=LANGUAGES)
    label = Label(
        id="living-in-eu", term="Living-in.EU", forms=(("fr", Form(text="Living-in.EU")),)
    )
    assert glossary == Glossary(terms=(API, DATA_SPACE), labels=(label,))
    assert glossary.by_id == {"api": API, "data-space": DATA_SPACE}


def test_all_that_is_wrong_is_said_at_once():
    text = """\
terms:
  - {id: Data, term: Data, meaning: a, source: b, forms: {xx: {text: y}}}
  - {id: api, term: api, meaning: "", source: b, form: c}
  - {id: twin, term: Twin, meaning: a, source: b, forms: {fr: {text: t, confirmed: yes}}}
"""
    with pytest.raises(ContentError) as caught:
        load_glossary(text, PATH, languages=LANGUAGES)
    assert str(caught.value).split("\n") == [
        (
            f"{PATH}:1:1: labels: This is missing. Write its fields, one a line, such as id, term"
            " and forms after a hyphen on a line of its own, for each item."
        ),
        f'{PATH}:2:10: terms.id: "Data" cannot stand here. Write small letters with hyphens.',
        f'{PATH}:2:59: terms.forms.xx: "xx" is not known. Allowed: bg, en, fr.',
        (f"{PATH}:3:35: terms.meaning: There is no value. Write what it means, in one sentence."),
        f'{PATH}:3:50: terms: "form" is not a field here. Did you mean "forms"?',
        (
            f'{PATH}:4:84: terms.forms.fr.confirmed: "yes" is neither true nor false.'
            " Write one of them."
        ),
    ]


@pytest.mark.parametrize("group", ["terms", "labels"])
def test_an_id_is_an_anchor_and_stands_once(group):
    text = TEXT.replace("id: api", "id: data-space")
    if group == "labels":
        text = TEXT + "  - {id: living-in-eu, term: Other}\n"
    with pytest.raises(ContentError) as caught:
        load_glossary(text, PATH, languages=LANGUAGES)
    line = 10 if group == "terms" else 15
    assert str(caught.value) == f"{PATH}:{line}:5: {group}: This is in the list twice. Keep one."


def test_the_real_termbase_has_a_meaning_for_every_term():
    glossary = load_glossary((ROOT / PATH).read_text("utf-8"), PATH, languages=ALL)
    assert len(glossary.terms) > 50
    assert len(glossary.by_id) == len(glossary.terms)


def test_a_form_has_others_that_are_right_and_some_that_are_forbidden():
    text = TEXT.replace(
        "fr: {text: espace de données}",
        "fr: {text: espace de données, also: espace commun, forbidden: [espace data, data space]}",
    ).replace("general knowledge\n", "general knowledge\n    iate: 3550034\n", 1)
    term = load_glossary(text, PATH, languages=LANGUAGES).by_id["data-space"]
    assert term.iate == 3550034
    assert dict(term.forms)["fr"] == Form(
        text="espace de données",
        also=("espace commun",),
        forbidden=("espace data", "data space"),
    )


def test_a_form_is_not_both_right_and_forbidden():
    text = TEXT.replace(
        "fr: {text: espace de données}",
        "fr: {text: espace, also: lieu, forbidden: [espace, lieu]}",
    ).replace("fr: {text: Living-in.EU}", "fr: {text: [a, b]}")
    with pytest.raises(ContentError) as caught:
        load_glossary(text, PATH, languages=LANGUAGES)
    assert str(caught.value).split("\n") == [
        (
            f'{PATH}:9:49: terms.forms.fr.forbidden: "espace" is the form to prefer.'
            " Take it out of one of them."
        ),
        (
            f'{PATH}:9:49: terms.forms.fr.forbidden: "lieu" is allowed by `also`.'
            " Take it out of one of them."
        ),
        (f"{PATH}:14:24: labels.forms.fr.text: There is more than one value. Write the term."),
    ]


def test_the_glossary_of_the_site_is_remembered_as_it_is():
    glossary = load_glossary((ROOT / PATH).read_text("utf-8"), PATH, languages=ALL)
    assert glossary.terms
    assert glossary.labels
    remembered = json.loads(json.dumps(memory_of_glossary(glossary)))
    assert glossary_from_memory(remembered) == glossary
