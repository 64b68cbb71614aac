"""The commands of scripts/dev.py, on a small tree of their own; nothing here uses a network."""

import ast
import base64
import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from development import environment, pip_output
from development import stamp as stamps

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "scripts" / "dev.py"

posix_only = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")


def load(path):
    spec = importlib.util.spec_from_file_location("dev_under_test", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def dev(tmp_path):
    """dev.py in a tree of its own, whose root it takes from its own place."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "hooks").mkdir()
    (tmp_path / "requirements").mkdir()
    (tmp_path / "scripts" / "dev.py").write_bytes(DEV.read_bytes())
    shutil.copytree(DEV.with_name("development"), tmp_path / "scripts" / "development")
    (tmp_path / "requirements" / "site.txt").write_text("one==1.0 \\\n    --hash=sha256:00\n")
    (tmp_path / "requirements" / "test.txt").write_text("one==1.0 \\\n    --hash=sha256:00\n\n")
    return load(tmp_path / "scripts" / "dev.py")


@pytest.fixture
def set_up_dev(dev):
    """The same, with a .venv that is stamped as up to date and whose Python says what it is told.

    It fails when it is told to run mypy.
    """
    python = dev.ENVIRONMENT.python
    python.parent.mkdir(parents=True)
    python.write_text(
        '#!/bin/sh\necho "arguments: $*"\n'
        'echo "settings: [$SCN_LANGUAGES] [$SCN_PUBLISH] [$VIRTUAL_ENV] [$SCN_EXAMPLE]"\n'
        'case "$*" in *mypy*) exit 3;; esac\n'
    )
    python.chmod(0o755)
    stamp = {**stamps.place(dev.ROOT, dev.ENVIRONMENT.venv), **stamps.wanted(dev.ROOT, "test")}
    dev.ENVIRONMENT.stamp.write_text(json.dumps(stamp))
    return dev


def run(dev, *arguments, **environment):
    cleared = {k: v for k, v in os.environ.items() if k != "CI" and not k.startswith("SCN_")}
    return subprocess.run(
        [sys.executable, dev.__file__, *arguments],
        env=cleared | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


# An old or incomplete Python


def test_grammar_is_that_of_python_3_6():
    ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 11, 4)])
def test_old_python_gets_one_sentence(version):
    program = (
        f"import runpy, sys; sys.version_info = ({', '.join(map(str, version))}, 'final', 0); "
        f"sys.argv = ['dev.py', 'serve']; runpy.run_path({str(DEV)!r}, run_name='__main__')"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False
    )
    assert (answer.returncode, answer.stdout, answer.stderr) == (
        1,
        "",
        "This needs Python 3.11.5 or newer, and this is Python "
        + ".".join(map(str, version))
        + ": install a newer one, or run this with one that is there, "
        "for example: python3.13 scripts/dev.py serve\n",
    )


@pytest.mark.parametrize("version", [(3, 11, 5), (3, 12, 0), (4, 0, 0)])
def test_new_python_is_no_problem(dev, version):
    assert dev.old_python_problem(version) == ""


def test_python_without_venv_gets_one_sentence():
    assert environment.missing_module_problem() == ""
    assert environment.missing_module_problem(["json", "no_such_module"]) == (
        "This Python has no module no_such_module, which is needed to make .venv: install it "
        "(on Debian and Ubuntu: apt install python3-venv) and run this again."
    )


# The stamp


def test_digest_is_the_same_with_other_line_ends(tmp_path):
    (tmp_path / "lf").write_bytes(b"one==1.0\ntwo==2.0\n")
    (tmp_path / "crlf").write_bytes(b"one==1.0\r\ntwo==2.0\r\n")
    (tmp_path / "other").write_bytes(b"one==1.0\ntwo==2.1\n")
    assert stamps.digest(tmp_path / "lf") == stamps.digest(tmp_path / "crlf")
    assert stamps.digest(tmp_path / "lf") != stamps.digest(tmp_path / "other")


def test_stamp_that_cannot_be_read_is_no_stamp(tmp_path):
    (tmp_path / "broken").write_text("{")
    (tmp_path / "list").write_text("[]")
    assert stamps.read_stamp(tmp_path / "nothing") == {}
    assert stamps.read_stamp(tmp_path / "broken") == {}
    assert stamps.read_stamp(tmp_path / "list") == {}


def test_test_set_up_serves_the_site_too_and_not_the_other_way_round(dev):
    site, test = stamps.wanted(dev.ROOT, "site"), stamps.wanted(dev.ROOT, "test")
    assert stamps.holds(test, site)
    assert not stamps.holds(site, test)


def test_place_changes_when_the_tree_moves(dev, tmp_path):
    here = stamps.place(tmp_path, dev.ENVIRONMENT.venv)
    assert stamps.holds(here, stamps.place(tmp_path, dev.ENVIRONMENT.venv))
    assert not stamps.holds(here, stamps.place(tmp_path / "moved", dev.ENVIRONMENT.venv))


@posix_only
def test_nothing_is_installed_when_the_stamp_is_right(set_up_dev, capsys):
    set_up_dev.ENVIRONMENT.set_up("site")
    set_up_dev.ENVIRONMENT.set_up("test")
    assert capsys.readouterr().out == ""


@posix_only
def test_start_takes_less_than_three_tenths_of_a_second(set_up_dev):
    def seconds():
        started = time.perf_counter()
        assert run(set_up_dev, "test").returncode == 0
        return time.perf_counter() - started

    assert min(seconds() for _ in range(5)) < 0.3


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Collecting mkdocs==1.6.1 (from -r requirements/site.txt (line 3))", "mkdocs"),
        ("Ignoring colorama: markers 'os_name == \"nt\"' don't match your environment", "colorama"),
        ("Requirement already satisfied: six==1.17.0 in ./.venv/lib", "six"),
        ("Processing /wheels/backrefs-8.3-py3-none-any.whl", "backrefs"),
        ("  Using cached mkdocs-1.6.1-py3-none-any.whl.metadata (6.0 kB)", ""),
        ("", ""),
    ],
)
def test_progress_is_read_from_what_pip_says(line, name):
    assert pip_output.package_begun(line) == name


def wheel(folder, name, version):
    """A wheel with one empty module; its line in a lock."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": "",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    for file, text in files.items():
        sha = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
        record += f"{file},sha256={sha},{len(text)}\n"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in {**files, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            archive.writestr(file, text)
    return (
        f"{name}=={version} \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"
    )


@pytest.mark.slow
def test_first_run_later_run_new_lock_and_wrong_digest(dev, tmp_path):
    """The whole set-up with pip itself and wheels of our own."""
    (tmp_path / "hooks" / "of_the_core.py").write_text("")
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    first, second = wheel(wheels, "scn_one", "1.0"), wheel(wheels, "scn_two", "2.0")
    offline = {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_CONFIG_FILE": os.devnull,
    }
    site = tmp_path / "requirements" / "site.txt"

    def build():
        """There is no MkDocs in this tree: what counts is what comes before it."""
        answer = run(dev, "build", **offline)
        return answer.stdout, answer.stderr

    def can_import(*names):
        command = [dev.ENVIRONMENT.python, "-c", f"import {', '.join(names)}"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    site.write_text(first)
    said, _ = build()
    assert "First run: setting up" in said
    assert "Installing 1 packages from requirements/site.txt" in said
    assert can_import("scn_one", "of_the_core")
    assert not can_import("scn_two")

    said, _ = build()
    assert "Installing" not in said

    site.write_text(first + second)
    said, _ = build()
    assert "bringing it up to date" in said
    assert "Making .venv" not in said
    assert can_import("scn_one", "scn_two")

    site.write_text(re.sub("sha256:....", "sha256:0000", first.replace("1.0", "1.1")))
    wheel(wheels, "scn_one", "1.1")
    said, problem = build()
    assert "The packages could not be installed (pip ended with 1" in problem
    assert "Traceback" not in problem
    assert not dev.ENVIRONMENT.stamp.exists()


# The command line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("en", "en"),
        ("EN, fr", "en,fr"),
        ("fr,en,fr,", "fr,en"),
        ("en,EN-xa", "en,en-XA"),
    ],
)
def test_languages_are_read(dev, text, expected):
    assert dev.parse(["serve", "--languages", text]).languages == expected


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["serve", "--languages", "en;fr"], "'en;fr' is no list of languages: write codes"),
        (["build", "--languages", ","], "',' is no list of languages: write codes"),
        (["serve", "--port", "80a"], "'80a' is no port: write a number from 1 to 65535"),
        (["serve", "--port", "65536"], "'65536' is no port: write a number from 1 to 65535"),
        (["publish"], "invalid choice: 'publish'"),
        (["build", "--publish", "--example"], "--example: not allowed with argument --publish"),
        (["build", "--pub"], "unrecognized arguments: --pub"),
        ([], "required: COMMAND"),
    ],
)
def test_wrong_arguments_are_refused(dev, capsys, arguments, sentence):
    with pytest.raises(SystemExit, match="2"):
        dev.parse(arguments)
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], []),
        (["-k", "calendar", "-x", "tests/scn"], ["-k", "calendar", "-x", "tests/scn"]),
        (["--", "--collect-only"], ["--collect-only"]),
    ],
)
def test_arguments_of_test_go_to_pytest(dev, arguments, expected):
    assert dev.parse(["test", *arguments]).pytest == expected


