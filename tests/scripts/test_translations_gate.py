"""The gate, `check --against`: each of its rules is broken here and must be told, at its place."""

import contextlib
import importlib.util
import io
import os
import subprocess
from pathlib import Path

import pytest

from scn.translations.blob import blob_id

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = """\
languages:
- {code: en, name: English, english_name: English}
- {code: fr, name: français, english_name: French}
"""
TERMS = """\
terms:
- {id: session, term: session, meaning: A meeting of the network., source: our own}
labels:
- {id: network, term: network}
"""


def english(name, text):
    title = name.capitalize()
    head = f"---\ntitle: {title}\ndescription: About {name}.\n---\n\n"
    return f"{head}# {title} {{ #{name} }}\n\n{text}\n"


def french(name, title, text, of):
    pin = f"translation:\n  source: {blob_id(of)}\n  state: human\n"
    head = f"---\ntitle: {title}\ndescription: Tout sur ce sujet.\n{pin}---\n\n"
    return f"{head}# {title} {{ #{name} }}\n\n{text}\n"


FEES = english("fees", "Members pay each year.")
NEW_FEES = english("fees", "Members of the network pay each year.")
RULES = english("rules", "Each member has one vote, until 1 May 2027.")
NEW_RULES = RULES.replace("Each member", "Every member")
HIDING = NEW_RULES.replace("1 May", "2 May")
ROOMS = english("rooms", "The room is on the second floor.")
FRENCH_FEES = french("fees", "Cotisations", "Les membres paient chaque année.", FEES)
FRENCH_RULES = french("rules", "Règles", "Chaque membre a une voix, jusqu’au 1 mai 2027.", RULES)
SOURCES = "docs/_data/translations/sources"
KEPT_FEES, KEPT_RULES = (f"{SOURCES}/{blob_id(text)}.md" for text in (FEES, RULES))
WAIVER = f"docs/_data/translations/waivers/{blob_id(RULES)}-{blob_id(NEW_RULES)}.yml"
WAIVER_OF_A_DATE = WAIVER.replace(blob_id(NEW_RULES), blob_id(HIDING))
WAIVES = (
    f'old: "{blob_id(RULES)}"\nnew: "{blob_id(NEW_RULES)}"\n'
    "reason: The same.\nauthor: a\nreviewer: b\n"
)


class Project:
    def __init__(self, root):
        self.root = root
        path = ROOT / "scripts" / "translations.py"
        spec = importlib.util.spec_from_file_location("translations_at_the_gate", path)
        self.module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.module)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def edit(self, name, old, new):
        text = (self.root / name).read_bytes().decode()
        assert old in text
        self.write(name, text.replace(old, new))

    def delete(self, name):
        (self.root / name).unlink()

    def git(self, *arguments):
        given = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        env = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        command = ["git", "-C", str(self.root), *given, *arguments]
        subprocess.run(command, env=env, check=True, capture_output=True)

    def run(self, *arguments):
        screen = io.StringIO()
        with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
            status = self.module.main(["--root", str(self.root), *arguments])
        return status, screen.getvalue()


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A change that does everything right: English pages, kept texts, a waiver, a translation."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    one = Project(tmp_path)
    for name, text in {
        "mkdocs.yml": "nav: [fees.md, rules.md, rooms.md]\n",
        "docs/_data/languages.yml": LANGUAGES,
        "docs/_data/terms.yml": TERMS,
        "docs/en/fees.md": FEES,
        "docs/en/rules.md": RULES,
        "docs/en/rooms.md": ROOMS,
        "docs/fr/fees.md": FRENCH_FEES,
        "docs/fr/rules.md": FRENCH_RULES,
    }.items():
        one.write(name, text)
    one.git("init", "-q", "-b", "main")
    one.git("add", ".")
    one.git("commit", "-q", "-m", "A")
    one.write("docs/en/fees.md", NEW_FEES)
    one.write(KEPT_FEES, FEES)
    one.write("docs/en/rules.md", NEW_RULES)
    one.write(KEPT_RULES, RULES)
    one.write(WAIVER, WAIVES)
    one.write("docs/fr/rooms.md", french("rooms", "Salles", "La salle est au deuxième.", ROOMS))
    return one


def test_a_change_that_does_everything_right_passes(project):
    said = (0, "No problems: 3 translations.\n")
    assert project.run("check", "--against", "main") == said


def new_without_pin(one):
    one.edit("docs/fr/rooms.md", f"translation:\n  source: {blob_id(ROOMS)}\n  state: human\n", "")


def waiver_of_a_date(one):
    one.write("docs/en/rules.md", HIDING)
    one.delete(WAIVER)
    one.write(WAIVER_OF_A_DATE, WAIVES.replace(blob_id(NEW_RULES), blob_id(HIDING)))


BREAKS = {
    # A changed translation states what it is.
    "both changed and nothing stated": (
        lambda one: one.edit("docs/fr/fees.md", "chaque année", "tous les ans"),
        "docs/fr/fees.md:4:1: This page and its English page were changed since main",
    ),
    "a new translation without a pin": (
        new_without_pin,
        "docs/fr/rooms.md:1:1: This page was changed since main and does not say which English",
    ),
    # A pin matches a current or kept source.
    "a pin of an unknown text": (
        lambda one: one.edit("docs/fr/rooms.md", blob_id(ROOMS), "3f9a1c2e77b04d51"),
        'docs/fr/rooms.md:5:11: translation.source: No text has the id "3f9a1c2e77b04d51"',
    ),
    "a pin that is none": (
        lambda one: one.edit("docs/fr/rooms.md", blob_id(ROOMS), "main"),
        'docs/fr/rooms.md:5:11: translation.source: "main" cannot stand here.',
    ),
    # Snapshots are complete and unaltered.
    "a snapshot that is missing": (
        lambda one: one.delete(KEPT_FEES),
        f'docs/fr/fees.md:5:11: translation.source: No text has the id "{blob_id(FEES)}"',
    ),
    "a snapshot that was altered": (
        lambda one: one.edit(KEPT_FEES, "each year", "each month"),
        f"{KEPT_FEES}:1:1: The content is not the text that the name stands for",
    ),
    "a snapshot of another name": (
        lambda one: one.write(f"{SOURCES}/fees.md", FEES),
        f"{SOURCES}/fees.md:1:1: This is no name of a snapshot.",
    ),
    # Waivers are allowed.
    "a waiver of a date": (
        waiver_of_a_date,
        f'{WAIVER_OF_A_DATE}:2:6: new: This must not be waived in the section "rules"',
    ),
    "a waiver that only its author has seen": (
        lambda one: one.edit(WAIVER, "reviewer: b", "reviewer: A"),
        f"{WAIVER}:5:11: reviewer: The reviewer is the author.",
    ),
    "a waiver of a text that is not kept": (
        lambda one: one.edit(WAIVER, blob_id(RULES), "3f9a1c2e77b04d51"),
        f'{WAIVER}:1:6: old: There is no text with the id "3f9a1c2e77b04d51"',
    ),
    "a waiver of another name": (
        lambda one: one.write(f"{WAIVER.removesuffix('.yml')}-2.yml", WAIVES),
        f"{WAIVER.removesuffix('.yml')}-2.yml:1:6: old: The file has another name than the",
    ),
}


@pytest.mark.parametrize("what", BREAKS)
def test_each_rule_that_is_broken_is_red(project, what):
    break_it, expected = BREAKS[what]
    break_it(project)
    status, said = project.run("check", "--against", "main")
    assert status == 1
    assert [line for line in said.splitlines() if line.startswith(expected)]
