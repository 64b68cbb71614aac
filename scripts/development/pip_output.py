"""How far pip is, from what it says."""

from __future__ import annotations

from pathlib import Path


def pinned_names(lock: Path) -> list[str]:
    lines = lock.read_text(encoding="utf-8").splitlines()
    return [line.split("==")[0] for line in lines if "==" in line and line[0].isalnum()]


def package_begun(line: str) -> str:
    """The package that a line of pip's output begins with, or nothing."""
    words = line.split()
    if line.startswith("Requirement already satisfied: "):
        return words[3].split("==")[0]
    if words[:1] in (["Collecting"], ["Ignoring"]):
        return words[1].rstrip(":").split("==")[0]
    if words[:1] == ["Processing"]:  # a file on this machine
        return Path(words[1]).name.split("-")[0]
    return ""