@posix_only
@pytest.mark.parametrize(
    ("arguments", "environment", "languages"),
    [
        ([], {}, "auto"),
        ([], {"SCN_LANGUAGES": "en,de"}, "en,de"),
        (["--languages", "en,fr"], {"SCN_LANGUAGES": "en,de"}, "en,fr"),
    ],
)
def test_serve(set_up_dev, arguments, environment, languages):
    port = free_port()
    answer = run(set_up_dev, "serve", "--port", str(port), *arguments, **environment)
    assert answer.stdout == (
        f"Building; then the site is at http://127.0.0.1:{port}/ (Ctrl-C ends it).\n"
        f"arguments: -m mkdocs serve --livereload --dev-addr 127.0.0.1:{port}\n"
        f"settings: [{languages}] [] [{set_up_dev.ENVIRONMENT.venv}] []\n"
    )


@posix_only
def test_serve_the_example(set_up_dev):
    port = free_port()
    answer = run(set_up_dev, "serve", "--example", "--port", str(port))
    command = f"-m mkdocs serve --livereload --dev-addr 127.0.0.1:{port} --watch tests/example"
    assert answer.stdout.splitlines()[1:] == [
        f"arguments: {command}",
        f"settings: [auto] [] [{set_up_dev.ENVIRONMENT.venv}] [1]",
    ]


