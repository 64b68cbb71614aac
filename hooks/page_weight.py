"""Weighs each page that somebody has written, with what it needs to be shown."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from scn.checks.page_weight import check_weight, compressed_size, is_weighed
from scn.site import Site

log = logging.getLogger("mkdocs.scn")


@event_priority(-120)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """A page that stands in for a missing translation is weighed once, in its own language."""
    site: Site = config.extra["scn"]
    source = page.file.src_uri
    language = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    is_own = source in site.content.heads and source.startswith(f"{language}/")
    if is_own and is_weighed(source, site.content.heads):
        docs = Path(config.docs_dir)
        served: dict[str, str] = config.extra["scn_served_assets"]

        def size_of(name: str) -> int:
            return _size_of_text(served[name]) if name in served else _size(docs / name)

        if said := check_weight(output, f"docs/{source}", page.file.dest_uri, size_of):
            log.warning(said)
    return output


@lru_cache(maxsize=16)
def _size_of_text(text: str) -> int:
    return compressed_size(text.encode())


def _size(path: Path) -> int:
    return _size_as_of(path, path.stat().st_mtime_ns) if path.is_file() else 0


@lru_cache(maxsize=256)
def _size_as_of(path: Path, time: int) -> int:  # noqa: ARG001 - files change while one previews
    return compressed_size(path.read_bytes())
