"""What the commands have in common: their arguments, and the pages they are about."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Sequence
from typing import TypeAlias

from scn.page_texts import DigestedTexts
from scn.problems import ContentError
from scn.translations.catalogue import LANGUAGES, Catalogue
from scn.translations.former import Former, former_from_files
from scn.translations.statements import COMMAND
from shared.git import commit_of, files_of_commit, history_of
from shared.reports import report
from translation_commands.remembering import Answers, remembered_catalogue

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


class AnyOrder(argparse.ArgumentParser):
    """Pages may stand before or after options; of itself argparse takes them before only."""

    is_inside = False

    def parse_known_args(  # type: ignore[override]  # the stubs know more forms of it
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        if self.is_inside:
            return super().parse_known_args(args, namespace)
        self.is_inside = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self.is_inside = False


def add_command(
    commands: Commands,
    name: str,
    run: Callable[[argparse.Namespace], int],
    text: str,
    example: str,
) -> argparse.ArgumentParser:
    """A command whose help is `text` and an example."""
    one = commands.add_parser(
        name,
        help=text,
        description=text,
        epilog=f"example: {COMMAND} {name} {example}",
        allow_abbrev=False,
    )
    one.set_defaults(run=run)
    return one


def day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no day of the calendar. Write it as 2027-03-30."
        raise argparse.ArgumentTypeError(message) from None


def add_language(one: argparse.ArgumentParser, count: str | None = None) -> None:
    one.add_argument("language", metavar="LANG", help="a language such as fr", nargs=count)


def add_page(one: argparse.ArgumentParser) -> None:
    add_language(one)
    one.add_argument("page", metavar="PAGE", help="such as package/roles.md")


def add_pages(one: argparse.ArgumentParser, all_: str = "") -> None:
    add_language(one)
    one.add_argument("pages", nargs="*", metavar="PAGE", help="such as package/roles.md")
    if all_:
        one.add_argument("--all", action="store_true", help=all_)


def answer(options: argparse.Namespace, question: str, make: Callable[[Catalogue], str]) -> int:
    """Print what `make` says, or what it said about the same files."""
    answers = Answers(options.root)
    known = answers.recall(question)
    if known is not None:
        print(known)
        return 0
    catalogue = read(options, answers.texts)
    text = make(catalogue)
    print(text)
    status = also_report(catalogue)
    if status == 0:
        answers.keep(question, text)
    return status


def read(options: argparse.Namespace, texts: DigestedTexts | None = None) -> Catalogue:
    """All pages; ends when the language that was given is none."""
    catalogue = remembered_catalogue(options.root, texts)
    language = getattr(options, "language", None)
    if language and (problem := catalogue.language_problem(language)):
        raise ContentError([problem])
    return catalogue


def also_report(catalogue: Catalogue) -> int:
    """Pages with heads that cannot be read are in no report, so they are named below it."""
    found = catalogue.problems_of_heads
    return report(found, "") if found else 0


def former_of(options: argparse.Namespace) -> Former:
    """The pages, snapshots and waivers of a commit."""
    root, revision = options.root, options.against
    history = history_of(root)
    if history == "none":
        sys.exit(f"--against: {root} is in no Git repository. Clone the project with Git.")
    commit = commit_of(root, revision)
    if not commit:
        fetch = "fetch it first"
        if history == "part":
            fetch = "get the whole history first: `git fetch --unshallow`"
        sys.exit(
            f"--against: there is no commit {revision!r}. Write a branch or a commit that Git"
            f" knows, or {fetch}."
        )

    def is_wanted(name: str) -> bool:
        is_data = name.startswith("docs/_data/translations/") or name == LANGUAGES
        return name.endswith(".md") or is_data

    return former_from_files(files_of_commit(root, commit, "docs", is_wanted))
