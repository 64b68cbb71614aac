"""The page that explains session files says what the code says."""

import re
from pathlib import Path

import pytest

from scn.problems import format_problems
from scn.sessions.catalogue import catalogue_from_folder, catalogue_with
from scn.sessions.choices import choices_of
from scn.sessions.field_tables import PAGE, fields_on, page_with_tables
from scn.sessions.fields import SESSION
from scn.sessions.json_schema import first_line

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def page():
    return (ROOT / PAGE).read_text("utf-8")


@pytest.fixture(scope="module")
def catalogue():
    return catalogue_from_folder(ROOT)


def block_after(page, sentence, language):
    found = re.search(rf"{sentence}\n\n```{language}\n(.*?)```", page, re.DOTALL)
    return found[1]


def test_the_tables_are_up_to_date(page, catalogue):
    """If not, run `python scripts/sessions.py fields`."""
    choices = choices_of(catalogue.vocabulary, catalogue.languages, catalogue.sources)
    assert page == page_with_tables(page, choices)


def test_every_field_has_its_place_in_one_table(page):
    assert sorted(fields_on(page)) == sorted(SESSION.fields)


def test_the_messages_are_those_of_the_check(page, catalogue):
    name = "bg/bg-2027-online-1.yml"
    text = block_after(page, "This file has eight mistakes:", "yaml")
    assert text.startswith(first_line(name))
    problems = catalogue_with(catalogue, name, text).problems
    assert len(problems) == 8
    said = block_after(page, "The check answers:", "text")
    assert said == format_problems(problems, with_source=True) + "\n"


def test_the_series_makes_the_sessions_that_the_page_names(page, catalogue):
    head = "kind: online-training\nstatus: confirmed\nannounced: 2027-01-15\ntitle: {en: A}\n"
    repeat, moved = re.findall(r"```yaml\n((?:repeat:|  except:).*?)```", page, re.DOTALL)
    one_line = "  except: {2027-05-20: cancelled}\n"
    assert repeat.endswith(one_line)
    for text in (repeat, repeat.replace(one_line, moved)):
        found = catalogue_with(catalogue, "bg/bg-2027-course.yml", head + text)
        assert found.problems == ()
        ids = [each.id for each in found.sessions if each.file_id == "bg-2027-course"]
        assert len(ids) == 4
        assert f"`{ids[-1]}`" in page
