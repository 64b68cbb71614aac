"""What this machine has for several processes, and how they begin."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from multiprocessing.context import BaseContext

FEWEST_LANGUAGES = 6
"""Below this, one process builds a preview."""


def available_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def context() -> BaseContext:
    """By fork a process begins with all that was read; it is safe where no thread holds a lock."""
    wanted = os.environ.get("SCN_START_METHOD")
    if wanted in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context(wanted)
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if can_fork else "spawn")
