"""The HTML checker of the W3C (vnu) over every page, and lychee over every link."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_the_html_checker_finds_no_error(site: Path, java, require, budgets):
    """Every page in every language."""
    require(VNU.exists(), "the npm packages are not installed")
    command = [java, "-Xss4m", "-jar", str(VNU), "--format", "json", "--stdout", "--errors-only"]
    run = subprocess.run(
        [*command, "--skip-non-html", str(site)], capture_output=True, text=True, check=False
    )
    messages = json.loads(run.stdout)["messages"]
    found = {
        (m["url"].removeprefix(site.as_uri()), m.get("lastLine"), m["message"]) for m in messages
    }
    budgets.record("vnu", len(found), of=sum(1 for _ in site.rglob("*.html")))
    assert found == set()


def test_lychee_finds_no_broken_link(site: Path, lychee, budgets):
    command = [lychee, "--offline", "--include-fragments", "--index-files", "index.html"]
    command += ["--root-dir", str(site), "--no-progress", "--format", "json"]
    run = subprocess.run(
        [*command, str(site / "**" / "*.html")], capture_output=True, text=True, check=False
    )
    report = json.loads(run.stdout)
    broken = {(source, one["url"]) for source, ones in report["error_map"].items() for one in ones}
    budgets.record("links", len(broken), of=report["successful"])
    assert broken == set()
    assert report["successful"] > 1000
