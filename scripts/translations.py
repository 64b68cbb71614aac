"""The commands for translators and for those who watch over translations.

python scripts/translations.py status                   how every language stands
python scripts/translations.py todo fr                  what to do, the most urgent first
python scripts/translations.py new fr package/roles.md  start a page from the English text
python scripts/translations.py diff fr package/roles.md what changed in English
python scripts/translations.py new-language uk          start a language that is not there yet

After an edit, state what the page is:
python scripts/translations.py sync fr package/roles.md     it matches today's English page
python scripts/translations.py sync fr package/roles.md --except funding,rules
                                                            these sections do not yet
python scripts/translations.py confirm fr package/roles.md  English changed, nothing to do here
python scripts/translations.py fix fr package/roles.md      I corrected only this page's own text
python scripts/translations.py review fr package/roles.md --by fr-member-association

After a change of an English page that asks nothing of any translation, such as a typo:
python scripts/translations.py waive package/roles.md --reason "A typo." \\
    --by network-secretariat --reviewer network-lead

With a translation program (OmegaT, Poedit, Weblate, Trados, memoQ):
python scripts/translations.py export fr --format xliff package/roles.md
                                                        write fr.xlf; --format po for fr.po
python scripts/translations.py import fr.xlf --state human
                                                        write the pages from it

Before a pull request:
python scripts/translations.py snapshot                 keep English texts that translations pin
python scripts/translations.py check --against main     every problem, each with what to do
python scripts/translations.py impact --against main    what this change makes outdated

For maintainers, now and then:
python scripts/translations.py standing                 what each language reaches, what is due
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from shared.project_python import go_over, has_project

if not has_project():
    go_over()

from scn.problems import ContentError
from shared.reports import report
from translation_commands import (
    checking,
    exchanging,
    keeping,
    showing,
    standing,
    starting,
    stating,
    waiving,
)
from translation_commands.arguments import AnyOrder

ROOT = Path(__file__).resolve().parent.parent


def parser() -> argparse.ArgumentParser:
    description, _, rest = (__doc__ or "").partition("\n")
    top = argparse.ArgumentParser(
        description=description,
        epilog=rest,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument(
        "--root", type=Path, default=ROOT, help="the folder with docs/ (default: this project)"
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=AnyOrder)
    for module in (showing, starting, stating, waiving, exchanging, keeping, standing, checking):
        module.add_to(commands)
    return top


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    options.root = options.root.resolve()
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except ContentError as error:
        return report(error.problems, "")
    except BrokenPipeError:  # whoever reads has enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print()
        return 130
    return status


if __name__ == "__main__":
    gc.disable()  # a command is short, and none of its many values refer to each other
    sys.exit(main())
