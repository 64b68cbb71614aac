"""What `mkdocs serve` shows, and which of its pages are being read: these are made first."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from engine.site_update import Part
from scn.building.site_folder import language_of_file
from scn.building.site_record import SiteRecord

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


@dataclass(slots=True, kw_only=True)
class Preview:
    """What is in the folder of a preview, which has another name each time."""

    record: SiteRecord | None = None
    stale: dict[str, Path] = field(default_factory=dict)
    """Languages whose search still finds an earlier text, with their packs."""

    def remember(self, record: SiteRecord, parts: Mapping[str, Part]) -> None:
        self.record = record
        for language, part in parts.items():
            if part.path:  # otherwise it is as before
                self.stale.pop(language, None)
                if part.is_search_stale:
                    self.stale[language] = part.path
        for language in self.stale.keys() - parts.keys():
            del self.stale[language]


class Readers:
    """The browsers that show pages of a preview, and the server that they ask for them."""

    def __init__(self, server: LiveReloadServer) -> None:
        self.server = server
        self._lock = threading.Lock()
        self._open: Counter[str] = Counter()
        self._last = ""
        server.set_app(self._noting(server.serve_request))

    def languages(self, codes: Collection[str]) -> set[str]:
        """Those of the pages that wait for a change, else that of the page asked for last."""
        with self._lock:
            paths = list(+self._open) or [self._last]
        start = len(self.server.mount_path)
        return {language_of_file(path[start:], codes) for path in paths if path}

    def has_more_to_build(self) -> bool:
        """Whether something has changed again, or the preview is at its end."""
        return bool(self.server._want_rebuild or self.server._shutdown)

    def show(self) -> None:
        """Have browsers load again what they show; what is there now can be asked for."""
        server = self.server
        with server._epoch_cond:
            if server._visible_epoch == server._wanted_epoch:
                server._wanted_epoch += 1  # the page of this build was shown once already
            server._visible_epoch = server._wanted_epoch
            server._epoch_cond.notify_all()

    def _noting(self, app: Callable[..., Any]) -> Callable[..., Any]:
        def noting(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            path = str(environ["PATH_INFO"])
            if not path.startswith("/livereload/"):
                if path.endswith("/"):
                    self._last = path
                found: Iterable[bytes] = app(environ, start_response)
                return found
            page = urlsplit(environ.get("HTTP_REFERER", "")).path
            self._count(page, 1)
            try:
                found = app(environ, start_response)  # waits until there is something new
            finally:
                self._count(page, -1)
            return found

        return noting

    def _count(self, page: str, more: int) -> None:
        with self._lock:
            self._open[page] += more
