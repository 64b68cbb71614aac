"""Runs the builds of several languages in several processes."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from engine.content import inputs_of, load_site
from engine.language_build import LanguageBuilder
from engine.language_result import LanguageBuild
from engine.look_ahead import looking_ahead
from engine.processes import FEWEST_LANGUAGES, available_cores, context
from engine.scratch_folder import delete_scratch_folders
from engine.search import end_programs
from engine.settings import settings_of

_FEWEST_PAGES = 150
"""Below this, starting another process takes longer than it saves."""

_ENDED = 128 + signal.SIGTERM
"""Status of a process that another one ended."""

_builder: LanguageBuilder | None = None
"""In a process that builds languages: what it builds them with."""

_done: Any = None
"""Pages done by all processes, in memory that they share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """From what a process that is not a copy of this one makes its builder."""

    config_file: str
    options: dict[str, Any]
    site_url: str | None
    folder: Path
    serve_url: str | None
    is_preview: bool


def workers_for(languages: int, pages: int, wanted: int, *, is_preview: bool) -> int:
    """How many processes to use for so many languages and pages; `wanted` as 0 decides nothing."""
    if wanted:
        return min(wanted, languages)
    # The threads of the server forbid a fork, and most pages of a preview are remembered.
    is_worth_it = languages >= FEWEST_LANGUAGES or not is_preview
    return min(languages, available_cores()) if pages >= _FEWEST_PAGES and is_worth_it else 1


def build_in_processes(
    builder: LanguageBuilder,
    start: Start,
    languages: Sequence[str],
    workers: int,
    progress: Callable[[int], None],
) -> Iterator[LanguageBuild]:
    """Each language when it is done; `progress` is called with the pages done, again and again."""
    global _builder, _done  # noqa: PLW0603 - a forked process finds them in its copy
    how = context()
    _done = how.Value("q", 0)
    _builder = builder
    builder.report = report_page
    gc.freeze()  # what is read by now stays: no collection looks at it or makes a process copy it
    pool = ProcessPoolExecutor(workers, mp_context=how, initializer=_begin, initargs=(start, _done))
    try:
        with _importable():
            waiting: set[Future[LanguageBuild]] = {
                pool.submit(build_language, language) for language in languages
            }
        while waiting:
            done, waiting = wait(waiting, timeout=0.25, return_when=FIRST_COMPLETED)
            progress(_done.value)
            yield from (future.result() for future in done)
    except BrokenProcessPool:
        raise PluginError(
            "A process that builds languages was ended, perhaps for want of memory. Set"
            " SCN_WORKERS=1 to build in one process."
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()
        _builder = _done = None


def report_page() -> None:
    if _done is not None:
        with _done.get_lock():
            _done.value += 1


def build_language(language: str) -> LanguageBuild:
    """In a process for building: the result of one language."""
    if _builder is None:
        raise RuntimeError("This process has not begun with `_begin`.")
    return _builder.build(language)


def _begin(start: Start, done: Any) -> None:
    global _builder, _done  # noqa: PLW0603
    _done = done
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    signal.signal(signal.SIGTERM, _end)
    os.environ.setdefault("RAYON_NUM_THREADS", "1")  # of Pagefind: each process has one core
    if _builder is not None:
        return  # forked
    config = load_config(start.config_file, **start.options)
    config.site_url = start.site_url
    with looking_ahead() as ahead:
        inputs = inputs_of(config, ahead.seen(), is_preview=start.is_preview)
    config.extra["scn"] = site = load_site(config, inputs, is_preview=start.is_preview)
    _builder = LanguageBuilder(
        config,
        site,
        inputs,
        settings_of(config),
        folder=start.folder,
        serve_url=start.serve_url,
        report=report_page,
    )


def _end(*_: Any) -> None:
    """Another process has failed: what runs for this one ends first, so that nothing writes on.

    An exception would not do: it is only printed where a signal comes while something is deleted.
    """
    end_programs()
    delete_scratch_folders()
    os._exit(_ENDED)


@contextlib.contextmanager
def _importable() -> Iterator[None]:
    """A spawned process imports this module by its name, from where this one had it."""
    hooks = str(Path(__file__).parents[1])
    sys.path.insert(0, hooks)
    try:
        yield
    finally:
        sys.path.remove(hooks)
