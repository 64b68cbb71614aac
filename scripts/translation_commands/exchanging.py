"""Commands for translators who work in a translation program."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from scn.problems import ContentError
from scn.translations.blob import blob_id
from scn.translations.head import ORIGINS
from shared.git import run_git
from shared.reports import report
from translation_commands.arguments import Commands, add_command, add_language, read

if TYPE_CHECKING:
    from scn.translations.exchange.importing import Import

# The modules of the exchange are imported by its own two commands: with the readers of XML that
# they bring, they are a quarter of what every other command would start with.

_ENDINGS = {"po": "po", "xliff": "xlf"}
_LARGEST = 64 * 1024 * 1024


def add_to(commands: Commands) -> None:
    text = "Write a file for a translation program such as OmegaT, Poedit or Trados."
    example = "fr --format xliff package/roles.md --output roles.xlf"
    one = add_command(commands, "export", run_export, text, example)
    add_language(one)
    one.add_argument(
        "pages", nargs="*", metavar="PAGE", help="such as package/roles.md (default: all pages)"
    )
    one.add_argument("--format", choices=_ENDINGS, required=True, help="PO, or XLIFF 2.0")
    one.add_argument(
        "--output", type=Path, metavar="FILE", help="where to (default: LANG.po or LANG.xlf here)"
    )
    text = "Write pages from a file that a translation program has filled."
    one = add_command(commands, "import", run_import, text, "roles.xlf --state human")
    one.add_argument("file", type=Path, metavar="FILE", help="a file that `export` has written")
    one.add_argument(
        "--state",
        choices=ORIGINS,
        help="who wrote the text (default: as before; of a new page, human)",
    )
    one.add_argument(
        "--by", action="append", metavar="NAME", help="the organisation; may be given again"
    )
    one.add_argument(
        "--replace", action="store_true", help="also pages that were changed since the export"
    )


def run_export(options: argparse.Namespace) -> int:
    from scn.translations.exchange.exporting import export_text  # noqa: PLC0415

    catalogue = read(options)
    file = options.output or Path(f"{options.language}.{_ENDINGS[options.format]}")
    text, pages = export_text(catalogue, options.language, options.pages, options.format)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        sys.exit(
            f"{file}: is there already, and may hold somebody's work. Give another name with"
            " --output, or delete it."
        )
    except OSError as error:
        sys.exit(f"{file}: cannot be written: {error.strerror}. Give another name with --output.")
    units = [unit for page in pages for unit in page.units]
    done = sum(unit.is_done for unit in units)
    print(
        f"{file}: written, with {_counted(len(pages), 'page')}: {_counted(len(units), 'text')},"
        f" {len(units) - done} of them to translate or to look at again."
    )
    return 0


def run_import(options: argparse.Namespace) -> int:
    from scn.translations.exchange.building import Statement  # noqa: PLC0415
    from scn.translations.exchange.importing import import_file, read_exchange  # noqa: PLC0415

    try:
        if options.file.stat().st_size > _LARGEST:
            sys.exit(f"{options.file}: is larger than 64 MiB. Export fewer pages at a time.")
        data = options.file.read_bytes()
    except OSError as error:
        sys.exit(f"{options.file}: cannot be read: {error.strerror}.")
    catalogue = read(options)

    def from_git(id_: str) -> str | None:
        found = run_git(options.root, "cat-file", "blob", id_)
        return found.decode("utf-8-sig", "replace") if found and blob_id(found) == id_ else None

    statement = Statement(origin=options.state, by=tuple(options.by or ()))
    try:
        result = import_file(
            catalogue,
            read_exchange(data, str(options.file)),
            str(options.file),
            statement,
            kept=from_git,
            with_changed=options.replace,
        )
    except ContentError as error:
        status = report(error.problems, "")
        print("Nothing is written.", file=sys.stderr)
        return status
    write(options.root, result)
    return 0


def write(root: Path, result: Import) -> None:
    count = 0
    for name, text in result.snapshots:
        path: Path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: written, the English text of the export; the page has changed since.")
    for page in result.pages:
        if page.text is None:
            continue
        count += 1
        path = root / page.file
        before = path.read_bytes() if path.exists() else None
        after = page.text.encode()
        if before and b"\r\n" in before:
            after = after.replace(b"\n", b"\r\n")
        if before == after:
            print(f"{page.file}: nothing to write. You state: {page.said}.")
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(after)
        print(f"{page.file}: written. You state: {page.said}.")
    reasons = [page.said for page in result.pages if page.text is None]
    for reason in dict.fromkeys(reasons):
        print(f"{_counted(reasons.count(reason), 'page')} left as it is: {reason}.")


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"
