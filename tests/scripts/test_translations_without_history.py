"""The state of translations comes from files alone: a shallow clone and an archive say the same."""

import contextlib
import importlib.util
import io
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scn.translations.blob import blob_id

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = """\
languages:
- {code: en, name: English, english_name: English}
- {code: de, name: Deutsch, english_name: German}
- {code: fr, name: français, english_name: French}
"""
TERMS = """\
terms:
- {id: session, term: session, meaning: A meeting of the network., source: our own}
labels:
- {id: network, term: network}
"""
FEES = """\
---
title: Fees
description: What members pay.
---

# Fees { #fees }

Each member pays 10 EUR a year.

## Refunds { #refunds }

Ask the desk of your country.
"""
NEWER_FEES = FEES.replace("10 EUR", "12 EUR")
NEWEST_FEES = NEWER_FEES.replace("Ask the desk", "Please ask the desk")
HOME = "---\ntitle: Home\ndescription: All.\n---\n\n# Home { #home }\n\nEach member may speak.\n"
NEW_HOME = HOME.replace("Each member", "Every member")
OF_GERMAN = "---\ntitle: Gebühren\ndescription: Was Mitglieder zahlen.\n"
GERMAN = """\
# Gebühren { #fees }

Jedes Mitglied zahlt 10 EUR im Jahr.

## Erstattung { #refunds }

Fragen Sie die Stelle Ihres Landes.
"""
FRENCH_HOME = """\
# Accueil { #home }

Chaque membre peut prendre la parole.
"""
COMMANDS = (
    ("status",), ("status", "--json"), ("status", "de"), ("status", "fr"), ("todo", "de"),
    ("todo", "fr"), ("diff", "de", "fees.md"), ("diff", "fr", "fees.md"),
    ("diff", "fr", "index.md"), ("check",), ("snapshot",), ("fix", "de", "fees.md"),
)  # fmt: skip


def load():
    path = ROOT / "scripts" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_without_history", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAIN = load().main


def run(root, *arguments):
    screen, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(err):
        try:
            status = MAIN(["--root", str(root), *arguments])
        except SystemExit as stopped:
            return 1, screen.getvalue(), f"{err.getvalue()}{stopped.code}\n"
    return status, screen.getvalue(), err.getvalue()


def git(root, *arguments):
    given = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-C", str(root), *given, *arguments]
    return subprocess.run(command, env=env, check=True, capture_output=True).stdout


def pin(source, title="", extra=""):
    head = title or "---\ntitle: Titre\ndescription: Texte.\n"
    return f"{head}translation:\n  source: {blob_id(source)}\n  state: human\n{extra}---\n\n"


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """A history of three commits, with an outdated, a partial and a waived translation."""
    root = tmp_path_factory.mktemp("history") / "full"

    def write(name, text):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def commit():
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", "A")

    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    write("docs/_data/languages.yml", LANGUAGES)
    write("docs/_data/terms.yml", TERMS)
    write("mkdocs.yml", "nav:\n- index.md\n- fees.md\n")
    write("docs/en/index.md", HOME)
    write("docs/en/fees.md", FEES)
    write("docs/de/fees.md", pin(FEES, OF_GERMAN) + GERMAN)
    write("docs/fr/index.md", pin(HOME) + FRENCH_HOME)
    commit()
    write("docs/en/fees.md", NEWER_FEES)
    write("docs/fr/fees.md", pin(NEWER_FEES, extra="  pending: [refunds]\n") + NEWER_FEES[51:])
    assert run(root, "snapshot")[0] == 0
    commit()
    write("docs/en/fees.md", NEWEST_FEES)
    write("docs/en/index.md", NEW_HOME)
    old, new = blob_id(HOME), blob_id(NEW_HOME)
    waiver = f'old: "{old}"\nnew: "{new}"\nreason: The same.\nauthor: a\nreviewer: b\n'
    write(f"docs/_data/translations/waivers/{old}-{new}.yml", waiver)
    assert run(root, "snapshot")[0] == 0
    commit()
    return root


@pytest.fixture(scope="module")
def shallow(full):
    root = full.with_name("shallow")
    git(full.parent, "clone", "-q", "--depth", "1", full.as_uri(), str(root))
    assert git(root, "rev-list", "--count", "HEAD").strip() == b"1"
    return root


@pytest.fixture(scope="module")
def archive(full):
    root = full.with_name("archive")
    packed = full.with_name("archive.tar")
    git(full, "archive", "-o", str(packed), "HEAD")
    shutil.unpack_archive(packed, root, filter="data")
    assert not (root / ".git").exists()
    return root


@pytest.fixture(autouse=True)
def outside_of_other_repositories(full, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(full.parent))
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def test_the_history_has_something_of_everything(full):
    data = json.loads(run(full, "status", "--json")[1])["languages"]
    found = {
        (code, page["path"]): (page["standing"], page["severity"])
        for code, language in data.items()
        for page in language["pages"]
    }
    assert found == {
        ("de", "index.md"): ("missing", None),
        ("de", "fees.md"): ("outdated", "critical"),
        ("fr", "index.md"): ("current", None),
        ("fr", "fees.md"): ("outdated", "minor"),
    }
    assert "[-10-] {+12+} EUR" in run(full, "diff", "de", "fees.md")[1]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_same_without_history(full, shallow, archive, command):
    expected = run(full, *command)
    assert expected[1]
    assert run(shallow, *command) == expected
    assert run(archive, *command) == expected


# What needs Git says what to do


@pytest.mark.parametrize("command", ["impact", "check"])
def test_an_earlier_commit(full, shallow, archive, command):
    assert run(full, command, "--against", "HEAD~1")[1]
    assert run(shallow, command, "--against", "HEAD~1") == (
        1,
        "",
        (
            "--against: there is no commit 'HEAD~1'. Write a branch or a commit that Git knows, or"
            " get the whole history first: `git fetch --unshallow`.\n"
        ),
    )
    assert run(archive, command, "--against", "HEAD~1") == (
        1,
        "",
        f"--against: {archive} is in no Git repository. Clone the project with Git.\n",
    )


def test_a_text_that_only_the_history_has(full, archive):
    name = f"docs/_data/translations/sources/{blob_id(FEES)}.md"
    place = "docs/de/fees.md:5:1:"
    git(full, "switch", "-q", "-c", "forgotten")
    git(full, "rm", "-q", name)
    git(full, "commit", "-q", "-m", "A")
    shallow = full.with_name("forgotten")
    git(full.parent, "clone", "-q", "--depth", "1", full.as_uri(), str(shallow))
    message = (
        f"{place} Git has no English text {blob_id(FEES)} in this clone, which has only a part of"
        " the history. Run `git fetch --unshallow`, then this command again.\n"
    )
    assert run(shallow, "snapshot") == (1, message, "1 problem.\n")
    (archive / name).unlink()
    message = (
        f"{place} The English text {blob_id(FEES)} is not kept, and here is no Git repository"
        " to take it from. Run the command in a clone of the project.\n"
    )
    assert run(archive, "snapshot") == (1, message, "1 problem.\n")
    git(shallow, "fetch", "-q", "--unshallow")
    for root in (full, shallow):
        assert run(root, "snapshot") == (0, f"{name}: written.\n", "")
        assert (root / name).read_bytes() == FEES.encode()
