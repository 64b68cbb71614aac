"""The Member States: the real file, and files with mistakes."""

import unicodedata

import pytest

from scn.countries import load_countries
from scn.dates import locale_of
from scn.problems import ContentError

PROTOCOL_ORDER = "BE BG CZ DK DE EE IE EL ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE"


def test_all_states_in_protocol_order(countries):
    assert " ".join(country.eu_code for country in countries) == PROTOCOL_ORDER
    assert len(countries) == 27


def test_only_greece_has_two_codes(countries):
    other = [c.id for c in countries if c.id != c.eu_code.lower()]
    assert other == ["gr"]
    assert countries.by_id["gr"].alpha3 == "GRC"


def test_names_in_all_languages(countries, languages):
    assert countries.by_id["gr"].name_in("fr") == "Grèce"
    for country in countries:
        assert {code for code, _ in country.names.translations} == set(languages)


def test_own_names_are_names_in_the_own_languages(countries):
    assert countries.by_id["be"].own_names == (
        ("fr", "Belgique"),
        ("nl", "België"),
        ("de", "Belgien"),
    )
    for country in countries:
        for language, name in country.own_names:
            if language != "lb":  # Luxembourgish is no language of the Union
                assert name == country.name_in(language)


@pytest.mark.parametrize("language", ["bg", "el"])
def test_no_look_alike_letters(countries, language):
    block = {"bg": "CYRILLIC", "el": "GREEK"}[language]
    for country in countries:
        letters = [char for char in country.name_in(language) if char.isalpha()]
        assert all(unicodedata.name(char).startswith(block) for char in letters)


def test_cldr_has_nearly_the_same_names(countries, languages):
    """The names are those of the Publications Office; a mistake in copying would show here."""
    other = {
        (country.id, language): country.name_in(language)
        for country in countries
        for language in languages
        if country.name_in(language).lower()
        != locale_of(language).territories[country.id.upper()].lower()
    }
    assert other == {
        ("cz", "mt"): "Iċ-Ċekja",
        ("nl", "et"): "Madalmaad",
        ("nl", "pl"): "Niderlandy",
    }


def test_official_languages_and_zones(countries, languages):
    assert {code for country in countries for code in country.languages} == set(languages)
    assert countries.by_id["pt"].further_zones == ("Atlantic/Azores", "Atlantic/Madeira")


def test_members_that_could_be_identified(countries):
    named = [c.id for c in countries if c.network_member and c.network_member.name]
    assert named == ["be", "dk", "hr", "lv", "lt", "mt", "nl", "si"]
    assert all(country.associations for country in countries)


def test_all_mistakes_at_once(languages):
    text = """\
- id: el
  eu_code: el
  alpha3: GRC
  own_names: Ελλάδα
  languages: [gr]
  time_zone: EET
  names: {el: Ελλάδα}
  associations: [{acronym: KEDE, cemr: member}]
  network_membre: {name: KEDE}
"""
    names = "names below the codes of their languages, as in {bg: България}"
    code = "the code of an official language such as bg"
    with pytest.raises(ContentError) as caught:
        load_countries(text, "c.yml", languages=languages)
    assert str(caught.value).splitlines() == [
        'c.yml:2:12: eu_code: "el" cannot stand here. Write two capitals such as BG.',
        f"c.yml:4:14: own_names: There are no fields. Write {names}.",
        f'c.yml:5:15: languages: "gr" is not known. Write {code}.',
        'c.yml:6:14: time_zone: "EET" cannot stand here. Write a zone such as Europe/Sofia.',
        "c.yml:7:10: names: The English text is missing. Add it below the code en.",
        'c.yml:8:40: associations.cemr: "member" is not known. Allowed: yes, associate, no.',
        'c.yml:9:3: "network_membre" is not a field here. Did you mean "network_member"?',
    ]


def test_a_country_stands_once(languages, countries):
    text = """\
- {id: mt, eu_code: MT, alpha3: MLT, own_names: {mt: Malta}, languages: [mt],
   time_zone: Europe/Malta, names: {en: Malta}, associations: [{acronym: LCA}]}
"""
    with pytest.raises(ContentError) as caught:
        load_countries(text + text, "c.yml", languages=languages)
    assert str(caught.value) == "c.yml:3:3: This is in the list twice. Keep one."
