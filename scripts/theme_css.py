"""Cut what the site uses of the theme's style sheet: docs/assets/css/typeset.css.

python scripts/theme_css.py            write the file again
python scripts/theme_css.py --check    only say whether it is up to date

The site takes the theme's Markdown components and nothing of its frame, fonts and pictures.
Which components there are is seen on a page that has them all; the cutting is done by
theme_css.cjs with PurgeCSS, so this needs Node and the npm packages of package-lock.json.
The built site needs neither: the file is committed.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import sys
from pathlib import Path
from typing import Any

from shared.project_python import go_over, has_project

if not has_project():
    go_over()

import markdown
import yaml

from scn.markdown_html import KnowledgeBaseExtension
from shared.made_file import write_made_file
from shared.node import run_node

ROOT = Path(__file__).resolve().parent.parent
SHEET = ROOT / "docs/assets/css/typeset.css"
COMPONENTS = ROOT / "docs/en/contribute/components.md"

HEADER = """\
/*!
 * Styles of Markdown components, cut from mkdocs-material {version}.
 * Made by `python scripts/theme_css.py`: do not edit, change theme_css.cjs or frame.css.
 * Copyright (c) Martin Donath, MIT licence: LICENSES/MIT.txt
 */
"""


def main(arguments: list[str] | None = None) -> int:
    return write_made_file(
        SHEET,
        typeset_css,
        arguments,
        root=ROOT,
        script="theme_css.py",
        about="Cut what the site uses of the theme's styles.",
        failed="The style sheet could not be cut.",
    )


def typeset_css() -> str:
    sheet, version = theme_sheet()
    given = {"css": sheet.read_text(encoding="utf-8"), "html": components_html()}
    return HEADER.format(version=version) + run_node(Path(__file__).with_suffix(".cjs"), given)


def theme_sheet() -> tuple[Path, str]:
    """The installed theme's style sheet and version, without importing the theme."""
    package = importlib.util.find_spec("material")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError("mkdocs-material is not installed")
    folder = Path(package.submodule_search_locations[0], "templates/assets/stylesheets")
    (sheet,) = folder.glob("main.*.min.css")
    return sheet, importlib.metadata.version("mkdocs-material")


def components_html() -> str:
    """The page with every component, as Markdown makes it with the extensions of mkdocs.yml."""
    names, options = markdown_extensions((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    converter = markdown.Markdown(
        extensions=[*names, KnowledgeBaseExtension()], extension_configs=options
    )
    _, _, text = COMPONENTS.read_text(encoding="utf-8").split("---\n", 2)
    html = converter.convert(text)
    # `no-js` is what the theme calls pages without its script: ours.
    return f'<html class="no-js" dir="ltr"><main class="md-typeset">{html}</main></html>'


def markdown_extensions(settings: str) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Names and options from the text of mkdocs.yml, whose tags for MkDocs are passed over."""

    class Settings(yaml.SafeLoader):
        pass

    Settings.add_multi_constructor("!", lambda *_: None)
    Settings.add_multi_constructor("tag:", lambda *_: None)
    entries = yaml.load(settings, Settings)["markdown_extensions"]  # noqa: S506 - a safe loader
    options = {
        name: value or {}
        for entry in entries
        for name, value in (entry if isinstance(entry, dict) else {entry: None}).items()
    }
    return list(options), options


if __name__ == "__main__":
    sys.exit(main())
