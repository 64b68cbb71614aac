"""What is said during a build: each language apart, in their order, and each sentence once."""

from __future__ import annotations

import contextlib
import logging
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from engine.language_result import LanguageBuild
from scn.building.progress import progress_line

log = logging.getLogger("mkdocs.scn")


@contextlib.contextmanager
def said_in_build() -> Iterator[list[tuple[str, int, str]]]:
    """Collects what is said, so that it comes in the order of the languages."""
    logger = logging.getLogger("mkdocs")
    collected: list[tuple[str, int, str]] = []
    handlers, propagates = list(logger.handlers), logger.propagate

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            is_about_each = record.name.startswith(("mkdocs.commands", "mkdocs.plugins.mkdocs_st"))
            if record.levelno >= logging.WARNING or not is_about_each:
                collected.append((record.name, record.levelno, record.getMessage()))

    logger.handlers[:] = [Collector()]
    logger.propagate = False
    try:
        yield collected
    finally:
        logger.handlers[:] = handlers
        logger.propagate = propagates


class Told:
    """What has been said in a whole build, each sentence once.

    A page that several languages show has the same mistakes in each of them.
    """

    def __init__(self) -> None:
        self._said: set[tuple[str, int, str]] = set()

    def tell(self, builds: Iterable[LanguageBuild]) -> list[str]:
        """Say what the languages have said; why some of them failed."""
        failures = []
        for one in builds:
            for said in one.said:
                if said not in self._said:
                    self._said.add(said)
                    name, level, text = said
                    record = logging.LogRecord(name, level, "", 0, "%s", (text,), None)
                    logger = logging.getLogger(name)
                    if logger.isEnabledFor(level):
                        logger.handle(record)
            if one.failure and "\n" in one.failure:
                log.error(
                    f"Building {one.language} has failed by a fault of the program:\n{one.failure}"
                )
                failures.append("Aborted: the fault is above.")
            elif one.failure:
                failures.append(one.failure)
        return failures


def progress(languages: Sequence[str], pages: int) -> Callable[[int, int], None]:
    """Shows a line on a terminal; -1 for the languages done ends it."""
    started = last = time.monotonic()

    def show(done: int, pages_done: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done < 0:
            sys.stderr.write("\r\033[K")
        elif now - last > 0.2:
            last = now
            line = progress_line(
                languages=done,
                all_languages=len(languages),
                pages=pages_done,
                all_pages=pages,
                seconds=now - started,
            )
            sys.stderr.write(f"\r\033[K{line}")
        sys.stderr.flush()

    return show if sys.stderr.isatty() else lambda *_: None


def summary(built: tuple[str, ...], builds: list[LanguageBuild], seconds: float) -> str:
    pages, reused = sum(one.pages for one in builds), sum(one.reused for one in builds)
    codes = ", ".join(one.language for one in builds)
    of = f" of {len(built)}" if len(builds) < len(built) else ""
    count = f"{len(builds)}{of} language{'s' * (len(built) != 1)}"
    which = f" ({codes})" if 0 < len(builds) < 6 else ""
    return f"Built {count}{which} in {seconds:.1f} s: {pages:,} pages, {reused:,} of them reused."
