"""Find every problem of the content: pages, data, words, navigation.

python scripts/check.py            path:line:column: what is wrong. What to write instead.

Warnings are shown, and are no problems.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import os
import sys
from pathlib import Path

from scn.content import load_content
from scn.problems import ContentError, Problem, format_problems
from scn.sessions.catalogue import FOLDER, catalogue_from_folder
from scn.sessions.folder import read_files
from scn.sessions.json_schema import check_first_lines
from scn.sessions.unlikely_days import check_days


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Find every problem of the content.")
    parser.add_argument(
        "root",
        nargs="?",
        type=Path,
        default=Path(__file__).resolve().parent.parent,
        help="the folder with mkdocs.yml and docs/ (default: this project)",
    )
    root = parser.parse_args(arguments).root.resolve()
    problems: list[Problem] = []
    content = None
    try:
        content = load_content(root, docs=root / "docs")
    except ContentError as error:
        problems += error.problems
    texts, _ = read_files(root / FOLDER)
    problems += check_first_lines(texts, FOLDER)
    today = datetime.datetime.now(datetime.UTC).date()
    with contextlib.suppress(ContentError, OSError):
        problems += check_days(catalogue_from_folder(root), as_of=today)
    if problems:
        on_github = os.environ.get("GITHUB_ACTIONS") == "true"
        print(format_problems(problems, with_source=True, for_github=on_github))
    count = sum(not problem.is_warning for problem in problems)
    if count or content is None:
        print(f"{count} problem{'s' * (count > 1)}.", file=sys.stderr)
        return 1
    pages = sum(len(languages) for languages in content.tree.languages_of.values())
    print(f"No problems: {pages} pages, {len(content.built)} languages.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
