"""What people get wrong, each alone and all at once: one message each, no traceback, status 1.

`path:line:column: what is wrong. What to write instead.`, and the last good site is still there.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

SESSION = """\
# yaml-language-server: $schema=../session.schema.json
kind: online-training
status: confirmed
announced: 2025-12-01
title: {en: Training}
start: 2026-03-10T10:00
end: 2026-03-10T12:00
online: {platform: webex}
"""


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """What a good project gets, and all that is said about it."""

    says: tuple[str, ...]
    """Whole messages; `@text@` stands for the line and column of a text in the file, and
    `%sections%` for the titles that sections of the navigation may have."""

    files: Mapping[str, str] = field(default_factory=dict)
    edits: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """A text of a file and what it becomes."""

    nav: tuple[object, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)


def page(title="A", body=""):
    return f"---\ntitle: {title}\ndescription: About {title}.\n---\n\n# {title} {{ #a }}\n{body}"


LONG = "".join(hashlib.sha256(str(number).encode()).hexdigest() + "\n" for number in range(420))
"""Text that cannot be made much smaller."""

MISTAKES = {
    "a session that ends before it starts": Mistake(
        files={
            "docs/_data/sessions/lv/lv-2026-riga-1.yml": SESSION.replace(
                "end: 2026-03-10T12:00", "end: 2026-03-10T09:00"
            )
        },
        says=(
            (
                "docs/_data/sessions/lv/lv-2026-riga-1.yml:7:6: end: 09:00 is before the start"
                " 10:00 on the same day."
            ),
        ),
    ),
    "a session with a word that is not known": Mistake(
        files={
            "docs/_data/sessions/lv/lv-2026-riga-2.yml": SESSION.replace(
                "status: confirmed", "status: canceled"
            )
        },
        says=(
            (
                'docs/_data/sessions/lv/lv-2026-riga-2.yml:3:9: status: "canceled" is not known.'
                ' Did you mean "cancelled"? Allowed: tentative, confirmed, postponed, cancelled.'
            ),
        ),
    ),
    "a session that is no YAML": Mistake(
        files={
            "docs/_data/sessions/gr/gr-2026-athens-1.yml": SESSION.replace(
                "{en: Training}", "Training: part one"
            )
        },
        says=(
            (
                "docs/_data/sessions/gr/gr-2026-athens-1.yml:5:16: A colon followed by a space"
                " cannot stand here. Put the whole text between quotation marks, or check the"
                " indentation."
            ),
        ),
    ),
    "a session in no folder of a country": Mistake(
        files={"docs/_data/sessions/el/el-2026-athens-1.yml": SESSION},
        says=(
            (
                "docs/_data/sessions/el/el-2026-athens-1.yml:1:1: Greece has the folder gr, its ISO"
                " code; el is its code in the Union. Move the file."
            ),
        ),
    ),
    "a folder of a language that is not on the list": Mistake(
        files={"docs/xx/index.md": page()},
        says=(
            (
                'docs/xx/index.md:1:1: the folder "xx" is not known. Allowed: en, fr, el.'
                " Add the language to docs/_data/languages.yml or move the page."
            ),
        ),
    ),
    "a page outside the folders of the languages": Mistake(
        files={"docs/notes.md": page()},
        says=(
            (
                'docs/notes.md:1:1: the folder "notes.md" is not known. Allowed: en, fr, el.'
                " Add the language to docs/_data/languages.yml or move the page."
            ),
        ),
    ),
    "a build in a language that is not on the list": Mistake(
        env={"SCN_LANGUAGES": "fra,fr"},
        says=(
            (
                'docs/_data/languages.yml:1:1: SCN_LANGUAGES: the language "fra" is not known.'
                ' Did you mean "fr"? Allowed: en, fr, el.'
            ),
        ),
    ),
    "a language without a name": Mistake(
        files={
            "docs/_data/languages.yml": (
                "languages:\n"
                "  - {code: en, name: English, english_name: English}\n"
                "  - {code: fr, english_name: French}\n"
            )
        },
        says=(
            (
                "docs/_data/languages.yml:3:5: languages.name: This is missing."
                " Write what its own speakers call it."
            ),
        ),
    ),
    "a page in the navigation that does not exist": Mistake(
        nav=("gone.md",),
        says=(
            (
                "mkdocs.yml:@gone.md@: nav: there is no page docs/en/gone.md."
                " Write the page or remove the line."
            ),
        ),
    ),
    "a section of the navigation without words": Mistake(
        nav=({"pakage": ["index.md"]},),
        says=(
            (
                'mkdocs.yml:@pakage@: nav: the section "pakage" is not known.'
                ' Did you mean "package"? Allowed: %sections%.'
                " Its title is the text `nav.pakage` in docs/_data/strings/."
            ),
        ),
    ),
    "a word that a language lacks": Mistake(
        edits={"docs/_data/strings/fr.yml": ("  menu: 'fr: Menu'\n", "")},
        says=(
            (
                "docs/_data/strings/fr.yml:1:1: frame.menu is missing. Write it; in English it is"
                " “Menu” (docs/_data/strings/en.yml)."
            ),
        ),
    ),
    "a word with another placeholder": Mistake(
        edits={
            "docs/_data/strings/el.yml": (
                "'el: The facts on this page were checked as of {date}.'",
                "'el: The facts on this page were checked as of {day}.'",
            )
        },
        says=(
            (
                "docs/_data/strings/el.yml:@'el: The facts on this page were checked as of"
                " {day}.'@: sources.as_of has the placeholders"
                " {day}. Write those of the English text: {date}."
            ),
        ),
    ),
    "a language whose file of words is empty": Mistake(
        files={"docs/_data/strings/fr.yml": ""},
        says=(
            (
                "docs/_data/strings/fr.yml:1:1: the file is empty."
                " Write the texts of docs/_data/strings/en.yml."
            ),
        ),
    ),
    "front matter that is no YAML": Mistake(
        files={"docs/en/yaml.md": page("A: B")},
        says=(
            (
                "docs/en/yaml.md:2:9: A colon followed by a space cannot stand here."
                " Put the whole text between quotation marks, or check the indentation."
            ),
        ),
    ),
    "front matter with a tab": Mistake(
        files={"docs/en/tab.md": page().replace("title: A", "title:\n\t- A")},
        says=("docs/en/tab.md:3:1: A tab character cannot stand here. Indent with spaces.",),
    ),
    "a page without front matter": Mistake(
        files={"docs/fr/bare.md": "# A { #a }\n"},
        says=(
            (
                "docs/fr/bare.md:1:1: The page has no front matter. Begin it with a line `---`,"
                " then `title: …` and `description: …`, then a line `---`."
            ),
        ),
    ),
    "an id of a heading twice": Mistake(
        files={"docs/en/twice.md": page(body="\n## B { #b }\n\n## C { #b }\n")},
        says=(
            (
                'docs/en/twice.md:10:9: The id "b" is here twice, first in line 8.'
                " Write another one."
            ),
        ),
    ),
    "an empty page": Mistake(
        files={"docs/en/empty.md": "---\ntitle: A\ndescription: About A.\n---\n\n"},
        says=(
            (
                "docs/en/empty.md:5:1: The page is empty. Write its text, or delete the file and"
                " its line in mkdocs.yml."
            ),
        ),
    ),
    "an empty file": Mistake(
        files={"docs/en/nothing.md": ""},
        says=(
            (
                "docs/en/nothing.md:1:1: The page is empty. Write its text, or delete the file and"
                " its line in mkdocs.yml."
            ),
        ),
    ),
    "a source that is not in the register": Mistake(
        files={"docs/en/source.md": page().replace("title: A", "sources: [XX-0000]\ntitle: A")},
        says=(
            (
                'docs/en/source.md:2:11: sources: "XX-0000" is not known.'
                " Write a code that docs/_data/sources.yml has."
            ),
        ),
    ),
    "a day of the news that is in no calendar": Mistake(
        files={"docs/fr/dated.md": page(body="\n## B { #news-2026-02-30-b }\n")},
        says=(
            (
                "docs/fr/dated.md:8:14: there is no day 2026-02-30."
                " Write one that is in the calendar."
            ),
        ),
    ),
    "a picture without alternative text": Mistake(
        files={"docs/en/picture.md": page(body="\n![](plan.png)\n")},
        says=(
            (
                "docs/en/picture.md:8:3: The picture has no alternative text. Write what it shows"
                " between the brackets: `![what it shows](address)`."
            ),
        ),
    ),
    "a level of headings left out": Mistake(
        files={"docs/en/level.md": page(body="\n### B { #b }\n")},
        says=("docs/en/level.md:8:1: The heading jumps from level 1 to 3. Write `##`.",),
    ),
    "a link that says nothing": Mistake(
        files={"docs/fr/lien.md": page(body="\nVoir [ici](index.md).\n")},
        says=(
            (
                'docs/fr/lien.md:8:7: The words "ici" do not say where the link leads.'
                " Write what one finds there."
            ),
        ),
    ),
    "an address for words": Mistake(
        files={"docs/en/bare.md": page(body="\nSee <https://example.eu>.\n")},
        says=(
            (
                "docs/en/bare.md:8:6: An address is no name. Write where the link leads:"
                " `[words](address)`."
            ),
        ),
    ),
    "a table without a header": Mistake(
        files={"docs/en/table.md": page(body="\n| Host | 2 |\n| Cook | 3 |\n")},
        says=(
            (
                "docs/en/table.md:8:1: The table has no header. Write a first row that says what"
                " stands in each column, and below it `|---|---|`."
            ),
        ),
    ),
    "a frame of another site": Mistake(
        files={"docs/en/frame.md": page(body='\n<iframe src="https://example.eu"></iframe>\n')},
        says=(
            (
                "docs/en/frame.md:8:1: <iframe> cannot stand in a page."
                " Write a link to what it would show."
            ),
        ),
    ),
    "a program in an attribute": Mistake(
        files={"docs/en/program.md": page(body="\n*Words*{ onclick=run }\n")},
        says=(
            (
                "docs/en/program.md:8:8: The attribute onclick cannot stand at <em>. Allowed:"
                " class, dir, height, hreflang, id, lang, title, translate and width."
            ),
        ),
    ),
    "a program in an address": Mistake(
        files={"docs/en/address.md": page(body="\n[Words](java&#115;cript:run)\n")},
        says=(
            (
                'docs/en/address.md:8:9: The address "javascript:run" begins with javascript:.'
                " Write the path to a page, or an address that begins with https:// or mailto:."
            ),
        ),
    ),
    "a page without a description": Mistake(
        files={"docs/en/undescribed.md": "---\ntitle: A\n---\n\n# A { #a }\n"},
        says=(
            (
                "docs/en/undescribed.md:2:1: description: This is missing."
                " Write one sentence that says what the page gives."
            ),
        ),
    ),
    "a page that is too long": Mistake(
        files={"docs/en/long.md": page(body=LONG)},
        says=(
            (
                "docs/en/long.md:5:1: The text weighs 16 KB, and no more than 15 KB is left for"
                " it in a page of 30 KB. Split the page, or shorten it."
            ),
        ),
    ),
}


TOGETHER = {
    name: mistake
    for name, mistake in MISTAKES.items()
    # Without a list of languages, no folder can be wrong; an empty file cannot lack one word.
    if name not in ("a language without a name", "a language whose file of words is empty")
}
NAV = ("index.md",)


def apply(one, mistakes):
    one.configure([*NAV, *(item for mistake in mistakes for item in mistake.nav)], {})
    for mistake in mistakes:
        for name, content in mistake.files.items():
            one.write(name, content)
        for name, (old, new) in mistake.edits.items():
            text = (one.root / name).read_text("utf-8")
            assert text.count(old) == 1
            one.write(name, text.replace(old, new))
    return {name: value for mistake in mistakes for name, value in mistake.env.items()}


def place(one, message):
    message = message.replace("%sections%", ", ".join(sorted(one.words("en").under("nav"))))
    path, _, rest = message.partition(":@")
    if not rest:
        return message
    text, _, rest = rest.partition("@")
    before, _, _ = (one.root / path).read_text("utf-8").partition(text)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return f"{path}:{line}:{column}{rest}"


def order(message):
    path, line, column, text = message.split(":", 3)
    return path, int(line), int(column), text


def said(one, mistakes):
    """All messages about some mistakes, in the order of their places."""
    return sorted((place(one, text) for one_ in mistakes for text in one_.says), key=order)


@pytest.fixture(scope="module")
def good(project):
    """A project with a good site, and the bytes of that site."""
    one = project({"en/index.md": page("Home"), "fr/index.md": page("Accueil")}, nav=NAV)
    built = one.build()
    assert (built.status, built.log) == (0, "")
    return one, built.files()


@pytest.fixture
def one(good):
    """The project, as it was before each test."""
    project, _ = good
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    yield project
    for path in [path for path in project.root.rglob("*") if path.is_file()]:
        if path not in before:
            path.unlink()
    for path, content in before.items():
        path.write_bytes(content)


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_where_it_is_with_what_to_write_instead(good, one, mistake):
    env = apply(one, [mistake])
    failed = one.build(**env)
    expected = said(one, [mistake])
    plural = "s" if len(expected) > 1 else ""
    assert failed.log.split("\n") == [
        f"ERROR: {len(expected)} problem{plural} in the content:",
        *expected,
        "",
    ]
    assert failed.status == 1
    assert failed.files() == good[1]


def test_all_mistakes_are_named_in_one_run_of_the_command(good, one):
    env = apply(one, TOGETHER.values())
    failed = one.run("--strict", **env)
    expected = said(one, TOGETHER.values())
    assert len(expected) > 18
    assert failed.log.rstrip("\n").split("\n") == [
        f"ERROR   -  {len(expected)} problems in the content:",
        *expected,
        "",
        "Aborted with a BuildError!",
    ]
    assert failed.status == 1
    assert failed.files() == good[1]
    names = {path.name for path in one.root.iterdir()}
    assert names - {".cache"} == {"docs", "mkdocs.yml", "site"}


def test_the_check_of_the_content_says_the_same_without_a_build(one):
    """`scripts/check.py` also shows the line; it knows no languages to build."""
    mistakes = [mistake for mistake in TOGETHER.values() if not mistake.env]
    apply(one, mistakes)
    expected = said(one, mistakes)
    command = [sys.executable, str(ROOT / "scripts" / "check.py"), str(one.root)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "GITHUB_ACTIONS": ""}
    checked = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
    lines = [line for line in checked.stdout.split("\n") if line and not line.startswith(" ")]
    assert lines == expected
    assert checked.stderr == f"{len(expected)} problems.\n"
    assert checked.returncode == 1
