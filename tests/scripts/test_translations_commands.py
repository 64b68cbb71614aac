"""scripts/translations.py on a small project of its own, with Git where a command needs it."""

import contextlib
import importlib.util
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest

from scn.building.checked_files import write_checked
from scn.translations.blob import blob_id, body_digest
from translation_commands.remembering import (
    ANSWERS,
    CODE,
    remembered_catalogue,
    version_of_code,
)

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "translations.py"
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
NAV = "nav:\n- index.md\n- package:\n  - package/roles.md\n  - package/dates.md\n"
ROLES = """\
---
title: Roles
description: Who does what.
---

# Roles { #roles }

Each member has one contact.

## Deadline { #deadline }

Members apply until 1 May 2027.

- Send the form.
- Wait for the answer.
"""
NEW_ROLES = ROLES.replace("1 May", "2 June").replace("one contact", "one named contact")
INDEX = """\
---
title: Home
description: What there is.
---

# Home { #home }

Welcome to all members.
"""
DATES = INDEX.replace("home", "dates").replace("Home", "Dates")
FRENCH_ROLES = """\
---
title: Rôles
description: Qui fait quoi.
translation:
  source: {source}
  state: {state}
---

# Rôles {{ #roles }}

Chaque membre a un contact.

## Délai {{ #deadline }}

Les membres postulent jusqu’au 1er mai 2027.

- Envoyez le formulaire.
- Attendez la réponse.
"""
FRENCH = "docs/fr/package/roles.md"
OLD, NEW = blob_id(ROLES), blob_id(NEW_ROLES)


def french(source=ROLES, state="human", extra=""):
    text = FRENCH_ROLES.format(source=blob_id(source), state=state)
    return text.replace(f"  state: {state}\n", f"  state: {state}\n{extra}")


