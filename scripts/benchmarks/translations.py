"""The state of the translations of a large site, nothing remembered and nothing changed."""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.results import Result, at_most, table
from benchmarks.synthetic_site import CODES, page_texts
from scn.translations.blob import blob_id
from scn.translations.head import with_head
from scn.translations.model import TranslationHead
from scn.translations.snapshots import snapshot_path

ROOT = Path(__file__).resolve().parents[2]
PAGES = 400
OUTDATED_IN_TEN = 3
"""Of ten English pages three have changed, each in some languages: 1,200 outdated translations of
400 pages in 24 languages."""

LANGUAGES_PER_PAGE = 10
SECTIONS = 12
"""So the pages are as long as those of this project: 7.5 kB on average."""

MOST_COLD, MOST_UNCHANGED = 6.0, 0.5
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def translations_benchmark(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="scn-benchmark-") as name:
        root = Path(name)
        outdated = write_translations(root, CODES[: options.languages], options.pages)
        status(root)  # compiles the modules, as the first command in a checkout does
        cold: list[Times] = []
        unchanged: list[Times] = []
        for _ in range(options.runs):
            shutil.rmtree(root / ".cache", ignore_errors=True)
            cold.append(status(root))
            unchanged.append(status(root))
            print(f"  nothing remembered: {cold[-1]}, nothing changed: {unchanged[-1]}", flush=True)
    print(
        f"\n{options.languages} languages of {options.pages} pages, {outdated:,} translations"
        f" outdated, median of {options.runs}:\n"
    )
    results = [
        *_results("State, nothing remembered", cold, MOST_COLD),
        *_results("State, nothing changed", unchanged, MOST_UNCHANGED),
    ]
    print(table(results))
    return 0 if all(result.is_met for result in results) else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    seconds: float
    """From the start of the command to its end."""

    of_processor: float
    """What it would take if nobody else used the machine."""

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s ({self.of_processor:.2f} s of the processor)"


def _results(what: str, times: Sequence[Times], most: float) -> Iterator[Result]:
    yield at_most(f"{what}, s", statistics.median(one.seconds for one in times), most, ".2f")
    found = statistics.median(one.of_processor for one in times)
    yield Result(what=f"{what}, s of the processor", found=f"{found:.2f}", target="", is_met=True)


def status(root: Path) -> Times:
    """Of the command in a process of its own."""
    command = [sys.executable, str(ROOT / "scripts" / "translations.py")]
    before = os.times()
    subprocess.run(
        [*command, "--root", str(root), "status"],
        env=ENVIRONMENT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    after = os.times()
    used = sum(after[2:4]) - sum(before[2:4])  # of children, for the user and the system
    return Times(seconds=after.elapsed - before.elapsed, of_processor=used)


def write_translations(root: Path, languages: Sequence[str], pages: int) -> int:
    """Write the pages of all languages with their pins, and the texts that are kept.

    Gives the number of outdated translations.
    """
    data = root / "docs" / "_data"
    data.mkdir(parents=True)
    shutil.copyfile(ROOT / "docs" / "_data" / "languages.yml", data / "languages.yml")
    codes = [code for code in languages if code != "en"]
    former = dict(page_texts("en", pages, SECTIONS))
    today = {
        path: _edited(text, number) if number % 10 < OUTDATED_IN_TEN else text
        for number, (path, text) in enumerate(former.items())
    }
    outdated = 0
    for path, text in today.items():
        _write(root / "docs" / "en" / path, text)
        if former[path] != text:
            _write(root / snapshot_path(blob_id(former[path])), former[path])
    for language in codes:
        for number, (path, text) in enumerate(page_texts(language, pages, SECTIONS)):
            follows = (number + codes.index(language)) % len(codes) >= LANGUAGES_PER_PAGE
            pinned = today[path] if follows else former[path]
            outdated += pinned != today[path]
            head = TranslationHead(source=blob_id(pinned), state="human", by=("An association",))
            _write(root / "docs" / language / path, with_head(text, head))
    return outdated


def _edited(text: str, number: int) -> str:
    """A page as somebody changes it: some sentences, a new one, a row of the table."""
    choose = random.Random(number)  # noqa: S311 - the same text in every run
    lines = text.split("\n")
    sentences = [n for n, line in enumerate(lines) if re.fullmatch(r"[A-Z][a-z ]+\.", line)]
    for place in choose.sample(sentences, min(3, len(sentences))):
        words = lines[place].split()
        words[choose.randrange(1, len(words) - 1)] = choose.choice(("harbour", "not", "museum"))
        lines[place] = " ".join(words)
    if number % 2 and sentences:
        lines.insert(choose.choice(sentences), "A new sentence stands here.")
    rows = [n for n, line in enumerate(lines) if line.startswith("| ") and "." in line]
    if number % 3 == 0 and rows:
        lines[choose.choice(rows)] = "| Another row. | Of the table. | Up to 12 May. |"
    return "\n".join(lines)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
