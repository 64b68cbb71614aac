"""The layout of the project: each rule says why it is one.

What ruff can see (MkDocs in the core, the network, the clock) it refuses while writing
(`pyproject.toml`); here is what needs all files at once.
"""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).resolve().parents[1]
HOOKS = ROOT / "hooks"
CORE = sorted((HOOKS / "scn").rglob("*.py"))
ADAPTERS = sorted(HOOKS.glob("*.py"))
ENGINE = sorted((HOOKS / "engine").glob("*.py"))
SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))
SHARED = sorted((ROOT / "scripts" / "shared").glob("*.py"))
NAMES = {
    path: ".".join(path.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")
    for path in CORE
}
MODULES = set(NAMES.values())
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))


def is_for_types_only(node: ast.If) -> bool:
    return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def imports(path: Path) -> set[str]:
    """Modules that a file imports when it runs."""
    tree = ast.parse(path.read_text("utf-8"))
    types_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and is_for_types_only(node)
        for inner in ast.walk(node)
    }
    found = set()
    for node in ast.walk(tree):
        if id(node) in types_only:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import fails in a hook of MkDocs"
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (names & MODULES) or {node.module}
    return found


def packages(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)} - set(sys.stdlib_module_names)


CORE_GRAPH = {NAMES[path]: imports(path) for path in CORE}


def by_name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_is_something_to_look_at():
    assert len(CORE) > 30
    assert len(ADAPTERS) > 5
    assert len(SCRIPTS) > 1
    assert len(TEMPLATES) > 10
    assert "scn.problems" in CORE_GRAPH["scn.content_load"]


# Who may import whom


FORMATS = {
    "PIL",
    "babel",
    "cbor2",
    "docx",
    "holidays",
    "icalendar",
    "markdown",
    "orjson",
    "polib",
    "pygments",
    "rcssmin",
    "rjsmin",
    "xlsxwriter",
    "yaml",
}


@pytest.mark.parametrize("path", CORE, ids=by_name)
def test_the_core_imports_itself_and_the_libraries_of_its_formats(path):
    """The engine will change one day: the core, the data and the words must survive that."""
    only_of_checks = {"py3langid"} if path.name == "language_identification.py" else set()
    assert packages(path) <= FORMATS | only_of_checks | {"scn"}


@pytest.mark.parametrize("name", ["scn.problems", "scn.languages"])
def test_what_everybody_uses_uses_nobody(name):
    """They are at the bottom of the core, so that any module may speak of them."""
    assert {one for one in CORE_GRAPH[name] if one.startswith("scn")} == set()


def test_modules_of_the_core_import_lower_ones_only():
    """A circle has no lowest module: none of its parts could be read or tested alone."""
    order = {name: set() for name in CORE_GRAPH}
    for name, wanted in CORE_GRAPH.items():
        order[name] = {one for one in wanted if one in CORE_GRAPH and one != name}
    while free := {name for name, below in order.items() if not below}:
        order = {name: below - free for name, below in order.items() if name not in free}
    assert order == {}


@pytest.mark.parametrize("path", ADAPTERS, ids=by_name)
def test_adapters_know_mkdocs_and_the_core_and_not_each_other(path):
    """MkDocs loads each by its path: another import would be another module with its own state."""
    assert packages(path) <= {"engine", "jinja2", "mkdocs", "mkdocs_static_i18n", "scn"}


ENGINES = {
    "jinja2",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs_autorefs",
    "mkdocs_static_i18n",
    "mkdocstrings",
    "pymdownx",
    "watchdog",
}


@pytest.mark.parametrize("path", ENGINE, ids=by_name)
def test_the_engine_knows_mkdocs_and_the_core_and_no_adapter(path):
    """It is the one place of the speed; what pages say comes through the adapters."""
    assert packages(path) <= ENGINES | {"engine", "pagefind_bin", "scn"}


@pytest.mark.parametrize("path", [*SCRIPTS, *SHARED], ids=by_name)
def test_scripts_know_the_core_and_neither_mkdocs_nor_adapters_nor_each_other(path):
    """A command is arguments, a call of the core and an exit status; the rest would be hidden."""
    others = {other.stem for other in (*ADAPTERS, *SCRIPTS)}
    assert packages(path) & (others | {"engine", "jinja2", "mkdocs", "mkdocs_static_i18n"}) == set()


@pytest.mark.parametrize("path", CORE, ids=by_name)
def test_the_core_reads_no_clock(path):
    """`SOURCE_DATE_EPOCH` must decide: two builds of one commit are equal byte for byte."""
    calls = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    }
    clock = re.compile(r"(?:.*\.)?(?:now|utcnow|today|localtime|time\.time|time_ns|monotonic)")
    assert {call for call in calls if clock.fullmatch(call)} == set()


