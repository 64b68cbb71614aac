"""Runs the command of MkDocs in a process of its own, again and again, and starts it quickly.

What the command imports from others is imported here once, and each command is run by a copy of
this process; the programs of the project are new in each. A line of JSON on the standard input is
a command, a line on the standard output its exit status.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys

LIBRARIES = (
    "babel.dates",
    "docx",
    "material",
    "mkdocs.__main__",
    "mkdocs.commands.build",
    "mkdocs.livereload",
    "mkdocs_static_i18n.plugin",
    "mkdocstrings_handlers.python",
    "xlsxwriter",
    "pagefind_bin",
    "pymdownx.superfences",
)


def run(arguments: list[str], folder: str, env: dict[str, str], log: str) -> int:
    """The exit status of `mkdocs` with these arguments; what it says is in the file `log`."""
    sys.stdout.flush()
    if not hasattr(os, "fork"):
        with open(log, "wb") as file:  # noqa: PTH123
            command = [sys.executable, "-m", "mkdocs", *arguments]
            return subprocess.run(command, cwd=folder, env=env, stdout=file, stderr=file).returncode
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(output, stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = ["mkdocs", *arguments]
    from mkdocs.__main__ import cli

    cli()
    return 0


if __name__ == "__main__":
    sys.path.pop(0)  # this folder
    for name in LIBRARIES:
        importlib.import_module(name)
    for line in sys.stdin:
        status = run(**json.loads(line))
        print(status, flush=True)  # noqa: T201
