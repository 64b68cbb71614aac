"""A file that a script makes with Node and that is committed, so that building needs no Node."""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path


def write_made_file(
    path: Path,
    make: Callable[[], str],
    arguments: Sequence[str] | None,
    *,
    root: Path,
    script: str,
    about: str,
    failed: str,
) -> int:
    """Write the file, or with `--check` say whether it is up to date.

    Returns:
        The exit status: 0 where it is up to date now, 1 where it is not, 2 where it could not be
        made.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    is_check = parser.parse_args(arguments).check
    try:
        wanted = make()
    except (OSError, subprocess.CalledProcessError) as error:
        detail = error.stderr if isinstance(error, subprocess.CalledProcessError) else error
        print(f"{failed} Are the npm packages there?\n{detail}")
        return 2
    name = path.relative_to(root)
    is_current = path.exists() and path.read_text(encoding="utf-8") == wanted
    if is_check and not is_current:
        print(f"{name}:1:1: not up to date. Run: python scripts/{script}")
        return 1
    if not is_current:
        path.write_text(wanted, encoding="utf-8", newline="\n")
    print(f"{name}: up to date, {len(wanted.encode()):,} bytes.")
    return 0
