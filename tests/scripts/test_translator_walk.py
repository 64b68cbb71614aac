"""The walk of a new translator, who follows CONTRIBUTING.md: translator-walk.txt.

The file is what stands on the screen: each line that begins with `$ ` is run here, and what it
prints must be what follows. Beside the real commands, with Git, there are two for what people do:
`edit FILE` replaces the lines after `-` by those after `+`, and `read ADDRESS` opens a page of the
site, which is built from what is there, or the lines of `translations.json` about the page.
"""

import contextlib
import importlib.util
import io
import itertools
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WALK = Path(__file__).with_name("translator-walk.txt")
LANGUAGES = """\
languages:
- {code: en, name: English, english_name: English}
- {code: fr, name: français, english_name: French}
"""
ROLES = """\
---
title: Roles
description: Who does what, and until when.
---

# Roles { #roles }

Each member of the network names one contact.

## Deadline { #deadline }

Members send the form until 1 May 2027.

- The form has two pages.
- An answer comes within ten days.
"""
EDIT = ("-", "+")


class Walk:
    def __init__(self, project, home):
        self.project = project
        self.home = home
        path = ROOT / "scripts" / "translations.py"
        spec = importlib.util.spec_from_file_location("translations_of_a_walk", path)
        self.translations = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.translations)
        self.built = None

    def run(self, command, given):
        """What stands on the screen after a command; `given` are the lines that follow it."""
        name, *arguments = shlex.split(command)
        match [name, *arguments]:
            case ["python", "scripts/translations.py", *rest]:
                return self.command(rest)
            case ["git", *rest]:
                self.built = None
                return self.git(rest)
            case ["edit", file]:
                self.built = None
                return self.edit(file, given)
            case ["read", address]:
                return self.read(address)
        raise ValueError(f"{WALK.name} has an unknown command: {command}")

    def command(self, arguments):
        self.built = None
        screen = io.StringIO()
        with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
            status = self.translations.main(["--root", str(self.project.root), *arguments])
        return screen.getvalue() + (f"(exit status {status})\n" if status else "")

    def git(self, arguments):
        env = {name: value for name, value in os.environ.items() if not name.startswith("GIT")}
        env |= {"HOME": str(self.home), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
        ran = subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
            cwd=self.project.root,
            env=env,
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return ran.stdout

    def edit(self, file, given):
        path = self.project.root / file
        text = path.read_bytes().decode()
        for is_old, lines in itertools.groupby(given, lambda line: line[:1] == "-"):
            part = "".join(f"{line[1:]}\n" for line in lines)
            if is_old:
                assert text.count(part) == 1, part
                before = part
            else:
                text = text.replace(before, part)
        path.write_bytes(text.encode())
        return "".join(f"{line}\n" for line in given)

    def read(self, address):
        if self.built is None:
            self.built = self.project.build()
            assert (self.built.status, self.built.log) == (0, "")
        if address == "translations.json":
            lines = self.built.text(address).split("\n")
            return "".join(f"{line}\n" for line in lines if '"package/roles.md"' in line)
        return "".join(f"{line}\n" for line in lines_of(self.built.page(address).find(".//main")))


def lines_of(main):
    """What a page says, a line for each paragraph, heading, item, row of a table or summary."""
    if main.tag in ("nav", "script", "style", "svg", "template"):
        return
    if main.tag in ("h1", "h2", "h3", "li", "p", "summary", "tr", "dt", "dd"):
        cells = list(main) if main.tag == "tr" else [main]
        yield " | ".join(" ".join(" ".join(cell.itertext()).split()) for cell in cells)
        return
    for inner in main:
        yield from lines_of(inner)


@pytest.fixture
def walk(project, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    files = {
        "en/index.md": project.page("Home", "Welcome."),
        "en/package/roles.md": ROLES,
        "en/contribute/index.md": project.page("Contribute", "How to help."),
    }
    one = project(files, languages=("en", "fr"))
    one.write("docs/_data/languages.yml", LANGUAGES)
    strings = (ROOT / "docs" / "_data" / "strings" / "fr.yml").read_text("utf-8")
    one.write("docs/_data/strings/fr.yml", strings)
    one.write(".gitignore", "/.cache/\n/site/\n")
    return Walk(one, tmp_path)


def steps(text):
    """Remarks, and commands with the lines that belong to them."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if line.startswith(("# ", "$ ")):
            following = itertools.takewhile(lambda each: each[:1] in EDIT, lines[number + 1 :])
            yield line, list(following) if line.startswith("$ edit ") else []


def test_walk(walk):
    """After a wanted change the whole walk as it is now is in the message of the failure (-vv)."""
    expected = WALK.read_text("utf-8")
    screen = ""
    for line, given in steps(expected):
        if line.startswith("# "):
            screen = f"{screen.rstrip()}\n\n{line}\n\n".lstrip()
        else:
            said = walk.run(line.removeprefix("$ "), given).rstrip()
            screen += f"{line}\n{said}\n\n" if said else f"{line}\n"
    assert f"{screen.rstrip()}\n" == expected


def test_the_walk_has_every_command_of_the_contributor_guide():
    command = re.compile(r"scripts/translations\.py ([a-z-]+)(?: mt (\S+?)(?=[`\s]))?")
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    asked = {found.groups() for found in command.finditer(guide.replace("python3", "python"))}
    walked = WALK.read_text("utf-8").replace(" fr", " mt")
    assert {("todo", None), ("new", "package/roles.md"), ("check", None)} <= asked
    asked.remove(("new-language", None))  # for a language that the site does not have
    assert asked <= {found.groups() for found in command.finditer(walked)}
