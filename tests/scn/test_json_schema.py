"""The JSON Schema of session files: current, complete, and as strict as a schema can be."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from scn.reading import Reading
from scn.sessions.catalogue import FOLDER, catalogue_from_folder
from scn.sessions.choices import choices_of
from scn.sessions.explanations import EXPLANATIONS, explanation
from scn.sessions.fields import DEFAULTS, SESSION
from scn.sessions.folder import DEFAULTS_FILE, SCHEMAS
from scn.sessions.json_schema import (
    check_first_lines,
    first_line,
    json_schema,
    json_schema_text,
    plain_value,
    value_of,
    walk_fields,
)
from scn.yaml_text import read_yaml

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted((Path(__file__).parent / "sessions").glob("*.yml"))
PAGE = ROOT / "docs/en/contribute/add-a-session.md"


@pytest.fixture(scope="module")
def catalogue():
    return catalogue_from_folder(ROOT)


@pytest.fixture(scope="module")
def choices(catalogue):
    return choices_of(catalogue.vocabulary, catalogue.languages, catalogue.sources)


@pytest.fixture(scope="module")
def validators(choices):
    found = {name: json_schema(name, choices) for name in SCHEMAS}
    for schema in found.values():
        jsonschema.Draft7Validator.check_schema(schema)
    return {name: jsonschema.Draft7Validator(schema) for name, schema in found.items()}


def errors(validators, name, text):
    """What an editor would mark in a file; `name` is its path in the folder of sessions."""
    assert read_yaml(text, name)[1] == ()
    validator = validators[SCHEMAS[name.endswith(f"/{DEFAULTS_FILE}")]]
    return [
        f"{error.json_path}: {error.message}" for error in validator.iter_errors(value_of(text))
    ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_up_to_date(name, choices):
    """If not, run `python scripts/sessions.py schema`."""
    assert (ROOT / FOLDER / name).read_text("utf-8") == json_schema_text(name, choices)


def test_all_files_fit(catalogue, validators):
    assert len(catalogue.texts) > 60
    for name, text in catalogue.texts.items():
        assert errors(validators, name, text) == [], name


def good_files():
    for case in CASES:
        content = yaml.load(case.read_text("utf-8"), yaml.CSafeLoader)
        if "problems" not in content:
            yield from content["files"].items()


@pytest.mark.parametrize(("name", "text"), list(good_files()))
def test_files_of_other_tests_fit(name, text, validators):
    assert errors(validators, name, text) == []


GOOD = """\
kind: online-training
status: confirmed
announced: 2027-01-15
title: {en: A}
start: 2027-03-30T10:00
end: 2027-03-30T12:00
"""


def test_the_examples_of_the_page_for_contributors_fit(validators):
    examples = re.findall(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    wrong = [text for text in examples if "canceled" in text]
    whole = [text for text in examples if "kind: online" in text or "kind: hybrid" in text]
    assert len(wrong) == 1
    assert len(whole) >= 3
    for text in whole:
        assert bool(errors(validators, "bg/x.yml", text)) is (text in wrong)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: online-training\n", ""),
        ("kind: online-training", "kind: training"),
        ("status: confirmed", "status: canceled"),
        ("announced: 2027-01-15\n", ""),
        ("announced: 2027-01-15", "announced: 15.1.2027"),
        ("title: {en: A}\n", ""),
        ("title: {en: A}", "title: A"),
        ("title: {en: A}", "title: {bg: A}"),
        ("title: {en: A}", "title: {en: A, xx: A}"),
        ("title: {en: A}", "title: {en: }"),
        ("title: {en: A}", f"title: {{en: {'A' * 151}}}"),
        ("title: {en: A}", 'title: {en: "A\\nB"}'),
        ("T10:00", " 10:00"),
        ("end: 2027-03-30T12:00", "offset: +2"),
        ("end: 2027-03-30T12:00\n", ""),
        ("end: ", "all_day: {from: 2027-03-30}\nend: "),
        ("end: ", "titel: {en: B}\nend: "),
        ("end: ", "source: www.example.eu\nend: "),
        ("end: ", "audience: []\nend: "),
        ("end: ", "audience: [everybody]\nend: "),
        ("end: ", "audience: [policymakers, policymakers]\nend: "),
        ("end: ", "online: {platform: telephone}\nend: "),
        ("end: ", "online: {join: 'javascript:alert(1)'}\nend: "),
        ("end: ", "online: {join: 'https://me:secret@example.eu/'}\nend: "),
        ("end: ", "venue: {name: {en: Hall}}\nend: "),
        ("end: ", "registration: {free: yes}\nend: "),
        ("end: ", "registration: {capacity: {onsite: -1}}\nend: "),
        ("end: ", "contact: {name: {en: Desk}, email: nobody}\nend: "),
        ("end: ", "previous_ids: [../../x]\nend: "),
        ("end: ", "hours_known: false\nend: "),
        ("end: ", "series: {id: bg-2027-x}\nend: "),
        ("end: ", "repeat: {every: day, first: 2027-03-30T10:00, length: 2h, times: 3}\nend: "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_marked(old, new, validators):
    assert old in GOOD
    assert errors(validators, "bg/bg-2027-a.yml", GOOD) == []
    assert errors(validators, "bg/bg-2027-a.yml", GOOD.replace(old, new)) != []


def golden_mistakes():
    for case in CASES:
        content = yaml.load(case.read_text("utf-8"), yaml.CSafeLoader)
        for name, text in content["files"].items() if "problems" in content else ():
            if f"/{name}:" in content["problems"] and not read_yaml(text, name)[1]:
                yield f"{case.stem} {name}", name, text


def test_most_golden_mistakes_are_marked(validators):
    """The others need more than one field, a calendar, or another file."""
    all_wrong = list(golden_mistakes())
    marked = [title for title, name, text in all_wrong if errors(validators, name, text)]
    assert len(marked) > 0.5 * len(all_wrong) > 30


@pytest.mark.parametrize("shape", [SESSION, DEFAULTS], ids=["session", "defaults"])
def test_every_field_is_explained_with_an_example_that_is_right(shape, choices):
    validators = jsonschema.Draft7Validator
    definitions = {"definitions": {name: {"enum": list(each)} for name, each in choices.items()}}
    for path, field, _ in walk_fields(shape.schema()):
        about, example = explanation(path)
        assert about[0].isupper() or about[0] == "`"
        assert not about.endswith(".")
        found = validators({**definitions, "allOf": [field]}).iter_errors(value_of(example))
        assert [error.message for error in found] == [], path


def test_every_explanation_is_of_a_field():
    paths = {path for path, *_ in walk_fields(SESSION.schema())}
    assert EXPLANATIONS.keys() - paths == set()


@pytest.mark.parametrize("name", [name for name in EXPLANATIONS if "." not in name])
def test_examples_are_read_by_the_check(name, choices):
    text = f"{name}: {EXPLANATIONS[name][1]}\n"
    reading = Reading(path="x.yml", lines=text.splitlines(), choices=choices)
    SESSION.fields[name].read(read_yaml(text, "x.yml")[0].get(name), reading)
    assert reading.problems == []


def test_the_first_line_is_required():
    texts = {"bg/bg-2027-a.yml": GOOD, "bg/_defaults.yml": GOOD}
    message = "The first line does not tell editors how to help. Make it"
    line = "# yaml-language-server: $schema=.."
    assert [str(problem) for problem in check_first_lines(texts, "x")] == [
        f"x/bg/bg-2027-a.yml:1:1: {message} `{line}/session.schema.json`.",
        f"x/bg/_defaults.yml:1:1: {message} `{line}/defaults.schema.json`.",
    ]
    right = {name: f"\ufeff{first_line(name)}\r\n{text}" for name, text in texts.items()}
    assert list(check_first_lines(right, "x")) == []


def test_the_first_line_leads_to_the_schema(catalogue):
    for name in catalogue.texts:
        target = first_line(name).rpartition("=")[2]
        assert (ROOT / FOLDER / name).parent.joinpath(target).resolve().is_file()


def test_values_are_those_of_yaml_1_2():
    text = "[yes, no, 2027-01-15, 10:30, 0123, 1_000, 1.5, true, null, '1', nan, 2h, 1e3]"
    assert value_of(text) == [
        "yes", "no", "2027-01-15", "10:30", 123, "1_000", 1.5, True, None, "1", "nan", "2h", 1e3,
    ]  # fmt: skip
    assert json.dumps(plain_value(read_yaml("a: {}", "")[0])) == '{"a": {}}'
