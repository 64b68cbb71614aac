"""All that people get wrong about translations, in one small project at once.

What is said stands in translations-wrong-input.txt: every place, and what to do, in one run.
"""

import contextlib
import importlib.util
import io
from pathlib import Path

import pytest

from scn.translations.blob import blob_id

ROOT = Path(__file__).resolve().parents[2]
SAID = Path(__file__).with_name("translations-wrong-input.txt")


def english(title, text):
    id_ = title.lower()
    return (
        f"---\ntitle: {title}\ndescription: About {id_}.\n---\n\n# {title} {{ #{id_} }}\n\n{text}\n"
    )


def translation(of, title, text, *, pin=None):
    lines = of.replace(of[: of.index("---\n\n#")], "").split("\n")
    head = f"---\ntitle: {title}\ndescription: Tout sur ce sujet.\n"
    head += f"translation:\n  source: {pin or blob_id(of)}\n  state: human\n"
    heading = lines[2].replace(lines[2].split()[1], title)
    return f"{head}---\n\n{heading}\n\n{text}\n"


FEES = english("Fees", "Members pay until 1 May 2027.")
NEW_FEES = FEES.replace("1 May", "2 May")
RULES = english("Rules", "Each member has one vote.")
NEW_RULES = RULES.replace("Each", "Every")
ROOMS = english("Rooms", "The room is on the second floor.")
NEWS = english("News", "Members meet in Riga.")
ROLES = english("Roles", "Each member names a contact.")
MERGED = """\
---
<<<<<<< HEAD
title: Rôles
=======
title: Qui fait quoi
>>>>>>> other-branch
description: Tout sur ce sujet.
---

# Rôles { #roles }
"""
TERMS = """\
terms:
- id: member
  term: member
  meaning: An association in the network.
  source: our own
  forms:
    fr: {text: membre; adhérent}
- id: session
  term: session
  meaning: A meeting of the network.
  source: our own
  forms:
    fr: {text: séance}
    fr: {text: session}
labels:
- {id: network, term: network}
"""
SOURCES = "docs/_data/translations/sources"
FILES = {
    "mkdocs.yml": "nav: [fees.md, rules.md, rooms.md, news.md, roles.md]\n",
    "docs/_data/languages.yml": (
        "languages:\n"
        "- {code: en, name: English, english_name: English}\n"
        "- {code: fr, name: français, english_name: French}\n"
    ),
    "docs/_data/terms.yml": TERMS,
    "docs/en/fees.md": NEW_FEES,
    "docs/en/rules.md": NEW_RULES,
    "docs/en/rooms.md": ROOMS,
    "docs/en/news.md": NEWS,
    "docs/en/roles.md": ROLES,
    # The waiver of a date: it waives nothing, and the page stays outdated.
    "docs/fr/fees.md": translation(FEES, "Cotisations", "Les membres paient jusqu’au 1 mai 2027."),
    f"{SOURCES}/{blob_id(FEES)}.md": FEES,
    f"docs/_data/translations/waivers/{blob_id(FEES)}-{blob_id(NEW_FEES)}.yml": (
        f'old: "{blob_id(FEES)}"\nnew: "{blob_id(NEW_FEES)}"\n'
        "reason: Only one day.\nauthor: French association\nreviewer: German association\n"
    ),
    # A snapshot that somebody has edited.
    "docs/fr/rules.md": translation(RULES, "Règles", "Chaque membre a une voix."),
    f"{SOURCES}/{blob_id(RULES)}.md": RULES.replace("one vote", "two votes"),
    # Pins of hand: one that is none, and one of a text that nobody knows.
    "docs/fr/rooms.md": translation(ROOMS, "Salles", "La salle est au deuxième.", pin="2027-05-01"),
    "docs/fr/news.md": translation(
        NEWS, "Nouvelles", "Les membres se réunissent à Riga en 2026.", pin="3f9a1c2e77b04d51"
    ),
    "docs/fr/roles.md": MERGED,
    "docs/fra/roles.md": translation(ROLES, "Rôles", "Chaque membre désigne un contact."),
}


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return tmp_path


def run(root, *arguments):
    path = ROOT / "scripts" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_of_wrong_input", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    screen = io.StringIO()
    with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
        status = module.main(["--root", str(root), *arguments])
    return f"$ translations.py {' '.join(arguments)}\n{screen.getvalue()}(exit status {status})\n"


def test_everything_is_said_at_once_and_nothing_is_written(project):
    docs = project / "docs"
    before = {path: path.read_bytes() for path in docs.rglob("*") if path.is_file()}
    commands = (
        ("check",),
        ("status",),
        ("todo", "fra"),
        ("sync", "fr", "rooms.md", "news.md", "roles.md", "fees.md", "room.md"),
        ("snapshot",),
    )
    said = "\n".join(run(project, *command) for command in commands)
    assert said == SAID.read_text("utf-8")
    assert {path: path.read_bytes() for path in docs.rglob("*") if path.is_file()} == before
