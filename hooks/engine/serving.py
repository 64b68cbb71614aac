"""Makes `mkdocs serve` quick to see a change, and to take changed programs too."""

from __future__ import annotations

import importlib
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.config_options import Hooks
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from engine.preview import Readers
from engine.whole_build import install
from scn.building.inputs import read_inputs

log = logging.getLogger("mkdocs.scn")
_HOOKS = Path(__file__).parents[1]
_CHANGES = [FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
"""Of a file that was written: the system also tells of each file that is read, as a build does."""

BUILD_DELAY = 0.05
"""Seconds without a further change before a build begins; editors write a file in several steps."""


def prepare_server(server: LiveReloadServer) -> LiveReloadServer:
    readers = Readers(server)
    install(readers)
    server.build_delay = BUILD_DELAY
    server.builder = _keeping_the_last_good(_with_fresh_programs(server.builder, readers))
    paths = list(server._watched_paths)
    observer = _SystemObserver()
    if _is_working(observer, paths):
        for path in paths:
            server.unwatch(path)
        server.observer = observer
        for path in paths:
            server.watch(path)
    return server


class _SystemObserver(Observer):  # type: ignore[misc, valid-type]
    """Watches by the system's own events, where MkDocs looks at all files twice a second."""

    def schedule(self, event_handler: FileSystemEventHandler, path: str, **how: Any) -> Any:
        return super().schedule(_OnlyContent(event_handler), path, event_filter=_CHANGES, **how)


class _OnlyContent(FileSystemEventHandler):
    """Leaves out what Python and editors write beside the files of the project."""

    def __init__(self, handler: FileSystemEventHandler) -> None:
        self.handler = handler

    def dispatch(self, event: FileSystemEvent) -> None:
        path = Path(str(event.dest_path or event.src_path))
        if "__pycache__" not in path.parts and not path.name.startswith("."):
            self.handler.dispatch(event)


def _is_working(observer: Any, paths: list[str]) -> bool:
    """Whether the system can watch so many folders: it may have a limit."""
    trial = type(observer)()
    try:
        for path in paths:
            trial.schedule(FileSystemEventHandler(), path, recursive=True)
        trial.start()
    except OSError as error:
        log.info(f"Files are looked at twice a second: the system cannot watch them ({error}).")
        return False
    trial.stop()
    trial.join()
    return True


def _keeping_the_last_good(builder: Callable[..., None]) -> Callable[..., None]:
    """After a mistake MkDocs answers no request until it is mended; here the last pages stay."""

    def build() -> None:
        try:
            builder()
        except Abort as error:
            log.error(f"{error.message} The preview stays as it was.")

    return build


def _with_fresh_programs(builder: Callable[..., None], readers: Readers) -> Callable[..., None]:
    """MkDocs loads hooks and the modules that they import once, whatever changes in them."""
    before = _programs()

    def build() -> None:
        nonlocal before
        now = _programs()
        if now != before:
            before = now
            for name in list(sys.modules):
                if name.partition(".")[0] in ("engine", "scn"):
                    del sys.modules[name]
            Hooks._load_hook.cache_clear()
            sys.path.insert(0, str(_HOOKS))
            try:
                importlib.import_module("engine.whole_build").install(readers)
            finally:
                sys.path.remove(str(_HOOKS))
        builder()

    return build


def _programs() -> dict[str, str]:
    return read_inputs({"hooks": _HOOKS}, {})
