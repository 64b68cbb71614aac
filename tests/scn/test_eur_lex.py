"""Addresses of acts of the Union."""

from scn.eur_lex import act_address
from scn.languages import OFFICIAL_CODES


def test_each_official_language_has_its_own_address():
    found = {act_address("dir/2016/2102", code) for code in OFFICIAL_CODES}
    assert len(found) == len(OFFICIAL_CODES) == 24
    assert "https://eur-lex.europa.eu/eli/dir/2016/2102/oj/deu" in found


def test_a_language_without_a_text_gets_the_english_one():
    english = "https://eur-lex.europa.eu/eli/dir/2016/2102/oj/eng"
    assert act_address("dir/2016/2102", "en") == english
    assert act_address("dir/2016/2102", "uk") == english
