"""One Pagefind index for each language, over the pages of all languages once they are built."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from scn.search_index import pagefind_arguments, reason_of_failure, sort_entry_file


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return  # a further language, built from inside this event of the first one
    site = Path(config.site_dir)
    command = [sys.executable, *pagefind_arguments(site)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    if run.returncode:
        raise PluginError(reason_of_failure(run.stderr or run.stdout))
    sort_entry_file(site)
