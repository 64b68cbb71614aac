"""Has `mkdocs build` and `mkdocs serve` build one language at a time, on all cores, and only what
has changed; see hooks/engine/."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

from engine.search_later import stop_search
from engine.whole_build import install, uninstall


def on_startup(**_: object) -> None:
    install()


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    del config, builder
    from engine.serving import prepare_server  # noqa: PLC0415 - a build needs none of it

    return prepare_server(server)


def on_shutdown() -> None:
    stop_search()
    uninstall()
