"""Which page exists in which language, computed once in linear time.

`reconfigure_files_alternates` of mkdocs-static-i18n 1.3.1 makes a `File` for each page, language
and language again: 439,200 objects for 24 languages of 61 pages, half of the build. It also lists
fallback pages as alternates, which search engines must not see. The page tree knows better, so it
takes the place of that method; tests/hooks/test_page_alternates.py pins version and signature.
"""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from scn.site import Site


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    site: Site = config.extra["scn"]
    content = site.content

    def alternates_from_tree(i18n_src_uris: dict[str, Any], *_: object) -> None:
        for path, file in i18n_src_uris.items():
            file.alternates = {one.language: one for one in content.tree.alternates(path)}

    config.plugins["i18n"].reconfigure_files_alternates = alternates_from_tree  # type: ignore[attr-defined]
    return config
