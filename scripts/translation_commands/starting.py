"""Commands that start a translation."""

from __future__ import annotations

import argparse
from pathlib import Path

from scn.languages import SOURCE_LANGUAGE
from scn.page_texts import PageTexts
from scn.problems import ContentError, Problem
from scn.translations.catalogue import LANGUAGES
from scn.translations.head import ORIGINS
from scn.translations.new_language import STRINGS, start_language
from scn.translations.starting import start_page
from scn.translations.statements import COMMAND
from shared.files import write_all
from translation_commands.arguments import Commands, add_command, add_page, read


def add_to(commands: Commands) -> None:
    text = "Start the translation of a page."
    one = add_command(commands, "new", run_new, text, "fr package/roles.md")
    add_page(one)
    one.add_argument("--state", choices=ORIGINS, default="human", help="who will write the text")
    text = "Start a language that the site does not have yet."
    one = add_command(commands, "new-language", run_new_language, text, "uk")
    one.add_argument("language", metavar="LANG", help="a code such as uk or pt-BR")
    one.add_argument("--name", default="", help="what its own speakers call it, if not as in CLDR")
    one.add_argument("--english-name", default="", metavar="NAME", help="its name in English")


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


def run_new_language(options: argparse.Namespace) -> int:
    root: Path = options.root
    wanted = [LANGUAGES, f"{STRINGS}/{SOURCE_LANGUAGE}.yml", f"{STRINGS}/{options.language}.yml"]
    texts = {
        name: (root / name).read_text("utf-8-sig") for name in wanted if (root / name).exists()
    }
    missing = [
        Problem(path=name, line=1, column=1, message="The file is missing. Restore it.")
        for name in wanted[:2]
        if name not in texts
    ]
    if missing:
        raise ContentError(missing)
    new = start_language(
        options.language,
        texts,
        PageTexts.below(root / "docs"),
        name=options.name,
        english_name=options.english_name,
    )
    write_all(root, {name: text.encode() for name, text in new.files.items()})
    for name in new.files:
        print(f"{name}: written.")
    way = ", written from right to left" if new.direction == "rtl" else ""
    print(f"{new.english_name} ({new.name}{way}) is a language of the site now. What to do next:")
    print(f"1. Translate the words of menus and buttons in {STRINGS}/{new.code}.yml.")
    print(f"2. Begin with a page: {COMMAND} new {new.code} index.md")
    print(f"3. Look at it: python3 scripts/dev.py serve --languages en,{new.code}")
    return 0
