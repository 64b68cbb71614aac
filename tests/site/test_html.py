"""The HTML checker of the W3C (vnu) over every kind of page, and lychee over every link."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
ALL_PAGES_IN = ("en", "el")
SOME_PAGES = ("", "sessions/", "sessions/pt/", "package/roles/", "search/", "a-z/", "404.html")


def test_the_html_checker_finds_no_error(site: Path, java, require, budgets):
    """Every page in two languages; the kinds of pages in all: the rest differs in words only."""
    require(VNU.exists(), "the npm packages are not installed")
    languages = sorted(path.name for path in site.iterdir() if (path / "404.html").exists())
    chosen = {site / "404.html"}
    for language in languages:
        folder = site / language
        chosen |= {folder / path / "index.html" for path in SOME_PAGES if path != "404.html"}
        chosen.add(folder / "404.html")
    for path in site.rglob("*.html"):
        first = path.relative_to(site).parts[0]
        if first in ALL_PAGES_IN or first not in languages:
            chosen.add(path)
    command = [java, "-Xss4m", "-jar", str(VNU), "--format", "json", "--stdout", "--errors-only"]
    run = subprocess.run(
        [*command, *map(str, sorted(chosen))], capture_output=True, text=True, check=False
    )
    messages = json.loads(run.stdout)["messages"]
    found = {
        (m["url"].removeprefix(site.as_uri()), m.get("lastLine"), m["message"]) for m in messages
    }
    budgets.record("vnu", len(found), of=len(chosen))
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
