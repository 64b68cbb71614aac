"""The project's own Python in `.venv`: made, filled from a lock, and started."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

from development.pip_output import package_begun, pinned_names
from development.stamp import LOCKS, holds, place, read_stamp, venv_python, wanted


def say(text: str) -> None:
    print(text, flush=True)


class Environment:
    def __init__(self, root: Path, needed: tuple[int, ...]) -> None:
        """`needed` is the oldest version of Python that will do."""
        self.root = root
        self.needed = needed
        self.venv = root / ".venv"
        self.python = venv_python(self.venv)
        self.stamp = self.venv / "scn-setup.json"

    def set_up(self, lock: str) -> None:
        """Make sure that .venv holds what the lock names; only read two files when it does."""
        stamp = read_stamp(self.stamp)
        entries = wanted(self.root, lock)
        in_place = holds(stamp, place(self.root, self.venv)) and self.python.exists()
        if in_place and holds(stamp, entries):
            return
        started = time.monotonic()
        if stamp:
            say("What is installed is no longer what is needed: bringing it up to date.")
        else:
            say(
                "First run: setting up what is needed takes a few minutes; later runs start at"
                " once."
            )
        if not in_place and (stamp or not is_usable(self.python, self.needed)):
            make_venv(self.venv)
        self.stamp.unlink(
            missing_ok=True
        )  # an installation that is broken off must not look finished
        self._install(self.root / LOCKS[lock])
        self._put_hooks_on_path()
        done = {**place(self.root, self.venv), **entries}
        self.stamp.write_text(json.dumps(done, indent=1) + "\n", encoding="utf-8")
        say(f"Set up in {time.monotonic() - started:.0f} s.")

    def variables(self, **more: str) -> dict[str, str]:
        """The environment of what is started here: as in an activated .venv, UTF-8 everywhere."""
        environment = dict(os.environ)
        environment.update(
            VIRTUAL_ENV=str(self.venv),
            PATH=str(self.python.parent) + os.pathsep + os.environ.get("PATH", ""),
            PYTHONUTF8="1",
            PIP_DISABLE_PIP_VERSION_CHECK="1",
            PIP_NO_INPUT="1",
            PIP_USER="0",
            NO_MKDOCS_2_WARNING="1",  # the theme's notice about another program
            **more,
        )
        environment.pop("PYTHONHOME", None)
        return environment

    def run(self, command: Sequence[str], **more: str) -> int:
        """Run a command to its end; Ctrl-C is the command's to answer, as it gets it too."""
        program = subprocess.Popen(command, env=self.variables(**more), cwd=self.root)
        while True:
            try:
                return program.wait()
            except KeyboardInterrupt:
                continue

    def become(self, command: Sequence[str], **more: str) -> int:
        """Go over to a command: in its place where the system can do that, else wait for it."""
        if os.name != "nt":
            os.chdir(self.root)
            sys.stdout.flush()
            os.execve(command[0], list(command), self.variables(**more))
        return self.run(command, **more)

    def _install(self, lock: Path) -> None:
        """Install a lock with pip, telling how far it is."""
        total = len(pinned_names(lock))
        say(f"Installing {total} packages from {lock.relative_to(self.root).as_posix()} ...")
        command = [str(self.python), "-m", "pip", "install", "--require-hashes", "--no-deps"]
        command += ["--no-warn-script-location", "-r", str(lock)]
        pip = subprocess.Popen(
            command,
            env=self.variables(),
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        log, seen = [], 0
        on_screen = sys.stdout.isatty()
        for line in pip.stdout or ():
            log.append(line)
            words = line.split()
            name = package_begun(line)
            if name:
                seen += 1
                progress = f"  {seen} of {total}  {name}"
                if on_screen:
                    print("\r" + progress.ljust(60), end="", flush=True)
                elif seen % 20 == 0:
                    say(progress)
            elif words[:2] == ["Installing", "collected"]:
                text = "  all fetched, now putting them in place ..."
                print(("\r" + text.ljust(60)) if on_screen else text, flush=True)
        if pip.wait():
            sys.stderr.writelines(["\n", *log[-25:]])
            sys.exit(
                f"The packages could not be installed (pip ended with {pip.returncode}, its last"
                " lines are above): see that the network can be reached and run this again."
            )

    def _put_hooks_on_path(self) -> None:
        """Make `import scn` work for scripts and tests: the line that an editable install writes.

        It is relative, so that no path with odd letters is read in the wrong encoding.
        """
        ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
        answer = subprocess.run(
            [self.python, "-c", ask],
            env=self.variables(),
            stdout=subprocess.PIPE,
            check=True,
            encoding="utf-8",
        )
        packages = Path(answer.stdout.strip())
        line = os.path.relpath(self.root / "hooks", packages)
        (packages / "scn-hooks.pth").write_text(line + "\n", encoding="utf-8")


def missing_module_problem(names: Iterable[str] = ("venv", "ensurepip")) -> str:
    """The sentence for a Python that cannot make a .venv (Debian packs that apart), or nothing."""
    missing = [name for name in names if find_spec(name) is None]
    if not missing:
        return ""
    return (
        "This Python has no module {}, which is needed to make .venv: install it (on Debian and "
        "Ubuntu: apt install python3-venv) and run this again."
    ).format(" and no module ".join(missing))


def base_python() -> str:
    """The Python outside any .venv: the one that runs this may be about to be replaced."""
    return str(getattr(sys, "_base_executable", "") or sys.executable)


def is_usable(python: Path, needed: tuple[int, ...]) -> bool:
    """Whether a .venv that something else made will do."""
    test = f"import sys, pip; sys.exit(sys.version_info < {needed})"
    try:
        return (
            subprocess.run([python, "-c", test], capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False


def make_venv(venv: Path) -> None:
    problem = missing_module_problem()
    if problem:
        sys.exit(problem)
    say(f"Making {venv.name} with Python {sys.version.split()[0]} ...")
    made = subprocess.run([base_python(), "-m", "venv", "--clear", venv], check=False)
    if made.returncode:
        sys.exit(f"The folder {venv} could not be made: the reason is above.")
