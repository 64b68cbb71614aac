"""What the first page of a reader costs: bytes and requests, as the test's own server sees them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from browser.accessibility_matrix import KINDS, prefix

from scn.checks.page_weight import BUDGET, LOOK_UP_BUDGET

pytestmark = pytest.mark.browser

MOST_REQUESTS = 7
LOOKED_UP = ("glossary/", "contribute/reference/")
"""Have twice the budget: one looks things up in them, and they are kept by the browser."""

LINKED = re.compile(
    r'<link rel="(?:stylesheet|icon)"[^>]*? href="([^"]+)"'
    r'|<(?:script|img(?![^>]* loading="lazy"))[^>]*? src="([^"]+)"'
)
"""A picture that is lazy is fetched when the reader comes near it."""


def file_of(site: Path, path: str) -> Path:
    path = unquote(path).lstrip("/")
    return site / (f"{path}index.html" if path.endswith("/") or not path else path)


def first_load(site: Path, address: str) -> list[str]:
    """Paths of everything that a browser fetches for a page, itself included."""
    html = file_of(site, address).read_text("utf-8")
    names = {one or other for one, other in LINKED.findall(html)}
    base = f"http://x/{address}"
    return [f"/{address}", *sorted(urlsplit(urljoin(base, name)).path for name in names)]


def weight(site: Path, paths: list[str]) -> int:
    """Bytes as a server sends them: gzip at its usual level."""
    return sum(len(gzip.compress(file_of(site, path).read_bytes(), 6, mtime=0)) for path in paths)


@pytest.fixture(scope="module")
def content_pages(site) -> list[str]:
    """Of English and Bulgarian, all but those that only lead on."""
    languages = {path.parent.name for path in site.glob("*/404.html")} - {"bg"}
    found = []
    for path in sorted(site.rglob("index.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        is_other = address.split("/")[0] in languages
        if not is_other and 'http-equiv="refresh"' not in path.read_text("utf-8")[:2000]:
            found.append(address)
    return found


def test_every_content_page_keeps_its_budget(site, content_pages, budgets):
    loads = {address: first_load(site, address) for address in content_pages}
    weights = {address: weight(site, paths) for address, paths in loads.items()}
    looked_up = {one for one in loads if one.removeprefix("bg/") in LOOKED_UP}
    most = max(size for address, size in weights.items() if address not in looked_up)
    budgets.record("weight", most / 1024, of=len(loads) - len(looked_up))
    budgets.record("requests", max(map(len, loads.values())), of=len(loads))
    assert {"", "bg/", "bg/package/dissemination-session/", "sessions/pt/"} < loads.keys()
    assert len(looked_up) == 4
    heavy = {
        address: size
        for address, size in weights.items()
        if size > (LOOK_UP_BUDGET if address in looked_up else BUDGET)
    }
    assert heavy == {}
    assert {one: paths for one, paths in loads.items() if len(paths) > MOST_REQUESTS} == {}


@pytest.mark.parametrize("language", ["en", "bg"])
def test_a_browser_asks_for_what_was_counted_and_for_nothing_else(
    new_context, served, site, language
):
    asked: list[str] = []
    with served(site, asked) as address:
        for kind, path in KINDS.items():
            if kind == "search":
                continue
            page = new_context().new_page()  # with an empty cache
            asked.clear()
            page.goto(address + prefix(language) + path)
            counted = set(first_load(site, prefix(language) + path))
            icon = {one for one in counted if one.endswith("favicon.svg")}
            assert {urlsplit(one).path for one in asked} | icon == counted, kind
            assert len(asked) == len(set(asked)), kind
            page.context.close()