IMPORT_EACH = """
import importlib, os, sys
for library in sys.argv[1].split():
    importlib.import_module(library)
for name in sys.argv[2].split():
    child = os.fork()
    if not child:
        importlib.import_module(name)
        loaded = {module.partition(".")[0] for module in sys.modules}
        os._exit(2 if loaded & {"jinja2", "material", "mkdocs", "mkdocs_static_i18n"} else 0)
    print(name, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each module needs a fork of a fresh process")
def test_each_module_of_the_core_can_be_imported_alone_and_brings_no_mkdocs():
    """In a fresh process each, since one module must not lean on what another has imported."""
    modules = sorted(MODULES)
    libraries = " ".join(sorted({name for path in CORE for name in packages(path)} - {"scn"}))
    ran = subprocess.run(
        [sys.executable, "-c", IMPORT_EACH, libraries, " ".join(modules)],
        env={**os.environ, "PYTHONPATH": str(HOOKS)},
        capture_output=True,
        text=True,
    )
    assert ran.stderr == ""
    assert ran.stdout.split("\n") == [*(f"{name} 0" for name in modules), ""]


# Adapters


def test_the_list_of_hooks_is_the_table_of_contents_of_the_folder():
    """A file that is not listed does nothing, and nobody would notice."""
    listed = yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))["hooks"]
    assert sorted(listed) == [by_name(path) for path in ADAPTERS]
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("path", ADAPTERS, ids=by_name)
def test_an_adapter_has_a_name_of_its_own(path):
    """MkDocs puts the folder first on `sys.path`: `calendar.py` would be the calendar of everybody.

    A script of the same name would be one module for mypy and two for Python.
    """
    assert path.stem not in sys.stdlib_module_names
    assert path.stem not in {script.stem for script in SCRIPTS}
    assert path.stem not in {*FORMATS, "jinja2", "material", "mkdocs", "scn"}


def test_the_folder_of_the_adapters_is_no_package():
    """With an `__init__.py` its files could be imported a second time, as `hooks.x`."""
    assert not (HOOKS / "__init__.py").exists()


@pytest.mark.parametrize("path", ADAPTERS, ids=by_name)
def test_an_adapter_is_thin(path):
    """Take from MkDocs, call the core, give back to MkDocs: what is longer knows our subject."""
    text = path.read_text("utf-8")
    lines = text.split("\n")
    code = {
        number
        for node in ast.parse(text).body
        if not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr)
        for number in range(node.lineno, node.end_lineno + 1)
        if lines[number - 1].strip() and not lines[number - 1].lstrip().startswith("#")
    }
    assert 0 < len(code) < 60


@pytest.mark.parametrize("path", CORE, ids=by_name)
def test_no_name_of_the_core_looks_like_an_event(path):
    """MkDocs registers every function whose name begins with `on_`, imported ones as well."""
    names = {
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    assert {name for name in names if name.startswith("on_")} == set()


EVENTS = """
startup shutdown serve config pre_build files nav env post_build build_error pre_template
template_context post_template pre_page page_read_source page_markdown page_content page_context
post_page
"""


@pytest.mark.parametrize("path", ADAPTERS, ids=by_name)
def test_an_adapter_answers_events_that_exist(path):
    """A misspelt one is never called."""
    names = {
        node.name.removeprefix("on_")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("on_")
    }
    assert names
    assert names <= set(EVENTS.split())


# All files


def committed_files() -> list[Path]:
    """What git knows or would take; without git, all files but those that tools make."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others"]
    try:
        listed = subprocess.run([*command, "--exclude-standard"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        made = {"node_modules", "site", "__pycache__", ".git", ".venv", ".hypothesis"}
        made |= {".mypy_cache", ".pytest_cache", ".ruff_cache", ".cache"}
        files = (path for path in ROOT.rglob("*") if path.is_file())
        return [path for path in files if not made & set(path.relative_to(ROOT).parts)]
    names = listed.stdout.decode().split("\0")
    return [path for name in names if name and (path := ROOT / name).is_file()]


def text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""  # a picture


# A plus sign for nothing at all, so that this file does not find itself.
REGISTRIES = re.compile(
    r"files\.python+hosted|py+pi\.org/(?:simple|packages)|registry\.npm+js"
    r'|(?<!no-emit-)(?:extra-)?index+-url|"reso+lved":'.replace("+", "")
)
MACHINE_PATHS = re.compile(
    r"(?<![\w.~:/-])(?:/ro+ot/|/wo+rk/|/ho+me/[a-z]|/Us+ers/[a-z])|[A-Z]:\\Us+ers".replace("+", "")
)


@pytest.mark.parametrize("pattern", [REGISTRIES, MACHINE_PATHS], ids=["registries", "paths"])
def test_no_committed_file_depends_on_a_registry_or_on_a_machine(pattern):
    """Who installs this may use a mirror, and nobody else has the folders of this machine."""
    files = committed_files()
    assert len(files) > 100
    assert any(path.name == "package-lock.json" for path in files)
    found = [
        f"{by_name(path)}:{number}: {line.strip()[:100]}"
        for path in files
        for number, line in enumerate(text_of(path).split("\n"), start=1)
        if pattern.search(line)
    ]
    assert found == []


def test_the_patterns_find_what_they_are_for():
    def found(pattern, texts):
        return [bool(pattern.search(text.replace("+", ""))) for text in texts]

    bad = ["https://registry.npm+js.org/a", "--index+-url x", "--extra-index+-url x"]
    assert found(REGISTRIES, bad) == [True] * 3
    assert found(REGISTRIES, ["--no-emit-index+-url"]) == [False]
    bad = ["at /ro+ot/x", "'/ho+me/me/x'", "=/wo+rk/main", "C:\\Us+ers\\me"]
    assert found(MACHINE_PATHS, bad) == [True] * 4
    assert found(MACHINE_PATHS, ["https://example.eu/wo+rk/ho+me/x"]) == [False]


def test_content_and_adapters_are_apart():
    """Content is for authors: nothing below docs/ is a program that the build runs."""
    assert [by_name(path) for path in (ROOT / "docs").rglob("*.py")] == []


# Templates


@pytest.mark.parametrize("path", TEMPLATES, ids=by_name)
def test_a_template_obeys_the_content_security_policy(path):
    """No style or script of its own and nothing from another host: the site sends a strict CSP."""
    text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    refused = {
        "style attribute": r"<[^>]*\sstyle\s*=",
        "style element": r"<style\b",
        "script without src": r"<script\b(?![^>]*\bsrc=)",
        "event attribute": r"<[^>]*\son[a-z]+\s*=",
        "another host": r"""(?:src|href|srcset|action)\s*=\s*["'](?:https?:)?//""",
        "address of a script": r"""=\s*["']javascript:""",
    }
    assert [
        name for name, pattern in refused.items() if re.search(pattern, text, re.IGNORECASE)
    ] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=by_name)
def test_a_template_says_nothing_in_words_of_its_own(path):
    """What readers see is data, in the language files: an English word here stays English."""
    template = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<h2(?=\{\{)", re.DOTALL)
    classes = re.compile(r"\{%-? block (?:\w+_class|layout) %\}.*?\{%-? endblock", re.DOTALL)
    text = template.sub("", classes.sub("", path.read_text("utf-8")))
    shown = re.sub(r"<[^>]*>", " ", text)
    attributes = re.findall(r'\b(?:alt|title|placeholder|aria-label)="([^"]*)"', text)
    words = set(re.findall(r"[^\W\d_]{2,}", " ".join((shown, *attributes))))
    assert words <= {"EN"}  # the code of the language that a page falls back to


# Words

FROM_DATA = {
    "nav": "titles of sections are keys, from `nav:` in mkdocs.yml",
    "kinds": "ids of docs/_data/vocabulary.yml",
    "audiences": "ids of docs/_data/vocabulary.yml",
    "levels": "ids of docs/_data/vocabulary.yml",
    "statuses": "ids of docs/_data/vocabulary.yml",
    "platforms": "ids of docs/_data/vocabulary.yml",
    "materials": "ids of docs/_data/vocabulary.yml",
    "sign_languages": "codes of docs/_data/vocabulary.yml",
    "publication": "names of settings, listed in overrides/publication.html",
    "accessibility.tests": "keys in docs/_data/accessibility.yml",
    "accessibility.hinders": "keys in docs/_data/accessibility.yml",
    "diagrams": "names of diagrams and of their parts: tests/scn/test_diagrams.py compares them",
}
"""Parts of keys that are put together, whose last parts are elsewhere than in the code."""

FROM_CODE = {
    "accessibility.statuses": "what may be claimed: scn.accessibility.statement",
    "accessibility.methods": "how it was assessed: scn.accessibility.statement",
    "accessibility.hows": "how something was tested: scn.accessibility.statement",
    "accessibility.reasons": "why something is not accessible: scn.accessibility.statement",
    "calendar": "what a session may be: scn.sessions.model",
    "changes": "what may change: scn.sessions.model",
    "filters": "names of filters: scn.session_filters",
    "modes": "how a session may be held: scn.sessions.model",
    "session_page": "names of facts: scn.session_facts",
    "session_more": "what may be said of a session: scn.session_facts, scn.session_registration",
    "session_more.program": "calendar services: scn.calendar_links",
    "downloads.review": "names of columns: scn.downloads.review_table",
    "translation.states": "how a page may stand: scn.translations.model",
    "translation.severities": "how bad a change may be: scn.translations.model",
    "translation.origins": "who wrote a text: scn.translations.model",
    "translation.next": "what comes after a standing: scn.translations_page",
    "translation.standing.names": "how far a language is kept up: scn.languages",
    "translation.standing.measures": "what is counted: scn.translations.language_standings",
}
"""Those whose last parts are texts in the code."""

PLURALS = r"\.(?:zero|one|two|few|many|other)$"


def english_keys() -> set[str]:
    def keys(node, prefix=""):
        for key, value in node.items():
            if isinstance(value, dict):
                yield from keys(value, f"{prefix}{key}.")
            else:
                yield f"{prefix}{key}"

    text = (ROOT / "docs/_data/strings/en.yml").read_text("utf-8")
    return set(keys(yaml.load(text, Loader=yaml.BaseLoader)))  # noqa: S506 - plain strings only


def asked_in_templates() -> set[str]:
    asked = re.compile(r"""\bc?w\(\s*(?:"([^"]+)"|'([^']+)')\s*[,)]""")
    text = "".join(path.read_text("utf-8") for path in TEMPLATES)
    return {one or other for one, other in asked.findall(text)}


def nodes_of_code() -> Iterator[ast.AST]:
    """Diagrams ask for their words by the last part of the key: their own test compares them."""
    for path in (*CORE, *ADAPTERS):
        if "diagrams" not in path.parts:
            yield from ast.walk(ast.parse(path.read_text("utf-8")))


def texts_in_code() -> set[str]:
    return {
        node.value
        for node in nodes_of_code()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def asked_in_code() -> set[str]:
    """Keys asked for by their name: `words("a.b")`, `content.words[language]("a.b")`."""
    found = set()
    for node in nodes_of_code():
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            asked = node.func.value if isinstance(node.func, ast.Subscript) else node.func
            name = getattr(asked, "id", getattr(asked, "attr", ""))
            if name in {"w", "cw", "words"}:
                found.add(node.args[0].value)
    return found


def stem(key: str) -> str:
    return re.sub(PLURALS, "", key)


def test_every_word_that_is_asked_for_is_in_the_language_files():
    """A missing one would stop the build in the middle of a page."""
    keys = english_keys()
    asked = asked_in_templates() | asked_in_code()
    assert len(asked) > 100
    assert {"frame.skip", "search.title"} <= asked
    assert asked - keys - {stem(key) for key in keys} == set()


def test_every_word_in_the_language_files_is_asked_for():
    """Each costs a translation into 23 languages."""
    texts = texts_in_code()
    used = asked_in_templates() | texts

    def is_used(key):
        parts, _, last = stem(key).rpartition(".")
        return (
            bool({key, stem(key)} & used)
            or {key.partition(".")[0], parts} & FROM_DATA.keys()
            or (parts in FROM_CODE and last.removesuffix("_note") in texts)
        )

    assert {key for key in english_keys() if not is_used(key)} == set()


@pytest.mark.parametrize("prefix", [*FROM_DATA, *FROM_CODE])
def test_words_are_put_together_where_it_is_said_that_they_are(prefix):
    """A reason that no longer holds would hide words that nobody uses."""
    text = "".join(path.read_text("utf-8") for path in (*CORE, *ADAPTERS, *TEMPLATES))
    assert re.search(rf'"{re.escape(prefix)}\.(?:" ~|\{{)|"{prefix}"', text)
    assert any(key.startswith(f"{prefix}.") for key in english_keys())


def test_labels_of_the_vocabulary_are_the_words_of_its_parts():
    from scn.vocabulary import load_vocabulary

    text = (ROOT / "docs/_data/vocabulary.yml").read_text("utf-8")
    labels = set(load_vocabulary(text, "vocabulary.yml").labels())
    parts = {label.partition(".")[0] for label in labels}
    assert {key for key in english_keys() if key.partition(".")[0] in parts} == labels


def test_titles_of_sections_are_the_words_of_the_navigation():
    def sections(nav):
        for item in nav:
            if isinstance(item, dict):
                for title, children in item.items():
                    yield title
                    yield from sections(children)

    listed = set(sections(yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"]))
    words = {key.removeprefix("nav.") for key in english_keys() if key.startswith("nav.")}
    assert words == listed
