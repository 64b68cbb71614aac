"""How quick, accessible and sound Lighthouse finds four pages of the built site, as on a phone."""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

from benchmarks.results import Result, at_most, table
from shared.node import ROOT, node_command

VERSION = "13.5.0"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
SHIFT = "cumulative-layout-shift"
MOST_SHIFT = 0.02
PAGES = {
    "home": "",
    "long page": "package/dissemination-session/",
    "agenda": "sessions/",
    "session": "sessions/network-2024-onboarding-meeting/",
}
_COMPRESSED = (".html", ".css", ".js", ".svg")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Compresses as usual servers do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix not in _COMPRESSED:
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes(), 6)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


def reader_benchmark(options: argparse.Namespace) -> int:
    site: Path = options.site
    lighthouse = _lighthouse()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not (site / "index.html").is_file():
        return _cannot(f"There is no site in {site}: run `python3 scripts/dev.py build` first.")
    if not lighthouse:
        return _cannot(
            "Lighthouse is not installed; it is too large to come with the tests: run "
            f"`npm install --no-save lighthouse@{VERSION}`."
        )
    if not chromium:
        return _cannot("There is no Chromium: install Debian's package chromium.")
    results: list[Result] = []
    with _served(site) as address:
        for what, path in PAGES.items():
            reports = [_report(lighthouse, chromium, address + path) for _ in range(options.runs)]
            results += results_of_page(what, reports)
            print(f"  {what}: {options.runs} runs", flush=True)
    print(f"\nLighthouse, mobile, median of {options.runs}:\n")
    print(table(results))
    return 0 if all(one.is_met for one in results) else 1


def results_of_page(what: str, reports: Sequence[Mapping[str, Any]]) -> Iterator[Result]:
    """`reports` are what Lighthouse wrote in each run."""
    for category in CATEGORIES:
        scores = [float(one["categories"][category]["score"] or 0) for one in reports]
        score = round(100 * statistics.median(scores))
        yield Result(
            what=f"{what}: {category}", found=f"{score}", target="100", is_met=score == 100
        )
    shifts = [float(one["audits"][SHIFT]["numericValue"]) for one in reports]
    yield at_most(f"{what}: layout shift", statistics.median(shifts), MOST_SHIFT, ".3f")


def _cannot(reason: str) -> int:
    print(reason, file=sys.stderr)
    return 2


def _lighthouse() -> list[str]:
    own = ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"
    if own.is_file():
        return [*node_command(), str(own)]
    found = shutil.which("lighthouse")
    return [found] if found else []


def _report(lighthouse: Sequence[str], chromium: str, address: str) -> dict[str, Any]:
    flags = "--headless=new --no-sandbox --disable-gpu"
    command = [*lighthouse, address, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    done = subprocess.run(
        command,
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
