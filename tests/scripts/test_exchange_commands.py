"""`export` and `import` of scripts/translations.py, as a translator runs them."""

import contextlib
import importlib.util
import io
import subprocess
from pathlib import Path

import pytest

from scn.translations.blob import blob_id

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "translations.py"
ENGLISH = """\
---
title: Home
description: What there is.
---

# Home { #home }

Welcome to [all](all.md) members.
"""
FRENCH = f"""\
---
title: Accueil
description: Ce qu’il y a.
translation:
  source: {blob_id(ENGLISH)}
  state: human
---

# Accueil {{ #home }}

Bienvenue à [tous](all.md) les membres.
"""
LANGUAGES = """\
languages:
- {code: en, name: English, english_name: English}
- {code: fr, name: français, english_name: French}
"""


def load(path):
    spec = importlib.util.spec_from_file_location("translations_for_exchange", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MODULE = load(SCRIPT)


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "docs/_data").mkdir(parents=True)
    (tmp_path / "docs/_data/languages.yml").write_text(LANGUAGES, "utf-8")
    for language, text in (("en", ENGLISH), ("fr", FRENCH)):
        (tmp_path / "docs" / language).mkdir()
        (tmp_path / "docs" / language / "index.md").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(root, *arguments):
    """Status, what was printed, and what went wrong."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = MODULE.main(["--root", str(root), *arguments])
        except SystemExit as stopped:
            return (
                stopped.code if isinstance(stopped.code, int) else 1,
                out.getvalue(),
                (f"{err.getvalue()}{stopped.code}"),
            )
    return status, out.getvalue(), err.getvalue()


@pytest.mark.parametrize(("format_", "name"), [("po", "fr.po"), ("xliff", "fr.xlf")])
def test_out_and_in(root, format_, name):
    written = (
        f"{name}: written, with 1 page: 4 texts, 0 of them to translate or to look at again.\n"
    )
    assert run(root, "export", "fr", "--format", format_) == (0, written, "")
    same = "1 page left as it is: nothing has changed.\n"
    assert run(root, "import", name) == (0, same, "")
    file = root / name
    file.write_text(file.read_text("utf-8").replace("Bienvenue", "Bonjour"), "utf-8")
    said = (
        f"docs/fr/index.md: written. You state: it matches the English text {blob_id(ENGLISH)};"
        " people translated it.\n"
    )
    assert run(root, "import", name) == (0, said, "")
    after = FRENCH.replace("Bienvenue", "Bonjour")
    assert (root / "docs/fr/index.md").read_text("utf-8") == after


def test_a_file_that_is_there_stays(root):
    (root / "fr.po").write_text("work", "utf-8")
    message = (
        "fr.po: is there already, and may hold somebody's work. Give another name with --output,"
        " or delete it."
    )
    assert run(root, "export", "fr", "--format", "po") == (1, "", message)
    assert (root / "fr.po").read_text("utf-8") == "work"
    assert run(root, "export", "fr", "--format", "po", "--output", "b.po", "index.md")[0] == 0


def test_nothing_is_written_when_something_is_wrong(root):
    run(root, "export", "fr", "--format", "po")
    file = root / "fr.po"
    text = file.read_text("utf-8").replace("(all.md) les", "(none.md) les")
    file.write_text(text.replace("Ce qu’il y a.", "Ceci."), "utf-8")
    status, out, err = run(root, "import", "fr.po")
    assert (status, err) == (1, "1 problem.\nNothing is written.\n")
    assert out == (
        'fr.po:35:8: Here is "[…](none.md)", in the English text "[…](all.md)". Write that.\n'
    )
    assert (root / "docs/fr/index.md").read_text("utf-8") == FRENCH


def test_the_text_of_the_export_is_taken_from_git(root):
    run(root, "export", "fr", "--format", "xliff")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.eu"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "A"]):
        subprocess.run([*git, *arguments], cwd=root, check=True)
    (root / "docs/en/index.md").write_text(ENGLISH.replace("all]", "new]"), "utf-8")
    (root / "docs/fr/index.md").unlink()
    status, out, err = run(root, "import", "fr.xlf", "--replace", "--state", "machine")
    snapshot = f"docs/_data/translations/sources/{blob_id(ENGLISH)}.md"
    assert (status, err) == (0, "")
    assert out == (
        f"{snapshot}: written, the English text of the export; the page has changed since.\n"
        f"docs/fr/index.md: written. You state: it matches the English text {blob_id(ENGLISH)};"
        " a machine translated it.\n"
    )
    assert (root / snapshot).read_bytes() == ENGLISH.encode()
    assert (root / "docs/fr/index.md").read_text("utf-8") == FRENCH.replace("human", "machine")


def test_line_ends_of_a_page_stay(root):
    page = root / "docs/fr/index.md"
    page.write_bytes(FRENCH.replace("\n", "\r\n").encode())
    run(root, "export", "fr", "--format", "po")
    file = root / "fr.po"
    file.write_text(file.read_text("utf-8").replace("Bienvenue", "Bonjour"), "utf-8")
    assert run(root, "import", "fr.po")[0] == 0
    after = FRENCH.replace("Bienvenue", "Bonjour").replace("\n", "\r\n")
    assert page.read_bytes() == after.encode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["import", "none.po"], "none.po: cannot be read: No such file or directory."),
        (["import", "docs"], "docs: cannot be read: Is a directory."),
        (["export", "fr", "--format", "po", "--output", "no/a.po"], "no/a.po: cannot be written"),
    ],
)
def test_files_that_cannot_be_used(root, arguments, message):
    status, out, err = run(root, *arguments)
    assert (status, out) == (1, "")
    assert err.startswith(message)


def test_an_unknown_page_and_an_unknown_language(root):
    assert run(root, "export", "fr", "--format", "po", "indx.md") == (
        1,
        'docs/en/indx.md:1:1: There is no such page. Did you mean "index.md"?\n',
        "1 problem.\n",
    )
    assert run(root, "export", "zz", "--format", "po")[1].endswith("Allowed: fr.\n")
    assert list(root.glob("*.po")) == []
