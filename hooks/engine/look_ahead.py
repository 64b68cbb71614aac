"""Looks through the folders of the project in a second process, while this one loads programs.

A short build is mostly waiting for these two, and neither needs the other. Where nothing is
remembered of the pages, the second process goes on and reads their heads, while this one reads the
words. What was not looked through, as a folder that an option names, is looked through when it is
asked for.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from engine.processes import available_cores, context
from engine.settings import cache_below, memory_file
from scn.building.inputs import digests_below
from scn.building.site_folder import Status, files_in
from scn.problems import ContentError

READ = ("docs", "hooks", "overrides")
"""Folders whose files are read."""

SITE = "site"
_ROOM = 1 << 20
"""Bytes of a pipe: the most that every user may have, enough for some ten thousand files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there was when the program began."""

    digests: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    statuses: Mapping[str, Mapping[str, Status]] = field(default_factory=dict)

    def digests_below(self, folder: Path) -> Mapping[str, str]:
        known = self.digests.get(str(folder))
        return digests_below(folder) if known is None else known

    def files_in(self, folder: Path) -> Mapping[str, Status]:
        known = self.statuses.get(str(folder))
        return files_in(folder) if known is None else known


class LookAhead:
    """The process that looks; where there is none, nothing was seen and nothing was read."""

    def __init__(
        self, process: BaseProcess | None = None, receiving: Connection | None = None
    ) -> None:
        self._process, self._receiving = process, receiving

    def __enter__(self) -> LookAhead:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def seen(self) -> Seen:
        """What the folders hold; to be asked for first."""
        found = self._receive()
        return found if isinstance(found, Seen) else Seen()

    def heads(self) -> Mapping[str, Any]:
        """What is to be remembered of the heads of the pages; after what was seen."""
        found = self._receive()
        return found if isinstance(found, dict) else {}

    def end(self) -> None:
        """Without waiting for what nobody asks for any more."""
        if self._process and self._receiving:
            self._receiving.close()
            self._process.terminate()
            self._process.join()
        self._process = self._receiving = None

    def _receive(self) -> object:
        with contextlib.suppress(EOFError, OSError):  # it was ended
            return self._receiving.recv() if self._receiving else None
        return None


_looking = LookAhead()


def look_ahead(root: Path) -> None:
    """Begin to look, where a second process can do it beside this one."""
    global _looking  # noqa: PLW0603 - whoever asks is another hook
    _looking.end()
    if os.environ.get("SCN_PLAIN") == "1" or available_cores() == 1:
        return
    how = context()
    if how.get_start_method() != "fork":
        return  # another would have to load the programs first
    receiving, sending = how.Pipe(duplex=False)
    _make_room(sending)
    process = how.Process(target=_look, args=(root, receiving, sending), daemon=True)  # type: ignore[attr-defined]
    process.start()
    sending.close()
    _looking = LookAhead(process, receiving)


def _make_room(sending: Connection) -> None:
    """So that the process that looks need not wait until it is asked: it goes on to the heads."""
    import fcntl  # noqa: PLC0415 - where there is a fork

    with contextlib.suppress(OSError):  # what users may have of it is used up
        fcntl.fcntl(sending.fileno(), fcntl.F_SETPIPE_SZ, _ROOM)


def looking_ahead() -> LookAhead:
    """The process that looks, once: after it there may be something else to see."""
    global _looking
    found, _looking = _looking, LookAhead()
    return found


def _look(root: Path, receiving: Connection, sending: Connection) -> None:
    receiving.close()  # a copy: with it, this process would wait for itself when nobody else reads
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    # Nobody asks any more, or a file cannot be read, which the process that asks finds too.
    with contextlib.suppress(OSError, ContentError):
        digests = {name: digests_below(root / name) for name in READ}
        sending.send(
            Seen(
                digests={str(root / name): found for name, found in digests.items()},
                statuses={str(root / SITE): files_in(root / SITE)},
            )
        )
        if not memory_file(cache_below(root)).exists():
            sending.send(_heads(root, digests["docs"]))


def _heads(root: Path, digests: Mapping[str, str]) -> Mapping[str, Any]:
    from scn.content_load import read_heads_ahead  # noqa: PLC0415 - what takes long to load

    try:
        docs = {f"docs/{name}": digest for name, digest in digests.items()}
        return read_heads_ahead(root, root / "docs", docs)
    except Exception:  # noqa: BLE001 - it comes again in the process that can say it
        return {}
