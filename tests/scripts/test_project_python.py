"""Commands that are started with the Python of the system instead of that of `.venv`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OTHER = getattr(sys, "_base_executable", sys.executable)
"""The Python that `.venv` was made with: it does not know the project."""

COMMANDS = ("translations.py", "sessions.py", "check.py", "benchmark.py")


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    return tmp_path


def run(root, *arguments):
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [OTHER, "-B", *arguments], env=env, cwd=root, capture_output=True, encoding="utf-8"
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_without_a_set_up_one_sentence_says_what_to_do(copy, name):
    ran = run(copy, f"scripts/{name}", "status")
    assert (ran.returncode, ran.stdout, ran.stderr) == (
        1,
        "",
        (
            "The project is not set up yet. Run `python3 scripts/dev.py build` once, which makes"
            " .venv, and then this command again.\n"
        ),
    )


@pytest.mark.skipif(os.name == "nt", reason="the program that stands for Python is a shell script")
@pytest.mark.parametrize("name", COMMANDS)
def test_the_python_of_the_project_takes_over(copy, name):
    python = copy / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$@"\nexit 3\n')
    python.chmod(0o755)
    ran = run(copy, f"scripts/{name}", "status", "a b")
    assert (ran.returncode, ran.stdout, ran.stderr) == (3, f"scripts/{name} status a b\n", "")
