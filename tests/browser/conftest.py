"""The built site in Debian's Chromium, served with the headers that it brings with it."""

from __future__ import annotations

import contextlib
import fnmatch
import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _headers_of(site: Path, path: str) -> list[tuple[str, str]]:
    """What the file `_headers` of the site says, read as Cloudflare Pages and Netlify do."""
    found: list[tuple[str, str]] = []
    fits = False
    for line in (site / "_headers").read_text("utf-8").split("\n"):
        if line.startswith("/"):
            fits = fnmatch.fnmatchcase(path, line)
        elif fits and line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            found.append((name, value))
    return found


class _Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012 - the name and the form are the standard library's
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
    }

    def __init__(self, *arguments, asked: list[str], **options):
        self.asked = asked
        super().__init__(*arguments, **options)

    def do_GET(self):
        self.asked.append(self.path)
        super().do_GET()

    def end_headers(self):
        for name, value in _headers_of(Path(self.directory), self.path):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def site(real_site) -> Path:
    return real_site.site


@contextlib.contextmanager
def _served(folder: Path, asked: list[str] | None = None) -> Iterator[str]:
    handler = functools.partial(
        _Handler, directory=str(folder), asked=[] if asked is None else asked
    )
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def served() -> Callable[..., contextlib.AbstractContextManager[str]]:
    """`with served(folder) as address:` serves another site than the real one.

    `served(folder, asked)` adds the path of each request to the list `asked`.
    """
    return _served


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with _served(site) as found:
        yield found


@pytest.fixture(scope="session")
def chromium(require) -> Iterator[Browser]:
    program = (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    require(program, "there is no Chromium: install Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


REPORT = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
"""


class Watched:
    """A page and everything that went wrong on it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.opened = 0
        page.add_init_script(REPORT)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("request", self._request)

    def _console(self, message) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text}")

    def _request(self, request) -> None:
        if not request.url.startswith((self.address, "data:", "about:")):
            self.complaints.append(f"request: {request.url}")

    def open(self, path: str) -> Page:
        self.opened += 1
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def new_context(chromium) -> Iterator[functools.partial[BrowserContext]]:
    opened: list[BrowserContext] = []

    def make(**options) -> BrowserContext:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(15_000)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def watched(new_context, address, budgets):
    found: list[Watched] = []

    def make(**options) -> Watched:
        found.append(Watched(new_context(**options).new_page(), address))
        return found[-1]

    yield make
    complaints = [complaint for one in found for complaint in one.complaints]
    opened = sum(one.opened for one in found)
    for name, start in (("other hosts", "request: "), ("policy", "console: policy: ")):
        count = sum(complaint.startswith(start) for complaint in complaints)
        budgets.record(name, count, of=opened)
    assert complaints == []
    assert [cookie for one in found for cookie in one.page.context.cookies()] == []
