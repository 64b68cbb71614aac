"""Commands that start a translation."""

from __future__ import annotations

import argparse
from pathlib import Path

from scn.translations.head import ORIGINS
from scn.translations.starting import start_page
from translation_commands.arguments import Commands, add_command, add_page, read


def add_to(commands: Commands) -> None:
    text = "Start the translation of a page."
    one = add_command(commands, "new", run_new, text, "fr package/roles.md")
    add_page(one)
    one.add_argument("--state", choices=ORIGINS, default="human", help="who will write the text")


def run_new(options: argparse.Namespace) -> int:
    catalogue = read(options)
    name, text = start_page(catalogue, options.language, options.page, options.state)
    path: Path = options.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    print(f"{name}: written, with the English text. Translate its title, description and text;")
    print("keep the ids of headings and the addresses of links as they are.")
    return 0
