"""Puts off Python's search for cyclic garbage until a build is over.

Nearly all that is made stays until the end: to look through it again and again, and once more at
the exit, is a tenth of a short build. This hook is the first, so that it comes before the others
are read; `scripts/benchmark.py build` measures that memory stays within its bound.
"""

from __future__ import annotations

import atexit
import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

gc.disable()


def on_serve(server: LiveReloadServer, **_: object) -> LiveReloadServer:
    """A preview goes on for hours."""
    gc.enable()
    return server


def on_shutdown() -> None:
    gc.freeze()
    gc.unfreeze()  # counts what was made as old: otherwise the first search looks at all of it
    gc.enable()
    atexit.register(gc.freeze)
