"""Looks through the folders of the project in a second process, while this one loads programs.

A short build is mostly waiting for these two, and neither needs the other. What was not looked
through, as a folder that an option names, is looked through when it is asked for.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from engine.processes import available_cores, context
from scn.building.inputs import digests_below
from scn.building.site_folder import Status, files_in

READ = ("docs", "hooks", "overrides")
"""Folders whose files are read."""

SITE = "site"


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


_looking: tuple[Any, Connection] | None = None
"""The process that looks, and where it tells what it has seen."""


def look_ahead(root: Path) -> None:
    """Begin to look, where a second process can do it beside this one."""
    global _looking  # noqa: PLW0603 - whoever asks is another hook
    seen()
    if os.environ.get("SCN_PLAIN") == "1" or available_cores() == 1:
        return
    how = context()
    if how.get_start_method() != "fork":
        return  # another would have to load the programs first
    receiving, sending = how.Pipe(duplex=False)
    process = how.Process(target=_look, args=(root, sending), daemon=True)  # type: ignore[attr-defined]
    process.start()
    sending.close()
    _looking = process, receiving


def seen() -> Seen:
    """What was seen, once: after it there may be something else."""
    global _looking
    if _looking is None:
        return Seen()
    (process, receiving), _looking = _looking, None
    found = Seen()
    with receiving, contextlib.suppress(EOFError, OSError):  # it was ended
        found = receiving.recv()
    process.join()
    return found


def _look(root: Path, sending: Connection) -> None:
    digests = {str(root / name): digests_below(root / name) for name in READ}
    site = root / SITE
    with contextlib.suppress(OSError):  # nobody asks any more
        sending.send(Seen(digests=digests, statuses={str(site): files_in(site)}))
