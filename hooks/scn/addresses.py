"""Addresses of pages: which file becomes which address in which language.

An address is relative to the root of the site and has no leading slash, as `url` in MkDocs:
`fr/package/roles/`. The source language stands at the root, the others under their code.
A page has the same path in every language, so a path without its language (`package/roles.md`)
names the page.
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from urllib.parse import urlsplit

from scn.languages import SOURCE_LANGUAGE


def split_language(source: str, languages: Container[str]) -> tuple[str, str]:
    """Language and path of a source file: `fr/package/roles.md` → (`fr`, `package/roles.md`).

    A file outside the language folders belongs to no language: the code is empty.
    """
    first, _, rest = source.partition("/")
    return (first, rest) if rest and first in languages else ("", source)


@lru_cache(maxsize=1 << 16)  # every page asks for the address of every page in the menu
def output_path(path: str, language: str) -> str:
    """The file that a page is written to: `roles.md` in `fr` → `fr/roles/index.html`.

    `404.md` becomes `404.html`, which web servers look for by that name.
    """
    stem = path.removesuffix(".md")
    is_file = stem.rpartition("/")[2] in ("404", "index")
    output = f"{stem}.html" if is_file else f"{stem}/index.html"
    return output if language == SOURCE_LANGUAGE else f"{language}/{output}"


def page_address(path: str, language: str) -> str:
    """The address of a page relative to the root; empty for the home page of the source."""
    return output_path(path, language).removesuffix("index.html")


def absolute_address(site_url: str, address: str) -> str:
    return f"{site_url}{address}" if site_url.endswith("/") else f"{site_url}/{address}"


def base_path(site_url: str) -> str:
    """The path under which the site stands: `https://example.eu/kb/` → `/kb/`."""
    path = urlsplit(site_url).path
    return path if path.endswith("/") else f"{path}/"
