"""Goes over to the Python of `.venv`, so that `python3 scripts/…` is enough on any computer.

Only the standard library is imported: this runs before anything else of the project is there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_PYTHON = Path("Scripts/python.exe" if os.name == "nt" else "bin/python")


def has_project(python_prefix: str = sys.prefix) -> bool:
    """Whether this Python is that of `.venv`, or another that knows the project."""
    return Path(python_prefix) == _ROOT / ".venv" or find_spec("scn") is not None


def go_over() -> None:
    """Run the same command with the Python of `.venv`.

    Raises:
        SystemExit: there is none yet, or, where one program cannot take the place of another, the
            command is done.
    """
    python = _ROOT / ".venv" / _PYTHON
    if not python.exists():
        sys.exit(
            "The project is not set up yet. Run `python3 scripts/dev.py build` once, which makes"
            " .venv, and then this command again."
        )
    command = [str(python), *sys.argv]
    if os.name == "nt":
        sys.exit(subprocess.run(command, check=False).returncode)
    sys.stdout.flush()
    os.execv(command[0], command)
