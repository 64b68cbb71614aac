"""The lists of exact versions, with their digests: for Python by uv, for Node by npm."""

from __future__ import annotations

import shutil
import subprocess
import sys

from development.environment import Environment, say
from development.npm import npm_command
from development.stamp import LOCKS, read_stamp


def make_locks(environment: Environment, *, upgrade: bool) -> None:
    """Write requirements/*.txt.

    Raises:
        SystemExit: with the sentence that says what is missing or has failed.
    """
    uv = shutil.which("uv", path=environment.variables()["PATH"])
    if not uv:
        sys.exit("The locks are made by uv, which is not on PATH: install it (pip install uv).")
    how = ["--universal", "--python-version", "3.11.5", "--generate-hashes"]
    how += ["--no-emit-index-url", "--no-python-downloads", "--quiet"]
    how += ["--custom-compile-command", "python3 scripts/dev.py lock"]
    if upgrade:
        how.append("--upgrade")
    for name, more in (
        ("site", []),
        ("test", ["--group", "test", "--constraints", LOCKS["site"]]),
    ):
        say(f"Making {LOCKS[name]} ...")
        command = [uv, "pip", "compile", *how, *more, "-o", LOCKS[name], "pyproject.toml"]
        if subprocess.run(command, cwd=environment.root, check=False).returncode:
            sys.exit(f"{LOCKS[name]} could not be made: the reason is above.")


def make_npm_lock(environment: Environment, *, upgrade: bool) -> None:
    """Write package-lock.json.

    Raises:
        SystemExit: likewise.
    """
    found = shutil.which("npm")
    if "test" in read_stamp(environment.stamp):
        npm = npm_command(environment)
    elif found:
        npm = [found]
    else:
        sys.exit("package-lock.json is as it was: there is no npm (dev.py test installs one).")
    say("Making package-lock.json ...")
    what = "update" if upgrade else "install"
    options = ["--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"]
    status = environment.run(
        [*npm, what, *options, "--loglevel=error"], NPM_CONFIG_UPDATE_NOTIFIER="false"
    )
    if status:
        sys.exit("package-lock.json could not be made: the reason is above.")
    if '"resolved"' in (environment.root / "package-lock.json").read_text(encoding="utf-8"):
        sys.exit("package-lock.json names the registry it was made with: see .npmrc.")
