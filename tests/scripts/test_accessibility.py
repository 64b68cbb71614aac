"""The command that writes what axe-core found."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RECORD = "docs/_data/accessibility/tested.yml"
MATRIX = {"kinds": ["home"], "languages": ["en"], "schemes": ["light", "dark"], "widths": [320]}


def run(*arguments):
    command = [sys.executable, str(ROOT / "scripts" / "accessibility.py"), *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8")
    return ran.returncode, ran.stdout, ran.stderr


def results(folder, schemes):
    path = folder / "results.jsonl"
    values = {"matrix": MATRIX, "language": "en", "width": 320, "version": "4.14.1"}
    lines = [json.dumps({**values, "scheme": scheme, "problems": 2}) for scheme in schemes]
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_results_become_the_file_of_the_day(tmp_path):
    path = results(tmp_path, ["dark", "light"])
    arguments = ("--root", tmp_path, "record", "--day", "2027-03-30", "--results", path)
    assert run(*arguments) == (0, f"{RECORD}: 2 pages tested, problems found: 4.\n", "")
    text = (tmp_path / RECORD).read_text("utf-8")
    assert "day: 2027-03-30\nkinds: [home]\nlanguages: [en]\nschemes: [light, dark]\n" in text
    assert text.endswith("pages: 2\nproblems: 4\n")
    assert run(*arguments)[0] == 0
    assert (tmp_path / RECORD).read_text("utf-8") == text


def test_results_that_are_not_whole_write_nothing(tmp_path):
    path = results(tmp_path, ["light"])
    status, out, err = run("--root", tmp_path, "record", "--results", path)
    says = "These were not tested: en dark 320. Run all of them. Nothing is written.\n"
    assert (status, out, err) == (1, "", says)
    assert not (tmp_path / RECORD).exists()


def test_what_is_no_day_or_no_file_is_said_in_one_line(tmp_path):
    status, _, err = run("record", "--day", "30.03.2027")
    assert (status, err.splitlines()[-1].partition(": error: ")[2]) == (
        2,
        "argument --day: '30.03.2027' is no day. Write it as 2027-03-30.",
    )
    status, _, err = run("record", "--results", "nowhere")
    assert (status, err.splitlines()[-1].partition(": error: ")[2]) == (
        2,
        "argument --results: There is no file nowhere.",
    )
