"""How a command says what it found."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from scn.problems import Problem, format_problems


def report(found: Iterable[Problem], all_is_well: str) -> int:
    """Print what was found, and return the exit status; warnings do not count."""
    found = set(found)
    if found:
        on_github = os.environ.get("GITHUB_ACTIONS") == "true"
        print(format_problems(found, with_source=True, for_github=on_github))
    count = sum(not each.is_warning for each in found)
    if count:
        print(f"{count} problem{'s' * (count > 1)}.", file=sys.stderr)
        return 1
    print(all_is_well)
    return 0
