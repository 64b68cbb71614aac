"""Serves small style sheets in place of those that people write.

After the i18n plugin (its priority is -100), which cannot cope with generated files.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from scn.style_sheets import FOLDER, served_sheets


@event_priority(-110)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    written = [one for one in files if one.src_uri.startswith(FOLDER) and one.is_css()]
    sheets = dict(served_sheets({one.src_uri: one.content_string for one in written}))
    for file in written:
        files.remove(file)
    for name, text in sheets.items():
        files.append(File.generated(config, name, content=text))
    config.extra["scn_style_sheets"] = sheets
    return files
