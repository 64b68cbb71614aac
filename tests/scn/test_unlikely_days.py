"""Warnings about days, by the golden files in warnings/: session files and what is said of them."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from scn.problems import Problem, format_problems
from scn.sessions.catalogue import DATA_FILES, catalogue_from_texts
from scn.sessions.unlikely_days import check_days, public_holiday

CASES = sorted((Path(__file__).parent / "warnings").glob("*.yml"))
ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "docs" / "_data"


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_warnings(file):
    case = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    known = {name: (DATA / name).read_text("utf-8") for name in DATA_FILES}
    catalogue = catalogue_from_texts(known, case["files"])
    assert catalogue.problems == ()
    warnings = check_days(catalogue, as_of=date(2027, 3, 1))
    assert format_problems(warnings, with_source=True) == case["warnings"].rstrip("\n")


def test_every_country_has_holidays_in_english(countries):
    for country in countries:
        assert public_holiday(country.id, date(2027, 1, 1))
        assert public_holiday(country.id, date(2027, 1, 1)).isascii()
        assert not public_holiday(country.id, date(2027, 10, 14))


@pytest.mark.parametrize("language", ["el_GR.UTF-8", "C"])
def test_the_language_of_the_machine_does_not_show(language):
    program = (
        "from datetime import date; from scn.sessions.unlikely_days import public_holiday;"
        "print(public_holiday('gr', date(2027, 3, 25)))"
    )
    environment = {**os.environ, "LANGUAGE": language, "LC_ALL": language, "LANG": language}
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**environment, "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        encoding="utf-8",
    )
    assert (ran.stdout, ran.stderr) == ("Independence Day\n", "")


def test_a_warning_says_that_it_is_one():
    warning = Problem(path="a.yml", line=2, column=3, message="Check.", is_warning=True)
    assert format_problems([warning]) == "a.yml:2:3: warning: Check."
    assert format_problems([warning], for_github=True) == (
        "::warning file=a.yml,line=2,col=3::Check."
    )
