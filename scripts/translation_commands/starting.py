"""Commands that start a translation."""

from __future__ import annotations

import argparse
from pathlib import Path

from scn.translations.head import ORIGINS
from scn.translations.starting import start_page
from scn.translations.statements import COMMAND
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
    names = f"{options.language} {name.split('/', 2)[2]}"
    print(f"{name}: written, with the English text.")
    print("Translate its title, description and text; keep ids of headings and addresses of links.")
    print(f"When it is done, run `{COMMAND} sync {names}`.")
    return 0
