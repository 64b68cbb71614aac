"""What Git knows of an earlier state of the project."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal


def run_git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What Git says; nothing when it fails.

    Raises:
        SystemExit: there is no Git.
    """
    command = ["git", "-C", str(root), *arguments]
    try:
        ran = subprocess.run(command, input=given, capture_output=True, check=False)
    except OSError:
        sys.exit("There is no git on this computer. Install it and run the command again.")
    return ran.stdout if ran.returncode == 0 else b""


def history_of(root: Path) -> Literal["whole", "part", "none"]:
    """How much of the history there is; a shallow clone has a part of it."""
    is_shallow = run_git(root, "rev-parse", "--is-shallow-repository").strip()
    if not is_shallow:
        return "none"
    return "part" if is_shallow == b"true" else "whole"


def commit_of(root: Path, revision: str) -> str:
    """The name of the commit that a revision means; empty where there is none."""
    wanted = ("--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return run_git(root, "rev-parse", "--verify", *wanted).decode().strip()


def files_of_commit(
    root: Path, commit: str, folder: str, is_wanted: Callable[[str], bool]
) -> dict[str, bytes]:
    """What the wanted files below a folder held, by their paths in the project; no links."""
    listing = run_git(root, "ls-tree", "-r", "-z", commit, "--", folder)
    entries = listing.decode("utf-8", errors="replace").split("\0")
    digests = {
        name: about.split()[2]
        for about, _, name in (entry.partition("\t") for entry in entries if entry)
        if about.startswith("100") and is_wanted(name)  # a file
    }
    # One process for all of them: there may be thousands.
    asked = "".join(f"{digest}\n" for digest in digests.values()).encode()
    rest = run_git(root, "cat-file", "--batch", given=asked)
    found: dict[str, bytes] = {}
    for name in digests:
        head, _, rest = rest.partition(b"\n")
        length = int(head.split()[2])
        found[name], rest = rest[:length], rest[length + 1 :]
    return found
