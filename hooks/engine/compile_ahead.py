"""Compiles the templates in a process of its own, while this one reads the content.

Each process that builds languages would compile them for itself otherwise, all at the same time.
Where nothing is compiled ahead, that is what happens.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from engine.environment import compiled_templates, environment_of
from engine.processes import FEWEST_LANGUAGES, available_cores, context
from engine.settings import Settings
from scn.building.inputs import Inputs

_YIELDS = 10
"""How much more `nice` it is than the processes that are waited for."""


def compile_ahead(
    config: MkDocsConfig, settings: Settings, inputs: Inputs
) -> Callable[[], None] | None:
    """Begin to compile, where it is a gain; what comes back waits until it is done."""
    how = context()
    is_possible = available_cores() > 1 and how.get_start_method() == "fork"
    if settings.is_plain or not is_possible or inputs.languages_with_words < FEWEST_LANGUAGES:
        return None
    made_with = inputs.made_with()
    if compiled_templates(settings, made_with).are_known():
        return None
    process = how.Process(target=_compile, args=(config, settings, made_with), daemon=True)  # type: ignore[attr-defined]
    process.start()
    join: Callable[[], None] = process.join
    return join


def _compile(config: MkDocsConfig, settings: Settings, made_with: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    os.nice(_YIELDS)
    with contextlib.suppress(Exception):  # it comes again in the process that can say it
        env = environment_of(config, settings, made_with)
        config.plugins["i18n"].on_env(env, config=config, files=Files([]))
        hooks: Any = config.hooks
        for hook in hooks.values():
            if hasattr(hook, "on_env"):
                hook.on_env(env, config=config, files=Files([]))
        folder = Path(config.theme.dirs[0])  # ours; what it takes from the theme, it names
        for path in sorted(folder.rglob("*.html")):
            with contextlib.suppress(Exception):  # likewise
                env.get_template(path.relative_to(folder).as_posix())