def load(path):
    spec = importlib.util.spec_from_file_location("translations_under_test", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MODULE = load(SCRIPT)


class Project:
    def __init__(self, root):
        self.root = root
        self.write("docs/_data/languages.yml", LANGUAGES)
        self.write("docs/_data/terms.yml", TERMS)
        self.write("mkdocs.yml", NAV)
        self.write("docs/en/index.md", INDEX)
        self.write("docs/en/package/dates.md", DATES)
        self.write("docs/en/package/roles.md", ROLES)
        self.write(FRENCH, french())

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def read(self, name):
        return (self.root / name).read_bytes().decode()

    def tree(self):
        files = sorted(path for path in (self.root / "docs").rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in files}

    def run(self, *arguments):
        """Status, what was printed, and what went wrong."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                status = MODULE.main(["--root", str(self.root), *arguments])
            except SystemExit as stopped:
                return 1, out.getvalue(), f"{err.getvalue()}{stopped.code}\n"
        return status, out.getvalue(), err.getvalue()

    def git(self, *arguments):
        git = ["git", "-C", str(self.root), "-c", "user.name=A", "-c", "user.email=a@example.eu"]
        cleared = {key: value for key, value in os.environ.items() if not key.startswith("GIT")}
        subprocess.run([*git, *arguments], env=cleared, check=True, capture_output=True)

    def commit(self):
        self.git("init", "-q")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "A")

    def change_english(self, text=NEW_ROLES, *, is_kept=True):
        self.write("docs/en/package/roles.md", text)
        if is_kept:
            self.write(f"docs/_data/translations/sources/{OLD}.md", ROLES)


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return Project(tmp_path)


# status, todo


def test_status(project):
    project.change_english()
    assert project.run("status") == (
        0,
        "de  German  3 missing\nfr  French  1 outdated (1 critical), 2 missing\n",
        "",
    )
    assert project.run("status", "fr") == (
        0,
        (
            "French (fr): 1 outdated (1 critical), 2 missing\n"
            "missing             index.md\n"
            "outdated  critical  package/roles.md  #roles #deadline\n"
            "missing             package/dates.md\n"
        ),
        "",
    )


def test_status_as_json(project):
    project.change_english()
    status, out, err = project.run("status", "fr", "--json")
    assert (status, err) == (0, "")
    french = json.loads(out)["languages"]["fr"]
    assert french["standings"] == {
        "current": 0, "outdated": 1, "partial": 0, "diverged": 0, "unpinned": 0, "orphan": 0,
        "local": 0, "missing": 2,
    }  # fmt: skip
    assert french["severities"] == {"critical": 1, "major": 0, "minor": 0}
    assert french["pages"][1] == {
        "path": "package/roles.md",
        "standing": "outdated",
        "severity": "critical",
        "changed_sections": ["roles", "deadline"],
        "state": "human",
        "source": OLD,
        "pending": [],
        "is_reviewed": False,
        "is_changed_since_review": False,
    }
    assert list(json.loads(project.run("status", "--json")[1])["languages"]) == ["de", "fr"]


def test_todo_in_order_of_urgency(project):
    project.change_english()
    project.write("docs/fr/index.md", INDEX)
    project.write(
        "docs/fr/package/dates.md",
        DATES.replace(
            "---\n\n",
            f"translation:\n  source: {blob_id(DATES)}\n  state: human\n"
            "  pending: [dates]\n---\n\n",
        ),
    )
    project.write("docs/fr/gone.md", french())
    assert project.run("todo", "fr") == (
        0,
        (
            "French (fr): 4 pages, 26 words to do.\n"
            "\n"
            "critical: a date, an amount, an address, code or a negation changed: diff, edit,"
            " sync\n"
            "  package/roles.md  12 words  #roles #deadline\n"
            "\n"
            "partial: sections wait: translate them, then sync\n"
            "  package/dates.md  5 words  #dates\n"
            "\n"
            "unpinned: nobody says what it was made from: compare, then sync --state\n"
            "  index.md  9 words\n"
            "\n"
            "orphan: the English page is gone: move or delete the file\n"
            "  gone.md  0 words\n"
            "\n"
            "Begin with: python scripts/translations.py diff fr package/roles.md\n"
        ),
        "",
    )
    assert project.run("todo", "de")[1] == (
        "German (de): 3 pages, 43 words to do.\n"
        "\n"
        "missing: no translation yet: new, then translate\n"
        "  index.md  9 words\n"
        "  package/roles.md  25 words\n"
        "  package/dates.md  9 words\n"
        "\n"
        "Begin with: python scripts/translations.py new de index.md\n"
    )


def test_nothing_to_do(project):
    for name in ("index", "package/dates"):
        (project.root / f"docs/en/{name}.md").unlink()
    assert project.run("todo", "fr") == (0, "French (fr): nothing to do.\n", "")


# diff


DIFF = f"""\
{FRENCH}: 2 English blocks have changed since it was made.

1. #roles: paragraph edited, minor
   English then:
     Each member has one contact.
   English now: docs/en/package/roles.md:8
     Each member has one {{+named+}} contact.
   French: {FRENCH}:11
     Chaque membre a un contact.

2. #deadline: paragraph edited, critical
   English then:
     Members apply until 1 May 2027.
   English now: docs/en/package/roles.md:12
     Members apply until [-1 May-] {{+2 June+}} 2027.
   French: {FRENCH}:15
     Les membres postulent jusqu’au 1er mai 2027.
"""


@pytest.mark.parametrize(
    "name",
    ["package/roles.md", FRENCH, "docs/en/package/roles.md", "fr/package/roles.md"],
)
def test_diff(project, name):
    project.change_english()
    assert project.run("diff", "fr", name) == (0, DIFF, "")


def test_diff_of_blocks_that_came_went_and_of_the_head(project):
    new = ROLES.replace("- Wait for the answer.\n", "\n## Answer { #answer }\n\nWe answer.\n")
    project.change_english(new.replace("title: Roles", "title: All roles"))
    status, out, err = project.run("diff", "fr", "package/roles.md")
    assert (status, err) == (0, "")
    assert out == (
        f"{FRENCH}: 4 English blocks have changed since it was made.\n"
        "\n"
        "1. front matter: field edited, major\n"
        "   English then:\n"
        "     title: Roles\n"
        "   English now: docs/en/package/roles.md:2\n"
        "     title: [-Roles-] {+All roles+}\n"
        f"   French: {FRENCH}:2\n"
        "     title: Rôles\n"
        "\n"
        "2. #deadline: item removed, major\n"
        "   English then:\n"
        "     Wait for the answer.\n"
        f"   French: {FRENCH}:18\n"
        "     - Attendez la réponse.\n"
        "\n"
        "3. #answer: heading added, major\n"
        "   English now: docs/en/package/roles.md:16\n"
        "     {+## Answer+}\n"
        "   French: there is no such section yet.\n"
        "\n"
        "4. #answer: paragraph added, major\n"
        "   English now: docs/en/package/roles.md:18\n"
        "     {+We answer.+}\n"
        "   French: there is no such section yet.\n"
    )


def test_diff_shows_the_section_where_blocks_do_not_correspond(project):
    project.change_english()
    project.write(FRENCH, french().replace("\n- Envoyez", "\nEt puis :\n\n- Envoyez"))
    out = project.run("diff", "fr", "package/roles.md")[1]
    assert out.partition("2027.\n   French")[2] == (
        f": {FRENCH}:13 (the section)\n"
        "     ## Délai { #deadline }\n"
        "\n"
        "     Les membres postulent jusqu’au 1er mai 2027.\n"
        "\n"
        "     Et puis :\n"
        "\n"
        "     - Envoyez le formulaire.\n"
        "     - Attendez la réponse.\n"
    )


def test_diff_has_colours_on_a_terminal_only(project, monkeypatch):
    project.change_english()

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    out = Terminal()
    monkeypatch.delenv("NO_COLOR", raising=False)
    with contextlib.redirect_stdout(out):
        MODULE.main(["--root", str(project.root), "diff", "fr", "package/roles.md"])
    assert "until \x1b[31m1 May\x1b[0m \x1b[32m2 June\x1b[0m 2027." in out.getvalue()


def test_diff_as_html(project):
    project.change_english(NEW_ROLES.replace("named", "R&D"))
    file = project.root / "diff.html"
    assert project.run("diff", "fr", "package/roles.md", "--html", str(file)) == (
        0,
        f"{file}: written.\n",
        "",
    )
    text = file.read_text("utf-8")
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    assert page.get("lang") == "en"
    assert [one.text for one in page.iter("del")] == ["1 May"]
    assert [one.text for one in page.iter("ins")] == ["R&D", "2 June"]
    assert [(one.text, one.get("dir")) for one in page.iter("blockquote") if one.get("lang")] == [
        ("Chaque membre a un contact.", "ltr"),
        ("Les membres postulent jusqu’au 1er mai 2027.", "ltr"),
    ]
    assert {"script", "link", "img"}.isdisjoint(one.tag for one in page.iter())


def test_diff_where_nothing_changed(project):
    said = f"{FRENCH}: the English page has not changed since it was made.\n"
    assert project.run("diff", "fr", "package/roles.md") == (0, said, "")


def test_diff_without_the_text_that_is_pinned(project):
    project.change_english(is_kept=False)
    status, out, err = project.run("diff", "fr", "package/roles.md")
    assert (status, out, err) == (
        1,
        (
            f"{FRENCH}:4:1: The English text {OLD} that this page was made from is not kept."
            " Run `python scripts/translations.py snapshot`, which takes it from Git.\n"
        ),
        "1 problem.\n",
    )


# new


def test_new(project):
    status, out, err = project.run("new", "de", "package/roles.md")
    assert (status, err) == (0, "")
    assert out == (
        "docs/de/package/roles.md: written, with the English text.\n"
        "Translate its title, description and text; keep ids of headings and addresses of links.\n"
        "When it is done, run `python scripts/translations.py sync de package/roles.md`.\n"
    )
    pending = "  pending: [roles, deadline]\n"
    head = f"translation:\n  source: {OLD}\n  state: human\n{pending}---\n\n# Roles"
    assert project.read("docs/de/package/roles.md") == ROLES.replace("---\n\n# Roles", head)
    project.run("new", "de", "docs/en/index.md", "--state", "machine")
    assert "  state: machine\n" in project.read("docs/de/index.md")


def test_new_refuses_what_is_there(project):
    before = project.tree()
    assert project.run("new", "fr", "package/roles.md") == (
        1,
        (
            f"{FRENCH}:1:1: The page is there already. Run `python scripts/translations.py diff fr"
            " package/roles.md` to see what has changed in English.\n"
        ),
        "1 problem.\n",
    )
    assert project.tree() == before


# sync, confirm, fix, review


def test_sync_moves_the_pin_and_nothing_else(project):
    project.change_english()
    text = french(extra="  by: [a]\n  pending: [deadline]\n")
    project.write(FRENCH, f"\ufeff{text}".replace("\n", "\r\n"))
    assert project.run("sync", "fr", "package/roles.md") == (
        0,
        f"{FRENCH}: written. You state: it matches today's English page.\n",
        "",
    )
    after = text.replace(OLD, NEW).replace("  pending: [deadline]\n", "")
    assert project.read(FRENCH) == f"\ufeff{after}".replace("\n", "\r\n")
    assert project.run("sync", "fr", "package/roles.md")[1] == (
        f"{FRENCH}: nothing to write. You state: it matches today's English page.\n"
    )
    project.run("sync", "fr", FRENCH, "--state", "machine", "--by", "b", "--by", "The network")
    assert project.read(FRENCH).replace("\r\n", "\n")[1:] == after.replace(
        "  state: human\n  by: [a]\n", "  state: machine\n  by: [b, The network]\n"
    )


def test_sync_except_sections(project):
    project.change_english()
    assert project.run("sync", "fr", "package/roles.md", "--except", "deadline") == (
        0,
        f'{FRENCH}: written. You state: it matches today\'s English page except "deadline".\n',
        "",
    )
    assert project.read(FRENCH) == french(NEW_ROLES, extra="  pending: [deadline]\n")
    assert project.run("status", "fr")[1].split("\n")[0] == "French (fr): 1 partial, 2 missing"
    status, out, err = project.run("sync", "fr", "package/roles.md", "--except", "dedline,roles")
    assert (status, out, err) == (
        1,
        (
            f'{FRENCH}:4:1: --except: the heading "dedline" is not known. Did you mean "deadline"?'
            " Allowed: roles, deadline.\n"
        ),
        "1 problem.\nNothing is written.\n",
    )
    assert project.run("sync", "fr", "a.md", "b.md", "--except", "x") == (
        1,
        "",
        "--except is about one page: give its name, and run the command for each page.\n",
    )


def test_sync_refuses_headings_that_are_not_those_of_the_english_page(project):
    project.change_english(NEW_ROLES + "\n## Answer { #answer }\n\nWe answer.\n")
    assert project.run("sync", "fr", "package/roles.md") == (
        1,
        (
            f'{FRENCH}:4:1: The headings are not those of the English page (missing: "answer").'
            " Bring them up to date, or run `python scripts/translations.py sync fr"
            " package/roles.md"
            " --except answer`.\n"
        ),
        "1 problem.\nNothing is written.\n",
    )
    assert project.run("sync", "fr", "package/roles.md", "--except", "answer")[0] == 0


def test_statements_about_all_pages_need_all(project):
    project.change_english()
    project.write("docs/fr/index.md", INDEX)
    assert project.run("sync", "fr") == (
        1,
        "",
        "Which pages? Give them as package/roles.md, or --all for every page of the language.\n",
    )
    assert project.run("fix", "fr") == (1, "", "Which pages? Give them as package/roles.md.\n")
    assert project.run("sync", "fr", "index.md", "--all") == (
        1,
        "",
        "Give pages or --all, not both.\n",
    )
    before = project.tree()
    assert project.run("sync", "fr", "--all") == (
        1,
        (
            "docs/fr/index.md:1:1: Nobody says yet who wrote this page. Run the command again with"
            " --state human, --state machine or --state machine-edited.\n"
        ),
        "1 problem.\nNothing is written.\n",
    )
    assert project.tree() == before
    assert project.run("sync", "fr", "--all", "--state", "human") == (
        0,
        (
            "docs/fr/index.md: written. You state: it matches today's English page.\n"
            f"{FRENCH}: written. You state: it matches today's English page.\n"
        ),
        "",
    )
    assert project.run("confirm", "fr", "--all") == (
        0,
        "There is no page to do this for.\n",
        "",
    )


def test_confirm_refuses_a_critical_change(project):
    project.change_english()
    assert project.run("confirm", "fr", "package/roles.md") == (
        1,
        (
            f'{FRENCH}:4:1: A change is critical, in "deadline". Look at it with `python'
            " scripts/translations.py diff fr package/roles.md`; if nothing is to do all the"
            " same, run"
            " the command again with --critical.\n"
        ),
        "1 problem.\nNothing is written.\n",
    )
    assert project.read(FRENCH) == french()
    said = f"{FRENCH}: written. You state: the English page changed, and nothing is to do here.\n"
    assert project.run("confirm", "fr", "package/roles.md", "--critical") == (0, said, "")
    assert project.read(FRENCH) == french(NEW_ROLES)


def test_confirm_keeps_what_is_pending(project):
    new = ROLES.replace("one contact", "a contact")
    project.change_english(new)
    project.write(FRENCH, french(extra="  pending: [deadline]\n"))
    assert project.run("confirm", "fr", "package/roles.md")[0] == 0
    assert project.read(FRENCH) == french(new, extra="  pending: [deadline]\n")


def test_confirm_needs_the_text_that_is_pinned(project):
    project.change_english(is_kept=False)
    status, out, _ = project.run("confirm", "fr", "package/roles.md")
    assert (status, out) == (
        1,
        (
            f"{FRENCH}:4:1: The English text {OLD} that this page was made from is not kept, so"
            f" nobody"
            " sees what has changed. Run `python scripts/translations.py snapshot` first.\n"
        ),
    )


def test_fix_leaves_the_pin(project):
    project.change_english()
    project.write(FRENCH, french(state="machine"))
    assert project.run("fix", "fr", "package/roles.md") == (
        0,
        (
            f"{FRENCH}: nothing to write. You state: only its own text changed, and it still"
            f" follows"
            f' the English text {OLD}; outdated as before in "roles", "deadline".\n'
        ),
        "",
    )
    assert project.read(FRENCH) == french(state="machine")
    assert project.run("fix", "fr", "package/roles.md", "--proofread") == (
        0,
        (
            f"{FRENCH}: written. You state: only its own text changed, and it still follows"
            f" the English text {OLD}; a person has read it;"
            ' outdated as before in "roles", "deadline".\n'
        ),
        "",
    )
    assert project.read(FRENCH) == french(state="machine-edited")


def test_review_is_bound_to_the_text(project):
    assert project.run("review", "fr", "package/roles.md", "--by", "Réseau: un") == (
        0,
        f"{FRENCH}: written. You state: Réseau: un reviewed this text on 2027-01-15.\n",
        "",
    )
    digest = body_digest(french())
    review = f'  review: {{by: "Réseau: un", of: {digest}, on: 2027-01-15}}\n'
    assert project.read(FRENCH) == french(extra=review)
    project.run("review", "fr", FRENCH, "--by", "a", "--on", "2027-01-20")
    assert "on: 2027-01-20}" in project.read(FRENCH)
    page = json.loads(project.run("status", "fr", "--json")[1])["languages"]["fr"]["pages"][1]
    assert page["is_reviewed"] is True


# snapshot


def test_snapshot(project):
    project.commit()
    project.change_english(is_kept=False)
    project.write(f"docs/_data/translations/sources/{blob_id(INDEX)}.md", INDEX)
    kept = f"docs/_data/translations/sources/{OLD}.md"
    assert project.run("snapshot") == (
        0,
        (
            f"{kept}: written.\n"
            f"docs/_data/translations/sources/{blob_id(INDEX)}.md: deleted, no translation"
            f" needs it.\n"
        ),
        "",
    )
    assert project.read(kept) == ROLES
    nothing = "Nothing to do: all texts that translations pin are kept, and no others.\n"
    assert project.run("snapshot") == (0, nothing, "")
    assert project.run("check")[0] == 0


def test_snapshot_overwrites_an_altered_one_on_request_only(project):
    project.commit()
    project.change_english()
    kept = f"docs/_data/translations/sources/{OLD}.md"
    project.write(kept, ROLES + "\nMore.\n")
    assert project.run("snapshot") == (
        1,
        (
            f"{kept}:1:1: The content is not the text that the name stands for. Get the file"
            f" back from"
            " Git, or run the command again with --all, which overwrites it.\n"
        ),
        "1 problem.\n",
    )
    assert project.run("snapshot", "--all") == (0, f"{kept}: written.\n", "")
    assert project.read(kept) == ROLES


def test_snapshot_of_a_text_that_git_does_not_have(project):
    project.change_english(is_kept=False)
    message = (
        f"{FRENCH}:5:1: The English text {OLD} is not kept, and here is no Git repository to take"
        " it from. Run the command in a clone of the project.\n"
    )
    assert project.run("snapshot") == (1, message, "1 problem.\n")
    project.commit()
    message = (
        f"{FRENCH}:5:1: Git has no English text {OLD}. Compare the page with the English one and"
        " run `python scripts/translations.py sync fr package/roles.md`.\n"
    )
    assert project.run("snapshot") == (1, message, "1 problem.\n")


def test_snapshot_writes_and_deletes_nothing_while_a_pin_cannot_be_read(project):
    project.commit()
    project.change_english()
    project.write(FRENCH, french().replace("title: Rôles\n", "<<<<<<< HEAD\ntitle: Rôles\n"))
    before = project.tree()
    status, out, err = project.run("snapshot")
    assert (status, project.tree()) == (1, before)
    assert out.startswith(f"{FRENCH}:2:1: ")
    assert err == ("1 problem.\nNothing is written: it is not known what these pages pin.\n")


# impact


def test_impact(project):
    project.write("docs/de/package/roles.md", french(extra="  by: [de]\n"))
    project.write(
        "docs/fr/index.md",
        INDEX.replace(
            "---\n\n", f"translation:\n  source: {blob_id(INDEX)}\n  state: human\n---\n\n"
        ),
    )
    project.commit()
    assert project.run("impact", "--against", "HEAD") == (
        0,
        "This change makes no translation outdated.\n",
        "",
    )
    project.change_english(is_kept=False)
    project.write("docs/en/index.md", INDEX.replace("to all", "to the"))
    project.write("docs/en/package/more.md", INDEX)
    assert project.run("impact", "--against", "HEAD") == (
        0,
        (
            "index.md  minor: fr\n"
            "package/roles.md  critical: de, fr\n"
            "package/more.md  new page\n"
            "This change makes 3 translations outdated: 2 critical, 1 minor.\n"
        ),
        "",
    )
    assert project.run("impact", "--against", "HEAD", "--markdown") == (
        0,
        (
            "### Translations\n"
            "\n"
            "This change makes 3 translations outdated: 2 critical, 1 minor.\n"
            "\n"
            "| English page | Critical | Major | Minor | Outdated before | Without English page |\n"
            "|---|---|---|---|---|---|\n"
            "| `index.md` | – | – | fr | – | – |\n"
            "| `package/roles.md` | de, fr | – | – | – | – |\n"
            "| `package/more.md` | – | – | – | – | – |\n"
        ),
        "",
    )
    project.run("snapshot")
    project.run("sync", "fr", "package/roles.md")
    project.commit()
    project.change_english(NEW_ROLES.replace("form", "signed form"))
    (project.root / "docs/en/index.md").unlink()
    assert project.run("impact", "--against", "HEAD")[1] == (
        "index.md  no English page any more: fr\n"
        "package/roles.md  major: fr; outdated before: de\n"
        "This change makes 1 translation outdated: 1 major.\n"
    )


def test_impact_of_a_waived_change(project):
    project.commit()
    new = ROLES.replace("Each member", "Every member")
    project.change_english(new)
    name = f"{OLD}-{blob_id(new)}"
    project.write(
        f"docs/_data/translations/waivers/{name}.yml",
        f'old: "{OLD}"\nnew: "{blob_id(new)}"\nreason: The same.\nauthor: a\nreviewer: b\n',
    )
    assert project.run("impact", "--against", "HEAD") == (
        0,
        (
            "package/roles.md  1 block waived\n"
            "This change makes no translation outdated; 1 block waived.\n"
        ),
        "",
    )


# waive


WAIVE = ["--reason", "A typo: one letter.", "--by", "network-secretariat", "--reviewer", "lead"]
TYPO = ROLES.replace("Each member", "Every member")


def test_waive(project):
    project.commit()
    project.change_english(TYPO, is_kept=False)
    new = blob_id(TYPO)
    waiver = f"docs/_data/translations/waivers/{OLD}-{new}.yml"
    kept = f"docs/_data/translations/sources/{OLD}.md"
    assert project.run("waive", "package/roles.md", *WAIVE) == (
        0,
        (
            "You state that this change asks nothing of any translation:\n"
            "  docs/en/package/roles.md:8: [-Each-] {+Every+} member has one contact.\n"
            f"{waiver}: written.\n"
            f"{kept}: written.\n"
            f"{FRENCH}: current (was outdated).\n"
        ),
        "",
    )
    assert project.read(kept) == ROLES
    assert project.read(waiver) == (
        f'old: "{OLD}"\nnew: "{new}"\nreason: "A typo: one letter."\n'
        "author: network-secretariat\nreviewer: lead\n"
    )
    project.commit()
    assert project.run("check", "--against", "HEAD")[0] == 0
    assert project.run("snapshot")[1].startswith("Nothing to do")
    status, out, _ = project.run("waive", "package/roles.md", *WAIVE)
    assert (status, out) == (
        1,
        f"{waiver}:1:1: This change is waived already. Nothing is to do.\n",
    )


def test_waive_keeps_its_texts_while_they_are_needed(project):
    project.commit()
    project.change_english(TYPO)
    assert project.run("waive", "package/roles.md", "--against", "HEAD", *WAIVE)[0] == 0
    project.commit()
    project.change_english(TYPO.replace("Send the form", "Send your form"), is_kept=False)
    status, out, _ = project.run("check")
    assert status == 1
    assert "Run `python scripts/translations.py snapshot`, which takes it from Git" in out
    kept = f"docs/_data/translations/sources/{blob_id(TYPO)}.md"
    assert project.run("snapshot") == (0, f"{kept}: written.\n", "")
    assert project.run("check")[0] == 0
    assert "package/roles.md  #deadline\n" in project.run("status", "fr")[1]
    assert project.run("sync", "fr", "package/roles.md")[0] == 0
    names = f"{OLD}-{blob_id(TYPO)}.yml", f"{blob_id(TYPO)}.md", f"{OLD}.md"
    deleted = [line.rpartition("/")[2] for line in project.run("snapshot")[1].splitlines()]
    assert sorted(deleted) == sorted(f"{each}: deleted, no translation needs it." for each in names)
    assert project.run("check")[0] == 0


def test_waive_refuses_each_change_that_translations_must_follow(project):
    project.commit()
    before = project.tree()
    project.change_english(
        NEW_ROLES.replace("one named contact", "no contact").replace("- Send the form.\n", "")
    )
    changed = project.tree()
    status, out, err = project.run("waive", "package/roles.md", "--against", "HEAD", *WAIVE)
    lines = [line for line in out.split("\n") if line and not line.startswith(" ")]
    assert (status, err) == (1, "3 problems.\nNothing is written.\n")
    assert [line.partition(" Leave it to the translators")[0] for line in lines] == [
        (
            'docs/en/package/roles.md:8:17: This must not be waived in the section "roles":'
            ' The negations differ: nothing became "no".'
        ),
        (
            "docs/en/package/roles.md:10:1: A block was removed in the section "
            '"deadline"; only a block that was edited can be waived.'
        ),
        (
            'docs/en/package/roles.md:12:21: This must not be waived in the section "deadline":'
            ' The numbers differ: "1" became "2".'
        ),
    ]
    assert project.tree() == changed != before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["package/roles.md", "--against", "nowhere"], "--against: there is no commit 'nowhere'."),
        (["index.md", "--against", "HEAD"], "Nothing that readers see differs"),
        (["index.md"], "No translation of this page was made from an older text"),
        (["package/dates.md", "--against", "HEAD"], "No translation was made from a text with"),
        (["package/rolls.md"], 'There is no such page. Did you mean "package/roles.md"?'),
        (["package/roles.md", "--from", "0123456789abcdef"], '--from: the version "0123456789abcd'),
        (["package/roles.md", "--by", "Lead"], "reviewer: The reviewer is the author."),
        (["package/roles.md", "--reason", "a\nb"], "reason: The text has several lines."),
    ],
)
def test_waive_that_cannot_be(project, arguments, message):
    project.commit()
    project.change_english(TYPO)
    project.write("docs/en/package/dates.md", DATES.replace("Welcome", "Welcom"))
    before = project.tree()
    status, out, err = project.run("waive", *WAIVE, *arguments)
    assert status == 1
    assert message in out
    assert err.endswith("Nothing is written.\n") or "no such page" in out
    assert project.tree() == before


def test_waive_with_two_versions_asks_from_which(project):
    project.change_english(TYPO)
    project.write("docs/de/package/roles.md", french(TYPO))
    newest = TYPO.replace("Send the form", "Send your form")
    project.write(f"docs/_data/translations/sources/{blob_id(TYPO)}.md", TYPO)
    project.write("docs/en/package/roles.md", newest)
    status, out, _ = project.run("waive", "package/roles.md", *WAIVE)
    assert status == 1
    assert f"{OLD}: {FRENCH}" in out
    assert f"{blob_id(TYPO)}: docs/de/package/roles.md" in out
    status, out, _ = project.run("waive", "package/roles.md", *WAIVE, "--from", blob_id(TYPO))
    assert out.endswith("docs/de/package/roles.md: current (was outdated).\n")
    assert "minor     package/roles.md  #roles\n" in project.run("status", "fr")[1]


# standing

LIST = """\
languages:
  - code: en
    name: English
    english_name: English
  - code: de
    name: Deutsch
    english_name: German
  - code: fr
    name: français
    english_name: French
"""
STANDINGS = """\
notice_days: 60
standings:
- {standing: official, translated: 95, current: 95, proofread: 100, words: 100}
- {standing: active, translated: 40, current: 80, proofread: 80, words: 95}
- {standing: preview, translated: 0, current: 50, proofread: 0, words: 0}
"""
LIST_FILE = "docs/_data/languages.yml"


def with_standings(project):
    project.write(LIST_FILE, LIST)
    project.write("docs/_data/translations/standings.yml", STANDINGS)


def test_standing(project, monkeypatch):
    with_standings(project)
    assert project.run("standing") == (
        1,
        (
            "fr  French: no standing, reaches preview; for active: 1 page to translate\n"
            "1 language without pages.\n"
            "\n"
            "fr: no standing becomes preview.\n"
            "Write it with: python scripts/translations.py standing --write\n"
        ),
        "",
    )
    assert project.read(LIST_FILE) == LIST
    status, out, _ = project.run("standing", "--write")
    assert (status, out.splitlines()[-1]) == (0, f"{LIST_FILE}: written.")
    assert project.read(LIST_FILE) == f"{LIST}    standing: preview\n"
    assert project.run("standing")[0] == 0
    assert project.run("status")[1].splitlines()[1].startswith("fr  French  preview    1 current")

    project.change_english()
    assert project.run("check")[0] == 0
    assert "warning: fr: It has the standing preview" in project.run("check")[1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 1 December 2026
    assert project.run("standing", "--write")[0] == 0
    announced = "    demotion: {to: archived, announced: 2026-12-01, on: 2027-02-06}\n"
    assert project.read(LIST_FILE) == f"{LIST}    standing: preview\n{announced}"
    assert "(archived from 2027-02-06)" in project.run("status")[1]
    assert "Standing: preview (archived from 2027-02-06)\n" in project.run("status", "fr")[1]
    french = json.loads(project.run("status", "fr", "--json")[1])["languages"]["fr"]
    assert french["language_standing"]["demotion"]["on"] == "2027-02-06"

    assert project.run("standing", "--write", "--on", "2027-02-05")[0] == 0
    assert "standing: preview" in project.read(LIST_FILE)
    assert project.run("standing", "--write", "--on", "2027-02-06")[0] == 0
    assert project.read(LIST_FILE) == f"{LIST}    standing: archived\n"


def test_standing_is_not_had_by_declaring_it(project, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")
    with_standings(project)
    project.commit()
    project.write(LIST_FILE, f"{LIST}    standing: official\n")
    status, out, _ = project.run("check", "--against", "HEAD")
    assert status == 1
    assert f"{LIST_FILE}:8:1: fr: The standing official was declared, and its pages reach" in out
    project.write(LIST_FILE, f"{LIST}    standing: preview\n")
    assert project.run("check", "--against", "HEAD")[0] == 0
    project.git("commit", "-qam", "B")
    project.write(LIST_FILE, LIST)
    status, out, _ = project.run("check", "--against", "HEAD")
    assert status == 1
    assert "fell from preview to none, which was not announced for 60 days." in out


def test_standing_without_thresholds(project):
    missing = "docs/_data/translations/standings.yml:1:1: The file is missing."
    assert project.run("standing")[1].startswith(missing)
    with_standings(project)
    project.write("docs/_data/translations/standings.yml", STANDINGS.replace("60", "x"))
    status, out, _ = project.run("standing")
    assert status == 1
    assert out.startswith('docs/_data/translations/standings.yml:1:14: notice_days: "x" is no num')


# check


def test_check(project):
    assert project.run("check") == (0, "No problems: 1 translation.\n", "")
    project.change_english(is_kept=False)
    project.write("docs/fr/index.md", INDEX.replace("title", "titel"))
    status, out, err = project.run("check")
    lines = [line for line in out.split("\n") if not line.startswith(" ")]
    assert (status, err) == (1, "3 problems.\n")
    assert [line.split(" ")[0] for line in lines] == [
        "docs/fr/index.md:2:1:",
        "docs/fr/index.md:2:1:",
        f"{FRENCH}:5:11:",
        "",
    ]


def test_check_looks_at_the_text_beside_the_one_that_it_pins(project):
    project.change_english()
    project.write(FRENCH, french().replace("2027", "2028"))
    status, out, err = project.run("check")
    assert (status, err) == (1, "1 problem.\n")
    assert out.startswith(f"{FRENCH}:15:")


def test_check_of_a_page_that_follows_todays_text_and_does_not_say_so(project):
    project.change_english()
    project.write(FRENCH, french().replace("1er mai", "2 juin"))
    status, out, err = project.run("check")
    assert (status, err) == (1, "1 problem.\n")
    assert out == (
        f"{FRENCH}:15:34: Here the page follows today's English text and not the one that it names."
        " When it is up to date, run `python scripts/translations.py sync fr package/roles.md`,"
        " with --except for sections that are not.\n"
    )
    project.write(FRENCH, french().replace("1er mai", "3 juin"))
    message = '"1 May 2027" of the English page is not here; there is "juin" instead.'
    assert project.run("check")[1] == f"{FRENCH}:15:34: {message} Write 1 mai 2027.\n"


def test_check_of_snapshots_and_waivers(project):
    project.change_english()
    kept = f"docs/_data/translations/sources/{OLD}.md"
    project.write(kept, ROLES + "More.\n")
    status, out, err = project.run("check")
    assert (status, err) == (1, "2 problems.\n")
    assert out.startswith(f"{kept}:1:1: The content is not the text that the name stands for")
    project.write(kept, ROLES)
    waiver = f"docs/_data/translations/waivers/{OLD}-{NEW}.yml"
    names = "reason: The same.\nauthor: a\nreviewer: b\n"
    project.write(waiver, f'old: "{OLD}"\nnew: "{NEW}"\n{names}')
    status, out, err = project.run("check")
    assert (status, err) == (1, "1 problem.\n")
    assert out.startswith(f'{waiver}:2:6: new: This must not be waived in the section "deadline"')


def test_check_with_a_termbase_that_cannot_be_read(project):
    project.write("docs/_data/terms.yml", TERMS.replace("id: network", "id: Network"))
    status, out, err = project.run("check")
    assert (status, err) == (1, "1 problem.\n")
    assert out.startswith('docs/_data/terms.yml:4:8: labels.id: "Network" cannot stand here.')
    (project.root / "docs/_data/terms.yml").unlink()
    missing = "docs/_data/terms.yml:1:1: The file is missing. Restore it from the repository.\n"
    assert project.run("check") == (1, missing, "1 problem.\n")


def test_a_warning_is_shown_and_is_no_problem(project):
    kept = f"docs/_data/translations/sources/{blob_id(INDEX)}.md"
    project.write(kept, INDEX)
    status, out, err = project.run("check")
    assert (status, err) == (0, "")
    assert out.startswith(f"{kept}:1:1: warning: ")
    assert out.endswith("\nNo problems: 1 translation.\n")


def test_gate_an_own_correction_is_believed(project):
    project.commit()
    project.write(FRENCH, french().replace("Envoyez", "Adressez"))
    assert project.run("check", "--against", "HEAD") == (0, "No problems: 1 translation.\n", "")


def test_gate_both_changed_and_nothing_stated(project):
    project.commit()
    project.change_english()
    changed = french().replace("Envoyez", "Adressez")
    project.write(FRENCH, changed)
    message = (
        f"{FRENCH}:4:1: This page and its English page were changed since HEAD, and nobody says"
        " whether they match. Run `python scripts/translations.py sync fr package/roles.md`, with"
        " --except for sections that do not match yet, or correct its own text in another pull"
        " request.\n"
    )
    assert project.run("check", "--against", "HEAD") == (1, message, "1 problem.\n")
    project.write(FRENCH, changed.replace("state: human\n", "state: human\n  by: [b]\n"))
    assert project.run("check", "--against", "HEAD") == (1, message, "1 problem.\n")
    for text, *arguments in (
        (changed, "sync", "fr", FRENCH, "--except", "deadline"),
        (changed, "review", "fr", FRENCH, "--by", "a"),
        (changed.replace("1er mai", "2 juin"), "sync", "fr", FRENCH),
    ):
        project.write(FRENCH, text)
        project.run(*arguments)
        assert project.run("check", "--against", "HEAD")[0] == 0, arguments


def test_gate_a_page_that_stays_outdated(project):
    project.change_english()
    project.commit()
    project.write(FRENCH, french().replace("Envoyez", "Adressez"))
    assert project.run("check", "--against", "HEAD") == (
        0,
        (
            f"{FRENCH}:4:1: warning: This page was changed since HEAD and stays outdated. If it"
            f" matches"
            " today's English page now, run `python scripts/translations.py sync fr"
            " package/roles.md`;"
            " if only its own text was corrected, nothing is to do.\n"
            "No problems: 1 translation.\n"
        ),
        "",
    )


def test_gate_a_new_page_and_one_that_lost_its_pin(project):
    project.commit()
    project.write("docs/fr/index.md", INDEX)
    lost = french().replace(f"translation:\n  source: {OLD}\n  state: human\n", "")
    project.write(FRENCH, lost)
    project.run("new", "de", "index.md")
    status, out, err = project.run("check", "--against", "HEAD")
    said = "This page was changed since HEAD and does not say which English text it was made from."
    run = "Run `python scripts/translations.py sync fr"
    assert (status, err) == (1, "3 problems.\n")
    assert out.split("\n") == [
        'docs/de/index.md:3:14: This is English: "What there is.". Translate it.',
        f"docs/fr/index.md:1:1: {said} {run} index.md --state human`, or machine.",
        f"{FRENCH}:1:1: {said} {run} package/roles.md --state human`, or machine.",
        "",
    ]


# What is remembered between commands

CACHE = ".cache/scn/translations.json"


def test_a_second_command_says_the_same_and_writes_nothing(project):
    project.change_english()
    first = project.run("todo", "fr")
    path = project.root / CACHE
    before = path.stat().st_mtime_ns, path.stat().st_ino
    assert project.run("todo", "fr") == first
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before
    project.write("docs/en/index.md", INDEX.replace("Welcome", "Hello"))
    project.run("todo", "fr")
    assert path.stat().st_ino != before[1]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "damaged"),
        (b"no cache at all", "damaged"),
        (b"[" * 100_000, "damaged"),
        ("half", "damaged"),
        ("foreign", "of another version"),
    ],
    ids=["empty", "something else", "deep", "half", "foreign"],
)
def test_a_damaged_or_foreign_cache_is_not_used(project, content, why):
    project.change_english()
    expected = project.run("status", "fr")
    path = project.root / CACHE
    data = path.read_bytes()
    if content == "half":
        content = data[: len(data) // 2]
    elif content == "foreign":
        version = version_of_code()
        path.unlink()
        write_checked(path, json.dumps({"version": version, "format": "x", "values": {}}).encode())
        content = path.read_bytes()
    path.write_bytes(content)
    (project.root / ANSWERS).unlink()
    status, out, _ = expected
    said = f"Not used and made again: translations.json is {why}.\n"
    assert project.run("status", "fr") == (status, out, said)
    assert path.read_bytes() == data
    (project.root / ANSWERS).unlink()
    assert project.run("status", "fr") == expected


def test_a_cache_of_other_code_is_not_used(project):
    expected = project.run("status", "fr")
    path = project.root / CACHE
    data = path.read_bytes()
    record = json.loads(data[32:])
    for value in record["values"].values():
        if isinstance(value, dict):
            value.pop("translation", None)
    assert project.run("status", "fr")[1].startswith("French (fr): 1 current")
    write_checked(path, json.dumps(record).encode())
    (project.root / ANSWERS).unlink()
    assert project.run("status", "fr")[1].startswith("French (fr): 1 unpinned")
    record["version"] = "of other code"
    write_checked(path, json.dumps(record).encode())
    (project.root / ANSWERS).unlink()
    assert project.run("status", "fr") == expected
    assert path.read_bytes() == data


QUESTIONS = [("status",), ("status", "fr"), ("status", "--json"), ("status", "de", "--json"),
             ("todo", "fr"), ("todo", "de")]  # fmt: skip
EDITS = {
    "an English page": lambda one: one.change_english(),
    "a translation": lambda one: one.write(FRENCH, french(state="machine")),
    "a new translation": lambda one: one.write("docs/de/index.md", INDEX),
    "a page that is gone": lambda one: (one.root / FRENCH).unlink(),
    "a renamed page": lambda one: (one.root / FRENCH).rename(one.root / "docs/fr/index.md"),
    "a kept text": lambda one: one.write(f"docs/_data/translations/sources/{OLD}.md", ROLES),
    "the languages": lambda one: one.write("docs/_data/languages.yml", LANGUAGES.replace("G", "J")),
    "the navigation": lambda one: one.write("mkdocs.yml", "nav: [package/roles.md, index.md]\n"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_answer_is_that_of_the_files_as_they_are(project, edit):
    before = {question: project.run(*question) for question in QUESTIONS}
    assert {question: project.run(*question) for question in QUESTIONS} == before
    edit(project)
    after = {question: project.run(*question) for question in QUESTIONS}
    assert {question: project.run(*question) for question in QUESTIONS} == after
    shutil.rmtree(project.root / ".cache")
    assert {question: project.run(*question) for question in QUESTIONS} == after


def test_an_answer_that_is_known_is_not_worked_out_again(project, monkeypatch):
    before = {question: project.run(*question) for question in QUESTIONS}

    def fail(*_):
        raise AssertionError("the catalogue was read")

    monkeypatch.setattr("translation_commands.arguments.remembered_catalogue", fail)
    assert {question: project.run(*question) for question in QUESTIONS} == before


@pytest.mark.parametrize("name", CODE)
def test_an_answer_of_other_programs_is_not_used(project, monkeypatch, tmp_path_factory, name):
    project.run("status")
    path = project.root / ANSWERS
    before = path.read_bytes()
    project.run("status")
    assert path.read_bytes() == before
    other = tmp_path_factory.mktemp("code") / name
    shutil.copytree(CODE[name], other)
    (other / "new.py").write_text("")
    monkeypatch.setitem(CODE, name, other)
    project.run("status")
    assert path.read_bytes() != before


def test_with_a_page_that_cannot_be_read_every_command_says_so(project):
    project.write("docs/fr/index.md", "Texte.\n")
    first = project.run("status", "fr")
    assert first[0] == 1
    assert "docs/fr/index.md:1:1: " in first[1]
    assert project.run("status", "fr") == first
    assert not (project.root / ANSWERS).exists()


@pytest.mark.parametrize("content", [b"", b"half an ans", b"[]", b'{"key": 1}'])
def test_answers_that_are_damaged_are_not_used(project, content):
    expected = project.run("status", "fr")
    path = project.root / ANSWERS
    data = path.read_bytes()
    for write in (path.write_bytes, lambda text: write_checked(path, text)):
        write(content)
        assert project.run("status", "fr") == expected
        assert path.read_bytes() == data


def test_files_that_change_while_they_are_read(project, monkeypatch):
    """Nothing is said of the page, which may be half of each, and nothing is remembered."""

    def change(*given):
        project.write(FRENCH, french(state="machine"))
        return remembered_catalogue(*given)

    monkeypatch.setattr("translation_commands.arguments.remembered_catalogue", change)
    said = "The file was changed while it was read. Run the command again."
    status, out, _ = project.run("status", "fr")
    assert status == 1
    assert out.endswith(f"{FRENCH}:1:1: {said}\n")
    assert "current" not in out
    assert not (project.root / ANSWERS).exists()

    def change_data(*given):
        catalogue = remembered_catalogue(*given)
        project.write("mkdocs.yml", "nav: [index.md]\n")
        return catalogue

    monkeypatch.setattr("translation_commands.arguments.remembered_catalogue", change_data)
    status, _, _ = project.run("status", "fr")
    assert status == 0
    assert not (project.root / ANSWERS).exists()


@pytest.mark.skipif(os.name == "nt", reason="a file stands where the folder would be made")
def test_without_a_place_for_the_cache_the_answer_is_the_same(project):
    expected = project.run("status", "fr")
    shutil.rmtree(project.root / ".cache")
    project.write(".cache", "no folder")
    assert project.run("status", "fr")[:2] == expected[:2]


# Wrong input


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",), ("todo",), ("diff", "index.md"), ("new", "index.md"), ("sync", "index.md"),
        ("confirm", "index.md"), ("fix", "index.md"), ("review", "index.md", "--by", "a"),
    ],
)  # fmt: skip
def test_unknown_language(project, arguments):
    command, *rest = arguments
    place = "docs/_data/languages.yml:1:1:"
    message = f'{place} The language "fra" is not known. Did you mean "fr"? Allowed: de, fr.\n'
    assert project.run(command, "fra", *rest) == (1, message, "1 problem.\n")
    message = f"{place} Pages of the source language are no translations. Give another language.\n"
    assert project.run(command, "en", *rest) == (1, message, "1 problem.\n")


def test_all_mistakes_of_one_call_at_once(project):
    project.write("docs/fr/package/dates.md", "---\ntitle: A\n---\n\n# A { #dates }\n")
    before = project.tree()
    names = (
        "package/rolls.md",
        "docs/de/index.md",
        "index.md",
        "law.md",
        "package/dates.md",
        FRENCH,
    )
    status, out, err = project.run("sync", "fr", *names)
    assert out.startswith(
        "docs/de/index.md:1:1: This page is not of the language fr. Give a page of it.\n"
        "docs/en/law.md:1:1: There is no such page. Write it as package/roles.md.\n"
        'docs/en/package/rolls.md:1:1: There is no such page. Did you mean "package/roles.md"?\n'
        "docs/fr/index.md:1:1: There is no such translation."
        " Run `python scripts/translations.py new fr index.md`.\n"
        "docs/fr/package/dates.md:2:1: description"
    )
    assert (status, err) == (1, "5 problems.\nNothing is written.\n")
    assert project.tree() == before


@pytest.mark.parametrize("command", [("confirm",), ("fix",), ("review", "--by", "a")])
def test_page_without_pin(project, command):
    project.write("docs/fr/index.md", INDEX)
    name, *rest = command
    assert project.run(name, "fr", "index.md", *rest) == (
        1,
        (
            "docs/fr/index.md:1:1: This page does not say which English text it was made from."
            " Compare"
            " it with the English page and run `python scripts/translations.py sync fr index.md"
            " --state"
            " human`.\n"
        ),
        "1 problem.\nNothing is written.\n",
    )
    status, out, err = project.run("diff", "fr", "index.md")
    assert (status, err) == (1, "1 problem.\n")
    assert out.startswith("docs/fr/index.md:1:1: This page does not say which English text")


def test_pages_without_an_english_one(project):
    project.write("docs/fr/gone.md", french())
    project.write("docs/fr/ours.md", INDEX.replace("title", "local_only: true\ntitle"))
    status, out, _ = project.run("sync", "fr", "gone.md", "ours.md")
    assert (status, out) == (
        1,
        (
            "docs/fr/gone.md:4:1: There is no English page gone.md any more. Move this file to"
            " where it"
            " is now, delete it, or write `local_only: true` in place of the field.\n"
            "docs/fr/ours.md:2:1: This page says that it is made for this language alone."
            " Delete the"
            " line local_only if it is a translation.\n"
        ),
    )


def test_broken_front_matter_is_named_below_the_report(project):
    project.write("docs/fr/index.md", INDEX.replace("title: Home", "title: [Home"))
    status, out, err = project.run("status")
    assert status == 1
    assert out.startswith("de  German  3 missing\nfr  French  1 current, 1 missing\ndocs/fr/index")
    assert err == "1 problem.\n"


def test_no_list_of_languages(project):
    (project.root / "docs/_data/languages.yml").unlink()
    assert project.run("status") == (
        1,
        (
            "docs/_data/languages.yml:1:1: The file is missing. Write it, or restore it from the"
            " repository.\n"
        ),
        "1 problem.\n",
    )


@pytest.mark.parametrize("command", ["impact", "check"])
def test_no_git_and_unknown_revision(project, command):
    assert project.run(command, "--against", "main") == (
        1,
        "",
        f"--against: {project.root} is in no Git repository. Clone the project with Git.\n",
    )
    project.commit()
    assert project.run(command, "--against", "nowhere") == (
        1,
        "",
        (
            "--against: there is no commit 'nowhere'. Write a branch or a commit that Git knows, or"
            " fetch it first.\n"
        ),
    )


def test_no_git_on_this_computer(project, monkeypatch):
    project.change_english(is_kept=False)
    monkeypatch.setenv("PATH", str(project.root))
    message = "There is no git on this computer. Install it and run the command again.\n"
    for arguments in (("impact", "--against", "main"), ("snapshot",)):
        assert project.run(*arguments) == (1, "", message)
    assert project.run("status", "fr")[0] == 0


def test_help_has_examples():
    ran = subprocess.run(
        [sys.executable, str(SCRIPT), "sync", "--help"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.endswith(
        "\nexample: python scripts/translations.py sync fr package/roles.md"
        " --except funding,rules\n"
    )
