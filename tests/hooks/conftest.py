"""A small site that has something of everything, in four languages, with programs of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
EPOCH = "1767225600"
SETTINGS = re.compile(r"SCN_\w+|SOURCE_DATE_EPOCH|CI|GITHUB_ACTIONS")

RICH = """\
The HTML of [an API](../glossary.md#api) in a lead, and [what comes later](after.md#later)[^one].

[^one]: A note below the text.

*[HTML]: HyperText Markup Language

## Tasks { #tasks }

- [ ] Ask the mayor
- [x] Book a ==room==

!!! warning "Mind the ~~gap~~"

    | Role | Hours |
    |------|------:|
    | Host | 2     |
    | Cook | 30    |

??? note
    Hidden until it is opened, ++ctrl+c++.

=== "Online"

    Join with `#!python print("a")`.

=== "In a room"

    Walk in.

Host
:   Opens the door.

<div markdown>
**Bold** inside, H~2~O and E^2^{ .formula }.
</div>

```python
def hosts(count: int) -> str:
    return f"{count} hosts"
```

![How it runs](diagram:network)

See [tasks](#tasks).
"""
AFTER = """\
HTML has no meaning here, for that was said on [another page](roles.md#tasks).

=== "Online"

    Other tabs.

## Later { #later }

A note again[^one], and a [picture](../assets/plan.svg) and [a list](plan.txt).

[^one]: With the same name.
"""
TEXTS = """\
## Invitation { #invitation }

[Download the invitation](texts/invitation.docx)

Dear members, come to Riga.
"""
NEWS = """\
## Second { #news-2026-01-02-second }

Later.

## First { #news-2026-01-01-first }

Earlier, see [roles](../package/roles.md#tasks).
"""
CODE = """\
## Problems { #problems }

What a check has found.

::: scn.problems
"""
MORE_CODE = """\
## Languages { #languages }

::: scn.addresses

Mistakes are [problems][scn.problems.Problem].
"""
HYBRID = """\
kind: hybrid-dissemination
status: confirmed
announced: 2025-12-01
title: {en: A morning in Riga, fr: Une matinée à Riga}
start: 2026-03-10T10:00
end: 2026-03-10T12:00
venue: {name: {en: City hall}, city: {en: Riga}}
online: {platform: webex}
"""
CANCELLED = """\
kind: online-training
status: cancelled
announced: 2025-12-01
title: {en: Called off}
start: 2026-03-31T22:00
end: 2026-04-01T01:00
time_zone: Europe/Lisbon
online: {platform: webex}
changes: [{at: 2025-12-20, what: [status]}]
"""
PAST = """\
kind: online-training
status: confirmed
announced: 2025-01-01
title: {en: A past session}
start: 2025-05-05T10:00
end: 2025-05-05T12:00
online: {platform: webex}
attendance:
  counted: 2025-05-06
  registered: {online: 40}
  attended: {online: 30}
"""
PLAN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>Plan</title></svg>\n'
NAV = [
    "index.md",
    {"package": ["package/roles.md", "package/after.md", "package/texts.md"]},
    {"sessions": ["sessions/index.md", "sessions/countries.md", "sessions/subscribe.md"]},
    {"network": ["network/members.md", "network/news.md"]},
    {"glossary": ["glossary.md"]},
    {"contribute": ["contribute/reference.md", "contribute/more-reference.md"]},
]


def rich_files(page: Callable[..., str]) -> dict[str, str]:
    """Translated and not, by hand and from data; German has no page of its own."""
    return {
        "en/index.md": page("Home", "Welcome.", template="home.html", sources=["LI-1"]),
        "fr/index.md": page("Accueil", "Bienvenue.", template="home.html"),
        "el/index.md": page("Αρχική", "Καλώς ήρθατε.", template="home.html"),
        "en/package/roles.md": page("Roles", RICH, id="roles"),
        "fr/package/roles.md": page("Rôles", "Texte.\n\n## Tâches { #tasks }\n\n- [ ] Une."),
        "en/package/after.md": page("Afterwards", AFTER),
        "el/package/after.md": page("Μετά", "Κείμενο.\n\n## Πιο μετά { #later }\n", id="after"),
        "en/package/texts.md": page("Texts", TEXTS),
        "fr/package/texts.md": page("Textes", TEXTS.replace("Dear members", "Chers membres")),
        "en/sessions/subscribe.md": page("Subscribe", "How.", template="subscribe.html"),
        "en/network/members.md": page("Members", "All.", template="members.html"),
        "en/network/news.md": page("News", NEWS),
        "fr/network/news.md": page("Nouvelles", NEWS.replace("Earlier", "Plus tôt")),
        "en/glossary.md": page("Glossary", "All.", template="glossary.html"),
        "en/contribute/reference.md": page("Code", CODE),
        "en/contribute/more-reference.md": page("More code", MORE_CODE),
        "en/package/plan.txt": "One.\n",
        "assets/plan.svg": PLAN,
        "assets/css/typeset.css": "p { margin: 0 }\n",
        "_data/sessions/lv/lv-2026-riga-1.yml": HYBRID,
        "_data/sessions/pt/pt-2026-spring-1.yml": CANCELLED,
        "_data/sessions/lv/lv-2025-past.yml": PAST,
    }


def with_own_programs(one: Any) -> None:
    """Give a project copies of hooks, templates and lock, which it may then change.

    It is built by `run`, for this process has imported the real ones.
    """
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, one.root / name)
    (one.root / "requirements").mkdir()
    shutil.copyfile(ROOT / "requirements" / "site.txt", one.root / "requirements" / "site.txt")
    config = (one.root / "mkdocs.yml").read_text("utf-8")
    one.write("mkdocs.yml", config.replace(f"{ROOT.as_posix()}/", ""))


@dataclass(frozen=True)
class Ran:
    """What the command left behind."""

    status: int
    log: str
    files: dict[str, bytes]

    @property
    def built(self) -> tuple[str, int]:
        """The languages that were built, and how many of their pages were not reused."""
        said = re.search(r"Built \d.*\((.*)\) in .*: ([\d,]+) pages, ([\d,]+) of", self.log)
        if not said:
            return ("", 0)
        pages, reused = (int(number.replace(",", "")) for number in said.groups()[1:])
        return (said[1], pages - reused)

    @property
    def warnings(self) -> list[str]:
        return [line for line in self.log.split("\n") if line and not line.startswith("INFO")]


class Server:
    """Runs one command of MkDocs at a time, each in a process of its own; see build_server.py."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("build_server.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def start(self, **command: object) -> Callable[[], int]:
        """Begin a command; call what is given back to wait for its exit status."""
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps(command), file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline
        return lambda: int(answer())

    def stop(self) -> None:
        self.process.communicate()


class RichSite:
    """A project whose every part may change, which is built warm, and cold beside that."""

    def __init__(self, project: Any, servers: dict[str, Server]) -> None:
        self.root: Path = project.root
        self.write = project.write
        self.servers = servers
        self.env = {"SOURCE_DATE_EPOCH": EPOCH}

    def text(self, name: str) -> str:
        return (self.root / name).read_text("utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.text(name)
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def files(self, folder: str) -> dict[str, bytes]:
        return files_of(self.root / folder)

    def warm(self, *arguments: str, site: str = "site", **env: str) -> Ran:
        return self.start("warm", site, *arguments, **env)()

    def cold(self, *arguments: str, **env: str) -> Ran:
        return self._start_cold(arguments, env)()

    def both(self, *arguments: str, **env: str) -> tuple[Ran, Ran]:
        """The same tree built warm, and at the same time by who remembers nothing."""
        cold = self._start_cold(arguments, env)
        warm = self.warm(*arguments, **env)
        return warm, cold()

    def _start_cold(self, arguments: Sequence[str], env: Mapping[str, str]) -> Callable[[], Ran]:
        for name in ("cold", "cold-cache"):
            shutil.rmtree(self.root / name, ignore_errors=True)
        cache = str(self.root / "cold-cache")
        env = {"SCN_WORKERS": "2", **env, "SCN_CACHE": cache}
        return self.start("cold", "cold", *arguments, **env)

    def start(self, server: str, site: str, *arguments: str, **env: str) -> Callable[[], Ran]:
        """Begin a build; call what is given back to wait for its end."""
        kept = {k: v for k, v in os.environ.items() if not SETTINGS.fullmatch(k)}
        given = {name: value for name, value in {**self.env, **env}.items() if value}
        target, log = self.root / site, self.root / f"{server}.log"
        end = self.servers[server].start(
            arguments=["build", "--site-dir", str(target), *arguments],
            folder=str(self.root),
            env=kept | given,
            log=str(log),
        )

        def wait() -> Ran:
            status = end()
            return Ran(status, log.read_text("utf-8"), files_of(target))

        return wait


@pytest.fixture(scope="session")
def servers() -> Iterator[dict[str, Server]]:
    servers = {name: Server() for name in ("warm", "cold")}
    yield servers
    for server in servers.values():
        server.stop()


@pytest.fixture(scope="session")
def rich(project: Callable[..., Any], servers: dict[str, Server]) -> Callable[..., RichSite]:
    """`rich()` is a new site with something of everything and programs of its own; `rich(files)`
    one with other pages."""

    def make(files: Mapping[str, str] | None = None) -> RichSite:
        one = project(
            files or rich_files(project.page),  # type: ignore[attr-defined]
            languages=("en", "fr", "el", "de"),
            nav=None if files else NAV,
        )
        with_own_programs(one)
        return RichSite(one, servers)

    return make


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="session")
def differing() -> Callable[[dict[str, bytes], dict[str, bytes]], set[str]]:
    """`differing(a, b)`: the names of the files that are not in both, or not equal."""

    def compare(some: dict[str, bytes], others: dict[str, bytes]) -> set[str]:
        names = some.keys() | others.keys()
        return {name for name in names if some.get(name) != others.get(name)}

    return compare
