"""What is remembered is never wrong: each kind of input changes, and nothing differs from a
project that nobody has looked at before."""

import json
from dataclasses import fields

import pytest

from scn.building.memory import Memory
from scn.translations.blob import blob_id, body_digest
from scn.translations.catalogue import catalogue_from_folder

LANGUAGES = """\
languages:
- {code: en, name: English, english_name: English}
- {code: de, name: Deutsch, english_name: German}
- {code: fr, name: français, english_name: French}
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
NEW_FEES = FEES.replace("Ask the desk", "Please ask the desk").replace("10 EUR", "12 EUR")
RULES = FEES.replace("Fees", "Rules").replace("#fees", "#rules").replace("10 EUR", "one vote")
NEW_RULES = RULES.replace("Each member", "Every member")
ENGLISH, OTHER_ENGLISH = "docs/en/fees.md", "docs/en/rules.md"
FRENCH, GERMAN = "docs/fr/fees.md", "docs/de/rules.md"
SOURCES = "docs/_data/translations/sources"
WAIVER = f"docs/_data/translations/waivers/{blob_id(RULES)}-{blob_id(NEW_RULES)}.yml"
WAIVES = (
    f'old: "{blob_id(RULES)}"\nnew: "{blob_id(NEW_RULES)}"\n'
    "reason: The same.\nauthor: a\nreviewer: b\n"
)


def translation(of, extra=""):
    head = f"translation:\n  source: {blob_id(of)}\n  state: human\n{extra}---\n\n#"
    return of.replace("---\n\n#", head, 1).replace("Each member", "Chaque membre")


def reviewed(text):
    review = f"  review: {{by: a, of: {body_digest(text)}, on: 2027-01-20}}\n"
    return text.replace("  state: human\n", f"  state: human\n{review}")


class Project:
    def __init__(self, root):
        self.root = root
        self.remembered = {}
        for name, text in {
            "mkdocs.yml": "nav: [fees.md, rules.md]\n",
            "docs/_data/languages.yml": LANGUAGES,
            ENGLISH: NEW_FEES,
            OTHER_ENGLISH: NEW_RULES,
            FRENCH: translation(FEES),
            GERMAN: translation(RULES),
            f"{SOURCES}/{blob_id(FEES)}.md": FEES,
            f"{SOURCES}/{blob_id(RULES)}.md": RULES,
        }.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def replace(self, name, old, new):
        text = (self.root / name).read_bytes().decode()
        assert old in text
        self.write(name, text.replace(old, new))

    def delete(self, name):
        (self.root / name).unlink()

    def move(self, name, other):
        (self.root / other).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).rename(self.root / other)

    def known(self):
        """All that is known with the help of what was known before."""
        catalogue = catalogue_from_folder(self.root, self.remembered)
        path = self.root / ".cache" / "memory.json"
        catalogue.memory.save(path, "v")
        if path.exists():
            self.remembered = json.loads(path.read_bytes()[32:])["values"]
        return plain(catalogue)

    def fresh(self):
        return plain(catalogue_from_folder(self.root))


def plain(catalogue):
    """All fields but the memory itself, as values that can be compared."""
    values = {field.name: getattr(catalogue, field.name) for field in fields(catalogue)}
    values["texts"] = dict(values["texts"])
    values.pop("memory")
    return values


@pytest.fixture
def project(tmp_path):
    one = Project(tmp_path)
    assert one.known() == one.fresh()
    assert one.known() == one.fresh()
    return one


CHANGES = {
    "nothing": lambda one: None,
    "the English page": lambda one: one.replace(ENGLISH, "12 EUR", "13 EUR"),
    "the English page, back to what is pinned": lambda one: one.write(ENGLISH, FEES),
    "the head of the English page": lambda one: one.replace(ENGLISH, "What members", "What you"),
    "a heading of the English page": lambda one: one.replace(ENGLISH, "#refunds", "#back"),
    "the English page is gone": lambda one: one.delete(ENGLISH),
    "the English page is elsewhere": lambda one: one.move(ENGLISH, "docs/en/more/fees.md"),
    "another English page": lambda one: one.write("docs/en/more.md", FEES),
    "the translation": lambda one: one.replace(FRENCH, "Ask", "Demandez"),
    "a heading of the translation": lambda one: one.replace(FRENCH, "#refunds", "#back"),
    "the translation is gone": lambda one: one.delete(FRENCH),
    "the translation is that of another language": lambda one: one.move(FRENCH, "docs/de/fees.md"),
    "the translation of another page": lambda one: one.write(
        FRENCH, (one.root / GERMAN).read_text("utf-8")
    ),
    "CRLF in the translation": lambda one: one.replace(FRENCH, "\n", "\r\n"),
    "CRLF in the English page": lambda one: one.replace(ENGLISH, "\n", "\r\n"),
    "a byte order mark": lambda one: one.write(FRENCH, f"\ufeff{translation(FEES)}"),
    "the pin": lambda one: one.replace(FRENCH, blob_id(FEES), blob_id(NEW_FEES)),
    "a pin of an unknown text": lambda one: one.replace(FRENCH, blob_id(FEES), "3f9a1c2e77b04d51"),
    "no pin": lambda one: one.write(FRENCH, FEES),
    "a pin that is none": lambda one: one.replace(FRENCH, blob_id(FEES), "none"),
    "pending sections": lambda one: one.write(
        FRENCH, translation(NEW_FEES, "  pending: [refunds]\n")
    ),
    "a pending section that there is not": lambda one: one.write(
        FRENCH, translation(NEW_FEES, "  pending: [refund]\n")
    ),
    "a review": lambda one: one.write(FRENCH, reviewed(translation(FEES))),
    "local": lambda one: one.write(FRENCH, FEES.replace("title", "local_only: true\ntitle")),
    "the title": lambda one: one.replace(FRENCH, "title: Fees", "title: Cotisations"),
    "a broken head": lambda one: one.replace(FRENCH, "title: Fees", "<<<<<<< HEAD\ntitle: Fees"),
    "an altered snapshot": lambda one: one.replace(
        f"{SOURCES}/{blob_id(FEES)}.md", "10 EUR", "11 EUR"
    ),
    "a snapshot that is gone": lambda one: one.delete(f"{SOURCES}/{blob_id(FEES)}.md"),
    "another snapshot": lambda one: one.write(f"{SOURCES}/{blob_id('A')}.md", "A"),
    "a waiver": lambda one: one.write(WAIVER, WAIVES),
    "a waiver that is refused": lambda one: one.write(WAIVER, WAIVES.replace("reviewer: b", "")),
    "the languages": lambda one: one.replace(
        "docs/_data/languages.yml", LANGUAGES.splitlines(keepends=True)[2], ""
    ),
    "the navigation": lambda one: one.write("mkdocs.yml", "nav: [rules.md, fees.md]\n"),
}
SAY_NOTHING = {
    "nothing", "CRLF in the translation", "CRLF in the English page", "a byte order mark",
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_and_so_is_its_end(project, change):
    before = project.fresh()
    CHANGES[change](project)
    assert project.known() == project.fresh()
    assert (project.fresh() == before) == (change in SAY_NOTHING)
    again = Project(project.root.with_name(f"{project.root.name}-again"))
    again.remembered = project.remembered
    assert again.known() == again.fresh()


def test_a_waiver_comes_and_goes(project):
    def german():
        return project.known()["translations"].states["de", "rules.md"].standing

    assert german() == "outdated"
    project.write(WAIVER, WAIVES)
    assert german() == "current"
    project.delete(WAIVER)
    assert german() == "outdated"


def test_a_reviewed_text_that_changes(project):
    text = reviewed(translation(FEES))

    def french():
        state = project.known()["translations"].states["fr", "fees.md"]
        return state.is_reviewed, state.is_changed_since_review

    project.write(FRENCH, text)
    assert french() == (True, False)
    project.write(FRENCH, f"{text}More.\n")
    assert french() == (False, True)
    project.write(FRENCH, text)
    assert french() == (True, False)


def test_what_is_known_is_used(project):
    """Else the tests above would say nothing."""
    stolen = {}
    for key, value in project.remembered.items():
        stolen[key] = {**value, "title": "Remembered"} if key.startswith("page head") else value
    catalogue = catalogue_from_folder(project.root, stolen)
    assert {head.title for head in catalogue.heads.values()} == {"Remembered"}
    kinds = {key.rpartition(" docs/")[0] or key.split(" ")[0] for key in project.remembered}
    assert kinds == {"page head", "translated text", "changes", "headings"}


def test_the_memory_holds_what_one_project_has(project):
    for number in range(30):
        project.replace(ENGLISH, "EUR", f"{number} EUR")
        project.known()
    size = len(project.remembered)
    project.replace(ENGLISH, "EUR", "31 EUR")
    project.known()
    assert len(project.remembered) == size
    memory = Memory({}, project.remembered)
    assert memory.recall("page head", ENGLISH) is None
