#!/usr/bin/env python3
"""The commands of this project: serve, build, test, check, clean, lock.

    python3 scripts/dev.py serve     read the site in a browser while writing
    python3 scripts/dev.py test      run all tests

The first run makes `.venv` and installs what the lock in requirements/ names; later runs see from
a stamp that nothing has changed and start at once, without a network.

Only the standard library is imported, here and in development/. The grammar of this file stays
that of Python 3.6, and what is newer comes below the first `if`, so that an old Python gives a
sentence and not a traceback.
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
import os
import re
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from development.environment import Environment, say
from development.locks import make_locks, make_npm_lock
from development.npm import npm_problem

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = Environment(ROOT, NEEDED)

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


# What is given on the command line


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
    ENVIRONMENT.set_up("site")
    problem = address_problem(options.address, options.port)
    if problem:
        sys.exit(problem)
    languages = options.languages or os.environ.get("SCN_LANGUAGES") or "auto"
    host = f"[{options.address}]" if ":" in options.address else options.address
    say(f"Building; then the site is at http://{host}:{options.port}/ (Ctrl-C ends it).")
    command = [str(ENVIRONMENT.python), "-m", "mkdocs", "serve", "--livereload"]
    command += ["--dev-addr", f"{host}:{options.port}"]
    settings = {"SCN_LANGUAGES": languages}
    if options.example:
        settings["SCN_EXAMPLE"] = "1"
        command += ["--watch", "tests/example"]
    return ENVIRONMENT.become(command, **settings)


def build(options: argparse.Namespace) -> int:
    ENVIRONMENT.set_up("site")
    settings = {}
    if options.languages:
        settings["SCN_LANGUAGES"] = options.languages
    if options.publish:
        settings["SCN_PUBLISH"] = "1"
    command = [str(ENVIRONMENT.python), "-m", "mkdocs", "build", "--strict"]
    site = "site"
    if options.example or os.environ.get("SCN_EXAMPLE") == "1":
        settings["SCN_EXAMPLE"] = "1"
        site = "site-example"
        command += ["--site-dir", site]
    started = time.monotonic()
    status = ENVIRONMENT.run(command, **settings)
    if status:
        say("Not built: the reason is above.")
    else:
        say(f"Built into {site}/ in {time.monotonic() - started:.0f} s.")
    return status


def test(options: argparse.Namespace) -> int:
    ENVIRONMENT.set_up("test")
    problem = npm_problem(ENVIRONMENT, is_ci=is_ci())
    if problem and is_ci():
        sys.exit(f"The npm packages could not be installed: {problem}.")
    if problem:
        say(f"Tests that need npm packages will be skipped: {problem}.")
    how = options.pytest or on_all_cores()
    return ENVIRONMENT.become([str(ENVIRONMENT.python), "-m", "pytest", *how])


def on_all_cores() -> "list[str]":
    """The tests of a file stay together, since they share what they build; the longest come first.

    Of more than four cores the rest is left alone: each process has a browser of its own.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if not cores or cores < 2:
        return []
    return ["-n", str(min(cores, 4)), "--dist", "loadfile", "--no-loadscope-reorder"]


def check(options: argparse.Namespace) -> int:
    ENVIRONMENT.set_up("test")
    python = str(ENVIRONMENT.python)
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
        if ENVIRONMENT.run(command):
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
    make_locks(ENVIRONMENT, upgrade=options.upgrade)
    make_npm_lock(ENVIRONMENT, upgrade=options.upgrade)
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
