"""scripts/check.py, where no page and no file is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SESSION = """\
# yaml-language-server: $schema=../session.schema.json
kind: online-training
status: confirmed
announced: 2025-12-01
title: {en: Training}
all_day: {from: 2090-05-01}
"""


NAME = "Constitutional Assembly Convocation Day; Labor Day"


ENVIRONMENT = {
    "PYTHONPATH": str(ROOT / "hooks"),
    "GITHUB_ACTIONS": "",
    "SOURCE_DATE_EPOCH": "1767225600",  # 1 January 2026
}


def check(root, **environment):
    return run("check.py", str(root), **environment)


def run(*command, **environment):
    script, *given = command
    ran = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / script), *given],
        env={**os.environ, **ENVIRONMENT, **environment},
        capture_output=True,
        encoding="utf-8",
    )
    return ran.returncode, ran.stdout.splitlines(), ran.stderr


def test_warnings_are_shown_and_change_nothing(project):
    name = "_data/sessions/lv/lv-2090-riga.yml"
    one = project({"en/index.md": project.page("Home"), name: SESSION})
    message = f"all_day: 2090-05-01 is a public holiday in Latvia: {NAME}. Check the day."
    status, lines, err = check(one.root)
    assert (status, err) == (0, "")
    assert lines[0] == f"docs/{name}:6:10: warning: {message}"
    assert lines[-1].startswith("No problems: ")
    status, lines, err = check(one.root, GITHUB_ACTIONS="true")
    assert (status, lines[0]) == (0, f"::warning file=docs/{name},line=6,col=10::{message}")
    one.write(f"docs/{name}", SESSION.partition("\n")[2])
    status, lines, err = check(one.root)
    assert (status, err) == (1, "1 problem.\n")
    assert "lv-2090-riga.yml:1:1: The first line does not tell editors how to help." in lines[0]


def test_a_statement_that_waits_for_its_review_is_named_and_refuses_nothing(project):
    one = project({"en/index.md": project.page("Home")})
    status, lines, err = check(one.root, SOURCE_DATE_EPOCH="1798761600")  # 1 January 2027
    assert (status, err) == (0, "")
    assert lines[0] == (
        "docs/_data/accessibility.yml:5:11: warning: reviewed: The statement was reviewed more than"
        " a year ago. Review it, and write the day."
    )
    assert lines[-1].startswith("No problems: ")


@pytest.mark.parametrize("command", ["check.py {}", "translations.py --root {} status"])
def test_files_that_cannot_be_read_are_named_all_at_once(project, command):
    """The build says the same of them."""
    one = project({"en/index.md": project.page("Home")})
    for language in ("en", "fr"):
        (one.root / "docs" / language).mkdir(exist_ok=True)
        (one.root / "docs" / language / "gone.md").symlink_to(one.root / "nowhere")
    status, lines, err = run(*(part.format(one.root) for part in command.split(" ")))
    said = "1:1: the file cannot be read (No such file or directory). Restore it, or delete it."
    expected = [f"docs/en/gone.md:{said}", f"docs/fr/gone.md:{said}"]
    assert (status, [*lines, *err.splitlines()]) == (1, [*expected, "2 problems."])
