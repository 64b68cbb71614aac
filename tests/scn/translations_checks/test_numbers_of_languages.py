"""Dates and numbers of all languages, as CLDR writes them and as they stand in a sentence."""

from datetime import date

import pytest
from babel.numbers import format_decimal

from scn.dates import format_date, format_dates, format_month, locale_of
from scn.glossary import Glossary
from scn.translations.checks.page import check_translation
from scn.translations.checks.quotation_marks import OF_LANGUAGE

LANGUAGES = sorted(set(OF_LANGUAGE) - {"en"})
NO_TERMS = Glossary(terms=(), labels=())
IN_JUNE_2025 = {
    "bg": "през юни 2025 г.",
    "cs": "v červnu 2025",
    "da": "i juni 2025",
    "de": "im Juni 2025",
    "el": "τον Ιούνιο του 2025",
    "es": "en junio de 2025",
    "et": "2025. aasta juunis",
    "fi": "kesäkuussa 2025",
    "fr": "en juin 2025",
    "ga": "i mí an Mheithimh 2025",
    "hr": "u lipnju 2025.",
    "hu": "2025 júniusában",
    "it": "nel giugno 2025",
    "lt": "2025 m. birželį",
    "lv": "2025. gada jūnijā",
    "mt": "f’Ġunju 2025",
    "nl": "in juni 2025",
    "pl": "w czerwcu 2025 r.",
    "pt": "em junho de 2025",
    "ro": "în iunie 2025",
    "sk": "v júni 2025",
    "sl": "junija 2025",
    "sv": "i juni 2025",
}


def errors(source: str, translation: str, language: str) -> list[str]:
    found = check_translation(
        translation, "p.md", source=source, language=language, glossary=NO_TERMS
    )
    return [str(one) for one in found if not one.is_warning]


def test_every_language_of_the_union_has_its_quotation_marks():
    assert len(LANGUAGES) == 23


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_of_every_month_and_length_are_known(language):
    for month in range(1, 13):
        day, other = date(2024, month, 28), date(2024, month % 12 + 1, 28)
        source = f"On {format_date(day, 'en')}."
        for length in ("medium", "long", "full"):
            assert errors(source, f"x {format_date(day, language, length)}", language) == []
            assert len(errors(source, f"x {format_date(other, language, length)}", language)) == 1
        source = f"In {format_month(2024, month, 'en')}."
        assert errors(source, f"x {format_month(2024, month, language)}", language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_with_thousands_and_decimals_are_known(language):
    locale = locale_of(language)
    for value, english in ((1000, "1,000"), (12.5, "12.5"), (1234567, "1,234,567")):
        text = f"x {format_decimal(value, locale=locale)} y"
        assert errors(f"It is {english} now.", text, language) == []
    assert errors("It is 1,000 now.", "x 1\N{NO-BREAK SPACE}000 y", language) == []
    assert len(errors("It is 1,000 now.", "x 10\N{NO-BREAK SPACE}000 y", language)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_of_a_range_are_known(language):
    days = date(2024, 11, 5), date(2024, 11, 7)
    source, text = format_dates(*days, "en"), format_dates(*days, language)
    assert errors(f"On {source}.", f"x {text} y", language) == []
    assert len(errors(f"On {source}.", f"x {text.replace('7', '8')} y", language)) == 1


@pytest.mark.parametrize(("language", "text"), IN_JUNE_2025.items())
def test_months_are_known_in_any_case(language, text):
    assert errors("It was in June 2025.", f"x {text} y", language) == []
    for other in ("May", "July", "August"):
        assert len(errors(f"It was in {other} 2025.", f"x {text} y", language)) == 1
