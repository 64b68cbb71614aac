"""Serves small style sheets and scripts in place of those that people write.

After the i18n plugin (its priority is -100), which cannot cope with generated files.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from scn.served_assets import SCRIPTS, SHEETS, served_assets


@event_priority(-110)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    written = [
        one
        for one in files
        if (one.src_uri.startswith(SHEETS) and one.is_css())
        or (one.src_uri.startswith(SCRIPTS) and one.is_javascript())
    ]
    made = dict(served_assets({one.src_uri: one.content_string for one in written}))
    for file in written:
        files.remove(file)
    for name, text in made.items():
        files.append(File.generated(config, name, content=text))
    config.extra["scn_served_assets"] = made
    return files