@posix_only
def test_build(set_up_dev):
    plain = run(set_up_dev, "build")
    assert "arguments: -m mkdocs build --strict\n" in plain.stdout
    assert "settings: [] [] " in plain.stdout
    assert "Built into site/ in 0 s.\n" in plain.stdout
    assert plain.returncode == 0
    published = run(set_up_dev, "build", "--publish", "--languages", "en")
    assert "settings: [en] [1] " in published.stdout


@posix_only
@pytest.mark.parametrize(
    ("arguments", "environment"), [(["--example"], {}), ([], {"SCN_EXAMPLE": "1"})]
)
def test_build_of_the_example_never_takes_the_place_of_the_site(set_up_dev, arguments, environment):
    answer = run(set_up_dev, "build", *arguments, **environment)
    assert answer.stdout == (
        "arguments: -m mkdocs build --strict --site-dir site-example\n"
        f"settings: [] [] [{set_up_dev.ENVIRONMENT.venv}] [1]\n"
        "Built into site-example/ in 0 s.\n"
    )


@posix_only
def test_check_runs_everything_and_tells_what_failed(set_up_dev):
    answer = run(set_up_dev, "check")
    told = [line for line in answer.stdout.splitlines() if not line.startswith("settings")]
    assert told == [
        "-- format",
        "arguments: -m ruff format --check .",
        "-- lint",
        "arguments: -m ruff check .",
        "-- types",
        "arguments: -m mypy",
        "-- content",
        "arguments: scripts/check.py",
        "-- translations",
        "arguments: scripts/translations.py check",
        "Check: 1 of 5 failed: types.",
    ]
    assert answer.returncode == 1


@pytest.mark.parametrize(
    ("cores", "how"),
    [
        (1, []),
        (2, ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]),
        (64, ["-n", "4", "--dist", "loadfile", "--no-loadscope-reorder"]),
    ],
)
def test_all_tests_run_on_all_cores(dev, monkeypatch, cores, how):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)), raising=False)
    assert dev.on_all_cores() == how


@posix_only
def test_missing_npm_packages_are_told_and_an_error_in_ci(set_up_dev):
    local = run(set_up_dev, "test", "-x")
    assert local.stdout.startswith(
        "Tests that need npm packages will be skipped: there is no package-lock.json.\n"
        "arguments: -m pytest -x\n"
    )
    assert local.returncode == 0
    ci = run(set_up_dev, "test", CI="true")
    assert (ci.returncode, ci.stdout, ci.stderr) == (
        1,
        "",
        "The npm packages could not be installed: there is no package-lock.json.\n",
    )


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_taken_port_is_told_before_anything_is_built(dev):
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
        problem = dev.address_problem("127.0.0.1", port)
        assert problem.startswith(f"The site cannot be served at 127.0.0.1:{port} (")
        assert f"choose another, for example --port {port + 1}." in problem
    assert dev.address_problem("127.0.0.1", free_port()) == ""


def test_clean_removes_what_was_made_and_nothing_else(dev, tmp_path):
    made = [
        "site/index.html",
        "site-example/index.html",
        "site-example.next/index.html",
        ".cache/x",
        "hooks/scn/__pycache__/a.pyc",
        ".pytest_cache/v",
    ]
    installed = [".venv/pyvenv.cfg", "node_modules/a/b.js"]
    kept = ["docs/en/site/index.md", "hooks/scn/a.py"]
    for name in made + installed + kept:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")

    def there(names):
        return [name for name in names if (tmp_path / name).exists()]

    assert dev.clean(dev.parse(["clean"])) == 0
    assert (there(made), there(installed), there(kept)) == ([], installed, kept)
    assert dev.clean(dev.parse(["clean", "--all"])) == 0
    assert (there(made), there(installed), there(kept)) == ([], [], kept)


# The locks of the project


def pins(name):
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def test_test_lock_holds_all_of_the_site_lock():
    site, test = pins("site.txt"), pins("test.txt")
    assert len(site) > 20
    assert {name: test.get(name) for name in site} == site


def test_locks_name_no_registry():
    for name in ("site.txt", "test.txt"):
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        assert re.findall(r"^--.*|\S+://\S+", text, re.MULTILINE) == []
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert len(packages) > 4
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
