"""A language is started by the command, and its site is built."""

import contextlib
import importlib.util
import io
from pathlib import Path

import pytest
import yaml

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "translations.py"


def load():
    spec = importlib.util.spec_from_file_location("translations_of_new_language", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TRANSLATIONS = load()
HOME = """\
---
title: Home
description: What there is.
---

# Home { #home }

Welcome to all members.
"""


def run(root, *arguments):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = TRANSLATIONS.main(["--root", str(root), *arguments])
        except SystemExit as stopped:
            return 1, f"{out.getvalue()}{stopped.code}\n"
    return status, out.getvalue()


@pytest.fixture(scope="module")
def started(project):
    one = project(
        {
            "en/index.md": HOME,
            "en/about.md": project.page("About", "What this is."),
            "fr/index.md": project.page("Accueil", "Bienvenue.", id="home"),
        },
        languages=("en", "fr"),
    )
    said = [run(one.root, "new-language", code) for code in ("uk", "ar", "pt-BR")]
    assert [status for status, _ in said] == [0, 0, 0]
    assert run(one.root, "new", "uk", "index.md")[0] == 0
    return one, said


def test_what_is_said_and_written(started):
    one, said = started
    assert said[1][1] == (
        "docs/_data/strings/ar.yml: written.\n"
        "docs/_data/languages.yml: written.\n"
        "Arabic (العربية, written from right to left) is a language of the site now."
        " What to do next:\n"
        "1. Translate the words of menus and buttons in docs/_data/strings/ar.yml.\n"
        "2. Begin with a page: python scripts/translations.py new ar index.md\n"
        "3. Look at it: python3 scripts/dev.py serve --languages en,ar\n"
    )
    # Read by PyYAML, not by our own reader.
    languages = yaml.safe_load((one.root / "docs/_data/languages.yml").read_text("utf-8"))
    assert languages["languages"][2:] == [
        {"code": "uk", "name": "українська", "english_name": "Ukrainian"},
        {"code": "ar", "name": "العربية", "english_name": "Arabic", "direction": "rtl"},
        {"code": "pt-BR", "name": "português (Brasil)", "english_name": "Portuguese (Brazil)"},
    ]
    arabic = yaml.safe_load((one.root / "docs/_data/strings/ar.yml").read_text("utf-8"))
    assert list(arabic["search"]["count"]) == ["zero", "one", "two", "few", "many", "other"]


def test_the_site_has_the_languages(started):
    one, _ = started
    built = one.build()
    assert (built.status, built.log) == (0, "")
    frames = {
        address: (built.page(address).get("lang"), built.page(address).get("dir"))
        for address in ("uk/", "uk/about/", "ar/", "ar/about/", "pt-BR/about/", "about/")
    }
    assert frames == {
        "uk/": ("uk", "ltr"),
        "uk/about/": ("uk", "ltr"),
        "ar/": ("ar", "rtl"),
        "ar/about/": ("ar", "rtl"),
        "pt-BR/about/": ("pt-BR", "ltr"),
        "about/": ("en", "ltr"),
    }
    menu = {
        link.get("hreflang"): "".join(link.itertext()).strip()
        for link in built.page("about/").iter("a")
        if link.get("hreflang") in ("uk", "ar")
    }
    assert menu["uk"].startswith("українська")
    assert menu["ar"].startswith("العربية")


def test_the_check_warns_of_the_words_that_wait(started):
    one, _ = started
    _, said = run(one.root, "check")
    warnings = [line for line in said.splitlines() if "still to be translated" in line]
    assert [line.partition(":")[0] for line in warnings] == [
        "docs/_data/strings/ar.yml",
        "docs/_data/strings/pt-BR.yml",
        "docs/_data/strings/uk.yml",
    ]
    assert all(": warning: " in line for line in warnings)
    errors = [line for line in said.splitlines() if line.startswith("docs/_data")]
    assert errors == warnings


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("xx", '"xx" is no language code that CLDR knows. Write a code such as uk'),
        ("en-XA", '"en-XA" is no language that people speak, but one for testers.'),
        ("qps-ploc", '"qps-ploc" is no language that people speak, but one for testers.'),
        ("en-GB", '"en-GB": English is the language that all are translated from.'),
        ("en", "The en is the language that all others are translated from."),
        ("sr-Latn-RS", '"sr-Latn-RS" says too much. Write a language and a script, or a country.'),
        ("lld", '"lld": CLDR does not say what this language is called.'),
        ("IS", '"IS" is written "is".'),
        ("sr_Latn", '"sr_Latn" is written "sr-Latn".'),
        ("../x", '"../x" is no language code that CLDR knows.'),
        ("", '"" is no language code that CLDR knows.'),
        ("ar", "nobody has translated a page yet. Begin with `python scripts/translations.py new"),
        ("fr", "The fr is a language of the site already, and has 1 page. Run `python scripts/tra"),
        ("tr", "docs/_data/strings/tr.yml:1:1: There are words of this language already."),
    ],
)  # fmt: skip
def test_what_is_refused_writes_nothing(started, code, message):
    one, _ = started
    (one.root / "docs/_data/strings/tr.yml").write_text("home: x\n")
    before = {path: path.read_bytes() for path in (one.root / "docs").rglob("*.yml")}
    status, said = run(one.root, "new-language", code)
    after = {path: path.read_bytes() for path in (one.root / "docs").rglob("*.yml")}
    (one.root / "docs/_data/strings/tr.yml").unlink()
    assert status == 1
    assert message in said
    assert after == before


def test_names_can_be_given(started):
    one, _ = started
    list_file = one.root / "docs/_data/languages.yml"
    before = list_file.read_bytes()
    status, said = run(
        one.root, "new-language", "lld", "--name", "ladin: gherdëina", "--english-name", "Ladin"
    )
    languages = yaml.safe_load(list_file.read_text("utf-8"))["languages"]
    list_file.write_bytes(before)
    (one.root / "docs/_data/strings/lld.yml").unlink()
    assert status == 0
    assert "Ladin (ladin: gherdëina) is a language of the site now." in said
    assert languages[-1] == {
        "code": "lld",
        "name": "ladin: gherdëina",
        "english_name": "Ladin",
    }


def test_nothing_is_half_written(started):
    one, _ = started
    folder = one.root / "docs/_data"
    blocked = folder / "languages.yml.new"
    blocked.mkdir()
    before = {path: path.read_bytes() for path in folder.rglob("*.yml") if path.is_file()}
    status, said = run(one.root, "new-language", "is")
    blocked.rmdir()
    assert status == 1
    assert said.startswith("docs/_data/languages.yml: cannot be written: ")
    assert said.endswith("Nothing is written.\n")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
