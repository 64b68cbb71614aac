"""PO and XLIFF as others read them: golden files, the schema of OASIS, Babel, the package xliff."""

import io
import json
import subprocess
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from lxml import etree

from scn.translations.blob import blob_id
from scn.translations.exchange.codes import pieces_of
from scn.translations.exchange.exporting import export_text
from scn.translations.exchange.units import unit_page

HERE = Path(__file__).parent
EVERY_FORM = (HERE.parent / "every-form.md").read_text("utf-8").replace("tags: [a]\n", "")
SCHEMA = etree.XMLSchema(etree.parse(HERE / "oasis" / "xliff_core_2.0.xsd"))
NAMES = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
ENGLISH = """\
---
title: Every state
description: A page in each of the states.
---

# Every state { #every-state }

It is new.

It says *what* it says, in `code` & <b>more</b>.

Until 1 May 2027.

## Waits { #waits }

It waits.
"""
FRENCH = """\
---
title: Tous les états
description: Une page dans chacun des états.
translation:
  source: {source}
  state: machine
  pending: [waits]
---

# Tous les états {{ #every-state }}

C’est *ce* que c’est, en `code` & <b>plus</b>.

Jusqu’au 1er mai 2027.

## Attend {{ #waits }}

Il attend.
"""


@pytest.fixture
def states(project):
    old = ENGLISH.replace("It is new.\n\n", "")
    project.keep(old)
    project.write("docs/en/index.md", ENGLISH.replace("1 May", "2 June"))
    project.write("docs/fr/index.md", FRENCH.format(source=blob_id(old)))
    return project


@pytest.fixture
def forms(project):
    project.write("docs/en/index.md", EVERY_FORM)
    return project


@pytest.mark.parametrize("name", ["states", "forms"])
@pytest.mark.parametrize(("format_", "ending"), [("po", "po"), ("xliff", "xlf")])
def test_golden_files(request, name, format_, ending):
    project = request.getfixturevalue(name)
    assert project.export(format_) == (HERE / f"{name}.{ending}").read_text("utf-8")


@pytest.mark.parametrize("language", ["fr", "bg"])
def test_the_schema_of_oasis_allows_every_page(real_catalogue, language):
    text = export_text(real_catalogue, language, [], "xliff")[0]
    tree = etree.fromstring(text.encode())
    SCHEMA.assertValid(tree)
    assert len(tree.xpath("//x:unit", namespaces=NAMES)) > 7000


def test_the_schema_refuses_what_is_wrong(states):
    text = states.export("xliff").replace('state="initial"', 'state="begun"', 1)
    assert not SCHEMA.validate(etree.fromstring(text.encode()))


@pytest.mark.parametrize("name", ["states", "forms"])
def test_what_the_standard_asks_beyond_its_schema(request, name):
    """Ids are unique where they must be, and every reference has something to refer to."""
    tree = etree.fromstring(request.getfixturevalue(name).export("xliff").encode())
    for unit in tree.xpath("//x:unit", namespaces=NAMES):
        data = unit.xpath("x:originalData/x:data/@id", namespaces=NAMES)
        assert len(set(data)) == len(data)
        refs = unit.xpath(".//@dataRef | .//@dataRefStart | .//@dataRefEnd")
        assert set(refs) == set(data)
        for side in ("source", "target"):
            codes = unit.xpath(f".//x:{side}//@id", namespaces=NAMES)
            assert len(set(codes)) == len(codes)
            assert set(codes) <= set(unit.xpath(".//x:source//@id", namespaces=NAMES))
        for state in unit.xpath("x:segment[@subState]", namespaces=NAMES):
            assert state.get("state")
    ids = tree.xpath("//x:unit/@id", namespaces=NAMES)
    assert len(set(ids)) == len(ids) > 5


def with_codes(text):
    return "".join(
        piece if isinstance(piece, str) else f"{{{piece.data}}}" for piece in pieces_of(text)
    )


@pytest.mark.parametrize("name", ["states", "forms"])
def test_another_program_reads_the_same_texts_from_xliff(request, node, tmp_path, name):
    project = request.getfixturevalue(name)
    file = tmp_path / "fr.xlf"
    file.write_text(project.export("xliff"), encoding="utf-8")
    run = subprocess.run(
        [*node, str(HERE / "read_xliff.mjs"), str(file)], capture_output=True, check=True
    )
    read = json.loads(run.stdout)
    page = unit_page(project.read("docs/en/index.md"))
    assert (read["from"], read["to"]) == ("en", "fr")
    ((file_id, units),) = read["units"]
    assert file_id == "index.md"
    # It leaves out texts between codes that are nothing but space.
    assert [[id_, "".join(source.split())] for id_, source, _ in units] == [
        [unit.id, "".join(with_codes(unit.text).split())] for unit in page.units
    ]
    if name == "states":
        assert [target for *_, target in units][3:5] == [
            "",
            "C’est {*}ce{*} que c’est, en {`code`} & {<b>}plus{</b>}.",
        ]


@pytest.mark.parametrize("language", ["fr", "bg"])
def test_babel_reads_the_same_entries_from_po(real_catalogue, language):
    text = export_text(real_catalogue, language, [], "po")[0]
    catalogue = read_po(io.BytesIO(text.encode()), abort_invalid=True)
    assert str(catalogue.locale) == language
    messages = [message for message in catalogue if message.id]
    english = real_catalogue.translations.today
    assert len(messages) == sum(len(unit_page(text).units) for text in english.values())
    for message in messages:
        path, _, id_ = message.context.rpartition("#")
        assert path in english
        assert id_.split(".")[0]
    assert [message.id for message in messages if message.context.startswith("index.md#")] == [
        unit.text for unit in unit_page(english["index.md"]).units
    ]


def test_babel_reads_states(states):
    catalogue = read_po(io.BytesIO(states.export("po").encode()), abort_invalid=True)
    assert [(m.context, m.fuzzy, m.string) for m in catalogue if m.id] == [
        ("index.md#head.title", False, "Tous les états"),
        ("index.md#head.description", False, "Une page dans chacun des états."),
        ("index.md#every-state.heading-1", False, "Tous les états { #every-state }"),
        ("index.md#every-state.paragraph-1", False, ""),
        (
            "index.md#every-state.paragraph-2",
            False,
            "C’est *ce* que c’est, en `code` & <b>plus</b>.",
        ),
        ("index.md#every-state.paragraph-3", True, "Jusqu’au 1er mai 2027."),
        ("index.md#waits.heading-1", True, "Attend { #waits }"),
        ("index.md#waits.paragraph-1", True, "Il attend."),
    ]


@pytest.mark.parametrize("format_", ["po", "xliff"])
def test_letters_that_the_format_must_write_in_another_way(project, format_):
    head = "---\ntitle: A\ndescription: B.\n---\n\n# A { #a }\n\n"
    page = f'{head}"A" \\\\ \\n \t<&> ]]> e\u0301 😀 \x07 \xa0 z.\n'
    project.write("docs/en/index.md", page)
    text = project.export(format_)
    (read,) = project.take(text.replace("<target/>", "")).pages
    assert read.said == "nothing is translated yet"
    if format_ == "xliff":
        SCHEMA.assertValid(etree.fromstring(text.encode()))
