"""The search index, which Pagefind makes: one for each `<html lang>`."""

from __future__ import annotations

import json
from pathlib import Path


def pagefind_arguments(site: Path) -> list[str]:
    """What to run with Python to index all pages below the folder into its `pagefind/`."""
    return ["-m", "pagefind", "--site", str(site), "--quiet"]


def sort_entry_file(site: Path) -> None:
    """Give the list of languages one order: Pagefind's own changes from run to run."""
    entry = site / "pagefind" / "pagefind-entry.json"
    index = json.loads(entry.read_text("utf-8"))
    entry.write_text(json.dumps(index, sort_keys=True), encoding="utf-8")


def reason_of_failure(output: str) -> str:
    """The last line that Pagefind said, as one sentence."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return f"The search index was not made. {lines[-1] if lines else 'Pagefind said nothing.'}"
