"""Write down what axe-core found, for the accessibility statement.

python scripts/accessibility.py record    run the tests, and write what they looked at and found

It needs Chromium and the npm packages of package-lock.json, as the tests do. It writes
docs/_data/accessibility/tested.yml; everything else that the statement says is written by people in
docs/_data/accessibility.yml.
"""

from __future__ import annotations

import argparse
import datetime
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from shared.project_python import go_over, has_project

if not has_project():
    go_over()

from scn.accessibility.record import (
    RECORD_FILE,
    IncompleteError,
    record_from_runs,
    record_text,
    runs_from_json,
)
from shared.clock import today
from shared.files import write_all

ROOT = Path(__file__).resolve().parent.parent
TESTS = "tests/browser/test_accessibility.py"


def record(options: argparse.Namespace) -> int:
    results = options.results.read_text("utf-8") if options.results else results_of_tests()
    try:
        found = record_from_runs(runs_from_json(results), options.day or today())
    except IncompleteError as error:
        print(f"{error} Nothing is written.", file=sys.stderr)
        return 1
    write_all(options.root, {RECORD_FILE: record_text(found).encode()})
    print(f"{RECORD_FILE}: {found.pages} pages tested, problems found: {found.problems}.")
    return 0


def results_of_tests() -> str:
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.jsonl"
        subprocess.run(
            [sys.executable, "-m", "pytest", "-q", TESTS, "-k", "axe"],
            cwd=ROOT,
            env={**os.environ, "SCN_ACCESSIBILITY_RESULTS": str(results)},
            check=False,
        )
        return results.read_text("utf-8") if results.exists() else ""


def a_day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no day. Write it as 2027-03-30."
        raise argparse.ArgumentTypeError(message) from None


def a_file(text: str) -> Path:
    if not Path(text).is_file():
        raise argparse.ArgumentTypeError(f"There is no file {text}.")
    return Path(text)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(required=True, metavar="command")
    one = commands.add_parser("record", help="run the tests of axe-core and write what they found")
    one.add_argument("--day", type=a_day, help="day of the test (default: today)")
    one.add_argument("--results", type=a_file, help="what a run of the tests has written already")
    one.set_defaults(run=record)
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


if __name__ == "__main__":
    sys.exit(main())
